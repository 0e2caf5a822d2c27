"""Looking for works that overlap: pure rules over plain values, a measured set of pairs, services, selectors and pages."""
