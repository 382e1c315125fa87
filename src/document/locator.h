// Finds the places of parsed text in its source. Private to document.
#ifndef HSPDF_DOCUMENT_LOCATOR_H
#define HSPDF_DOCUMENT_LOCATOR_H

#include "source/source.h"

// A cursor that only moves forward within a block.
typedef struct {
    const Source *source;
    uint32_t cursor, limit; // text is looked for in between
} Locator;

void locator_enter(Locator *locator, uint32_t start, uint32_t limit);

// The place of `text`, which may stand in the source with escapes, entities and other white space; the cursor moves
// behind it. Where it is not found near, the place of the cursor.
Span locator_find(Locator *locator, Str text);

void locator_next_line(Locator *locator);

#endif
