// The flow of blocks. Each block adds strips for what it holds, in the order of the document.
//
// Vertical space: of two neighbours' the larger counts, also through the edges of containers. A block's own
// space before is merged into flow->pending_space on entry, its space after on exit.
#include "layout/flow.h"

enum {
    LINES_KEPT = 2,  // widows and orphans: at least two lines of a paragraph stand together
    SHORT_LINES = 5, // a paragraph of so many is rather not broken
};

static const Color color_of_rule = {90, 100, 110};

Box *box_add(LayoutContext *context, BoxList *list)
{
    if (list->capacity == 0) { // a line of text is one box, and a page has fifty of them
        list->boxes = arena_new(context->scratch, Box);
        list->capacity = 1;
    }
    return arena_push(context->scratch, list->boxes, list->count, list->capacity);
}

void box_add_fill(LayoutContext *context, BoxList *list, Box place, Color fill)
{
    place.kind = BOX_FILL;
    place.is_artifact = true;
    place.fill = fill;
    if (place.width > 0 && place.height > 0)
        *box_add(context, list) = place;
}

void flow_add_space(Flow *flow, Length space)
{
    flow->pending_space = length_max(flow->pending_space, space);
}

Strip *flow_add_strip(LayoutContext *context, Flow *flow, Area area)
{
    Strip *strip = arena_push(context->scratch, flow->strips, flow->count, flow->capacity);
    *strip = (Strip){
        .space_before = flow->count > 1 ? flow->pending_space : 0,
        .break_before = flow->pending_break,
        .backdrop = area.backdrop,
        .columns = area.columns,
    };
    flow->pending_space = 0;
    flow->pending_break = PAGE_BREAK_NONE;
    return strip;
}

// A break to a left or a right page goes before one to any page, and that before one to a column.
void flow_break(Flow *flow, PageBreak page_break)
{
    if (flow->count > 0 && page_break > flow->pending_break)
        flow->pending_break = page_break;
}

void flow_keep(Flow *flow, size_t first, const ColumnSet *columns)
{
    for (size_t i = first; i + 1 < flow->count; i++) {
        Strip *strip = &flow->strips[i];
        *(strip->columns == columns ? &strip->keep_with_next : &strip->keep_on_page) = true;
    }
}

void flow_prefer_whole(Flow *flow, size_t first, BreakCost cost)
{
    for (size_t i = first; i + 1 < flow->count; i++) {
        if (flow->strips[i].break_cost < cost)
            flow->strips[i].break_cost = (uint16_t)cost;
    }
}

Area area_indent(Area area, Length indent)
{
    // What is left is at least a quarter: deep nesting shall not squeeze its text to nothing.
    Length kept = length_max(area.width - indent, area.width / 4);
    if (!area.right_to_left)
        area.x += area.width - kept;
    area.width = kept;
    return area;
}

Length measure_of(const LayoutContext *context, Area area)
{
    return length_min(area.width, context->measure_max);
}

void flow_lines(LayoutContext *context, Flow *flow, const Node *node, LineList lines, const BlockStyle *style,
                Area area)
{
    Length measure = measure_of(context, area);
    Length x = area.right_to_left ? area.x + area.width - measure : area.x;
    for (size_t i = 0; i < lines.count; i++) {
        const Line *line = &lines.lines[i];
        Strip *strip = flow_add_strip(context, flow, area);
        strip->height = line->ascent + line->descent;
        strip->baseline = line->ascent;
        bool is_orphan = i + 1 < LINES_KEPT && i + 1 < lines.count;
        bool leaves_widow = i + LINES_KEPT == lines.count;
        strip->is_kept_line = is_orphan || leaves_widow;
        strip->is_inner_line = i > 0 && i + 1 < lines.count;
        strip->keep_with_next = style->keep_with_next || strip->is_kept_line;
        if (i + 1 < lines.count)
            strip->break_cost = lines.count <= SHORT_LINES ? BREAK_COST_PARAGRAPH : BREAK_COST_LINE;
        strip->boxes = (BoxList){arena_new(context->scratch, Box), 1, 1}; // most strips have no second one
        strip->boxes.boxes[0] =
            (Box){.kind = BOX_LINE, .x = x, .width = measure, .height = strip->height, .node = node, .line = line};
    }
}

// Its border is the rule itself.
static void flow_rule(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    const FrameEdge *edge = &style->frame.edges[EDGE_TOP];
    bool has_color = node->declared && node->declared->color.is_set;
    Area place = frame_place(&style->place, area);
    Strip *strip = flow_add_strip(context, flow, area);
    strip->height = edge->rule > 0 ? edge->rule : LENGTH_PER_PT;
    box_add_fill(context, &strip->boxes,
                 (Box){.x = place.x, .width = place.width, .height = strip->height, .node = node},
                 edge->rule > 0 ? edge->color
                 : has_color    ? style->text.color
                                : color_of_rule);
}

static bool is_in_tight_list(const Node *node)
{
    const Node *item = node->parent;
    return item && item->kind == NODE_ITEM && item->parent->list.tight;
}

static void flow_content(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    switch (node->kind) {
    case NODE_PART:
        flow_break(flow, PAGE_BREAK_PAGE);
        flow_children(context, flow, node, style, area);
        break;
    case NODE_NOTES:
        flow_notes(context, node, style, area);
        break;
    case NODE_LIST:
        flow_list(context, flow, node, style, area);
        break;
    case NODE_ALERT:
        flow_alert(context, flow, node, style, area);
        break;
    case NODE_CONTENTS:
        flow_contents(context, flow, node, style, area);
        break;
    case NODE_CONTENTS_ENTRY:
        flow_contents_entry(context, flow, node, style, area);
        break;
    case NODE_PAGE_BREAK:
        flow_break(flow, PAGE_BREAK_PAGE);
        break;
    case NODE_CODE_BLOCK:
        flow_code(context, flow, node, style, area);
        break;
    case NODE_TABLE:
        flow_table(context, flow, node, style, area);
        break;
    case NODE_FIGURE:
        flow_figure(context, flow, node, style, area);
        break;
    case NODE_THEMATIC_BREAK:
        flow_rule(context, flow, node, style, area);
        break;
    default:
        if (figure_image(node))
            flow_image(context, flow, node, style, area);
        else if (node_kind_holds(node->kind) == HOLDS_INLINES)
            flow_lines(context, flow, node, lines_of(context, node, style, measure_of(context, area)), style, area);
        else
            flow_children(context, flow, node, style, area);
    }
}

// How far what it holds stands from the edge where lines begin. The indents of lists are those of their marks, and
// entries of contents see to theirs.
static Length indent_of(const Node *node, const BlockStyle *style)
{
    bool has_own = node->kind == NODE_LIST || node->kind == NODE_ITEM || node->kind == NODE_NOTES ||
                   node->kind == NODE_NOTE || node->kind == NODE_CONTENTS || node->kind == NODE_CONTENTS_ENTRY;
    return has_own ? 0 : length_max(style->indent, style->frame.padding);
}

// A table's box is its outer rule, and a rule is no box.
static bool is_boxed(const Node *node, const BlockStyle *style)
{
    return node->kind != NODE_TABLE && node->kind != NODE_THEMATIC_BREAK &&
           (style->is_boxed || indent_of(node, style) > 0);
}

// Room that no page break parts from what follows.
static void add_blank_strip(LayoutContext *context, Flow *flow, Length height, Area area)
{
    Strip *strip = flow_add_strip(context, flow, area);
    strip->height = height;
    strip->keep_with_next = true;
}

// The strips from `first` on are to be `height` high, with the spaces between them.
static void reach_height(LayoutContext *context, Flow *flow, size_t first, Length height, Area area)
{
    int64_t left = height;
    for (size_t i = first; i < flow->count && left > 0; i++)
        left -= flow->strips[i].height + (i > first ? flow->strips[i].space_before : 0);
    if (left <= 0)
        return;
    flow->pending_space = 0;
    if (flow->count > first)
        flow->strips[flow->count - 1].keep_with_next = true;
    flow_add_strip(context, flow, area)->height = (Length)left;
}

void flow_block(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *outer, Area area)
{
    BlockStyle style = stylesheet_block(context->sheet, node, outer);
    if (is_in_tight_list(node) && (node->kind == NODE_PARAGRAPH || node->kind == NODE_LIST))
        style.space_before = style.space_after = 0;
    bool is_implied = node->kind == NODE_PARAGRAPH && node->paragraph.is_implied;
    bool is_image = figure_image(node) != NULL; // the figure has the space
    if (is_image || is_implied)
        style.space_before = style.space_after = 0;
    flow_break(flow, style.break_before);
    area = columns_span(context, node, &style, outer, area);
    if (style.sink > 0 && (flow->count == 0 || flow->pending_break >= PAGE_BREAK_PAGE))
        add_blank_strip(context, flow, style.sink, area);
    flow_add_space(flow, style.space_before);
    size_t first = flow->count;
    if (node->lang.length > 0 || node->direction != DIRECTION_NONE)
        area.right_to_left = node_is_right_to_left(context, node);
    bool is_in_box = is_boxed(node, &style);
    FrameFlow frame;
    if (is_in_box) {
        frame = frame_open(context, flow, node, &style, indent_of(node, &style), area);
        area = frame.inner;
    }
    size_t content = flow->count;
    const ColumnSet *around = area.columns;
    area = columns_open(context, flow, node, &style, area);
    flow_content(context, flow, node, &style, area);
    if (style.height_min > 0)
        reach_height(context, flow, content, style.height_min, area);
    if (is_in_box)
        frame_close(context, flow, node, &style, &frame);
    if (style.keep_together)
        flow_keep(flow, first, around);
    if (style.keep_with_next && flow->count > first)
        flow->strips[flow->count - 1].keep_with_next = true;
    flow_break(flow, style.break_after);
    flow_add_space(flow, style.space_after);
}

void flow_children(LayoutContext *context, Flow *flow, const Node *parent, const BlockStyle *style, Area area)
{
    for (const Node *child = parent->first_child; child; child = child->next)
        flow_block(context, flow, child, style, area);
}

static Extent extent_of_content(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    if (node_kind_holds(node->kind) == HOLDS_INLINES)
        return extent_of_inlines(context, node, style);
    if (node->kind == NODE_CODE_BLOCK)
        return extent_of_code(context, node, style);
    if (node->kind == NODE_TABLE)
        return extent_of_table(context, node, style);
    if (node->kind == NODE_ALERT)
        return extent_of_alert(context, node, style);
    Length indent = node->kind == NODE_LIST ? list_indent(context, node, style) : 0;
    Extent extent = extent_of_children(context, node, style);
    return (Extent){extent.min + indent, extent.max + indent};
}

static Extent extent_of_block(LayoutContext *context, const Node *node, const BlockStyle *outer)
{
    BlockStyle style = stylesheet_block(context->sheet, node, outer);
    Extent extent = extent_of_content(context, node, &style);
    return is_boxed(node, &style) ? frame_extent(&style, indent_of(node, &style), extent) : extent;
}

Extent extent_of_children(LayoutContext *context, const Node *parent, const BlockStyle *style)
{
    Extent all = {0};
    for (const Node *child = parent->first_child; child; child = child->next) {
        Extent extent = extent_of_block(context, child, style);
        all.min = length_max(all.min, extent.min);
        all.max = length_max(all.max, extent.max);
    }
    return all;
}
