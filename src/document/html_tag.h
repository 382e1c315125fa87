// What is known of a tag of HTML. Private to document.
#ifndef HSPDF_DOCUMENT_HTML_TAG_H
#define HSPDF_DOCUMENT_HTML_TAG_H

#include "document.h"

typedef enum {
    HTML_ROLE_BLOCK,
    HTML_ROLE_LEAF,
    HTML_ROLE_VERBATIM,
    HTML_ROLE_INLINE,
    HTML_ROLE_PLAIN,
    HTML_ROLE_SKIP,
    HTML_ROLE_VOID
} HtmlRole;

enum { HTML_OPTIONAL_END = 1, HTML_BOLD = 2, HTML_RAW = 4 };

typedef struct {
    Str name; // in lower case
    HtmlRole role;
    NodeKind kind;
    unsigned flags;
} HtmlTag;

// Of any case. NULL where the tag is unknown.
const HtmlTag *html_tag_find(Str name);

bool html_tag_is(const HtmlTag *tag, const char *name); // false for NULL

#endif
