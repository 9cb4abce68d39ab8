"""`python -m a11y_tests URL`: evaluate a deployment of the portal, or any pages."""

from a11y_tests.command import main

if __name__ == "__main__":
    main()
