"""Who answers this message: crisis, welcome, a running step, a person, a payslip, or answers.

No sentences and no SQL here: the rooms have the words, storage has the tables. The order
of deciding is in front.py.
"""
