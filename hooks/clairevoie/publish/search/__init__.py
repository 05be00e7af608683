"""The search index of a site: what every page tells, put in words that people type, indexed and made light."""
