"""The build cache: what one build leaves in a folder so that the next one makes again only what changed.

    store          entries on disk: read back whole and as this program wrote them, or not at all
    packing        values as plain data, and back
    key            what nobody else can seal an entry with
    stat_digest    what files are recognised by without being opened
    fingerprints   what bytes, folders and the program itself are recognised by
    dependencies   what a page looked at while it was made
    reuse          which files of the site in place may serve again

Nothing in the folder can run. An entry that is absent, damaged, cut short, forged or left by another version is
stale: the work is done again. Taking the folder away costs nothing but time.
"""
