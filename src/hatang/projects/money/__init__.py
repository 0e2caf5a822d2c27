"""The books of works: ceilings, yearly capital, transfers, disbursement, settlement, and what the sums say."""
