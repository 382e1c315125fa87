// A table from top to bottom: header rows, which are said again on further pages, and what they head. A table in blocks
// is many such sections.
#include "layout/table.h"

// A line that says, of the page before, what goes on; without its caption where that takes more than a line.
static void add_continued(const Table *table, Strip *strip)
{
    LayoutContext *context = table->context;
    const Node *caption = node_caption(table->node);
    Str phrase = stylesheet_phrase(context->sheet, STR("continued"));
    Str text = arena_format(context->arena, "(%.*s)", STR_ARGS(phrase));
    LineList lines = lines_of_text(context, table->node, text, &table->style, table->area.width);
    if (caption) {
        Str name = node_plain_text(caption, context->arena);
        text = arena_format(context->arena, "%.*s (%.*s)", STR_ARGS(name), STR_ARGS(phrase));
        LineList named = lines_of_text(context, table->node, text, &table->style, table->area.width);
        lines = named.count == 1 ? named : lines;
    }
    if (lines.count != 1)
        return;
    const Line *line = &lines.lines[0];
    Length height = line->ascent + line->descent;
    *box_add(context, &strip->boxes) = (Box){.kind = BOX_LINE,
                                             .is_artifact = true,
                                             .x = table->area.x,
                                             .width = table->area.width,
                                             .height = height,
                                             .node = table->node,
                                             .line = line};
    strip->height = height + table->look.padding_y;
}

// The header rows as they repeat, once they are laid, below a line that says that the table goes on; NULL where there
// are neither rows nor a caption, or they would fill a page.
static const Header *header_of(const Table *table, const Flow *flow, size_t first)
{
    size_t count = flow->count - first;
    int64_t height = 0;
    for (size_t i = first; i < flow->count; i++)
        height += flow->strips[i].height;
    if ((count == 0 && !node_caption(table->node)) || height > table->context->page_height / 2)
        return NULL;
    Header *header = arena_new(table->context->scratch, Header);
    Strip *strips = arena_array(table->context->scratch, Strip, count + 1);
    add_continued(table, &strips[0]);
    if (count > 0)
        memcpy(strips + 1, flow->strips + first, count * sizeof(Strip));
    Length thickness = count > 0 ? table->look.header_rule : table->look.outer_rule;
    strips[count].closing = closing_rule(table, strips[count].height, thickness);
    *header = (Header){strips, count + 1, (Length)height + strips[0].height};
    return header;
}

static void end_table(LayoutContext *context, Flow *flow)
{
    Strip *last = &flow->strips[flow->count - 1];
    if (last->closing)
        *box_add(context, &last->boxes) = *last->closing;
    last->height += closing_height(last);
    last->closing = NULL;
    last->keep_with_next = false;
    last->break_cost = 0;
}

// A block ends as a table does, at some distance to the next one; one that takes half a page or less is not broken.
static void end_block(const Table *table, Flow *flow, size_t first, bool is_first)
{
    int64_t height = 0;
    for (size_t i = first; i < flow->count; i++)
        height += flow->strips[i].height;
    for (size_t i = first; i + 1 < flow->count && height <= table->context->page_height / 2; i++)
        flow->strips[i].keep_with_next = true;
    if (!is_first)
        flow->strips[first].space_before = table->style.leading / 2;
    end_table(table->context, flow);
}

// Header rows and what they head: once, but in blocks.
static size_t flow_section(Rows *rows, size_t start)
{
    const Table *table = rows->table;
    Flow *flow = rows->flow;
    size_t first = flow->count, row = start;
    rows->header = NULL;
    while (row < table->row_count && table->rows[row].is_header)
        row = flow_group(rows, row);
    rows->header = header_of(table, flow, first);
    while (row < table->row_count && !table->rows[row].is_header) {
        // What a footer sums up stands on its page.
        if (row > 0 && table->rows[row].is_footer)
            flow->strips[flow->count - 1].keep_with_next = true;
        row = flow_group(rows, row);
    }
    if (table->is_in_blocks)
        end_block(table, flow, first, start == 0);
    return row;
}

void flow_rows(Table *table, Flow *flow)
{
    Arena *scratch = table->context->scratch;
    Rows rows = {.table = table,
                 .flow = flow,
                 .owners = {arena_array(scratch, TableCell *, table->column_count),
                            arena_array(scratch, TableCell *, table->column_count)},
                 .ending = arena_array(scratch, TableCell *, table->row_count),
                 .heights = arena_array(scratch, Length, table->row_count)};
    for (size_t row = 0; row < table->row_count;)
        row = flow_section(&rows, row);
    if (!table->is_in_blocks)
        end_table(table->context, flow);
}
