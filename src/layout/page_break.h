// Private to src/layout: where pages end.
#ifndef HSPDF_LAYOUT_PAGE_BREAK_H
#define HSPDF_LAYOUT_PAGE_BREAK_H

#include "layout/flow.h"

// What stands on one page. Ends are one past the last.
typedef struct {
    size_t first, end;           // strips of the flow; none on a page that holds nothing but notes
    size_t first_note, end_note; // strips of the notes
    Length tightened;            // by so much the spaces between the flow's strips are to be less than their sum
} PageSpan;

typedef struct {
    PageSpan *pages;
    size_t count;
} PageSpans;

// Of the text on the first page, and on those behind it; > 0.
typedef struct {
    Length first, other;
} PageHeights;

// The pages of least cost for the strips from `first` to `end` (more than `first`), whose notes begin with
// `first_note`. Breaks before strips are not looked at. In `scratch`.
PageSpans pages_break(Arena *scratch, const Flow *flow, size_t first, size_t end, const NoteFlow *notes,
                      size_t first_note, PageHeights heights);

// By how much a space may be tightened: a fifth. More is seen beside a page that is not.
static inline Length space_slack(Length space)
{
    enum { SHARE = 5 };
    return space / SHARE;
}

#endif
