"""What every evaluation is made of: rules, what they find, the page they judge, and how it was recorded."""
