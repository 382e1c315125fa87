// Attributes in braces, as Pandoc has them: `{#id .class key=value}`. Private to document.
#ifndef HSPDF_DOCUMENT_ATTRIBUTES_H
#define HSPDF_DOCUMENT_ATTRIBUTES_H

#include "document.h"

// Takes those at the end of a heading's text. What is malformed stays text.
void attributes_take_heading(Arena *arena, Node *heading);

// Takes those that follow an IMAGE or a LINK without a space.
void attributes_take_behind(Arena *arena, Node *node, Diagnostics *diagnostics);

// Gives a SPAN those that `text` begins with, and the kind that a class of it names. Gives their length; 0: it has
// none.
uint32_t attributes_take_span(Arena *arena, Node *span, Str text);

#endif
