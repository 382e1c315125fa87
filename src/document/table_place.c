// Where a table's cells stand: the table model of the HTML standard (section 4.9.12), in time that follows the number
// of cells, not that of columns times rows.
//
// A row's cells take the first columns that no cell from above reaches into. What reaches down is a list of ranges of
// columns, in their order; each row merges it with its cells. Spans end with their group of rows, and a cell that would
// lie over one from above is as narrow as that leaves it, where browsers set one over the other.
//
// Columns in which no cell begins are none, so that a span of a thousand columns is as wide as what is below it.
#include "table.h"

#include <stdlib.h>

#include "support/support.h"

typedef struct {
    int start, end; // columns
    int rows_end;   // row's number, as written, where it ends
    Node *cell;
} Reach;

typedef struct {
    Reach *reaches; // in the order of their columns
    size_t count, capacity;
} ReachList;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    Node *table;
    ReachList above, below; // of the row at hand
    size_t cell_count, steps;
    int column_count;
    bool has_column_spans, is_large;
} Placing;

static void reach_add(Placing *placing, Reach reach)
{
    ReachList *list = &placing->below;
    *arena_push(placing->arena, list->reaches, list->count, list->capacity) = reach;
}

// Hands what reaches the row at `at` from above, up to one that begins behind `column`, on to the row below. Gives the
// first column from `column` on that is free.
static int pass_reaches(Placing *placing, size_t *at, int column)
{
    const ReachList *above = &placing->above;
    while (*at < above->count && above->reaches[*at].start <= column) {
        Reach reach = above->reaches[(*at)++];
        column = reach.end;
        reach_add(placing, reach);
    }
    return column;
}

static int narrow(Placing *placing, const Node *cell, int column, size_t at)
{
    int wanted = cell->cell.column_span > 1 ? cell->cell.column_span : 1;
    if (at == placing->above.count)
        return wanted;
    int room = placing->above.reaches[at].start - column;
    if (room < wanted)
        diagnose(placing->diagnostics, cell->span, DIAG_TABLE_OVERLAP, room, wanted);
    return room < wanted ? room : wanted;
}

static void place_row(Placing *placing, Node *row)
{
    int column = 0;
    size_t at = 0;
    for (Node *cell = row->first_child; cell; cell = cell->next) {
        column = pass_reaches(placing, &at, column);
        int rows = cell->cell.row_span;
        cell->cell.column = column;
        cell->cell.column_span = narrow(placing, cell, column, at);
        cell->cell.row_span = 1;
        column += cell->cell.column_span;
        if (rows > 1)
            reach_add(placing, (Reach){cell->cell.column, column, row->row.number + rows, cell});
        placing->has_column_spans |= cell->cell.column_span > 1;
        placing->cell_count++;
    }
    if (column > placing->column_count)
        placing->column_count = column;
    pass_reaches(placing, &at, INT32_MAX);
}

// What is left of the reaches in `row`: none of those of another group, nor, where the table is too large, any.
static void enter_row(Placing *placing, const Node *row, bool is_new_group)
{
    ReachList *above = &placing->above;
    size_t kept = 0;
    for (size_t i = 0; i < above->count && !is_new_group && !placing->is_large; i++) {
        if (above->reaches[i].rows_end <= row->row.number)
            continue;
        above->reaches[i].cell->cell.row_span++;
        above->reaches[kept++] = above->reaches[i];
    }
    above->count = kept;
    placing->steps += kept;
    if (!placing->is_large)
        placing->is_large = !limit_holds(placing->diagnostics, LIMIT_TABLE_CELLS, placing->steps, placing->table->span);
}

static void place_rows(Placing *placing)
{
    const Node *previous = NULL;
    for (Node *row = placing->table->first_child; row; row = row->next) {
        if (row->kind != NODE_ROW)
            continue;
        if (row->row.number == 0)
            row->row.number = previous ? previous->row.number + 1 : 1;
        enter_row(placing, row, previous && previous->row.group != row->row.group);
        place_row(placing, row);
        ReachList swap = placing->above;
        placing->above = placing->below;
        placing->below = swap;
        placing->below.count = 0;
        previous = row;
    }
}

// --- columns in which no cell begins

static int compare_columns(const void *a, const void *b)
{
    const int *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

// How many of the `count` columns, which are in order, lie before `column`.
static int columns_before(const int *columns, size_t count, int column)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (columns[middle] < column)
            low = middle + 1;
        else
            high = middle;
    }
    return (int)low;
}

static void drop_columns(Placing *placing)
{
    int *columns = arena_array(placing->arena, int, placing->cell_count);
    size_t count = 0, kept = 0;
    for (const Node *row = placing->table->first_child; row; row = row->next) {
        for (const Node *cell = row->kind == NODE_ROW ? row->first_child : NULL; cell; cell = cell->next)
            columns[count++] = cell->cell.column;
    }
    qsort(columns, count, sizeof *columns, compare_columns);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || columns[i] != columns[kept - 1])
            columns[kept++] = columns[i];
    }
    for (Node *row = placing->table->first_child; row; row = row->next) {
        for (Node *cell = row->kind == NODE_ROW ? row->first_child : NULL; cell; cell = cell->next) {
            int end = columns_before(columns, kept, cell->cell.column + cell->cell.column_span);
            cell->cell.column = columns_before(columns, kept, cell->cell.column);
            cell->cell.column_span = end - cell->cell.column;
        }
    }
    placing->column_count = (int)kept;
}

void table_place(Arena *arena, Node *table, Diagnostics *diagnostics)
{
    Placing placing = {.arena = arena, .diagnostics = diagnostics, .table = table};
    place_rows(&placing);
    if (placing.has_column_spans)
        drop_columns(&placing);
    // Markdown's header says how many there are, though no row may have them all.
    if (placing.has_column_spans || placing.column_count > table->table.column_count)
        table->table.column_count = placing.column_count;
}
