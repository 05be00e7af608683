"""The build cache: what one build leaves in a folder so that the next one makes again only what changed.

    store          entries on disk: read back whole and of this version, or not at all
    fingerprints   what bytes, folders and the program itself are recognised by
    dependencies   what a page looked at while it was made
    reuse          which files of the site in place may serve again

An entry that is absent, damaged, cut short or left by another version is stale: the work is done again. Taking
the folder away costs nothing but time.
"""
