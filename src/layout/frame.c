// Boxes around blocks. Fill and what runs down the sides are backdrops, which go on over page breaks; the upper and the
// lower edge are strips of their own, so that a box that is split is open at the break (CSS Fragmentation 3, section
// 5.2, `slice`).
//
//     margin ##+-------------------------+ margin    strip: upper rule and padding
//            ##| what the block holds    |           its strips
//            ##+-------------------------+           strip: padding and lower rule
//           bar fill                  rule
#include "layout/flow.h"

// ---- backdrops

static void add_backdrop(LayoutContext *context, Area *area, Backdrop backdrop)
{
    Backdrop *added = arena_new(context->scratch, Backdrop);
    *added = backdrop;
    added->outer = area->backdrop;
    area->backdrop = added;
}

static bool is_within(const Backdrop *backdrop, const Backdrop *outer)
{
    while (backdrop && backdrop != outer)
        backdrop = backdrop->outer;
    return backdrop == outer;
}

// Depth is bounded by LIMIT_NESTING, which the document holds.
static void draw_backdrops(LayoutContext *context, BoxList *boxes, const Backdrop *backdrop, Box place)
{
    if (!backdrop || place.height <= 0)
        return;
    draw_backdrops(context, boxes, backdrop->outer, place);
    place.x += backdrop->x;
    place.width = backdrop->width;
    place.node = backdrop->node;
    box_add_fill(context, boxes, place, backdrop->color);
}

void backdrops_draw(LayoutContext *context, BoxList *boxes, const Strip *above, const Strip *strip, Box gap)
{
    // What both this strip and the one above stand before goes on through the gap between them.
    const Backdrop *shared = above ? strip->backdrop : NULL;
    while (shared && !is_within(above->backdrop, shared))
        shared = shared->outer;
    draw_backdrops(context, boxes, shared, gap);
    draw_backdrops(context, boxes, strip->backdrop,
                   (Box){.x = gap.x, .y = gap.y + gap.height, .height = strip->height});
}

// ---- edges

typedef struct {
    FrameEdge edges[EDGE_COUNT];
} Edges;

// What a style says of the sides where lines start and end, and what is declared of left and right.
static Edges edges_of(const FrameStyle *frame, bool right_to_left)
{
    Edges edges;
    Edge start = right_to_left ? EDGE_RIGHT : EDGE_LEFT;
    for (Edge i = 0; i < EDGE_COUNT; i++) {
        FrameEdge *edge = &edges.edges[i];
        Length rule = i == start ? length_max(frame->bar, frame->width) : frame->width;
        Length padding = i == start ? 0 : frame->padding; // the indent is the room there
        *edge = frame->edges[i];
        if (edge->rule < rule)
            *edge = (FrameEdge){rule, edge->padding, frame->color};
        edge->padding = length_max(edge->padding, padding);
    }
    return edges;
}

static Length room_of(const FrameEdge *edge)
{
    return edge->rule + edge->padding;
}

// ---- where the box stands

static Length asked_width(const WidthStyle *width, Length whole)
{
    return width->length > 0 ? width->length : (Length)(whole * width->percent / 100);
}

Area frame_place(const PlaceStyle *place, Area area)
{
    enum { SHARE_LEAST = 8 }; // of what is there: a box is not made narrower
    Length least = length_max(area.width / SHARE_LEAST, 1);
    Length room = length_max(area.width - place->margin_left - place->margin_right, least);
    Length asked = asked_width(&place->width, area.width), most = asked_width(&place->width_max, area.width);
    Length width = asked > 0 ? length_min(room, asked) : room;
    width = length_max(most > 0 ? length_min(width, most) : width, least);
    Length before = length_min(place->margin_left, area.width - room), over = room - width;
    bool is_at_right = place->is_left_auto || (area.right_to_left && !place->is_right_auto);
    if (place->is_left_auto && place->is_right_auto)
        before += over / 2;
    else if (is_at_right)
        before += over;
    area.x += before;
    area.width = width;
    return area;
}

// What the edges, or an indent at the side where lines start, leave; at least a quarter, lest deep nesting squeezes
// text to nothing.
static Area inner_area(const Edges *edges, Length indent, Area area)
{
    enum { SHARE_LEAST = 4 };
    Length left = room_of(&edges->edges[EDGE_LEFT]), right = room_of(&edges->edges[EDGE_RIGHT]);
    if (area.right_to_left)
        right = length_max(right, indent);
    else
        left = length_max(left, indent);
    Length kept = length_max(area.width - left - right, area.width / SHARE_LEAST);
    area.x += length_min(left, area.width - kept);
    area.width = kept;
    return area;
}

Extent frame_extent(const BlockStyle *style, Length indent, Extent extent)
{
    Edges edges = edges_of(&style->frame, /*right_to_left*/ false);
    const PlaceStyle *place = &style->place;
    Length around = length_max(indent, room_of(&edges.edges[EDGE_LEFT])) + room_of(&edges.edges[EDGE_RIGHT]);
    if (place->width.length > 0)
        extent.max = length_max(extent.min, place->width.length - around);
    else if (place->width_max.length > 0)
        extent.max = length_max(extent.min, length_min(extent.max, place->width_max.length - around));
    around += place->margin_left + place->margin_right;
    return (Extent){extent.min + around, extent.max + around};
}

// ---- the flow

static void add_backdrops(LayoutContext *context, const Node *node, const FrameStyle *frame, const Edges *edges,
                          Area *area)
{
    const FrameEdge *left = &edges->edges[EDGE_LEFT], *right = &edges->edges[EDGE_RIGHT];
    if (frame->is_filled)
        add_backdrop(context, area, (Backdrop){.x = area->x, .width = area->width, .color = frame->fill, .node = node});
    if (left->rule > 0)
        add_backdrop(context, area, (Backdrop){.x = area->x, .width = left->rule, .color = left->color, .node = node});
    if (right->rule > 0)
        add_backdrop(
            context, area,
            (Backdrop){
                .x = area->x + area->width - right->rule, .width = right->rule, .color = right->color, .node = node});
}

static void add_edge(LayoutContext *context, Flow *flow, const Node *node, const FrameEdge *edge, Area area,
                     bool is_top)
{
    Strip *strip = flow_add_strip(context, flow, area);
    strip->height = room_of(edge);
    Length y = is_top ? 0 : strip->height - edge->rule;
    box_add_fill(context, &strip->boxes,
                 (Box){.x = area.x, .y = y, .width = area.width, .height = edge->rule, .node = node}, edge->color);
}

// At a box's edge its padding is the room for what it holds, whose own space does not add to it.
static Length space_within(const FrameEdge *edge, Length space)
{
    return edge->padding > 0 ? 0 : space;
}

FrameFlow frame_open(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Length indent,
                     Area area)
{
    FrameFlow frame = {.outer = frame_place(&style->place, area)};
    Edges edges = edges_of(&style->frame, area.right_to_left);
    frame.top = edges.edges[EDGE_TOP];
    frame.bottom = edges.edges[EDGE_BOTTOM];
    add_backdrops(context, node, &style->frame, &edges, &frame.outer);
    frame.inner = inner_area(&edges, indent, frame.outer);
    frame.is_opened = room_of(&frame.top) > 0;
    if (frame.is_opened) {
        add_edge(context, flow, node, &frame.top, frame.outer, /*is_top*/ true);
        flow->strips[flow->count - 1].keep_with_next = true;
    }
    frame.first = flow->count;
    return frame;
}

void frame_close(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, const FrameFlow *frame)
{
    if (flow->count == frame->first) { // there is nothing in it
        if (frame->is_opened) {
            const Strip *edge = &flow->strips[--flow->count];
            flow_add_space(flow, edge->space_before);
            flow_break(flow, edge->break_before);
        }
        return;
    }
    Strip *first = &flow->strips[frame->first];
    if (frame->is_opened)
        first->space_before = space_within(&frame->top, first->space_before);
    if (room_of(&frame->bottom) == 0)
        return;
    Strip *last = &flow->strips[flow->count - 1];
    bool keeps_last = last->keep_with_next && style->keep_with_next;
    last->keep_with_next = true;
    flow->pending_space = space_within(&frame->bottom, flow->pending_space);
    add_edge(context, flow, node, &frame->bottom, frame->outer, /*is_top*/ false);
    flow->strips[flow->count - 1].keep_with_next = keeps_last;
}

// ---- alerts

static Str label_of(LayoutContext *context, const Node *alert)
{
    Str key = str_from(alert_kind_name(alert->alert.kind));
    return stylesheet_phrase_in(context->sheet, node_language(context, alert), key);
}

void flow_alert(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    BlockStyle label = stylesheet_alert_label(context->sheet, style);
    size_t first = flow->count;
    LineList lines = lines_of_text(context, node, label_of(context, node), &label, measure_of(context, area));
    flow_lines(context, flow, node, lines, &label, area);
    size_t content = flow->count;
    flow_children(context, flow, node, style, area);
    flow_prefer_whole(flow, first, BREAK_COST_FRAME);
    if (flow->count > content)
        flow->strips[content].space_before = label.space_after;
}

Extent extent_of_alert(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    BlockStyle label = stylesheet_alert_label(context->sheet, style);
    const Paragraph *paragraph = paragraph_of_text(context, node, label_of(context, node), &label);
    Extent extent = extent_of_children(context, node, style);
    return (Extent){length_max(extent.min, paragraph_min_content(paragraph)),
                    length_max(extent.max, paragraph_max_content(paragraph))};
}
