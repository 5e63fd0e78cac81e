"""Measures what the editor promises, side by side with its peers: python -m benchmarks."""
