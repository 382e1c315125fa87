// What people write that neither Markdown nor HTML has. Private to document.
#ifndef HSPDF_DOCUMENT_EXTRAS_H
#define HSPDF_DOCUMENT_EXTRAS_H

#include "document.h"

// Finds them in a tree that was just built of `source`.
void extras_finish(Arena *arena, Node *root, const Source *source, Diagnostics *diagnostics);

// Whether a comment of HTML asks for a new page.
bool page_break_is_named(Str comment);

#endif
