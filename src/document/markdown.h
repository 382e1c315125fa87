// Markdown of one source, as builder's events. Private to document.
#ifndef HSPDF_DOCUMENT_MARKDOWN_H
#define HSPDF_DOCUMENT_MARKDOWN_H

#include "html.h"

// Builds what the source's body holds below `root`, footnotes last.
// `*has_footnotes`: whether footnotes were reported already.
void markdown_build(Arena *arena, const Source *source, Node *root, bool *has_footnotes, Diagnostics *diagnostics);

#endif
