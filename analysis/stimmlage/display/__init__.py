"""Charts and the annotated article."""
