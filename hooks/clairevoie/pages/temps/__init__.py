"""Time on a page: timelines, calendar, yearly cycle."""
