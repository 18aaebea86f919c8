"""Lessons: their texts and tasks, the boxes of the notebooks, the answers of a class."""

from stimmlage.teaching.lesson import Lesson

__all__ = ["Lesson"]
