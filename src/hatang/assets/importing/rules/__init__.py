"""What is guessed and compared about a file: values in, values out, no Django."""
