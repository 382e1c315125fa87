// Completes tables once the tree stands: captions come first, rows of <tfoot> last, as browsers set them.
//
// Header rows are those in <thead>, Markdown's first row, and else first rows of nothing but <th> and empty cells: one,
// and those below it that its cells reach into or spread over. Only rows at the table's top count, and none whose cells
// reach out of the header.
//
// In the rows below them each <th> heads its row, or its column where it says so. Where there is none, the cell in the
// first column of each row does if
//   - the header's first cell is empty: the columns beside it are headed, so this one heads; or
//   - there is a header of at least two columns, and the first column reads like names: each cell has a letter in it,
//     and no two are the same. So "Cord blood | 0 years" is headed, "1 | Cord blood" is not.
// A screen reader says the names before each cell, and people find their row by them. An empty cell heads nothing.
#include "table.h"

#include <stdlib.h>

#include "node.h"

// --- empty cells

// Nothing but spaces, among them those that editors put into empty cells.
static bool is_blank(const Node *cell)
{
    for (const Node *node = cell; node; node = node_following(cell, node)) {
        if (node->kind == NODE_IMAGE || node->kind == NODE_BLANK)
            return false;
        for (uint32_t at = 0; at < node->text.length;) {
            uint32_t character = utf8_next(node->text, &at);
            if (character != ' ' && character != 0xA0)
                return false;
        }
    }
    return true;
}

static void empty_blank_cells(Node *table)
{
    for (Node *row = table->first_child; row; row = row->next) {
        for (Node *cell = row->kind == NODE_ROW ? row->first_child : NULL; cell; cell = cell->next) {
            if (cell->first_child && is_blank(cell))
                cell->first_child = cell->last_child = NULL;
        }
    }
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
    bool has_header = false;
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        bool is_header = cell->cell.is_header && cell->cell.scope != SCOPE_ROW;
        if (!is_header && cell->first_child)
            return false;
        has_header |= is_header;
    }
    return has_header;
}

static bool has_spans(const Node *row)
{
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        if (cell->cell.column_span > 1 || cell->cell.row_span > 1)
            return true;
    }
    return false;
}

// Rows of nothing but <th> that no <thead> holds. One row alone heads nothing.
static void find_header_rows(Node *table)
{
    Node *row = next_row(table->first_child), *next;
    bool goes_on = true;
    for (; row && goes_on && !row->row.is_header && is_all_headers(row); row = next) {
        next = next_row(row->next);
        row->row.is_header = next != NULL;
        goes_on = has_spans(row);
    }
}

// How many of the rows at the top that call themselves headers are: none of these has a cell that reaches below.
static size_t count_header_rows(const Node *table)
{
    size_t at = 0, end = 0, count = 0;
    for (Node *row = next_row(table->first_child); row && row->row.is_header; row = next_row(row->next)) {
        at++;
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            size_t reach = at + (size_t)cell->cell.row_span - 1;
            end = reach > end ? reach : end;
        }
        count = end <= at ? at : count;
    }
    return count;
}

static void mark_header_rows(Node *table)
{
    find_header_rows(table);
    size_t left = count_header_rows(table);
    for (Node *row = next_row(table->first_child); row; row = next_row(row->next)) {
        row->row.is_header = left > 0;
        left -= left > 0;
        for (Node *cell = row->first_child; cell && row->row.is_header; cell = cell->next)
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

// The row's cell in the first column; NULL where one from above reaches there, or there is none, or it is all the row.
static const Node *label_of(const Node *row)
{
    const Node *first = row->first_child;
    bool is_label = first && first->cell.column == 0 && first->cell.column_span < row->parent->table.column_count;
    return is_label ? first : NULL;
}

// Of at most `count` rows from `first` on.
static bool has_labels(Arena *arena, Node *first, size_t count)
{
    uint64_t *digests = arena_array(arena, uint64_t, count);
    size_t label_count = 0;
    for (Node *row = first; row; row = next_row(row->next)) {
        const Node *label = label_of(row);
        if (label && !digest_label(label, &digests[label_count++]))
            return false;
    }
    qsort(digests, label_count, sizeof *digests, compare_digests);
    for (size_t i = 1; i < label_count; i++) {
        if (digests[i] == digests[i - 1])
            return false;
    }
    return label_count > 0;
}

static void mark_cell(Node *table, Node *cell, bool heads_row)
{
    bool is_header = cell->cell.is_header || cell->cell.scope != SCOPE_NONE;
    bool is_for_column = is_header && cell->cell.scope == SCOPE_COLUMN;
    cell->cell.is_header = is_for_column && node_has_text(cell);
    cell->cell.is_row_header = ((is_header && !is_for_column) || heads_row) && node_has_text(cell);
    table->table.has_row_headers |= cell->cell.is_row_header;
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
            has_th |= cell->cell.is_header || cell->cell.scope != SCOPE_NONE;
    }
    bool has_header = header && header->row.is_header && header->first_child;
    bool heads_all = !has_th && has_header && table->table.column_count > 1 &&
                     (!node_has_text(header->first_child) || has_labels(arena, body, count));
    for (Node *row = body; row && (has_th || heads_all); row = next_row(row->next)) {
        for (Node *cell = row->first_child; cell; cell = cell->next)
            mark_cell(table, cell, heads_all && cell == label_of(row));
    }
}

// --- order

// Markdown tables must have a header row; where that is empty, as in a table of keys and values, it is none.
static bool is_empty_header(const Node *row)
{
    bool is_empty = row->row.is_header && next_row(row->next);
    for (const Node *cell = row->first_child; cell && is_empty; cell = cell->next)
        is_empty = !cell->first_child && cell->cell.row_span == 1;
    return is_empty;
}

static void drop_empty_header(Node *table)
{
    Node **link = &table->first_child;
    while (*link && (*link)->kind != NODE_ROW)
        link = &(*link)->next;
    if (*link && is_empty_header(*link))
        *link = (*link)->next;
}

static int rank_of(const Node *child)
{
    if (child->kind == NODE_CAPTION)
        return 0;
    return child->row.is_footer ? 2 : 1;
}

static void put_in_order(Node *table)
{
    Node *first[3] = {NULL}, *last[3] = {NULL}, *next;
    for (Node *child = table->first_child; child; child = next) {
        int rank = rank_of(child);
        next = child->next;
        child->next = NULL;
        if (last[rank])
            last[rank]->next = child;
        else
            first[rank] = child;
        last[rank] = child;
    }
    table->first_child = table->last_child = NULL;
    for (int rank = 0; rank < 3; rank++) {
        if (!first[rank])
            continue;
        if (table->last_child)
            table->last_child->next = first[rank];
        else
            table->first_child = first[rank];
        table->last_child = last[rank];
    }
}

// A table has one caption: what further ones say stands in lines below the first.
static void join_captions(Arena *arena, Node *table)
{
    Node *first = table->first_child;
    while (first && first->kind == NODE_CAPTION && first->next && first->next->kind == NODE_CAPTION) {
        Node *further = first->next;
        if (first->first_child && further->first_child) {
            Node *line_break = arena_new(arena, Node);
            *line_break = (Node){.kind = NODE_LINE_BREAK, .span = further->span};
            node_insert(first, first->last_child, line_break);
        }
        for (Node *child = further->first_child, *next; child; child = next) {
            next = child->next;
            node_insert(first, first->last_child, child);
        }
        first->next = further->next;
        if (!first->next)
            table->last_child = first;
    }
}

void tables_finish(Arena *arena, Node *root, Diagnostics *diagnostics)
{
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind != NODE_TABLE)
            continue;
        put_in_order(node);
        join_captions(arena, node);
        table_place(arena, node, diagnostics);
        empty_blank_cells(node);
        mark_header_rows(node);
        mark_row_headers(arena, node);
        drop_empty_header(node);
    }
}
