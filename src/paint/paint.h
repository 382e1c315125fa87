// Pages in, cairo's bytes out, with the owner of each piece of marked content. All cairo drawing is here.
//
// Text is tagged in flat leaves, never nested, each "Span", which cairo writes as `/Span << /MCID n >> BDC`. What is
// outside them is decoration. MCIDs count from 0 on each page, in the order of drawing.
#ifndef HSPDF_PAINT_PAINT_H
#define HSPDF_PAINT_PAINT_H

#include "layout/layout.h"

typedef struct {
    uint32_t page, mcid;
    const Node *node; // that is shown
} Mark;

typedef struct {
    Str pdf;           // as cairo writes it, not yet finished
    const Mark *marks; // in the order of pages and MCIDs
    size_t mark_count;
} Painting;

// On failure (cairo's status is not success, out of memory) false, with a diagnostic.
bool paint_pdf(const Layout *layout, Arena *arena, Painting *painting, Diagnostics *diagnostics);

#endif
