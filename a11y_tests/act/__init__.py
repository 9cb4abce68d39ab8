"""W3C's ACT test cases, from a folder outside the repository: how many rules does this tool complete?"""
