// Rows into strips.
//
// Rows that cells tie together by spanning them are a group. A group that is no higher than half a page is one strip,
// which no page breaks: a cell that spans rows is set through, and the last of its rows takes what it needs more. A
// higher group has a strip for each row: what of a spanning cell fits beside a row goes with it, and where a page
// begins within the group, what heads its rows is said again. A row that no page holds is split between lines, in all
// its cells at once.
#include "layout/table.h"

static Length content_height(const TableCell *cell)
{
    const CellFlow *flow = cell->flow;
    int64_t height = 0;
    for (size_t i = flow->next; i < flow->flow.count; i++)
        height += flow->flow.strips[i].height + (i > flow->next ? flow->flow.strips[i].space_before : 0);
    return height > INT32_MAX / 2 ? INT32_MAX / 2 : (Length)height;
}

static void fill_cell(Table *table, TableCell *cell)
{
    cell->flow = arena_new(table->context->scratch, CellFlow);
    Flow *flow = &cell->flow->flow;
    Area area = {.x = cell_left(table, cell) + table->look.padding_x,
                 .width = length_max(cell_width(table, cell) - 2 * table->look.padding_x, LENGTH_PER_PT),
                 .right_to_left = table->area.right_to_left};
    for (const CellContent *content = &cell->content; content && content->node; content = content->next) {
        BlockStyle style = cell_style(table, content->node);
        size_t first = flow->count;
        flow->pending_space = 0;
        flow_children(table->context, flow, content->node, &style, area);
        for (size_t i = first; i < flow->count && content->is_repeated; i++) {
            for (size_t j = 0; j < flow->strips[i].boxes.count; j++)
                flow->strips[i].boxes.boxes[j].is_artifact = true;
        }
    }
    number_align(table, cell);
}

// --- heights

static Length least_height(const Table *table, size_t row)
{
    Length height = length_max(table->style.leading, table->look.row_height_min - 2 * table->look.padding_y);
    return length_max(height, writing_height(table, row));
}

// Of a row at its own: its rule, and the highest of the cells that are in it alone.
static Length row_height(const Rows *rows, size_t row)
{
    const Table *table = rows->table;
    const TableRow *at = &table->rows[row];
    Length height = least_height(table, row);
    for (size_t i = at->first_cell; i < at->first_cell + at->cell_count; i++) {
        if (table->cells[i].row_span == 1)
            height = length_max(height, content_height(&table->cells[i]));
    }
    return rule_above(table, row) + height + 2 * table->look.padding_y;
}

// Of rows `first` to `last`, where each cell is set through; INT32_MAX where they are higher than any page.
static Length group_height(Rows *rows, size_t first, size_t last)
{
    const Table *table = rows->table;
    int64_t sum = 0;
    for (size_t row = first; row <= last; row++) {
        Length height = row_height(rows, row);
        for (const TableCell *cell = rows->ending[row]; cell; cell = cell->next_ending) {
            int64_t needed = (int64_t)rule_above(table, cell->row) + content_height(cell) + 2 * table->look.padding_y;
            for (size_t i = cell->row; i < row; i++)
                needed -= rows->heights[i];
            height = needed > height ? (Length)needed : height;
        }
        rows->heights[row] = height;
        sum += height;
    }
    return sum < INT32_MAX / 2 ? (Length)sum : INT32_MAX / 2;
}

// --- what stands in cells

// Takes strips of one cell into `boxes` from `y` on, as many as end above `limit`, the first of them in any case where
// `is_forced`. Gives the lower end of what was taken.
static Length cell_take(LayoutContext *context, CellFlow *cell, BoxList *boxes, Length y, Length limit, bool is_forced)
{
    for (bool is_first = true; cell->next < cell->flow.count; is_first = false) {
        const Strip *strip = &cell->flow.strips[cell->next];
        Length top = y + (is_first ? 0 : strip->space_before);
        if (!(is_first && is_forced) && top + strip->height > limit)
            break;
        backdrops_draw(context, boxes, is_first ? NULL : strip - 1, strip, (Box){.y = y, .height = top - y});
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

// A part of a row: all of it, but for one that is higher than a page.
typedef struct {
    size_t row;
    Length top;      // in its strip
    Length rule;     // 0: none, within a row
    Length limit;    // of its lower end
    bool is_through; // cells that span rows are set through
    BoxList *over;   // takes text and rules, to be drawn when the fills of all rows in the strip are
} Slice;

static bool is_first_of(const Rows *rows, size_t column)
{
    return rows->owners.here[column] && (column == 0 || rows->owners.here[column] != rows->owners.here[column - 1]);
}

// What the cells that end in the row need decides on its height; those that go on take what fits beside.
static Length take_cells(Rows *rows, const Slice *slice, Strip *strip)
{
    const Table *table = rows->table;
    BoxList *content = slice->over;
    Length top = slice->top + slice->rule + table->look.padding_y, bottom = top + least_height(table, slice->row);
    for (size_t i = 0; i < table->column_count; i++) {
        TableCell *cell = rows->owners.here[i];
        if (!is_first_of(rows, i))
            continue;
        CellFlow *flow = cell->flow;
        bool ends = cell_last_row(cell) == slice->row, begins = flow->next == 0;
        if (begins && flow->flow.count > 0 && strip->baseline == 0)
            strip->baseline = flow->flow.strips[0].baseline + top;
        if (slice->is_through && cell->row == slice->row)
            flow->end = cell_take(table->context, flow, content, top, INT32_MAX / 2, /*is_forced*/ true);
        else if (!slice->is_through && ends)
            flow->end = cell_take(table->context, flow, content, top, slice->limit, /*is_forced*/ true);
        if (ends)
            bottom = length_max(bottom, flow->end);
    }
    for (size_t i = 0; i < table->column_count && !slice->is_through; i++) {
        TableCell *cell = rows->owners.here[i];
        if (is_first_of(rows, i) && cell_last_row(cell) > slice->row)
            cell_take(table->context, cell->flow, content, top, bottom, /*is_forced*/ false);
    }
    return bottom + table->look.padding_y;
}

// Adds a part of a row to its strip, and gives its lower end.
static Length add_slice(Rows *rows, Strip *strip, const Slice *slice)
{
    Length bottom = take_cells(rows, slice, strip);
    add_row_fills(rows->table, &rows->owners, &strip->boxes, slice->row, slice->top, bottom);
    add_row_rules(rows->table, &rows->owners, slice->over, slice->top, bottom, slice->rule);
    return bottom;
}

static Strip *add_strip(Rows *rows, size_t row)
{
    Table *table = rows->table;
    Strip *strip = flow_add_strip(table->context, rows->flow, table->area);
    strip->space_before = row == 0 ? strip->space_before : 0;
    strip->keep_with_next = table->rows[row].is_header;
    strip->break_cost = BREAK_COST_ROW;
    strip->header = rows->header;
    return strip;
}

static void end_strip(const Table *table, Strip *strip, const BoxList *over, Length height)
{
    for (size_t i = 0; i < over->count; i++)
        *box_add(table->context, &strip->boxes) = over->boxes[i];
    strip->height = height;
    strip->closing = closing_rule(table, height, table->look.outer_rule);
}

// --- rows and groups

static void flow_through(Rows *rows, size_t first, size_t last)
{
    Strip *strip = add_strip(rows, first);
    BoxList over = {0};
    Length y = 0;
    for (size_t row = first; row <= last; row++) {
        if (row > first)
            owners_enter(rows->table, &rows->owners, row);
        Slice slice = {row, y, rule_above(rows->table, row), INT32_MAX / 2, /*is_through*/ true, &over};
        y = add_slice(rows, strip, &slice);
    }
    end_strip(rows->table, strip, &over, y);
}

static bool row_is_done(const Rows *rows, size_t row)
{
    for (size_t i = 0; i < rows->table->column_count; i++) {
        const TableCell *cell = rows->owners.here[i];
        if (cell && cell_last_row(cell) == row && cell->flow->next < cell->flow->flow.count)
            return false;
    }
    return true;
}

static Length row_limit(const Rows *rows)
{
    const Table *table = rows->table;
    Length limit = table->context->page_height - (rows->header ? rows->header->height : 0) - table->look.outer_rule;
    return length_max(limit, table->style.leading * 2);
}

static void flow_apart(Rows *rows, size_t row)
{
    Length limit = row_limit(rows);
    Length rule = rule_above(rows->table, row), height = row_height(rows, row);
    for (const TableCell *cell = rows->ending[row]; cell; cell = cell->next_ending)
        height = length_max(height, rule + content_height(cell) + 2 * rows->table->look.padding_y);
    if (height <= limit)
        limit = INT32_MAX / 2;
    do {
        BoxList over = {0};
        Slice slice = {row, 0, rule, limit - rows->table->look.padding_y, /*is_through*/ false, &over};
        Strip *strip = add_strip(rows, row);
        end_strip(rows->table, strip, &over, add_slice(rows, strip, &slice));
        rule = 0;
    } while (!row_is_done(rows, row));
}

// --- what goes on from the page before

// A header with a band of `height` below it, for what is said again and is higher than what is left of its rows.
static const Header *header_with_band(const Table *table, const Header *header, Length height)
{
    Arena *scratch = table->context->scratch;
    size_t count = header ? header->count : 0;
    Header *made = arena_new(scratch, Header);
    Strip *strips = arena_array(scratch, Strip, count + 1);
    if (count > 0)
        memcpy(strips, header->strips, count * sizeof *strips);
    strips[count] = (Strip){.height = height, .closing = closing_rule(table, height, 0)};
    *made = (Header){strips, count + 1, (header ? header->height : 0) + height};
    return made;
}

static bool is_said_again(const TableCell *cell, size_t row)
{
    bool heads = cell->column == 0 || cell->content.node->cell.is_row_header;
    return heads && cell->row < row && cell->flow->next == cell->flow->flow.count && cell->flow->flow.count > 0;
}

// Where the rows of a group begin, from the group's top, and in the flow.
typedef struct {
    size_t first;
    size_t *strips;
    int64_t *tops;
} GroupPlaces;

// Of what is left of the cell's rows from `row` on. Where rows are filled, each would cover what reaches into it.
static Length room_of(const Rows *rows, const GroupPlaces *places, const TableCell *cell, size_t row)
{
    const TableStyle *look = &rows->table->look;
    size_t end = look->row_header_filled || look->stripe_filled ? row + 1 : (size_t)cell_last_row(cell) + 1;
    int64_t room = places->tops[end - places->first] - places->tops[row - places->first];
    return room < INT32_MAX / 2 ? (Length)room : INT32_MAX / 2;
}

// The cells that began in rows above, over the first strip of `row`.
static void say_again(Rows *rows, const GroupPlaces *places, size_t row)
{
    Table *table = rows->table;
    Strip *strip = &rows->flow->strips[places->strips[row - places->first]];
    Length lacking = 0, rule = rule_above(table, row);
    BoxList boxes = {0};
    for (size_t i = 0; i < table->column_count; i++) {
        TableCell *cell = rows->owners.here[i];
        if (!is_first_of(rows, i) || !is_said_again(cell, row))
            continue;
        CellFlow whole = {.flow = cell->flow->flow};
        Length end = cell_take(table->context, &whole, &boxes, rule + table->look.padding_y, INT32_MAX / 2,
                               /*is_forced*/ true);
        lacking = length_max(lacking, end + table->look.padding_y - room_of(rows, places, cell, row));
    }
    if (boxes.count == 0 || lacking > table->context->page_height / 2)
        return;
    for (size_t i = 0; i < boxes.count; i++) {
        boxes.boxes[i].is_artifact = true;
        boxes.boxes[i].y -= lacking;
    }
    if (!rows->header) // the rule at the row's top leaves these cells out
        *box_add(table->context, &boxes) = horizontal_rule(table, -lacking, rule);
    BoxList *resumed = arena_new(table->context->scratch, BoxList);
    *resumed = boxes;
    strip->resumed = resumed;
    if (lacking > 0)
        strip->header = header_with_band(table, rows->header, lacking);
}

// Rows of a group that no half page holds, each at its own. Once all are placed it is known what is left of each cell's
// rows: so they are gone through again.
static void flow_group_apart(Rows *rows, size_t first, size_t last)
{
    const Table *table = rows->table;
    Flow *flow = rows->flow;
    Arena *scratch = table->context->scratch;
    size_t count = last - first + 1;
    GroupPlaces places = {first, arena_array(scratch, size_t, count), arena_array(scratch, int64_t, count + 1)};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            owners_enter(table, &rows->owners, first + i);
        places.strips[i] = flow->count;
        flow_apart(rows, first + i);
        int64_t height = 0;
        for (size_t strip = places.strips[i]; strip < flow->count; strip++)
            height += flow->strips[strip].height;
        places.tops[i + 1] = places.tops[i] + height;
    }
    for (size_t i = 0; i < table->column_count; i++)
        rows->owners.here[i] = NULL; // no cell reaches into a group
    for (size_t i = 0; i < count; i++) {
        owners_enter(table, &rows->owners, first + i);
        if (i > 0)
            say_again(rows, &places, first + i);
    }
}

// The last row that cells of rows from `first` on tie to it. Fills their cells.
static size_t gather_group(Rows *rows, size_t first)
{
    Table *table = rows->table;
    size_t last = first;
    for (size_t row = first; row <= last; row++) {
        const TableRow *at = &table->rows[row];
        for (size_t i = at->first_cell; i < at->first_cell + at->cell_count; i++) {
            TableCell *cell = &table->cells[i];
            fill_cell(table, cell);
            size_t end = cell_last_row(cell);
            last = end > last ? end : last;
            if (cell->row_span == 1)
                continue;
            cell->next_ending = rows->ending[end];
            rows->ending[end] = cell;
        }
    }
    return last;
}

size_t flow_group(Rows *rows, size_t first)
{
    const Table *table = rows->table;
    size_t last = gather_group(rows, first);
    owners_enter(table, &rows->owners, first);
    if (first == last)
        flow_apart(rows, first);
    else if (group_height(rows, first, last) <= table->context->page_height / 2 || table->rows[first].is_header)
        flow_through(rows, first, last);
    else
        flow_group_apart(rows, first, last);
    return last + 1;
}
