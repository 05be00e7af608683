"""What people follow from elsewhere: calendars of what happens, written for programs that ask for them again.

Goes in: a `Site`. Comes out: the files, by their places, each with how to make it.
"""
