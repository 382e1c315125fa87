// A table is a form where at least half of its rows, but for headers, have nothing in them but perhaps their first
// cell: those are for a pen, and so are all rows with an empty cell there.
#include "layout/table.h"

static bool is_empty(const TableCell *cell)
{
    const Node *node = cell->content.node;
    return !cell->content.next && node && !node->first_child;
}

static bool is_to_fill(const Table *table, const TableRow *row)
{
    for (size_t i = row->first_cell; i < row->first_cell + row->cell_count; i++) {
        if (table->cells[i].column > 0 && !is_empty(&table->cells[i]))
            return false;
    }
    return row->cell_count > 0;
}

bool table_is_form(const Table *table)
{
    size_t count = 0, to_fill = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        const TableRow *row = &table->rows[i];
        if (row->is_header || row->is_footer)
            continue;
        count++;
        to_fill += is_to_fill(table, row);
    }
    return table->column_count > 1 && to_fill > 0 && 2 * to_fill >= count;
}

// So that a form is as wide as the page.
Length writing_width(const Table *table, const TableCell *cell)
{
    if (!table->is_form || !is_empty(cell))
        return 0;
    return table->context->page_width / (Length)table->column_count * (Length)cell->column_span;
}

Length writing_height(const Table *table, size_t row)
{
    const double height_mm = 8;
    const TableRow *at = &table->rows[row];
    if (!table->is_form || at->is_header)
        return 0;
    for (size_t i = at->first_cell; i < at->first_cell + at->cell_count; i++) {
        if (is_empty(&table->cells[i]))
            return length_from_pt(height_mm * 72 / 25.4);
    }
    return 0;
}
