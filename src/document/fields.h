// Values of merge fields put into the tree. Private to document.
#ifndef HSPDF_DOCUMENT_FIELDS_H
#define HSPDF_DOCUMENT_FIELDS_H

#include "document.h"

// Puts values in the place of the fields below `part`, which is of `source`; `lang` is the document's. What an empty
// value leaves empty goes away: texts, emphasis around them, paragraphs.
void fields_fill(Arena *arena, Node *part, const Source *source, Str lang, Diagnostics *diagnostics);

#endif
