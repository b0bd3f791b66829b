"""A voice that was recorded in the browser, made ready for Telegram: only the wrapping changes, never the sound."""
