"""Widgets that know nothing of the document: they take plain values and emit signals."""
