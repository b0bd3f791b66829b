"""What is wrong with content/, in sentences for its editors (`content check`)."""

from bot.answers.checking.finding import Finding, path_of
from bot.answers.checking.whole import check

__all__ = ["Finding", "check", "path_of"]
