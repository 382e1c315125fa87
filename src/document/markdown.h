// Markdown of one source, as builder's events. Private to document.
#ifndef HSPDF_DOCUMENT_MARKDOWN_H
#define HSPDF_DOCUMENT_MARKDOWN_H

#include "html.h"

// Builds what the source's body holds below `root`, footnotes last. Gives the spans of its HTML cells (table.h).
// `*has_footnotes`: whether footnotes were reported already.
const CellSpan *markdown_build(Arena *arena, const Source *source, Node *root, bool *has_footnotes,
                               Diagnostics *diagnostics);

#endif
