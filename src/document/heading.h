// The title and the levels of headings. Private to document.
#ifndef HSPDF_DOCUMENT_HEADING_H
#define HSPDF_DOCUMENT_HEADING_H

#include "document.h"

typedef struct {
    Str title, subtitle; // with single spaces; empty: there is none
    Span title_span, subtitle_span;
} TitleText;

// Puts TITLE and SUBTITLE before all else in `part`, but no title that the part's first heading repeats.
void title_insert(Arena *arena, Node *part, const TitleText *text);

// Gives all headings of `part` their structure_level.
void headings_number(Node *part);

#endif
