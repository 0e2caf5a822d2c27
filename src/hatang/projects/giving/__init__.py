"""What people gave to works: land, days of work, materials, money. Names are private unless the giver agreed."""
