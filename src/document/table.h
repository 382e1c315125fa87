// Columns, headers and spans of tables. Private to document.
#ifndef HSPDF_DOCUMENT_TABLE_H
#define HSPDF_DOCUMENT_TABLE_H

#include "document.h"

// Completes all tables below `root`.
void tables_finish(Arena *arena, Node *root, Diagnostics *diagnostics);

// table_place.c: gives the cells of one table their columns, and their spans what they reach.
void table_place(Arena *arena, Node *table, Diagnostics *diagnostics);

#endif
