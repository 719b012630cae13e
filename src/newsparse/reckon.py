"""Moved to `newsparse.dates.reckon`."""

from newsparse.dates.reckon import *  # noqa: F403
