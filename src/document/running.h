// Heads and feet: what stands above and below the text of each page. Part of document.h.
#ifndef HSPDF_DOCUMENT_RUNNING_H
#define HSPDF_DOCUMENT_RUNNING_H

#include "source/source.h"

typedef enum { RUNNING_HEAD, RUNNING_FOOT, RUNNING_END_COUNT } RunningEnd;

// On which pages. Even ones are left pages, where lines begin at the left.
typedef enum { RUNNING_ALL, RUNNING_FIRST, RUNNING_EVEN, RUNNING_PAGES_COUNT } RunningPages;

// Of a page whose lines begin at the left; mirrored where they begin at the right.
typedef enum { RUNNING_LEFT, RUNNING_MIDDLE, RUNNING_RIGHT, RUNNING_PLACE_COUNT } RunningPlace;

// Of each field: identifier, name. `{name}` stands for it.
#define RUNNING_FIELDS(FIELD)                                                                                          \
    FIELD(AUTHOR, "author")                                                                                            \
    FIELD(DATE, "date")                                                                                                \
    FIELD(FOLIO, "folio")     /* "Page 2 of 3", in the document's language; nothing where there is one page */         \
    FIELD(IMPRINT, "imprint") /* organization, reference, version and review, as far as they are given */              \
    FIELD(ORGANIZATION, "organization")                                                                                \
    FIELD(PAGE, "page")                                                                                                \
    FIELD(PAGES, "pages")                                                                                              \
    FIELD(REFERENCE, "reference")                                                                                      \
    FIELD(REVIEW, "review")                                                                                            \
    FIELD(SECTION, "section") /* the first heading on the page, or the last one before it */                           \
    FIELD(TITLE, "title")                                                                                              \
    FIELD(VERSION, "version")

typedef enum {
#define FIELD(id, name) FIELD_##id,
    RUNNING_FIELDS(FIELD)
#undef FIELD
        FIELD_COUNT
} RunningField;

// Lines of Markdown as they are given. NULL: nothing is given; null or "none": nothing stands there.
typedef struct {
    const Value *texts[RUNNING_PAGES_COUNT][RUNNING_PLACE_COUNT];
} RunningTexts;

// The same, read: each a PARAGRAPH, without a child where nothing stands there; NULL: nothing is given.
struct Node;
typedef struct {
    const struct Node *parts[RUNNING_PAGES_COUNT][RUNNING_PLACE_COUNT];
} RunningParts;

bool running_text_is_none(const Value *text);

#endif
