// clang-format off
// What a document may cost, one row a limit: an includer defines the macros that it reads, the others are empty.
// src/support/limits.h makes enum and values of these rows; --help, the man page and docs/limits.md are made of them.
//
// LIMIT can be set by --limit=NAME=VALUE. Bytes, numbers or milliseconds, by `unit`; going beyond is the diagnostic
// `code`. The least is such that hspdf's own styles can still be read. BOUND is what the program itself is built on.

#ifndef LIMIT
#define LIMIT(id, name, unit, value, least, most, code, help)
#endif
#ifndef BOUND
#define BOUND(id, value, help, reason)
#endif

//    id               name               unit          value              least         most                  code            what it counts
LIMIT(SOURCE,          "source",          BYTES,        64 * MB,           64 * KB,      BOUND_TEXT_BYTES,     INPUT_TOO_LARGE, "size of a text, of a file of data in YAML, or of a partial; 64 MB are some 20,000 pages")
LIMIT(NESTING,         "nesting",         NUMBER,       100,               8,            BOUND_NESTING,        NESTING_DEEP,    "elements within each other")
LIMIT(NODES,           "nodes",           NUMBER,       10 * MILLION,      1,            1000 * MILLION,       NODES_LIMIT,     "elements and stretches of text in a document")
LIMIT(YAML_VALUES,     "yaml-values",     NUMBER,       20000,             500,           10 * MILLION,         FRONT_LIMIT,     "values in front matter, a style or a record, those included that aliases repeat: nine lines can stand for 387 million")
LIMIT(MERGE_BYTES,     "merge-bytes",     BYTES,        64 * MB,           1,            BOUND_TEXT_BYTES,     MERGE_LARGE,     "size of a text whose fields have been filled; sections over lists within each other multiply")
LIMIT(MERGE_STEPS,     "merge-steps",     NUMBER,       10 * MILLION,      1,            1000 * MILLION,       MERGE_LONG,      "tags and turns of sections that filling takes")
LIMIT(TABLE_COLUMNS,   "table-columns",   NUMBER,       2000,              1,            50000,                TABLE_COLUMNS,   "columns of a table; cmark-gfm takes the square of them, of each row")
LIMIT(TABLE_CELLS,     "table-cells",     NUMBER,       2 * MILLION,       1,            100 * MILLION,        TABLE_LARGE,     "cells of a table; short rows are filled up, so columns times rows outgrow the text")
LIMIT(IMAGE_BYTES,     "image-bytes",     BYTES,        64 * MB,           1,            GB,                   IMAGE_LARGE,     "size of an image's file; A4 at 600 dpi in colour, packed, is a third of that")
LIMIT(IMAGE_PIXELS,    "image-pixels",    NUMBER,       50 * MILLION,      1,            1000 * MILLION,       IMAGE_PIXELS,    "pixels of an image; A4 at 600 dpi has 35 million, and each takes 4 bytes of memory")
LIMIT(DOCUMENT_PIXELS, "document-pixels", NUMBER,       400 * MILLION,     1,            10000 * MILLION,      DOCUMENT_PIXELS, "pixels of all of a document's images that are decoded")
LIMIT(SVG_ELEMENTS,    "svg-elements",    NUMBER,       100000,            1,            MILLION,              SVG_ELEMENTS,    "elements of a picture in SVG")
LIMIT(SVG_TIME,        "svg-time",        MILLISECONDS, 10 * SECONDS,      1,            3600 * SECONDS,       SVG_TIME,        "processor time that drawing a picture in SVG may take")
LIMIT(GLYPHS,          "glyphs",          NUMBER,       200 * MILLION,     1,            4000 * MILLION,       GLYPHS_LIMIT,    "glyphs on all pages of a document")
LIMIT(PAGES,           "pages",           NUMBER,       BOUND_PAGES,       1,            BOUND_PAGES,          PAGES_LIMIT,     "pages of a document")
LIMIT(OUTPUT,          "output",          BYTES,        GB,                1,            4 * GB - MB,          OUTPUT_LARGE,    "size of what is written, all pictures of pages together")
LIMIT(MEMORY,          "memory",          BYTES,        4 * GB,            MB,           1024 * GB,            MEMORY_LIMIT,    "memory for a document, without what libraries take; a dense text of 300 pages takes some 40 MB")
LIMIT(TIME,            "time",            MILLISECONDS, 120 * SECONDS,     1,            1000000 * SECONDS,    TIME_LIMIT,      "processor time that a document may take")

//    id               value             what it bounds                               why
BOUND(TEXT_BYTES,      512 * 1024 * 1024, "bytes of a text",                           "offsets of 32 bits, with room for what is put in")
BOUND(NESTING,         200,              "levels of elements, whatever the limit",     "trees are walked by recursion in layout, whose frames take some 300 bytes")
BOUND(PAGES,           100000,           "pages, whatever the limit; and numbers of pages in styles", "a reader of PDF/A need not take more than 8 million objects")
BOUND(YAML_NESTING,    64,               "levels of YAML, JSON and records",           "readers keep a stack of them")
BOUND(PROJECT_BYTES,   1024 * 1024,      "bytes of hspdf.yaml",                        "a screenful, and a style may be in it")
BOUND(MERGE_NESTING,   100,              "levels of sections and partials, together",  "merging walks them by recursion")
BOUND(MERGE_FIELDS,    2 * 65534,        "fields printed in a text",                   "each is a character of private use until the text is parsed: planes 15 and 16 have as many")
BOUND(RECORD_BYTES,    16 * 1024 * 1024, "bytes of a record of data",                  "a record is in memory whole")
BOUND(CSV_COLUMNS,     16384,            "columns of CSV",                             "spreadsheets end there")
BOUND(SURFACE_PIXELS,  50 * 1000 * 1000, "pixels of a picture of a page",              "4 bytes each")
BOUND(DIAGNOSTICS,     1000,             "diagnostics that are kept",                  "no one reads more")

#undef LIMIT
#undef BOUND
