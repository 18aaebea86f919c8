"""Stimmlage: who speaks in German news text, how surely, in what tone, and for or against what."""

__version__ = "0.1.0"
