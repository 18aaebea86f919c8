"""What German words are: tags, lemmas, verb forms and mood, lexicons."""
