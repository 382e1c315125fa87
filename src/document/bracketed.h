// Spans in brackets, as Pandoc has them: `[text]{.class lang=fr}`. Private to document.
#ifndef HSPDF_DOCUMENT_BRACKETED_H
#define HSPDF_DOCUMENT_BRACKETED_H

#include "document.h"

// Makes them of texts below `root`. Brackets that were escaped, and what is malformed, stay text.
void bracketed_finish(Arena *arena, Node *root, const Source *source);

#endif
