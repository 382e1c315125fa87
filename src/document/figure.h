// Images alone in their paragraph become figures. Private to document.
#ifndef HSPDF_DOCUMENT_FIGURE_H
#define HSPDF_DOCUMENT_FIGURE_H

#include "document.h"

// Works on all below `root`.
void figures_finish(Arena *arena, Node *root);

#endif
