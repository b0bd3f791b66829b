"""Pages of the desk that are about no single client: staff, one's own sign-in, and the month's payslips."""
