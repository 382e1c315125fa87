// Which cells head a cell (ISO 32000-1, table 349): where spans, several header rows or row headers beside others leave
// Scope in doubt, each cell names its headers by their IDs.
//
// Of a column all header cells above count, of a row all its row headers, those that reach into it from above too.
#include "pdf/structure.h"

enum { HEADERS_MAX = 16 }; // of a cell; with more it says none, and Scope alone is left

typedef struct Heading Heading;
struct Heading {
    const Node *cell;
    int rows; // that it still covers; of row headers
    Heading *next;
};

typedef struct {
    Structure *structure;
    const uint32_t *elements; // by node index
    Arena *arena;
    Heading **columns; // by column, the lowest first
    Heading *row;      // of the row at hand
} Headings;

typedef struct {
    uint32_t nodes[HEADERS_MAX];
    size_t count;
    bool is_over;
} HeaderList;

static bool heads_row(const Node *cell)
{
    return cell->cell.scope == SCOPE_ROW || (cell->cell.is_row_header && cell->cell.scope != SCOPE_COLUMN);
}

static bool is_heading(const Headings *headings, const Node *cell)
{
    return headings->structure->elements[headings->elements[cell->index]].role == ROLE_TH;
}

bool table_needs_headers(const Node *table)
{
    int header_rows = 0;
    for (const Node *row = table->first_child; row; row = row->next) {
        if (row->kind != NODE_ROW)
            continue;
        header_rows += row->row.is_header;
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            bool heads = cell->cell.is_header || cell->cell.is_row_header;
            bool spans = cell->cell.column_span > 1 || cell->cell.row_span > 1;
            bool is_apart = (cell->cell.is_row_header && cell->cell.column > 0) || cell->cell.scope != SCOPE_NONE;
            if (heads && (spans || is_apart))
                return true;
        }
    }
    return header_rows > 1;
}

static void add_header(HeaderList *list, uint32_t node)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->nodes[i] == node)
            return;
    }
    list->is_over |= list->count == HEADERS_MAX;
    if (!list->is_over)
        list->nodes[list->count++] = node;
}

static void find_headers(Headings *headings, const Node *cell)
{
    HeaderList list = {.count = 0};
    for (int i = 0; i < cell->cell.column_span && !list.is_over; i++) {
        for (const Heading *above = headings->columns[cell->cell.column + i]; above && !list.is_over;
             above = above->next)
            add_header(&list, above->cell->index);
    }
    for (const Heading *beside = headings->row; beside && !list.is_over; beside = beside->next) {
        // One in a row of headers is headed by what is above it alone.
        if (beside->cell != cell && !cell->cell.is_header && beside->cell->cell.column < cell->cell.column)
            add_header(&list, beside->cell->index);
    }
    Element *element = &headings->structure->elements[headings->elements[cell->index]];
    element->has_id = element->role == ROLE_TH;
    headings->structure->has_ids |= element->has_id;
    if (list.is_over || list.count == 0)
        return;
    uint32_t *headers = arena_array(headings->arena, uint32_t, list.count);
    memcpy(headers, list.nodes, list.count * sizeof *headers);
    element->headers = headers;
    element->header_count = (uint32_t)list.count;
}

static Heading *add_heading(Headings *headings, const Node *cell, Heading *next)
{
    Heading *heading = arena_new(headings->arena, Heading);
    *heading = (Heading){cell, cell->cell.row_span, next};
    return heading;
}

static void drop_ended(Headings *headings)
{
    Heading **link = &headings->row;
    while (*link) {
        if (--(*link)->rows == 0)
            *link = (*link)->next;
        else
            link = &(*link)->next;
    }
}

void headers_find(Structure *structure, const Node *table, int column_count, const uint32_t *elements, Arena *arena)
{
    Headings headings = {.structure = structure,
                         .elements = elements,
                         .arena = arena,
                         .columns = arena_array(arena, Heading *, (size_t)column_count)};
    for (const Node *row = table->first_child; row; row = row->next) {
        if (row->kind != NODE_ROW)
            continue;
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            if (is_heading(&headings, cell) && heads_row(cell))
                headings.row = add_heading(&headings, cell, headings.row);
        }
        for (const Node *cell = row->first_child; cell; cell = cell->next)
            find_headers(&headings, cell);
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            for (int i = 0; i < cell->cell.column_span && is_heading(&headings, cell) && !heads_row(cell); i++) {
                Heading **column = &headings.columns[cell->cell.column + i];
                *column = add_heading(&headings, cell, *column);
            }
        }
        drop_ended(&headings);
    }
}
