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

// What html.c does at a tag's start, or at its end.
typedef enum {
    HTML_ACTION_NONE,
    HTML_ACTION_BREAK,     // a line ends
    HTML_ACTION_MAY_BREAK, // a line may end
    HTML_ACTION_RULE,
    HTML_ACTION_COLUMN,
    HTML_ACTION_IMAGE,
    HTML_ACTION_PICTURE, // inline SVG
    HTML_ACTION_MATH,
    HTML_ACTION_CONTROL, // of a form
    HTML_ACTION_EMBED    // what paper has not
} HtmlAction;

enum { HTML_OPTIONAL_END = 1, HTML_RAW = 2, HTML_SILENT = 4 };

typedef struct {
    Str name; // in lower case
    HtmlRole role;
    NodeKind kind;
    HtmlAction action;
    unsigned flags;
    Str look; // declarations of CSS
} HtmlTag;

// Of any case. NULL where the tag is unknown.
const HtmlTag *html_tag_find(Str name);

bool html_tag_is(const HtmlTag *tag, const char *name); // false for NULL

#endif
