"""What is heard: rules about what the virtual screen reader says."""
