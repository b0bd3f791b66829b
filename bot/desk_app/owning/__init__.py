"""Who answers: handing over, colleagues, the team, being away, other services."""
