// clang-format off
// One row a diagnostic: identifier, code as printed, severity, message (printf), hint or "". The enum, the messages
// and docs/diagnostics.md are made from these rows. A released code keeps its meaning. Grouped by stage, then sorted.

// source
DIAGNOSTIC(INPUT_EMPTY, "input-empty", ERROR, "there is nothing to set in this input", "")
DIAGNOSTIC(INPUT_MISSING, "input-missing", ERROR, "no such file or folder", "")
DIAGNOSTIC(INPUT_MORE, "input-more", NOTE, "this is the last of %u more faults [%s] that are not listed", "")
DIAGNOSTIC(INPUT_NUL, "input-nul", ERROR, "the input has a NUL byte", "is this really a text file? UTF-16 has such bytes: save it as UTF-8")
DIAGNOSTIC(INPUT_TOO_LARGE, "input-too-large", ERROR, "the input is larger than %u MB", "")
DIAGNOSTIC(INPUT_UNREADABLE, "input-unreadable", ERROR, "cannot read: %s", "")
DIAGNOSTIC(INPUT_UTF8, "input-utf8", ERROR, "byte 0x%02X is not valid UTF-8", "save the file as UTF-8; Windows programs often write Windows-1252")
DIAGNOSTIC(PROJECT_KEY, "project-key", ERROR, "'%.*s' is of one text; it can not be a default for all", "write it into the front matter of the text")
DIAGNOSTIC(PROJECT_NOT_MAPPING, "project-not-mapping", ERROR, "hspdf.yaml is %s, not a mapping of keys to values", "write lines such as 'organization: Clinic at the Market'")
DIAGNOSTIC(PROJECT_UNKNOWN_KEY, "project-unknown-key", ERROR, "unknown key '%.*s' in hspdf.yaml%s%.*s%s", "docs/front-matter.md lists the keys")
DIAGNOSTIC(PAPER_LANGUAGE, "paper-language", ERROR, "'%.*s' is no language, nor 'default'", "write such as 'paper: {default: a4, en-US: letter}'")
DIAGNOSTIC(ROOT_MISSING, "root-missing", ERROR, "there is no folder '%s' to be the root", "")
DIAGNOSTIC(TEXT_CONTROL, "text-control", WARNING, "control character U+%04X is left out", "")
DIAGNOSTIC(TEXT_NONCHARACTER, "text-noncharacter", WARNING, "U+%04X is not a character; U+FFFD is set in its place", "")
DIAGNOSTIC(FRONT_DATE, "front-date", WARNING, "there is no day '%.*s'; it is printed as it is written", "")
DIAGNOSTIC(FRONT_DUPLICATE, "front-duplicate", WARNING, "key '%.*s' stands twice; the last one counts", "")
DIAGNOSTIC(FRONT_LIMIT, "front-limit", ERROR, "YAML has more than %u values or goes deeper than %u levels", "")
DIAGNOSTIC(FRONT_NOT_MAPPING, "front-not-mapping", ERROR, "front matter is %s, not a mapping of keys to values", "write lines such as 'title: Cord blood'")
DIAGNOSTIC(FRONT_TYPE, "front-type", ERROR, "'%.*s' wants %s, but this is %s", "")
DIAGNOSTIC(FRONT_UNCLOSED, "front-unclosed", ERROR, "front matter starts here and is never closed", "end it with a line '---'")
DIAGNOSTIC(FRONT_VALUE, "front-value", WARNING, "'%.*s' is not a value that '%.*s' can have; %s is used", "")
DIAGNOSTIC(FRONT_YAML, "front-yaml", ERROR, "YAML: %s", "")

// document
DIAGNOSTIC(ALT_MISSING, "alt-missing", WARNING, "image '%.*s' has no alternative text", "say in the brackets what it shows")
DIAGNOSTIC(FOOTNOTE_PLAIN, "footnote-plain", NOTE, "footnote '%.*s' is set at the end of the text", "")
DIAGNOSTIC(FOOTNOTE_UNUSED, "footnote-unused", WARNING, "footnote '%.*s' is never referred to and is not set", "")
DIAGNOSTIC(HTML_SKIPPED, "html-skipped", WARNING, "the content of <%.*s> is not set", "")
DIAGNOSTIC(HTML_UNCLOSED, "html-unclosed", NOTE, "<%.*s> is never closed", "")
DIAGNOSTIC(HTML_UNKNOWN, "html-unknown", WARNING, "<%.*s> is not supported; its content is set without it", "")
DIAGNOSTIC(IMAGE_PLAIN, "image-plain", WARNING, "image '%.*s' is set as its alternative text", "")
DIAGNOSTIC(IMAGE_SIZE, "image-size", WARNING, "'%.*s' is not a %s that an image can have", "write a number of px, or with pt, mm, cm, in, em or %")
DIAGNOSTIC(LANG_GUESSED, "lang-guessed", NOTE, "the front matter does not say the language; by its script it is taken to be '%.*s'", "write a line such as 'lang: uk', so that it is read aloud and hyphenated rightly")
DIAGNOSTIC(LANG_UNKNOWN, "lang-unknown", WARNING, "'%.*s' is not a language that hspdf knows; English is assumed", "use a tag such as 'en', 'es' or 'zh-Hant'")
DIAGNOSTIC(NESTING_DEEP, "nesting-deep", ERROR, "nested deeper than %u levels", "")
DIAGNOSTIC(PAGE_BREAK_INSIDE, "page-break-inside", WARNING, "no page can begin within a paragraph or a table", "let it stand alone, between empty lines")
DIAGNOSTIC(TABLE_EXCESS, "table-excess", WARNING, "this row has more cells than the table's header; what is over is set in its last cell", "")
DIAGNOSTIC(TABLE_LARGE, "table-large", ERROR, "the table has more than %u cells", "")
DIAGNOSTIC(TABLE_OVERLAP, "table-overlap", WARNING, "this cell would lie over one that reaches down from above; it spans %d of its %d columns", "")

// style
DIAGNOSTIC(PAPER_UNKNOWN, "paper-unknown", ERROR, "'%.*s' is not a paper size", "use a4, letter, a5, legal, or WIDTHxHEIGHT such as 210x297mm")
DIAGNOSTIC(STYLE_MISSING, "style-missing", ERROR, "there is no style '%.*s'", "'hspdf styles' lists them")
DIAGNOSTIC(STYLE_UNKNOWN_KEY, "style-unknown-key", ERROR, "unknown key '%.*s' in '%.*s'%s%s%s", "")
DIAGNOSTIC(STYLE_VALUE, "style-value", ERROR, "'%.*s' wants %s", "")

// text
DIAGNOSTIC(BREAKS_MISSING, "breaks-missing", WARNING, "there is no dictionary for Khmer, Lao and Burmese, so such text breaks at its spaces only", "install hspdf's module hspdf-icu.so")
DIAGNOSTIC(GLYPH_MISSING, "glyph-missing", WARNING, "no font has the character U+%04X; its code is set in its place", "'hspdf fonts' lists what the fonts cover")
DIAGNOSTIC(WORD_BROKEN, "word-broken", WARNING, "'%.*s' is wider than its column and was broken", "")

// image
DIAGNOSTIC(IMAGE_BROKEN, "image-broken", WARNING, "image '%.*s' is broken: %s", "")
DIAGNOSTIC(IMAGE_DECODER, "image-decoder", WARNING, "image '%.*s' can not be shown: %s", "install hspdf's modules hspdf-raster.so and hspdf-svg.so")
DIAGNOSTIC(IMAGE_FORMAT, "image-format", WARNING, "image '%.*s' is of no kind that can be set", "PNG, JPEG, WebP, GIF and SVG can")
DIAGNOSTIC(IMAGE_LARGE, "image-large", WARNING, "image '%.*s' is larger than %u %s", "")
DIAGNOSTIC(IMAGE_MISSING, "image-missing", WARNING, "image '%.*s' is not there", "")
DIAGNOSTIC(IMAGE_OUTSIDE, "image-outside", WARNING, "image '%.*s' lies outside of the folder that may be read", "--root names another folder")
DIAGNOSTIC(IMAGE_REMOTE, "image-remote", WARNING, "image '%.*s' is on a network, and is not fetched", "save it beside the text")
DIAGNOSTIC(IMAGE_UNREADABLE, "image-unreadable", WARNING, "image '%.*s' can not be read", "")

// layout
DIAGNOSTIC(IMAGE_COARSE, "image-coarse", WARNING, "image '%.*s' is printed with %u dots an inch; under %u it looks coarse", "use a picture of more pixels, or set it smaller")
DIAGNOSTIC(PAGES_LIMIT, "pages-limit", ERROR, "the document has more than %u pages", "")
DIAGNOSTIC(PAPER_SMALL, "paper-small", ERROR, "the paper leaves no room for text between its margins", "")
DIAGNOSTIC(SURFACE_LARGE, "surface-large", ERROR, "a picture of %.0f by %.0f pixels is larger than %u million of them", "ask for fewer dots an inch with --dpi")
DIAGNOSTIC(TABLE_BLOCKS, "table-blocks", NOTE, "the table has more columns than the page has room for: each of its cells is set on a line of its own, its headers beside it", "")
DIAGNOSTIC(TABLE_SMALL, "table-small", NOTE, "the table is set in type of %.1f pt, to fit the page", "")
DIAGNOSTIC(TABLE_TIGHT, "table-tight", NOTE, "the table is set with less space in its cells, to fit the page", "")
DIAGNOSTIC(TABLE_TURNED, "table-turned", NOTE, "the table is set on a landscape page of its own, to fit", "")
DIAGNOSTIC(TABLE_WIDE, "table-wide", WARNING, "the table is too wide for the page at any legible size; its words were broken", "")

// machine and program
DIAGNOSTIC(INTERNAL, "internal", ERROR, "internal error in hspdf: %s", "please report this, with the input if you may")
DIAGNOSTIC(MEMORY, "memory", ERROR, "out of memory", "")
