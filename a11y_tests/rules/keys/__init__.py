"""Rules about the keyboard: real keys are pressed."""
