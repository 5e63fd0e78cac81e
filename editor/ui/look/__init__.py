"""The visual system: one tokens file becomes palette, style sheet, fonts, shapes and icons."""
