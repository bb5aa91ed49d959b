"""How each file of the modules folder must look: one schema class for each kind of file and of question."""
