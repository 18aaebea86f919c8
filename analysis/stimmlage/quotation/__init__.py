"""Who says what: quotations with their speaker, cue, frame and addressee."""
