"""The live session between its rows and its rules."""
