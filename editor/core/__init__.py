"""Everything the editor decides: pure values in, pure values out."""
