// Markdown of one source, as builder's events. Private to document.
#ifndef HSPDF_DOCUMENT_MARKDOWN_H
#define HSPDF_DOCUMENT_MARKDOWN_H

#include "html.h"

// Builds what the source's body holds below `root`, footnotes last.
void markdown_build(Arena *arena, const Source *source, Node *root, Diagnostics *diagnostics);

#endif
