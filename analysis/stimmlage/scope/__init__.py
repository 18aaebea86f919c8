"""What a cue stands under: negation, intensity, concession, condition, question."""
