// Columns, headers and spans of tables. Private to document.
#ifndef HSPDF_DOCUMENT_TABLE_H
#define HSPDF_DOCUMENT_TABLE_H

#include "html.h"

// Completes all tables below `root`. A cell that spans others has the number of its span, from 1, for a column as yet.
void tables_finish(Arena *arena, Node *root, const CellSpan *spans, Diagnostics *diagnostics);

#endif
