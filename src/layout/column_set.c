// Columns (CSS Multi-column Layout 1): who stands in them, and who across.
//
// What stands in columns is set as in the first of them; page_break.c and band.c say which column a strip comes to.
// What spans them stands in the area around them, so that columns end at one height above it and begin anew below it.
//
//     | outer                        |
//     | x, width | gap | width |
//     |<----- step --->|
//
// Columns within columns, in cells and in notes are set as one.
#include "layout/flow.h"

enum { WIDTH_LEAST_EM = 6 }; // of a column: some 12 letters

// As many as have room.
static int count_that_fits(const ColumnStyle *style, Length size, Length whole)
{
    Length least = length_max(style->width, WIDTH_LEAST_EM * size);
    int64_t count = ((int64_t)whole + style->gap) / length_max(least + style->gap, 1);
    return count < style->count ? (int)count : style->count;
}

static Area open(LayoutContext *context, Flow *flow, const ColumnStyle *style, int count, Area area)
{
    ColumnSet *set = arena_new(context->scratch, ColumnSet);
    Length step = (area.width + style->gap) / count, width = step - style->gap;
    *set = (ColumnSet){.outer = area,
                       .count = count,
                       .x = area.right_to_left ? area.x + area.width - width : area.x,
                       .width = width,
                       .step = area.right_to_left ? -step : step,
                       .rule = style->rule,
                       .rule_color = style->color};
    flow->has_columns = true;
    area.x = set->x;
    area.width = width;
    area.backdrop = NULL; // that of all columns is drawn behind them
    area.columns = set;
    return area;
}

Area columns_open(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    if (style->columns.count < 2)
        return area;
    bool is_within = area.columns || !flow->may_have_columns;
    int count = is_within ? 1 : count_that_fits(&style->columns, style->text.size, area.width);
    if (is_within)
        diagnose(context->diagnostics, node->span, DIAG_COLUMNS_WITHIN);
    else if (count < style->columns.count && style->columns.width == 0)
        diagnose(context->diagnostics, node->span, DIAG_COLUMNS_NARROW, style->columns.count, count > 1 ? count : 1);
    return count > 1 ? open(context, flow, &style->columns, count, area) : area;
}

Area columns_open_on_pages(LayoutContext *context, Flow *flow, const BlockStyle *body, Area area)
{
    ColumnStyle style = stylesheet_columns(context->sheet);
    if (style.count < 2)
        style = body->columns;
    if (style.count < 2)
        return area;
    int count = count_that_fits(&style, body->text.size, area.width);
    if (count < style.count && style.width == 0)
        diagnose(context->diagnostics, SPAN_NONE, DIAG_COLUMNS_NARROW, style.count, count > 1 ? count : 1);
    return count > 1 ? open(context, flow, &style, count, area) : area;
}

// Not what stands within something else, which it would leave.
bool columns_may_span(Area area)
{
    const ColumnSet *set = area.columns;
    return set && area.x == set->x && area.width == set->width && !area.backdrop;
}

// Whether a block that is kept with what follows it leads to something that stands across.
static bool leads_across(LayoutContext *context, const Node *node, const BlockStyle *outer, Area area)
{
    enum { LEADS_MAX = 3 };
    for (int i = 0; i < LEADS_MAX && node->next; i++) {
        node = node->next;
        BlockStyle style = stylesheet_block(context->sheet, node, outer);
        if (style.spans_columns)
            return true;
        if (node->kind == NODE_TABLE)
            return extent_of_table(context, node, &style).min > area.width;
        if (!style.keep_with_next)
            return false;
    }
    return false;
}

Area columns_span(LayoutContext *context, const Node *node, const BlockStyle *style, const BlockStyle *outer, Area area)
{
    if (!columns_may_span(area))
        return area;
    bool spans = style->spans_columns || (style->keep_with_next && leads_across(context, node, outer, area));
    return spans ? area.columns->outer : area;
}
