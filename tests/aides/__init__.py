"""What tests share: data to start from, ways to ask for what the program says, ways to read what it printed."""
