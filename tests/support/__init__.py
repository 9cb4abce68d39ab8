"""What several tests share: servers, browsers, databases."""
