"""Flask plumbing without knowledge of any feature."""
