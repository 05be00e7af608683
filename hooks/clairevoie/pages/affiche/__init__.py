"""The edition of a territory for a wall: what is shown of it, how high it is, and on which sheet it stands."""
