"""Inbox, jobs and outbox: claim, retry, give up visibly."""
