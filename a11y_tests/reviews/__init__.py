"""What no machine can judge: a short list of questions for people, and their answers, kept for as long as they hold."""
