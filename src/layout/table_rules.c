// Rules and fills. A rule is drawn only where cells end: not through one that spans rows or columns.
#include "layout/table.h"

void owners_enter(const Table *table, Owners *owners, size_t row)
{
    TableCell **above = owners->here;
    owners->here = owners->above;
    owners->above = above;
    for (size_t i = 0; i < table->column_count; i++)
        owners->here[i] = above[i] && cell_last_row(above[i]) >= row ? above[i] : NULL;
    const TableRow *at = &table->rows[row];
    for (size_t i = at->first_cell; i < at->first_cell + at->cell_count; i++) {
        TableCell *cell = &table->cells[i];
        for (size_t j = 0; j < cell->column_span; j++)
            owners->here[cell->column + j] = cell;
    }
}

Length rule_above(const Table *table, size_t row)
{
    if (row == 0 || (table->is_in_blocks && table->rows[row].is_header))
        return table->look.outer_rule;
    const TableRow *above = &table->rows[row - 1], *below = &table->rows[row];
    if (above->is_header && !below->is_header)
        return table->look.header_rule;
    if (!above->is_footer && below->is_footer)
        return table->look.footer_rule;
    return above->group != below->group ? table->look.group_rule : table->look.row_rule;
}

Box horizontal_rule(const Table *table, Length y, Length thickness)
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

const Box *closing_rule(const Table *table, Length y, Length thickness)
{
    if (thickness == 0)
        return NULL;
    Box *rule = arena_new(table->context->scratch, Box);
    *rule = horizontal_rule(table, y, thickness);
    return rule;
}

// Between columns `start` and `end`, as far as the outer edges.
static void add_rule_between(const Table *table, BoxList *boxes, size_t start, size_t end, Length y, Length thickness)
{
    Length a = table->boundaries[start], b = table->boundaries[end];
    Box place = {.x = length_min(a, b),
                 .y = y,
                 .width = length_max(a, b) - length_min(a, b),
                 .height = thickness,
                 .node = table->node};
    box_add_fill(table->context, boxes, place, table->look.rule_color);
}

static void add_rule_above(const Table *table, const Owners *owners, BoxList *boxes, Length y, Length thickness)
{
    size_t count = table->column_count;
    for (size_t start = 0; start < count;) {
        size_t end = start;
        while (end < count && (!owners->here[end] || owners->here[end] != owners->above[end]))
            end++;
        if (end > start)
            add_rule_between(table, boxes, start, end, y, thickness);
        start = end + 1;
    }
}

static void add_vertical_rule(const Table *table, BoxList *boxes, size_t boundary, Length top, Length bottom)
{
    Length at = table->boundaries[boundary];
    bool is_outer = boundary == 0 || boundary == table->column_count;
    Length thickness = is_outer ? table->look.outer_rule : table->look.column_rule;
    Length x = at - thickness / 2;
    if (is_outer)
        x = at == table_left(table) ? at : at - thickness;
    Box place = {.x = x, .y = top, .width = thickness, .height = bottom - top, .node = table->node};
    box_add_fill(table->context, boxes, place, table->look.rule_color);
}

void add_row_rules(const Table *table, const Owners *owners, BoxList *boxes, Length top, Length bottom, Length rule)
{
    if (rule > 0)
        add_rule_above(table, owners, boxes, top, rule);
    for (size_t i = 0; i <= table->column_count; i++) {
        bool is_outer = i == 0 || i == table->column_count;
        bool is_within = !is_outer && owners->here[i] && owners->here[i] == owners->here[i - 1];
        if (!is_within)
            add_vertical_rule(table, boxes, i, top, bottom);
    }
}

// False where nothing is behind the cell, or the place of none.
static bool find_fill(const Table *table, const TableRow *row, const Node *cell, Color *fill)
{
    const TableStyle *look = &table->look;
    const Stylesheet *sheet = table->context->sheet;
    if ((cell && stylesheet_fill(sheet, cell, fill)) || (row->node && stylesheet_fill(sheet, row->node, fill)))
        return true;
    const struct {
        bool counts, is_filled;
        Color fill;
    } fills[] = {
        {row->is_header || (cell && cell->cell.is_header), look->header_filled, look->header_fill},
        {row->is_footer, look->footer_filled, look->footer_fill},
        {cell && cell->cell.is_row_header, look->row_header_filled, look->row_header_fill},
        {row->is_striped, look->stripe_filled, look->stripe_fill},
    };
    for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
        *fill = fills[i].fill;
        if (fills[i].counts && fills[i].is_filled)
            return true;
    }
    return stylesheet_fill(sheet, table->node, fill);
}

void add_row_fills(const Table *table, const Owners *owners, BoxList *boxes, size_t row, Length top, Length bottom)
{
    for (size_t start = 0, end; start < table->column_count; start = end) {
        const TableCell *cell = owners->here[start];
        Color fill;
        for (end = start + 1; end < table->column_count && owners->here[end] == cell;)
            end++;
        // A cell that spans rows looks as in its first one.
        const TableRow *look = cell ? &table->rows[cell->row] : &table->rows[row];
        const Node *node = cell ? cell->content.node : NULL;
        if (!find_fill(table, look, node, &fill))
            continue;
        Length a = table->boundaries[start], b = table->boundaries[end];
        Box place = {.x = length_min(a, b),
                     .y = top,
                     .width = length_max(a, b) - length_min(a, b),
                     .height = bottom - top,
                     .node = node};
        box_add_fill(table->context, boxes, place, fill);
    }
}
