"""The texts that stand in a release."""
