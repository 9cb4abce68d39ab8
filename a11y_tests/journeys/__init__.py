"""What citizens do on the portal, told in their own words."""
