"""The benchmark: the same facts built by Claire-voie, by Hugo and by plain Material, measured side by side."""
