"""The German of the modules as it can be measured: sentences, syllables, formulas of readability, spelling."""
