"""PAYSLIPS: reading them, the month ledger, and what the client hears about them."""
