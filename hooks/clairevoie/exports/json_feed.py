"""A feed in JSON Feed 1.1, which programs read more easily than Atom."""

from __future__ import annotations

import json

from clairevoie.exports.feed import LANGUAGE, Feed, moment

ENDING = "json"
TYPE = "application/feed+json"


def json_feed_text(feed: Feed) -> str:
    """The text of a feed; its licence stands in a member of our own, as the format asks of what it does not name."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.url,
        "feed_url": f"{feed.place}.{ENDING}",
        "language": LANGUAGE,
        "authors": [{"name": feed.author}],
        "_licence": {"about": feed.rights},
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_html": entry.html,
                "date_published": moment(entry.day),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
