"""Rows and the engine: columns and constraints, no rules."""
