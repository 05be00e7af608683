"""Dressed pages and records become the published site, checked before it takes the place of the last one."""
