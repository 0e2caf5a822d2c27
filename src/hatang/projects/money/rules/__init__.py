"""Rules of money: values in, values out."""
