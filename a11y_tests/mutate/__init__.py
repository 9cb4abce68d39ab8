"""Testing the tester: defects are sown into a deployment's answers, and it is counted which are caught."""
