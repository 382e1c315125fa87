// Private to the layout of tables: how a table's width is shared among its columns.
#ifndef HSPDF_LAYOUT_COLUMNS_H
#define HSPDF_LAYOUT_COLUMNS_H

#include "layout/flow.h"

enum { STEP_COUNT = 8 };

// How high a part of a cell is, by its width: a paragraph, or anything else that is taken for one.
typedef struct {
    Length leading;
    Length indent;            // what of the cell's width its lines do not have, padding included
    Length steps[STEP_COUNT]; // [n - 1]: the least width of lines at which it takes no more than n of them
    Length natural;           // of its text in one line
} CellPart;

typedef struct {
    uint32_t row, column, row_span, column_span;
    Extent extent;         // padding included
    const CellPart *parts; // read by columns_search alone
    size_t part_count;
} ColumnCell;

// Cells by row, in the order of their columns.
typedef struct {
    const ColumnCell *cells;
    size_t cell_count, row_count, column_count;
} ColumnTable;

// The least and the natural width of each column: of its own cells, and then of those that span several, which share
// out what they need more.
void columns_measure(const ColumnTable *table, Extent *columns);

// Widths that sum up to at most `available` where the least ones do not fit: the widest columns give.
void columns_squeeze(const Extent *columns, size_t count, Length available, Length *widths);

// Widths that sum up to `available`, each at least its column's least, at which the table is as low as a bounded search
// finds. The sum of the least ones must be below `available`, that of the natural ones above.
void columns_search(Arena *scratch, const ColumnTable *table, const Extent *columns, Length available, Length *widths);

// What the search makes low: the height of all rows at these widths.
int64_t columns_height(const ColumnTable *table, const Length *widths);

// In the search only these rows of a table count, some hundred at most, evenly spread.
bool columns_look_at(size_t row, size_t row_count);

#endif
