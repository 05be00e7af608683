"""Who decides: the comités of a démarche in words, drawn, and who sits in them."""
