"""What holds of works, values in, values out: tracks, gates, lateness, scores, curves."""
