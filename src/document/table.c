// Completes tables once the tree stands.
//
// Header rows are those in <thead>, Markdown's first row, and else a first row of nothing but <th>; only rows at the
// table's top count.
//
// In the rows below them each <th> heads its row. Where there is none, the first cell of each row does if
//   - the header's first cell is empty: the columns beside it are headed, so this one heads; or
//   - there is a header of at least two columns, and the first column reads like names: each cell has a letter in it,
//     and no two are the same. So "Cord blood | 0 years" is headed, "1 | Cord blood" is not.
// A screen reader says the names before each cell, and people find their row by them. An empty cell heads nothing.
//
// Cells that span columns or rows are not set as such yet: empty cells fill their place, so that all others stay in
// their columns.
#include "table.h"

#include <stdlib.h>

#include "node.h"

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    const CellSpan *spans;
    uint32_t *below; // by column: rows that a cell above still reaches into
    size_t below_count;
    size_t cells_added;
} Finish;

// --- columns

// Until it is placed a cell's column is the number of its span.
static CellSpan span_of(const Finish *finish, const Node *cell)
{
    return cell->cell.column > 0 ? finish->spans[cell->cell.column - 1] : (CellSpan){1, 1};
}

// False, after a diagnostic, where the document has too many cells that stand for spans.
static bool count_cell(Finish *finish, const Node *table)
{
    if (finish->cells_added < LIMIT_TABLE_CELLS) {
        finish->cells_added++;
        return true;
    }
    diagnose(finish->diagnostics, table->span, DIAG_TABLE_LARGE, (unsigned)LIMIT_TABLE_CELLS);
    return false;
}

// An empty cell behind `previous`, or, where that is NULL, first in `row`.
static Node *insert_cell(Finish *finish, Node *row, Node *previous, const Node *like, uint32_t column)
{
    Node *cell = arena_new(finish->arena, Node);
    cell->kind = NODE_CELL;
    cell->span = like->span;
    cell->cell.is_header = like->kind == NODE_CELL && like->cell.is_header;
    cell->cell.column = (int)column;
    node_insert(row, previous, cell);
    return cell;
}

static void reach_below(Finish *finish, uint32_t column, uint32_t rows)
{
    while (finish->below_count <= column) {
        size_t size = finish->below_count < 8 ? 16 : 2 * finish->below_count;
        uint32_t *larger = arena_array(finish->arena, uint32_t, size);
        if (finish->below_count > 0)
            memcpy(larger, finish->below, finish->below_count * sizeof *larger);
        finish->below = larger;
        finish->below_count = size;
    }
    finish->below[column] = rows;
}

static bool takes_from_above(Finish *finish, uint32_t column)
{
    if (column >= finish->below_count || finish->below[column] == 0)
        return false;
    finish->below[column]--;
    return true;
}

// Numbers the row's cells, with empty ones where spans reach. Gives the number of columns.
static uint32_t place_cells(Finish *finish, const Node *table, Node *row)
{
    uint32_t column = 0;
    Node *previous = NULL;
    for (Node *cell = row->first_child; cell; cell = cell->next) {
        while (takes_from_above(finish, column) && count_cell(finish, table))
            previous = insert_cell(finish, row, previous, row, column++);
        CellSpan span = span_of(finish, cell);
        cell->cell.column = (int)column;
        if (span.rows > 1)
            reach_below(finish, column, span.rows - 1);
        column++;
        for (uint32_t i = 1; i < span.columns && count_cell(finish, table); i++) {
            cell = insert_cell(finish, row, cell, cell, column);
            if (span.rows > 1)
                reach_below(finish, column, span.rows - 1);
            column++;
        }
        previous = cell;
    }
    while (takes_from_above(finish, column) && count_cell(finish, table))
        previous = insert_cell(finish, row, previous, row, column++);
    return column;
}

static void place_table(Finish *finish, Node *table)
{
    uint32_t columns = 0;
    for (size_t i = 0; i < finish->below_count; i++)
        finish->below[i] = 0;
    for (Node *row = table->first_child; row; row = row->next) {
        if (row->kind != NODE_ROW)
            continue;
        uint32_t count = place_cells(finish, table, row);
        columns = count > columns ? count : columns;
    }
    if ((int)columns > table->table.column_count)
        table->table.column_count = (int)columns;
}

// --- headers

static Node *next_row(Node *node)
{
    while (node && node->kind != NODE_ROW)
        node = node->next;
    return node;
}

static bool is_all_headers(const Node *row)
{
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        if (!cell->cell.is_header)
            return false;
    }
    return true;
}

static void mark_header_rows(Node *table)
{
    Node *first = next_row(table->first_child);
    // One row alone heads nothing.
    if (first && is_all_headers(first) && next_row(first->next))
        first->row.is_header = true;
    bool is_top = true;
    for (Node *row = first; row; row = next_row(row->next)) {
        is_top = is_top && row->row.is_header;
        row->row.is_header = is_top;
        for (Node *cell = row->first_child; cell && is_top; cell = cell->next)
            cell->cell.is_header = true;
    }
}

// Letters of any script; punctuation, currency, arrows and mathematical signs are none.
static bool is_letter(uint32_t character)
{
    if (character < 0xAA)
        return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    bool is_latin_sign = (character > 0xAA && character < 0xC0 && character != 0xB5 && character != 0xBA) ||
                         character == 0xD7 || character == 0xF7;
    return !is_latin_sign && !(character >= 0x2000 && character <= 0x2BFF);
}

// A digest of the cell's text; false where it does not read like a name.
static bool digest_label(const Node *cell, uint64_t *digest)
{
    uint64_t sum = 14695981039346656037u; // FNV-1a
    bool has_letter = false;
    for (const Node *node = cell; node; node = node_following(cell, node)) {
        for (uint32_t at = 0; at < node->text.length;) {
            uint32_t character = utf8_next(node->text, &at);
            has_letter = has_letter || is_letter(character);
            sum = (sum ^ character) * 1099511628211u;
        }
    }
    *digest = sum;
    return has_letter;
}

static int compare_digests(const void *a, const void *b)
{
    uint64_t left, right;
    memcpy(&left, a, sizeof left);
    memcpy(&right, b, sizeof right);
    return left < right ? -1 : left > right;
}

// Of `count` rows from `first` on.
static bool has_labels(Arena *arena, Node *first, size_t count)
{
    uint64_t *digests = arena_array(arena, uint64_t, count);
    size_t at = 0;
    for (Node *row = first; row; row = next_row(row->next)) {
        if (!row->first_child || !digest_label(row->first_child, &digests[at++]))
            return false;
    }
    qsort(digests, count, sizeof *digests, compare_digests);
    for (size_t i = 1; i < count; i++) {
        if (digests[i] == digests[i - 1])
            return false;
    }
    return count > 0;
}

static void mark_row_headers(Arena *arena, Node *table)
{
    Node *header = next_row(table->first_child);
    Node *body = header;
    while (body && body->row.is_header)
        body = next_row(body->next);
    size_t count = 0;
    bool has_th = false;
    for (Node *row = body; row; row = next_row(row->next)) {
        count++;
        for (const Node *cell = row->first_child; cell; cell = cell->next)
            has_th = has_th || cell->cell.is_header;
    }
    bool has_header = header && header->row.is_header && header->first_child;
    bool heads_all = !has_th && has_header && table->table.column_count > 1 &&
                     (!node_has_text(header->first_child) || has_labels(arena, body, count));
    for (Node *row = body; row && (has_th || heads_all); row = next_row(row->next)) {
        for (Node *cell = row->first_child; cell; cell = cell->next) {
            bool heads = cell->cell.is_header || (heads_all && cell == row->first_child);
            cell->cell.is_header = false;
            cell->cell.is_row_header = heads && node_has_text(cell);
            table->table.has_row_headers = table->table.has_row_headers || cell->cell.is_row_header;
        }
    }
}

void tables_finish(Arena *arena, Node *root, const CellSpan *spans, Diagnostics *diagnostics)
{
    Finish finish = {.arena = arena, .diagnostics = diagnostics, .spans = spans};
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind != NODE_TABLE)
            continue;
        place_table(&finish, node);
        mark_header_rows(node);
        mark_row_headers(arena, node);
    }
}
