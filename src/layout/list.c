// Lists: what stands before each item, on its first baseline. Numbers are aligned at their ends, as wide as the widest
// of their list; bullets tell lists within lists apart.
#include "layout/flow.h"
#include "layout/numeral.h"

enum { SHORT_ITEM = 10 }; // strips of an item that is rather not broken

typedef struct {
    Str text, told; // told to who listens, where it is not the text
    BlockStyle style;
} Mark;

// The kind of its mark: as it is declared of the item, or of its list.
static ListMark kind_of(const Node *item)
{
    const Node *list = item->parent;
    if (item->kind == NODE_NOTE)
        return LIST_MARK_DECIMAL;
    if (list->list.is_definitions)
        return LIST_MARK_NONE;
    if (item->declared && item->declared->list_mark != LIST_MARK_UNSET)
        return item->declared->list_mark;
    if (list->declared && list->declared->list_mark != LIST_MARK_UNSET)
        return list->declared->list_mark;
    return list->list.ordered ? LIST_MARK_DECIMAL : LIST_MARK_UNSET;
}

// Where it is not declared, bullets tell lists within lists apart.
static Str bullet_of(const Node *list, ListMark kind)
{
    static const Str bullets[] = {
        [LIST_MARK_NONE] = {"", 0},
        [LIST_MARK_DISC] = {"\u2022", 3},
        [LIST_MARK_CIRCLE] = {"\u25E6", 3},
        [LIST_MARK_SQUARE] = {"\u25AA", 3},
    };
    bool is_odd = false;
    if (kind != LIST_MARK_UNSET)
        return bullets[kind];
    for (const Node *node = list->parent; node; node = node->parent)
        is_odd ^= node->kind == NODE_LIST && !node->list.ordered;
    return is_odd ? STR("\u2013") : STR("\u2022");
}

// Larger than the text, but on its baseline.
static void mark_as_box(LayoutContext *context, const Node *item, Mark *mark)
{
    BlockStyle *style = &mark->style;
    Length size = style->text.size;
    bool is_done = item->item.task == TASK_DONE;
    style->text = stylesheet_task_box(context->sheet, &style->text);
    style->leading -= (Length)((int64_t)(style->text.size - size) * 714 / 1000);
    mark->text = is_done ? STR("\u2611") : STR("\u2610");
    mark->told =
        stylesheet_phrase_in(context->sheet, node_language(context, item), is_done ? STR("ticked") : STR("to-tick"));
}

static bool is_numbered(ListMark kind)
{
    return kind >= LIST_MARK_DECIMAL;
}

static Mark mark_of(LayoutContext *context, const Node *item, int number, const BlockStyle *style)
{
    Mark mark = {.style = *style};
    ListMark kind = kind_of(item);
    if (item->kind == NODE_NOTE)
        mark.text = item->text;
    else if (item->item.task != TASK_NONE)
        mark_as_box(context, item, &mark);
    else if (is_numbered(kind))
        mark.text = arena_format(context->arena, "%.*s%c", STR_ARGS(numeral(context->arena, number, kind)),
                                 item->parent->list.delimiter);
    else
        mark.text = bullet_of(item->parent, kind);
    return mark;
}

// The upper edge of a box.
static bool is_edge(const Strip *strip)
{
    return strip->keep_with_next && strip->baseline == 0 &&
           (strip->boxes.count == 0 || strip->boxes.boxes[0].kind == BOX_FILL);
}

// Sets the mark on the first baseline of what the item added from strip `first` on.
static void place_mark(LayoutContext *context, Flow *flow, size_t first, const Node *item, const Line *mark, Area area,
                       Length measure)
{
    if (flow->count == first) { // an empty item still has its mark
        Strip *strip = flow_add_strip(context, flow, area);
        strip->height = mark->ascent + mark->descent;
        strip->baseline = mark->ascent;
    }
    while (first + 1 < flow->count && is_edge(&flow->strips[first]))
        first++;
    Strip *strip = &flow->strips[first];
    Length y = strip->baseline > 0 ? strip->baseline - mark->ascent : 0;
    Box box = {.kind = BOX_LINE,
               .x = area.right_to_left ? area.x + area.width - measure : area.x,
               .y = length_max(y, 0),
               .width = measure,
               .height = mark->ascent + mark->descent,
               .node = item,
               .line = mark};
    box_add(context, &strip->boxes);
    memmove(strip->boxes.boxes + 1, strip->boxes.boxes, (strip->boxes.count - 1) * sizeof(Box));
    strip->boxes.boxes[0] = box;
}

// ---- numbers

typedef struct {
    int number, step;
} Counter; // of the item that comes next

static Counter counter_of(const Node *list)
{
    Counter counter = {1, 1};
    if (list->kind != NODE_LIST)
        return counter;
    counter.number = list->list.start;
    if (!list->list.is_reversed)
        return counter;
    counter.step = -1;
    if (!list->list.has_start) {
        counter.number = 0;
        for (const Node *item = list->first_child; item; item = item->next)
            counter.number++;
    }
    return counter;
}

static int next_number(Counter *counter, const Node *item)
{
    int number = item->kind == NODE_ITEM && item->item.has_value ? item->item.value : counter->number;
    counter->number = number + counter->step;
    return number;
}

// Whether the mark of the item behind `item`, or NULL, is as wide at least.
static bool is_outdone(const Node *item, int number, int step)
{
    const Node *next = item->next;
    if (!next || kind_of(next) != kind_of(item))
        return false;
    if (item->kind == NODE_ITEM && (item->item.task != TASK_NONE) != (next->item.task != TASK_NONE))
        return false;
    if (kind_of(item) == LIST_MARK_DECIMAL)
        return number > 0 && step > 0 && (item->kind == NODE_NOTE || !next->item.has_value);
    return !is_numbered(kind_of(item));
}

static Length widest_mark(LayoutContext *context, const Node *list, const BlockStyle *style)
{
    Counter counter = counter_of(list);
    Length widest = 0;
    for (const Node *item = list->first_child; item; item = item->next) {
        int number = next_number(&counter, item);
        if (is_outdone(item, number, counter.step))
            continue;
        Mark mark = mark_of(context, item, number, style);
        widest = length_max(widest, paragraph_max_content(paragraph_of_text(context, item, mark.text, &mark.style)));
    }
    return widest;
}

// A list whose items have no marks is as far in as is declared.
static Length indent_of(const Node *list, const BlockStyle *style, const BlockStyle *item_style, Length widest)
{
    if (list->kind == NODE_LIST && list->list.is_definitions)
        return 0;
    bool has_indent = list->declared && (list->declared->edges[EDGE_LEFT].padding.is_set ||
                                         list->declared->edges[EDGE_RIGHT].padding.is_set);
    if (widest == 0 && has_indent)
        return style->indent;
    return length_max(item_style->indent, widest + item_style->text.size / 2);
}

Length list_indent(LayoutContext *context, const Node *list, const BlockStyle *style)
{
    if (!list->last_child)
        return 0;
    BlockStyle item_style = stylesheet_block(context->sheet, list->last_child, style);
    return indent_of(list, style, &item_style, widest_mark(context, list, &item_style));
}

// Numbers have the width of the widest of them, and end where that ends.
static Length mark_measure(const Node *item, Mark *mark, Length widest, Length indent, bool right_to_left)
{
    bool is_number = is_numbered(kind_of(item)) && (item->kind == NODE_NOTE || item->item.task == TASK_NONE);
    mark->style.align = !is_number ? ALIGN_START : right_to_left ? ALIGN_LEFT : ALIGN_RIGHT;
    return is_number ? length_max(widest, LENGTH_PER_PT) : length_max(indent, LENGTH_PER_PT);
}

// A paragraph that leads to a list stands rather with it.
static void prefer_lead(Flow *flow, const Node *list)
{
    Strip *above = flow->count > 0 ? &flow->strips[flow->count - 1] : NULL;
    const Node *lead = above && above->boxes.count > 0 ? above->boxes.boxes[0].node : NULL;
    if (lead && lead->kind == NODE_PARAGRAPH && lead->next == list)
        above->break_cost = BREAK_COST_LEAD;
}

static void flow_item(LayoutContext *context, Flow *flow, const Node *item, const BlockStyle *style, Area area)
{
    if (!style->is_boxed) {
        flow_children(context, flow, item, style, area);
        return;
    }
    FrameFlow frame = frame_open(context, flow, item, style, /*indent*/ 0, area);
    flow_children(context, flow, item, style, frame.inner);
    frame_close(context, flow, item, style, &frame);
}

void flow_list(LayoutContext *context, Flow *flow, const Node *list, const BlockStyle *style, Area area)
{
    if (!list->last_child)
        return;
    BlockStyle last_style = stylesheet_block(context->sheet, list->last_child, style);
    Length widest = widest_mark(context, list, &last_style), indent = indent_of(list, style, &last_style, widest);
    Counter counter = counter_of(list);
    prefer_lead(flow, list);
    for (const Node *item = list->first_child; item; item = item->next) {
        BlockStyle item_style = stylesheet_block(context->sheet, item, style);
        flow_add_space(flow, item_style.space_before);
        size_t first = flow->count;
        Mark mark = mark_of(context, item, next_number(&counter, item), &item_style);
        flow_item(context, flow, item, &item_style, area_indent(area, indent));
        if (mark.text.length > 0 || flow->count == first) {
            Length measure = mark_measure(item, &mark, widest, indent, area.right_to_left);
            LineList lines = lines_of_mark(context, item, mark.text, mark.told, &mark.style, measure);
            place_mark(context, flow, first, item, &lines.lines[0], area, measure);
        }
        if (flow->count - first <= SHORT_ITEM)
            flow_prefer_whole(flow, first, BREAK_COST_ITEM);
        if (item->kind == NODE_NOTE)
            note_end(context, item, first);
        flow_add_space(flow, item_style.space_after);
    }
}
