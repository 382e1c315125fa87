// Tables: collect, measure, share the width, lay the rows.
//
// Horizontal rules belong to the row below them, the last one to the table's end; vertical rules are centred
// on the boundaries between columns. So rules of neighbouring rows meet, and a row brings all that it needs
// to its page.
//
//     b0      b1           b2        b0 … bn: boundaries; the outer rules lie within b0 and bn
//     +-------+------------+         the row's own rule
//     | cell  | cell       |         padding, content, padding
//     +-------+------------+         the next row's rule, or the closing one
#include "layout/table.h"

BlockStyle cell_style(const Table *table, const Node *cell)
{
    return stylesheet_block(table->context->sheet, cell, &table->style);
}

// --- rows and cells

static const Node *next_row(const Node *node)
{
    while (node && node->kind != NODE_ROW)
        node = node->next;
    return node;
}

static void count_cells(Table *table)
{
    for (const Node *row = next_row(table->node->first_child); row; row = next_row(row->next)) {
        table->row_count++;
        for (const Node *cell = row->first_child; cell; cell = cell->next) {
            size_t end = (size_t)(cell->cell.column + cell->cell.column_span);
            table->column_count = end > table->column_count ? end : table->column_count;
            table->cell_count++;
        }
    }
}

static void collect_row(Table *table, const Node *node, size_t row, size_t *at)
{
    const TableRow *above = row > 0 ? &table->rows[row - 1] : NULL;
    TableRow *made = &table->rows[row];
    *made = (TableRow){.node = node,
                       .is_header = node->row.is_header,
                       .is_footer = node->row.is_footer,
                       .group = node->row.group,
                       .first_cell = *at};
    bool is_body = !made->is_header && !made->is_footer;
    made->is_striped = is_body && above && !above->is_header && !above->is_striped;
    for (const Node *cell = node->first_child; cell; cell = cell->next, (*at)++) {
        table->cells[*at] = (TableCell){.content = {.node = cell},
                                        .row = (uint32_t)row,
                                        .column = (uint32_t)cell->cell.column,
                                        .row_span = (uint32_t)cell->cell.row_span,
                                        .column_span = (uint32_t)cell->cell.column_span};
    }
    made->cell_count = *at - made->first_cell;
}

static void table_collect(Table *table)
{
    Arena *arena = table->context->scratch;
    count_cells(table);
    table->cells = arena_array(arena, TableCell, table->cell_count);
    table->extents = arena_array(arena, ColumnCell, table->cell_count);
    table->rows = arena_array(arena, TableRow, table->row_count);
    table->columns = arena_array(arena, Extent, table->column_count);
    size_t row = 0, at = 0;
    for (const Node *node = next_row(table->node->first_child); node; node = next_row(node->next))
        collect_row(table, node, row++, &at);
}

static Table table_prepare(LayoutContext *context, const Node *node, const BlockStyle *style, Area area)
{
    Table table = {
        .context = context, .node = node, .style = *style, .look = stylesheet_table(context->sheet), .area = area};
    table_collect(&table);
    table.is_form = table_is_form(&table);
    numbers_find(&table);
    return table;
}

// --- widths

static ColumnTable column_table(const Table *table)
{
    return (ColumnTable){table->extents, table->cell_count, table->row_count, table->column_count};
}

static Extent extent_of_cell(const Table *table, const TableCell *cell)
{
    Extent all = {0};
    for (const CellContent *content = &cell->content; content && content->node; content = content->next) {
        BlockStyle style = cell_style(table, content->node);
        Extent extent = extent_of_children(table->context, content->node, &style);
        all = (Extent){length_max(all.min, extent.min), length_max(all.max, extent.max)};
    }
    all.max = length_max(all.max, writing_width(table, cell));
    return (Extent){all.min + 2 * table->look.padding_x, all.max + 2 * table->look.padding_x};
}

// Of a width that is asked for; 0 where it can not be told.
static Length asked_length(const Table *table, const Size *size)
{
    double number = size ? size->number : 0;
    switch (size ? size->unit : SIZE_NONE) {
    case SIZE_PT:
        return length_from_pt(number < 10000 ? number : 10000);
    case SIZE_EM:
        return (Length)(table->style.text.size * (number < 1000 ? number : 1000));
    case SIZE_PERCENT:
        return (Length)(table->area.width * (number < 100 ? number : 100) / 100);
    default:
        return 0;
    }
}

// Columns get the widths that the author asks for, where all fit then, and none is too narrow for its words.
static void ask_widths(Table *table)
{
    if (table->is_in_blocks || !table->node->table.columns)
        return; // Markdown asks for none
    Length *asked = arena_array(table->context->scratch, Length, table->column_count);
    const ColumnWidths *widths = table->node->table.columns;
    for (size_t i = 0; i < widths->count && i < table->column_count; i++)
        asked[i] = asked_length(table, &widths->widths[i]);
    for (size_t i = 0; i < table->cell_count; i++) {
        const TableCell *cell = &table->cells[i];
        Length length = asked_length(table, cell->content.node->cell.width);
        if (cell->column_span == 1)
            asked[cell->column] = length_max(asked[cell->column], length);
    }
    int64_t sum = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        asked[i] = asked[i] > 0 ? length_max(asked[i], table->columns[i].min) : 0;
        sum += asked[i] > 0 ? asked[i] : table->columns[i].min;
    }
    for (size_t i = 0; i < table->column_count && sum <= table->area.width; i++) {
        if (asked[i] > 0)
            table->columns[i] = (Extent){asked[i], asked[i]};
    }
}

int64_t table_measure(Table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        const TableCell *cell = &table->cells[i];
        table->extents[i] = (ColumnCell){.row = cell->row,
                                         .column = cell->column,
                                         .row_span = cell->row_span,
                                         .column_span = cell->column_span,
                                         .extent = extent_of_cell(table, cell)};
    }
    numbers_measure(table);
    ColumnTable columns = column_table(table);
    columns_measure(&columns, table->columns);
    ask_widths(table);
    int64_t sum = 0;
    for (size_t i = 0; i < table->column_count; i++)
        sum += table->columns[i].min;
    return sum;
}

typedef struct {
    CellPart *parts;
    size_t count, capacity;
} PartList;

// The parts of what a node holds, for the search.
static void add_parts(Table *table, const Node *parent, const BlockStyle *outer, Length indent, PartList *list)
{
    LayoutContext *context = table->context;
    for (const Node *node = parent->first_child; node; node = node->next) {
        BlockStyle style = stylesheet_block(context->sheet, node, outer);
        bool holds_lines = node_kind_holds(node->kind) == HOLDS_INLINES;
        if (!holds_lines && node->kind != NODE_CODE_BLOCK && node->kind != NODE_TABLE) {
            add_parts(table, node, &style, indent + style.indent, list);
            continue;
        }
        CellPart *part = arena_push(context->scratch, list->parts, list->count, list->capacity);
        *part = (CellPart){.leading = style.leading, .indent = indent};
        if (holds_lines && !figure_image(node)) {
            const Paragraph *paragraph = paragraph_of(context, node, &style);
            paragraph_line_widths(paragraph, part->steps, STEP_COUNT);
            part->natural = paragraph_max_content(paragraph);
        }
    }
}

// The cells that the search looks at, with what it needs to know of them.
static ColumnTable columns_to_search(Table *table)
{
    ColumnTable columns = column_table(table);
    ColumnCell *cells = arena_array(table->context->scratch, ColumnCell, table->cell_count);
    size_t kept = 0;
    for (size_t i = 0; i < table->cell_count; i++) {
        if (!columns_look_at(table->cells[i].row, table->row_count))
            continue;
        PartList list = {0};
        for (const CellContent *content = &table->cells[i].content; content && content->node; content = content->next) {
            BlockStyle style = cell_style(table, content->node);
            add_parts(table, content->node, &style, 2 * table->look.padding_x, &list);
        }
        cells[kept] = table->extents[i];
        cells[kept].parts = list.parts;
        cells[kept++].part_count = list.count;
    }
    columns.cells = cells;
    columns.cell_count = kept;
    return columns;
}

// To the width that is asked for the table, where that is more: each column by as large a part.
static void stretch(const Table *table, int64_t natural, Length *widths)
{
    int64_t asked = table->is_in_blocks ? 0 : asked_length(table, table->node->table.width), before = 0, given = 0;
    asked = asked < table->area.width ? asked : table->area.width;
    for (size_t i = 0; i < table->column_count && asked > natural && natural > 0; i++) {
        before += widths[i];
        int64_t up_to_here = (asked - natural) * before / natural;
        widths[i] += (Length)(up_to_here - given);
        given = up_to_here;
    }
}

static void table_share(Table *table, Length *widths)
{
    int64_t least = 0, natural = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        least += table->columns[i].min;
        natural += table->columns[i].max;
        widths[i] = table->columns[i].max;
    }
    if (natural <= table->area.width) {
        stretch(table, natural, widths);
        return;
    }
    if (least >= table->area.width) {
        columns_squeeze(table->columns, table->column_count, table->area.width, widths);
        return;
    }
    ColumnTable columns = columns_to_search(table);
    columns_search(table->context->scratch, &columns, table->columns, table->area.width, widths);
}

// Where its left edge stands: at the side where lines start, unless margins say otherwise.
static Length table_place_left(const Table *table)
{
    const PlaceStyle *place = &table->style.place;
    Length over = length_max(table->area.width - table->width, 0);
    bool is_at_right = table->area.right_to_left ? !place->is_right_auto : place->is_left_auto;
    if (place->is_left_auto && place->is_right_auto)
        return table->area.x + over / 2;
    Length indent = length_min(table->area.right_to_left ? place->margin_right : place->margin_left, over);
    return table->area.x + (is_at_right ? over - (table->area.right_to_left ? indent : 0) : indent);
}

static void table_place(Table *table)
{
    Arena *arena = table->context->scratch;
    Length *widths = arena_array(arena, Length, table->column_count);
    table_share(table, widths);
    for (size_t column = 0; column < table->column_count; column++)
        table->width += widths[column];
    // Columns run from the right where the language does.
    bool right_to_left = table->area.right_to_left;
    Length left = table_place_left(table);
    Length at = right_to_left ? left + table->width : left;
    table->boundaries = arena_array(arena, Length, table->column_count + 1);
    table->boundaries[0] = at;
    for (size_t column = 0; column < table->column_count; column++) {
        at += right_to_left ? -widths[column] : widths[column];
        table->boundaries[column + 1] = at;
    }
}

Length cell_left(const Table *table, const TableCell *cell)
{
    return length_min(table->boundaries[cell->column], table->boundaries[cell->column + cell->column_span]);
}

Length cell_width(const Table *table, const TableCell *cell)
{
    Length a = table->boundaries[cell->column], b = table->boundaries[cell->column + cell->column_span];
    return length_max(a, b) - length_min(a, b);
}

Length table_left(const Table *table)
{
    return length_min(table->boundaries[0], table->boundaries[table->column_count]);
}

// --- the flow

// Above the rows where it stands before them, as those of HTML do; else below, on the page of the last row.
static void flow_caption(LayoutContext *context, Flow *flow, const Table *table, bool is_below)
{
    const Node *caption = node_caption(table->node);
    bool stands_below = caption && !caption->next && table->node->first_child != caption;
    if (!caption || stands_below != is_below)
        return;
    if (is_below && flow->count > 0) {
        flow->strips[flow->count - 1].keep_with_next = true;
        flow_add_space(flow, stylesheet_block(context->sheet, caption, &table->style).space_after);
    }
    flow_block(context, flow, caption, &table->style, table->area);
}

// Strips from `first` on, with headings before them that are kept with them, stand on pages on their side. What begins
// at the right moves there.
static void turn_strips(LayoutContext *context, Flow *flow, size_t first)
{
    for (size_t i = first; i < flow->count; i++)
        flow->strips[i].is_turned = true;
    for (size_t i = first; i-- > 0 && flow->strips[i].keep_with_next && !flow->strips[i].is_turned;) {
        Strip *strip = &flow->strips[i];
        strip->is_turned = true;
        strip->columns = NULL;
        for (size_t j = 0; j < strip->boxes.count; j++) {
            Box *box = &strip->boxes.boxes[j];
            if (box->node && node_is_right_to_left(context, box->node))
                box->x += context->turned_width - context->page_width;
        }
    }
}

static void flow_turned(Table *table, Flow *flow)
{
    LayoutContext *context = table->context;
    Length width = context->page_width, height = context->page_height;
    size_t first = flow->count;
    context->page_width = context->turned_width;
    context->page_height = context->turned_height;
    flow_caption(context, flow, table, /*is_below*/ false);
    table_place(table);
    flow_rows(table, flow);
    flow_caption(context, flow, table, /*is_below*/ true);
    context->page_width = width;
    context->page_height = height;
    turn_strips(context, flow, first);
}

void flow_table(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    Table table = table_prepare(context, node, style, area);
    if (table.cell_count == 0) {
        flow_caption(context, flow, &table, /*is_below*/ false);
        return;
    }
    if (columns_may_span(area) && table_measure(&table) > area.width) {
        diagnose(context->diagnostics, node->span, DIAG_TABLE_SPANS);
        table.area = area.columns->outer;
    }
    table_fit(&table);
    if (table.is_turned) {
        flow_turned(&table, flow);
        return;
    }
    flow_caption(context, flow, &table, /*is_below*/ false);
    table_place(&table);
    flow_rows(&table, flow);
    flow_caption(context, flow, &table, /*is_below*/ true);
}

Extent extent_of_table(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    Table table = table_prepare(context, node, style, (Area){0});
    int64_t least = table_measure(&table), natural = 0;
    for (size_t i = 0; i < table.column_count; i++)
        natural += table.columns[i].max;
    // A nested table beyond any paper is as wide as any other such one.
    Length bound = length_from_pt(20000);
    return (Extent){least > bound ? bound : (Length)least, natural > bound ? bound : (Length)natural};
}
