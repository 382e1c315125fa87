// Private to src/pdf: text that a screen reader would not have from what is drawn.
#ifndef HSPDF_PDF_SPOKEN_H
#define HSPDF_PDF_SPOKEN_H

#include "pdf/locations.h"

// What is to be said for a TEXT, CODE or CODE_BLOCK in place of its glyphs' text; empty where that is the same.
Str spoken_text(const Node *node, const Locations *locations, Arena *arena);

#endif
