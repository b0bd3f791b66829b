"""For who writes the answers: a question as the client sees it answered, why, and which answers were unclear.

JSON for the page /editor of the playground (bot/playground/static/editor.html). It runs only with the playground.
"""
