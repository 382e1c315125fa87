// Where links lead. Private to document.
#ifndef HSPDF_DOCUMENT_LINKS_H
#define HSPDF_DOCUMENT_LINKS_H

#include "document.h"

// Gives each heading without an ID an anchor, and finds what each link leads to. One that leads nowhere is diagnosed,
// and stays as text.
void links_resolve(Arena *arena, Node *root, const Sources *sources, Diagnostics *diagnostics);

// links_print.c: puts addresses into notes, or behind the links that lead to them, unless they are the links' text.
void links_print(Arena *arena, Node *root, LinkPrint print);

#endif
