// Private to src/layout: where pages end.
#ifndef HSPDF_LAYOUT_PAGE_BREAK_H
#define HSPDF_LAYOUT_PAGE_BREAK_H

#include "layout/flow.h"

// What the ends of columns hold to: a forbidden end is taken only where nothing else helps, and one within a paragraph
// last of all.
typedef enum { KEEP_ALL, KEEP_LINES, KEEP_NONE, KEEP_COUNT } Keep;

// What stands on one page. Ends are one past the last.
typedef struct {
    size_t first, end;           // strips of the flow; none on a page that holds nothing but notes
    size_t first_note, end_note; // strips of the notes
    Length tightened;            // by so much the spaces between the flow's strips are to be less than their sum
    Length spare;                // room that is left where columns are as low as can be
    Keep keep;                   // of its columns
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

// One page for all strips, at least one, where that holds them.
bool page_holds(Arena *scratch, const Flow *flow, const NoteFlow *notes, int64_t height, PageSpan *page);

// What an end of a page or a column below a strip costs.
int64_t break_cost(const Strip *above);

// By how much a space may be tightened: a fifth. More is seen beside a page that is not.
static inline Length space_slack(Length space)
{
    enum { SHARE = 5 };
    return space / SHARE;
}

#endif
