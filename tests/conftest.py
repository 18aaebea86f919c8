"""What all tests share: how long a random case takes says something of the machine, and fails no test."""

from hypothesis import settings

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")
