// A table in blocks: a block for each row of its body, in it a row for each cell, with the cell's headers at its side
// as labels. Two columns fit on any page. The first cell of a row, which often heads it, stands at the block's top, and
// is said again where a page begins within the block.
//
// In the structure tree it stays the table that it is. So a header is read out where it stands first, and its other
// places are decoration, like those of a cell that spans rows.
#include "layout/table.h"

typedef struct HeaderLink HeaderLink;
struct HeaderLink {
    size_t header; // index of its cell
    HeaderLink *next;
};

typedef struct {
    Table *table; // as it was
    Table blocks;
    HeaderLink **headers, **last_headers; // by column, from the top down
    bool *is_placed;                      // by cell
    size_t *noted;                        // by cell: the row of the blocks that it was last put into, and one
    size_t capacity, cell_capacity;
    size_t repeated; // cells that span rows, put again into a block
} Blocks;

enum {
    LABELS_MAX = 8,  // of one cell, but for those that stand nowhere else
    REPEATS_MAX = 4, // for each cell of the table: rows that thousands of cells span would grow by the square
};

static CellContent content_of(Blocks *blocks, size_t cell)
{
    CellContent content = {.node = blocks->table->cells[cell].content.node, .is_repeated = blocks->is_placed[cell]};
    blocks->is_placed[cell] = true;
    return content;
}

static void link_headers(Blocks *blocks, size_t row)
{
    const Table *table = blocks->table;
    const TableRow *at = &table->rows[row];
    for (size_t i = at->first_cell; i < at->first_cell + at->cell_count; i++) {
        const TableCell *cell = &table->cells[i];
        for (size_t j = cell->column; j < cell->column + cell->column_span; j++) {
            HeaderLink *link = arena_new(table->context->scratch, HeaderLink);
            link->header = i;
            if (blocks->last_headers[j])
                blocks->last_headers[j]->next = link;
            else
                blocks->headers[j] = link;
            blocks->last_headers[j] = link;
        }
    }
}

// The headers of all columns that a cell has, each once.
static CellContent label_of(Blocks *blocks, const TableCell *cell)
{
    CellContent label = {0}, *last = NULL;
    size_t row = blocks->blocks.row_count, count = 0;
    for (size_t i = cell->column; i < cell->column + cell->column_span; i++) {
        for (const HeaderLink *link = blocks->headers[i]; link; link = link->next) {
            if (blocks->noted[link->header] == row || (count >= LABELS_MAX && blocks->is_placed[link->header]))
                continue;
            count++;
            blocks->noted[link->header] = row;
            CellContent content = content_of(blocks, link->header), *kept = &label;
            if (last)
                last->next = kept = arena_new(blocks->table->context->scratch, CellContent);
            *kept = content;
            last = kept;
        }
    }
    return label;
}

static void add_cell(Blocks *blocks, uint32_t column, CellContent content)
{
    Table *made = &blocks->blocks;
    TableCell *cell = arena_push(made->context->scratch, made->cells, made->cell_count, blocks->cell_capacity);
    *cell = (TableCell){
        .content = content, .row = (uint32_t)(made->row_count - 1), .column = column, .row_span = 1, .column_span = 1};
    made->rows[made->row_count - 1].cell_count++;
}

static void add_row(Blocks *blocks, size_t row, bool is_first)
{
    Table *made = &blocks->blocks;
    TableRow *added = arena_push(made->context->scratch, made->rows, made->row_count, blocks->capacity);
    *added = (TableRow){.node = blocks->table->rows[row].node,
                        .is_header = is_first,
                        .group = (int)row,
                        .first_cell = made->cell_count};
}

static void add_pair(Blocks *blocks, size_t row, size_t cell, bool is_first)
{
    add_row(blocks, row, is_first);
    bool has_labels = blocks->blocks.column_count > 1;
    if (has_labels)
        add_cell(blocks, 0, label_of(blocks, &blocks->table->cells[cell]));
    add_cell(blocks, has_labels ? 1 : 0, content_of(blocks, cell));
}

static void add_block(Blocks *blocks, const Owners *owners, size_t row)
{
    const Table *table = blocks->table;
    bool is_first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        const TableCell *cell = owners->here[i];
        if (!cell || (i > 0 && owners->here[i - 1] == cell))
            continue;
        if (cell->row < row && blocks->repeated++ > REPEATS_MAX * table->cell_count)
            continue;
        add_pair(blocks, row, (size_t)(cell - table->cells), is_first);
        is_first = false;
    }
}

// Headers of columns that no cell is in.
static void add_headers_left(Blocks *blocks, size_t header_rows)
{
    const Table *table = blocks->table;
    for (size_t i = 0; i < table->cell_count && table->cells[i].row < header_rows; i++) {
        if (blocks->is_placed[i])
            continue;
        add_row(blocks, table->cells[i].row, /*is_first*/ false);
        add_cell(blocks, 0, content_of(blocks, i));
    }
}

void table_turn_into_blocks(Table *table)
{
    Arena *scratch = table->context->scratch;
    size_t header_rows = 0;
    Blocks blocks = {.table = table,
                     .blocks = *table,
                     .headers = arena_array(scratch, HeaderLink *, table->column_count),
                     .last_headers = arena_array(scratch, HeaderLink *, table->column_count),
                     .is_placed = arena_array(scratch, bool, table->cell_count),
                     .noted = arena_array(scratch, size_t, table->cell_count)};
    while (header_rows < table->row_count && table->rows[header_rows].is_header)
        link_headers(&blocks, header_rows++);
    Table *made = &blocks.blocks;
    made->cells = NULL;
    made->rows = NULL;
    made->row_count = made->cell_count = 0;
    made->column_count = header_rows > 0 ? 2 : 1;
    made->is_in_blocks = true;
    made->has_numbers = false;
    Owners owners = {arena_array(scratch, TableCell *, table->column_count),
                     arena_array(scratch, TableCell *, table->column_count)};
    for (size_t row = header_rows; row < table->row_count; row++) {
        owners_enter(table, &owners, row);
        add_block(&blocks, &owners, row);
    }
    add_headers_left(&blocks, header_rows);
    made->extents = arena_array(scratch, ColumnCell, made->cell_count);
    made->columns = arena_array(scratch, Extent, made->column_count);
    *table = *made;
    table_measure(table);
}
