// Private to src/pdf: where the nodes stand that something leads to, and the areas of links.
#ifndef HSPDF_PDF_LOCATIONS_H
#define HSPDF_PDF_LOCATIONS_H

#include "layout/layout.h"

// A rectangle on a page, from its upper left corner, y down. The text that a reader is led to begins there.
typedef struct {
    bool is_set;
    uint32_t page;
    Length x, y, width, height;
} Place;

// What of a link stands on one line.
typedef struct {
    const Node *node; // LINK or NOTE_REFERENCE; NOTE, of its mark
    Place place;
} LinkArea;

typedef struct {
    const Place *nodes;      // by node index: where the first of what is below it stands
    const bool *is_leftward; // by node index: a word of its text is
    const Str *told;         // by node index: words of hspdf's own that are told of it; empty: none
    LinkArea *links;         // in the order of pages and lines
    size_t link_count, link_capacity;
} Locations;

Locations locations_find(const Layout *layout, const Document *document, Arena *arena);

#endif
