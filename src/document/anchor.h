// Names by which links find their places. Private to document.
#ifndef HSPDF_DOCUMENT_ANCHOR_H
#define HSPDF_DOCUMENT_ANCHOR_H

#include "document.h"

// The anchor that GitHub makes of a heading's text, but for what makes it unique.
Str anchor_of_text(Arena *arena, Str text);

// A name within one part of the document.
typedef struct {
    Str text;
    uint32_t part;
    const Node *node;
    unsigned repeats; // anchors that were made of it
} Name;

// Open addressing; never more than half full.
typedef struct {
    Arena *arena;
    Name *names; // those without bytes are free
    size_t count, capacity;
} NameTable;

void name_table_init(NameTable *table, Arena *arena);
Name *name_find(const NameTable *table, Str text, uint32_t part);           // NULL: there is none
bool name_add(NameTable *table, Str text, uint32_t part, const Node *node); // false: it was there before

// Adds the text, or where that is taken the first of "text-1", "text-2" and so on that is free.
Str name_add_unique(NameTable *table, Str text, uint32_t part, const Node *node);

#endif
