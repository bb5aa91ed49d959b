"""The pure middle: rules as functions of their arguments, standard library only, no clock, no chance, no I/O."""
