"""Moved to `newsparse.dates.words`."""

from newsparse.dates.words import words_of_dates, words_of_time, zones

__all__ = ["words_of_dates", "words_of_time", "zones"]
