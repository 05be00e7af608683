"""What a browser is told to refuse: the one list from which the pages and the settings of every server are made.

A server says it in the headers of each answer. A host that lets nobody choose them still sends what the pages carry
themselves: the policy, without what a page may not say of itself, and that no address is told to where one goes.
"""

from __future__ import annotations

from collections.abc import Mapping

# Cards are made to be shown within the pages of others; nothing else is.
CARDS = "/cartes/"

_POLICY = {
    "default-src": "'none'",
    # The search runs as WebAssembly, in a worker when the browser has them.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "worker-src": "'self'",
    "connect-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
# A browser pays no heed to it unless a header says it.
_FRAMES = "frame-ancestors"
_REFERRER = "no-referrer"
# What the site never asks of a device; left to it are the copy and the sharing of an address, at the press of a button.
_NEVER = (
    *(
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
    ),
    *("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"),
)


def _joined(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


POLICY = _joined({**_POLICY, _FRAMES: "'none'"})
POLICY_OF_CARDS = _joined({**_POLICY, _FRAMES: "*"})
# What servers say besides, the same at every address.
HEADERS: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    # For browsers that know no `frame-ancestors`; the others pay no heed to it, and show the cards.
    "X-Frame-Options": "DENY",
    "Referrer-Policy": _REFERRER,
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# The first lines of the head of every page, once it has said in what its letters are written.
IN_PAGES = (
    f'<meta http-equiv="Content-Security-Policy" content="{_joined(_POLICY)}">\n'
    f'<meta name="referrer" content="{_REFERRER}">'
)
