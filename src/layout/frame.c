// Frames around blocks. What runs down the sides is a backdrop, which goes on over page breaks; upper and lower rule
// belong to the first and the last strip, so that a frame that is split is open at the break.
//
//     bar   fill                  rule
//     ##+-------------------------+
//     ##| label                   |  padding above
//     ##| what the alert holds    |
//     ##+-------------------------+  padding below
#include "layout/flow.h"

static const Backdrop *backdrop_add(LayoutContext *context, Backdrop backdrop)
{
    Backdrop *added = arena_new(context->scratch, Backdrop);
    *added = backdrop;
    return added;
}

Area frame_area(LayoutContext *context, const Node *node, const FrameStyle *frame, Area area)
{
    if (frame->is_filled)
        area.backdrop =
            backdrop_add(context, (Backdrop){area.x, area.width, frame->fill, node, /*outer*/ area.backdrop});
    Length bar = length_max(frame->bar, frame->width), rule = frame->width;
    Length far_side = area.x + area.width;
    Length bar_x = area.right_to_left ? far_side - bar : area.x;
    Length rule_x = area.right_to_left ? area.x : far_side - rule;
    if (bar > 0)
        area.backdrop = backdrop_add(context, (Backdrop){bar_x, bar, frame->color, node, area.backdrop});
    if (rule > 0)
        area.backdrop = backdrop_add(context, (Backdrop){rule_x, rule, frame->color, node, area.backdrop});
    return area;
}

static Str label_of(LayoutContext *context, const Node *alert)
{
    Str key = str_from(alert_kind_name(alert->alert.kind));
    return stylesheet_phrase_in(context->sheet, node_language(context, alert), key);
}

static void add_rule(LayoutContext *context, Strip *strip, const Node *node, const FrameStyle *frame, Area area,
                     Length y)
{
    Box place = {.x = area.x, .y = y, .width = area.width, .height = frame->width, .node = node};
    box_add_fill(context, &strip->boxes, place, frame->color);
}

void frame_close(LayoutContext *context, Flow *flow, size_t first, const Node *node, const FrameStyle *frame, Area area)
{
    Length edge = frame->width + frame->padding;
    if (flow->count == first || edge == 0)
        return;
    Strip *top = &flow->strips[first], *bottom = &flow->strips[flow->count - 1];
    for (size_t i = 0; i < top->boxes.count; i++)
        top->boxes.boxes[i].y += edge;
    top->height += edge;
    top->baseline += edge;
    add_rule(context, top, node, frame, area, 0);
    bottom->height += edge;
    add_rule(context, bottom, node, frame, area, bottom->height - frame->width);
}

// The area within the frame: of what an alert holds.
static Area inner_area(const BlockStyle *style, Area area)
{
    Area inner = area_indent(area, style->indent);
    Length kept = length_max(inner.width - style->frame.padding - style->frame.width, inner.width / 2);
    if (area.right_to_left)
        inner.x += inner.width - kept;
    inner.width = kept;
    return inner;
}

void flow_alert(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    Area inner = inner_area(style, frame_area(context, node, &style->frame, area));
    BlockStyle label = stylesheet_alert_label(context->sheet, style);
    size_t first = flow->count;
    LineList lines = lines_of_text(context, node, label_of(context, node), &label, measure_of(context, inner));
    flow_lines(context, flow, node, lines, &label, inner);
    size_t content = flow->count;
    flow_children(context, flow, node, style, inner);
    flow_prefer_whole(flow, first, BREAK_COST_FRAME);
    if (flow->count > content)
        flow->strips[content].space_before = label.space_after;
    frame_close(context, flow, first, node, &style->frame, area);
}

Extent extent_of_alert(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    BlockStyle label = stylesheet_alert_label(context->sheet, style);
    const Paragraph *paragraph = paragraph_of_text(context, node, label_of(context, node), &label);
    Extent extent = extent_of_children(context, node, style);
    Length around = style->indent + style->frame.padding + style->frame.width;
    return (Extent){length_max(extent.min, paragraph_min_content(paragraph)) + around,
                    length_max(extent.max, paragraph_max_content(paragraph)) + around};
}
