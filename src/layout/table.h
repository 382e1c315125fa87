// Private to the layout of tables: a table as it is laid.
//
// table.c           measures it, and lays it
// table_fit.c       makes it fit its width
// table_blocks.c    the same table with a row for each cell, its headers beside it
// columns.c         shares the width
// table_sections.c  header rows, what they head, blocks
// table_rows.c      makes strips of rows and of groups of rows that spans tie together
// table_rules.c     rules and fills
// table_form.c      makes room to write
// table_numbers.c   aligns numbers
#ifndef HSPDF_LAYOUT_TABLE_H
#define HSPDF_LAYOUT_TABLE_H

#include "layout/columns.h"

// A cell's content while its rows are laid: strips, of which those before `next` are placed.
typedef struct {
    Flow flow;
    size_t next;
    Length end; // lower end of what was placed, where all of it was at once; from the top of the rows' strip
} CellFlow;

// What a cell holds: one CELL, but for a label in a block, which may be several headers below each other.
typedef struct CellContent CellContent;
struct CellContent {
    const Node *node;
    const CellContent *next;
    bool is_repeated; // it stands elsewhere too: here it is not read out
};

typedef struct TableCell TableCell;
struct TableCell {
    CellContent content;
    uint32_t row, column, row_span, column_span;
    bool is_number;               // or stands for none, where its column is one of numbers
    CellFlow *flow;               // while its rows are laid
    const TableCell *next_ending; // among the cells that span rows and end in the same one
};

typedef struct {
    const Node *node;
    bool is_header, is_footer;
    int group;
    bool is_striped;
    size_t first_cell, cell_count; // that begin in it
} TableRow;

typedef struct {
    bool is_aligned;
    uint32_t decimal;
    Length left, right; // the widest of what stands before the decimal mark, and of the rest
} NumberColumn;

typedef struct {
    LayoutContext *context;
    const Node *node;
    bool is_in_blocks;
    bool is_turned;        // on a page of its own that lies on its side
    bool is_form;          // its empty cells are to be written in
    bool has_numbers;      // a column is aligned
    NumberColumn *numbers; // by column
    BlockStyle style;
    TableStyle look;
    Area area;
    size_t column_count, row_count, cell_count;
    TableCell *cells;    // by row, in the order of their columns
    ColumnCell *extents; // of the same cells
    TableRow *rows;
    Extent *columns;
    Length *boundaries; // column_count + 1, from the text area's left edge
    Length width;
} Table;

static inline uint32_t cell_last_row(const TableCell *cell)
{
    return cell->row + cell->row_span - 1;
}

// Measures all cells, and gives the sum of the columns' least widths.
int64_t table_measure(Table *table);

// table_fit.c: less padding, smaller type, words broken, and what nothing else helps is turned into blocks. Says which.
void table_fit(Table *table);

// table_numbers.c
void numbers_find(Table *table);                        // tells which columns are of numbers
void numbers_measure(Table *table);                     // makes their cells as wide as they are when aligned
void number_align(const Table *table, TableCell *cell); // moves its line, once that is made

// table_form.c
bool table_is_form(const Table *table);
Length writing_width(const Table *table, const TableCell *cell); // that a cell wants; 0: no more than its content
Length writing_height(const Table *table, size_t row); // that a row's content has at least; 0 where nothing is written

// table_blocks.c
void table_turn_into_blocks(Table *table);

Length table_left(const Table *table);
Length cell_left(const Table *table, const TableCell *cell);
Length cell_width(const Table *table, const TableCell *cell);
BlockStyle cell_style(const Table *table, const Node *cell);

// table_sections.c: adds strips for all rows.
void flow_rows(Table *table, Flow *flow);

// table_rules.c
// Which cell has each column of the row at hand, and of the one above it; NULL where there is none.
typedef struct {
    TableCell **above, **here;
} Owners;

// To `row`, which follows the one that they are at.
void owners_enter(const Table *table, Owners *owners, size_t row);

Length rule_above(const Table *table, size_t row); // its thickness
Box horizontal_rule(const Table *table, Length y, Length thickness);
const Box *closing_rule(const Table *table, Length y, Length thickness); // NULL where that is none
// What is drawn behind and around the cells of a row between `top` and `bottom`, with the rule at its top where `rule`
// is not 0.
void add_row_fills(const Table *table, const Owners *owners, BoxList *boxes, size_t row, Length top, Length bottom);
void add_row_rules(const Table *table, const Owners *owners, BoxList *boxes, Length top, Length bottom, Length rule);

// table_rows.c
typedef struct {
    Table *table;
    Flow *flow;
    Owners owners;
    const Header *header;
    TableCell **ending; // by row: a list of the cells that span rows and end in it
    Length *heights;    // by row, of the group at hand
} Rows;

// Adds strips for the row and those that cells tie to it; gives the row behind.
size_t flow_group(Rows *rows, size_t first);

#endif
