"""The text of one file becomes a tree of nodes, each with its place, and the faults of form it shows.

In: a text in LF and NFC. Out: a `Composition`. A text that the parser refuses raises `Refused`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from clairevoie.read.fault import Fault, between_quotes, shown
from clairevoie.read.node import Composition, Node
from clairevoie.read.quotas import DEPTH, excess
from clairevoie.read.refusal import Refused, refusal

_EXCERPT = 300
PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str) -> Composition:
    """The tree of the text's nodes; `Refused` when it is no YAML, or a trap."""
    # Without an end to its last line, a missing value would stand after the last line.
    text = text if text.endswith("\n") else f"{text}\n"
    composition = Composition(text.split("\n"))
    parser = PARSER(text)
    try:
        _compose(iter(parser.get_event, None), composition)
    except (yaml.YAMLError, ArithmeticError, ValueError, RecursionError) as error:
        raise Refused(refusal(error, composition.lines)) from error
    finally:
        parser.dispose()
    return composition


def _compose(events: Iterator[Event], found: Composition) -> None:
    starts = []
    for event in events:
        if isinstance(event, DocumentStartEvent):
            starts.append(_place(event))
        elif isinstance(event, NodeEvent):
            found.documents.append(_node(event, events, found, 1))
    if len(starts) > 1:
        found.faults.append(Fault("YAML-15", *starts[1], {"n": len(starts)}))


def _node(event: Event, events: Iterator[Event], found: Composition, depth: int) -> Node:
    mark = _shortcut(event)
    if mark:
        found.faults.append(Fault("YAML-16", *_place(event), {"car": mark}))
    if isinstance(event, ScalarEvent):
        value = unicodedata.normalize("NFC", event.value)  # an escape can hide a decomposed accent
        return Node(event.style or "", value, event.start_mark, event.end_mark)
    build = _BUILDERS.get(type(event))
    if build is None:
        return Node("", "", event.start_mark)
    if depth > DEPTH.limit:
        raise Refused(excess(DEPTH, *_place(event)), for_good=True)
    return build(event, events, found, depth)


def _sequence(event: Event, events: Iterator[Event], found: Composition, depth: int) -> Node:
    children: list[Node] = []
    node = Node("[" if _is_flow(event) else "", children, event.start_mark)
    for inner in events:
        if isinstance(inner, CollectionEndEvent):
            node.end = inner.end_mark
            break
        children.append(_node(inner, events, found, depth + 1))
    return node


def _mapping(event: Event, events: Iterator[Event], found: Composition, depth: int) -> Node:
    entries: dict[str, tuple[Node, Node]] = {}
    node = Node("{" if _is_flow(event) else "", entries, event.start_mark)
    for inner in events:
        if isinstance(inner, CollectionEndEvent):
            node.end = inner.end_mark
            break
        key = _node(inner, events, found, depth + 1)
        value = _node(next(events), events, found, depth + 1)
        _enter(entries, key, value, node, found)
    return node


def _enter(
    entries: dict[str, tuple[Node, Node]], key: Node, value: Node, node: Node, found: Composition
) -> None:
    """Add an entry to a set of fields; the first one stays when a key comes back."""
    if not isinstance(key.content, str):
        found.faults.append(_key_is_text(node if node.style else key, found.lines))
    elif key.content in entries:
        facts = {"cle": shown(key.content), "l1": entries[key.content][0].line, "l2": key.line}
        found.faults.append(Fault("YAML-03", key.line, key.column, facts))
    else:
        entries[key.content] = (key, value)


def _key_is_text(place: Node, lines: list[str]) -> Fault:
    """A bracket stands where a key was due: `nom: {{ x }}`, `[Note]: texte`."""
    typed = lines[place.line - 1][place.column - 1 : place.column + _EXCERPT]
    facts = {"car": typed[:1], "valeur": between_quotes(typed.strip())}
    return Fault("YAML-07", place.line, place.column, facts)


_BUILDERS: dict[type, Callable[[Event, Iterator[Event], Composition, int], Node]] = {
    SequenceStartEvent: _sequence,
    MappingStartEvent: _mapping,
}


def _shortcut(event: Event) -> str:
    """The sign of an alias, an anchor or a tag; empty for a plain value."""
    if isinstance(event, AliasEvent):
        return "*"
    if isinstance(event, NodeEvent) and event.anchor:
        return "&"
    return "!" if getattr(event, "tag", None) else ""


def _is_flow(event: Event) -> bool:
    return bool(getattr(event, "flow_style", False))


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
