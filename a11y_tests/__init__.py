"""The auditor's tool: looks at a running portal from outside, by its address; it never imports the portal."""
