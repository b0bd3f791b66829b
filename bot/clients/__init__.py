"""WHO: clients, staff, invitations and the first contact."""
