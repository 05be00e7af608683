"""Claire-voie: facts typed in YAML become a public, searchable French site.

    read → validate → model → derive → wording, drawing → pages → publish

Data goes down this line, imports go up it. Start reading at `build.py`.
"""

__version__ = "0.1.0"
