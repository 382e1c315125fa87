// Tables: measure, share the width, lay the rows, split the ones that no page holds.
//
// Horizontal rules belong to the row below them, the last one to the table's end; vertical rules are centred
// on the boundaries between columns. So rules of neighbouring rows meet, and a row brings all that it needs
// to its page.
//
//     b0      b1           b2        b0 … bn: boundaries; the outer rules lie within b0 and bn
//     +-------+------------+         the row's own rule
//     | cell  | cell       |         padding, content, padding
//     +-------+------------+         the next row's rule, or the closing one
//
// A table that is too wide first gets less padding, then smaller type down to the style's least size; then
// words are broken, and that is said.
#include "layout/flow.h"

enum {
    SIZE_STEP = LENGTH_PER_PT / 2,
    PADDING_LEAST = 3 * LENGTH_PER_PT,
};

typedef struct {
    LayoutContext *context;
    const Node *node;
    BlockStyle style;
    TableStyle look;
    Area area;
    size_t column_count, row_count;
    const Node **cells; // row_count * column_count, NULL where a row is short
    const Node **rows;
    Extent *extents;    // of cells, padding included
    Length *boundaries; // column_count + 1, from the text area's left edge
    Length width;
} Table;

static const Node *cell_at(const Table *table, size_t row, size_t column)
{
    return table->cells[row * table->column_count + column];
}

// Markdown tables must have a header row; where that is empty, as in a table of keys and values, it is not set.
static bool row_is_set(const Node *row)
{
    if (row->kind != NODE_ROW)
        return false;
    bool has_content = !row->row.is_header || !row->next;
    for (const Node *cell = row->first_child; cell; cell = cell->next)
        has_content |= cell->first_child != NULL;
    return has_content;
}

static void table_collect(Table *table)
{
    for (const Node *row = table->node->first_child; row; row = row->next) {
        size_t columns = 0;
        if (!row_is_set(row))
            continue;
        for (const Node *cell = row->first_child; cell; cell = cell->next)
            columns++;
        table->row_count++;
        if (columns > table->column_count)
            table->column_count = columns;
    }
    Arena *arena = table->context->scratch;
    size_t count = table->row_count * table->column_count;
    table->cells = arena_array(arena, const Node *, count);
    table->rows = arena_array(arena, const Node *, table->row_count);
    table->extents = arena_array(arena, Extent, count);
    table->boundaries = arena_array(arena, Length, table->column_count + 1);
    size_t row_index = 0;
    for (const Node *row = table->node->first_child; row; row = row->next) {
        if (!row_is_set(row))
            continue;
        size_t column = 0;
        for (const Node *cell = row->first_child; cell; cell = cell->next)
            table->cells[row_index * table->column_count + column++] = cell;
        table->rows[row_index++] = row;
    }
}

static BlockStyle cell_style(const Table *table, const Node *cell)
{
    return stylesheet_block(table->context->sheet, cell, &table->style);
}

// Measures all cells, and gives the sum of the columns' least widths.
static int64_t table_measure(Table *table)
{
    int64_t sum = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        Length least = 0;
        for (size_t row = 0; row < table->row_count; row++) {
            const Node *cell = cell_at(table, row, column);
            Extent extent = {0};
            if (cell) {
                BlockStyle style = cell_style(table, cell);
                extent = extent_of_children(table->context, cell, &style);
            }
            extent.min += 2 * table->look.padding_x;
            extent.max += 2 * table->look.padding_x;
            table->extents[row * table->column_count + column] = extent;
            least = length_max(least, extent.min);
        }
        sum += least;
    }
    return sum;
}

static void type_shrink(Table *table, Length size)
{
    double factor = (double)table->style.leading / table->style.text.size;
    table->style.text.size = size;
    table->style.leading = (Length)(factor * size);
}

static void table_fit(Table *table)
{
    int64_t least = table_measure(table);
    if (least > table->area.width && table->look.padding_x > PADDING_LEAST) {
        table->look.padding_x = PADDING_LEAST;
        least = table_measure(table);
    }
    while (least > table->area.width && table->style.text.size > table->look.size_min) {
        type_shrink(table, length_max(table->style.text.size - SIZE_STEP, table->look.size_min));
        least = table_measure(table);
    }
    if (least > table->area.width)
        diagnose(table->context->diagnostics, table->node->span, DIAG_TABLE_WIDE);
}

static void table_share(Table *table)
{
    Arena *arena = table->context->scratch;
    Length *widths = arena_array(arena, Length, table->column_count);
    columns_share(arena, table->extents, table->row_count, table->column_count, table->area.width, widths);
    for (size_t column = 0; column < table->column_count; column++)
        table->width += widths[column];
    // Columns run from the right where the language does.
    bool right_to_left = table->area.right_to_left;
    Length at = right_to_left ? table->area.x + table->area.width : table->area.x;
    table->boundaries[0] = at;
    for (size_t column = 0; column < table->column_count; column++) {
        at += right_to_left ? -widths[column] : widths[column];
        table->boundaries[column + 1] = at;
    }
}

static Length cell_left(const Table *table, size_t column)
{
    return length_min(table->boundaries[column], table->boundaries[column + 1]);
}

static Length cell_width(const Table *table, size_t column)
{
    return length_max(table->boundaries[column], table->boundaries[column + 1]) - cell_left(table, column);
}

static Length table_left(const Table *table)
{
    return length_min(table->boundaries[0], table->boundaries[table->column_count]);
}

static Length rule_above(const Table *table, size_t row)
{
    if (row == 0)
        return table->look.outer_rule;
    bool is_below_header = table->rows[row - 1]->row.is_header && !table->rows[row]->row.is_header;
    return is_below_header ? table->look.header_rule : table->look.row_rule;
}

static Box horizontal_rule(const Table *table, Length y, Length thickness)
{
    return (Box){.kind = BOX_FILL,
                 .is_artifact = true,
                 .x = table_left(table),
                 .y = y,
                 .width = table->width,
                 .height = thickness,
                 .node = table->node,
                 .fill = table->look.rule_color};
}

static void add_vertical_rules(const Table *table, BoxList *boxes, Length height)
{
    for (size_t i = 0; i <= table->column_count; i++) {
        bool is_outer = i == 0 || i == table->column_count;
        Length thickness = is_outer ? table->look.outer_rule : table->look.column_rule;
        Length x = table->boundaries[i] - thickness / 2;
        if (is_outer)
            x = table->boundaries[i] == table_left(table) ? table->boundaries[i] : table->boundaries[i] - thickness;
        box_add_fill(table->context, boxes, (Box){.x = x, .width = thickness, .height = height, .node = table->node},
                     table->look.rule_color);
    }
}

static void add_fills(const Table *table, BoxList *boxes, size_t row, Length height)
{
    for (size_t column = 0; column < table->column_count; column++) {
        const Node *cell = cell_at(table, row, column);
        bool is_header = table->rows[row]->row.is_header || (cell && cell->cell.is_header);
        bool is_row_header = cell && cell->cell.is_row_header;
        if (!(is_header && table->look.header_filled) && !(is_row_header && table->look.row_header_filled))
            continue;
        Box place = {.x = cell_left(table, column), .width = cell_width(table, column), .height = height, .node = cell};
        box_add_fill(table->context, boxes, place, is_header ? table->look.header_fill : table->look.row_header_fill);
    }
}

// A cell's content while its row is laid: strips not yet placed.
typedef struct {
    Flow flow;
    size_t next;
} CellFlow;

static Length cell_height_from(const CellFlow *cell, size_t first)
{
    int64_t height = 0;
    for (size_t i = first; i < cell->flow.count; i++)
        height += cell->flow.strips[i].height + (i > first ? cell->flow.strips[i].space_before : 0);
    return height > INT32_MAX / 2 ? INT32_MAX / 2 : (Length)height;
}

static CellFlow *row_flow(Table *table, size_t row)
{
    CellFlow *cells = arena_array(table->context->scratch, CellFlow, table->column_count);
    for (size_t column = 0; column < table->column_count; column++) {
        const Node *cell = cell_at(table, row, column);
        if (!cell)
            continue;
        BlockStyle style = cell_style(table, cell);
        Area area = {.x = cell_left(table, column) + table->look.padding_x,
                     .width = length_max(cell_width(table, column) - 2 * table->look.padding_x, LENGTH_PER_PT),
                     .right_to_left = table->area.right_to_left};
        flow_children(table->context, &cells[column].flow, cell, &style, area);
    }
    return cells;
}

// Takes strips of one cell into `boxes` from `y` on, as many as end above `limit`, but at least one. Gives
// the lower end of what was taken.
static Length cell_take(LayoutContext *context, CellFlow *cell, BoxList *boxes, Length y, Length limit)
{
    for (bool is_first = true; cell->next < cell->flow.count; is_first = false) {
        const Strip *strip = &cell->flow.strips[cell->next];
        Length top = y + (is_first ? 0 : strip->space_before);
        if (!is_first && top + strip->height > limit)
            break;
        for (size_t i = 0; i < strip->boxes.count; i++) {
            Box *box = box_add(context, boxes);
            *box = strip->boxes.boxes[i];
            box->y += top;
        }
        y = top + strip->height;
        cell->next++;
    }
    return y;
}

static bool row_is_done(const Table *table, const CellFlow *cells)
{
    for (size_t column = 0; column < table->column_count; column++) {
        if (cells[column].next < cells[column].flow.count)
            return false;
    }
    return true;
}

// Adds one strip with what of the row fits above `limit`: the whole row, but for one that is higher than a
// page.
static Strip *row_slice(Table *table, Flow *flow, size_t row, CellFlow *cells, Length rule, Length limit)
{
    LayoutContext *context = table->context;
    Strip *strip = flow_add_strip(context, flow, table->area);
    BoxList content = {0};
    Length top = rule + table->look.padding_y, bottom = top + table->style.leading;
    for (size_t column = 0; column < table->column_count; column++) {
        if (cells[column].flow.count > 0 && strip->baseline == 0)
            strip->baseline = cells[column].flow.strips[0].baseline + top;
        Length end = cell_take(context, &cells[column], &content, top, limit - table->look.padding_y);
        bottom = length_max(bottom, end);
    }
    strip->height = bottom + table->look.padding_y;
    add_fills(table, &strip->boxes, row, strip->height);
    for (size_t i = 0; i < content.count; i++)
        *box_add(context, &strip->boxes) = content.boxes[i];
    if (rule > 0)
        *box_add(context, &strip->boxes) = horizontal_rule(table, 0, rule);
    add_vertical_rules(table, &strip->boxes, strip->height);
    strip->closing = horizontal_rule(table, strip->height, table->look.outer_rule);
    return strip;
}

static void flow_row(Table *table, Flow *flow, size_t row, const Header *header)
{
    CellFlow *cells = row_flow(table, row);
    Length limit = table->context->page_height - (header ? header->height : 0) - table->look.outer_rule;
    Length height = 0;
    for (size_t column = 0; column < table->column_count; column++)
        height = length_max(height, cell_height_from(&cells[column], 0));
    Length rule = rule_above(table, row);
    if (height + rule + 2 * table->look.padding_y <= limit)
        limit = INT32_MAX / 2;
    limit = length_max(limit, table->style.leading * 2);
    do {
        Strip *strip = row_slice(table, flow, row, cells, rule, limit);
        strip->keep_with_next = table->rows[row]->row.is_header;
        strip->header = header;
        rule = 0;
    } while (!row_is_done(table, cells));
}

static void flow_caption(LayoutContext *context, Flow *flow, const Table *table)
{
    for (const Node *child = table->node->first_child; child; child = child->next) {
        if (child->kind == NODE_CAPTION)
            flow_block(context, flow, child, &table->style, table->area);
    }
}

// The table's header rows as they repeat, once they are laid; NULL where there are none or they would fill a
// page.
static const Header *header_of(Table *table, const Flow *flow, size_t first)
{
    size_t count = flow->count - first;
    Length height = 0;
    for (size_t i = first; i < flow->count; i++)
        height += flow->strips[i].height;
    if (count == 0 || height > table->context->page_height / 2)
        return NULL;
    Header *header = arena_new(table->context->scratch, Header);
    Strip *strips = arena_array(table->context->scratch, Strip, count);
    memcpy(strips, flow->strips + first, count * sizeof(Strip));
    strips[count - 1].closing.height = table->look.header_rule;
    *header = (Header){strips, count, height};
    return header;
}

static Table table_prepare(LayoutContext *context, const Node *node, const BlockStyle *style, Area area)
{
    Table table = {
        .context = context, .node = node, .style = *style, .look = stylesheet_table(context->sheet), .area = area};
    table_collect(&table);
    return table;
}

void flow_table(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    Table table = table_prepare(context, node, style, area);
    flow_caption(context, flow, &table);
    if (table.row_count == 0 || table.column_count == 0)
        return;
    table_fit(&table);
    table_share(&table);

    size_t first = flow->count, row = 0;
    for (; row < table.row_count && table.rows[row]->row.is_header; row++)
        flow_row(&table, flow, row, NULL);
    const Header *header = header_of(&table, flow, first);
    for (; row < table.row_count; row++)
        flow_row(&table, flow, row, header);

    Strip *last = &flow->strips[flow->count - 1];
    *box_add(context, &last->boxes) = last->closing;
    last->height += last->closing.height;
    last->closing.height = 0;
    last->keep_with_next = false;
    for (size_t i = first; i < flow->count; i++)
        flow->strips[i].space_before = i == first ? flow->strips[i].space_before : 0;
}

Extent extent_of_table(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    Table table = table_prepare(context, node, style, (Area){0});
    table_measure(&table);
    int64_t least = 0, natural = 0;
    for (size_t column = 0; column < table.column_count; column++) {
        Extent widest = {0};
        for (size_t row = 0; row < table.row_count; row++) {
            Extent cell = table.extents[row * table.column_count + column];
            widest.min = length_max(widest.min, cell.min);
            widest.max = length_max(widest.max, cell.max);
        }
        least += widest.min;
        natural += widest.max;
    }
    // A nested table beyond any paper is as wide as any other such one.
    Length bound = length_from_pt(20000);
    return (Extent){least > bound ? bound : (Length)least, natural > bound ? bound : (Length)natural};
}
