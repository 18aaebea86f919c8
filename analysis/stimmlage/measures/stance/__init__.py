"""For or against what: positions towards targets, sides, and how a speaker comments on what she says."""

from stimmlage.measures.stance.stance import Stance, find_stances

__all__ = ["Stance", "find_stances"]
