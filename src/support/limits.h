// What a document may cost. Each limit with its reason; going beyond is an error that names limit and place.
#ifndef HSPDF_SUPPORT_LIMITS_H
#define HSPDF_SUPPORT_LIMITS_H

enum {
    // Spans are 32-bit offsets; a text of this size is some 20,000 pages.
    LIMIT_SOURCE_BYTES = 64 * 1024 * 1024,
    // Trees are walked by recursion in layout; a frame there takes some 300 bytes, so this stays far under 1 MB.
    LIMIT_NESTING = 100,
    // YAML aliases are expanded by copy: a bomb of nine levels of nine would be 387 million values.
    LIMIT_YAML_VALUES = 20000,
    LIMIT_YAML_NESTING = 64,
    // hspdf.yaml: a screenful, and a style may be in it.
    LIMIT_PROJECT_BYTES = 1024 * 1024,
    // Sections within sections and partials within partials, both together: merging walks them by recursion.
    LIMIT_MERGE_NESTING = 100,
    // Sections over lists within each other multiply: what merging may write, and how many tags and turns it may take.
    LIMIT_MERGE_BYTES = 64 * 1024 * 1024,
    LIMIT_MERGE_STEPS = 10 * 1000 * 1000,
    // Each field that is printed is a character of private use until the text is parsed: planes 15 and 16 have as many.
    LIMIT_MERGE_FIELDS = 2 * 65534,
    // A record of the data. Spreadsheets end at 16384 columns.
    LIMIT_RECORD_BYTES = 16 * 1024 * 1024,
    LIMIT_CSV_COLUMNS = 16384,
    // GFM fills short rows up to the header's width, so columns times rows outgrow the source.
    LIMIT_TABLE_CELLS = 2000000,
    // An image's file. A4 at 600 dpi, uncompressed in colour, is 100 MB; as PNG seldom a third.
    LIMIT_IMAGE_BYTES = 64 * 1024 * 1024,
    // A4 at 600 dpi has 35 million. An image takes 4 bytes a pixel while its document is made; some 10 kB of a bomb
    // make thousands of millions.
    LIMIT_IMAGE_PIXELS = 50 * 1000 * 1000,
    LIMIT_DOCUMENT_PIXELS = 400 * 1000 * 1000,
    LIMIT_PAGES = 100000,
    LIMIT_DIAGNOSTICS = 1000,
};

// A document's arena. A dense 300-page text takes some 40 MB.
#define LIMIT_DOCUMENT_BYTES ((size_t)4 * 1024 * 1024 * 1024)

#endif
