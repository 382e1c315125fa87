// Fills pages with strips and notes, as page_break.c breaks them.
//
// The flow is cut into sections where a page is forced, or turned on its side; each is broken by itself, since only
// then it is known on which side, left or right, the next one begins.
#include "layout/band.h"

typedef struct {
    LayoutContext *context;
    const PageFrame *frame;
    BoxList boxes;           // of the current page
    Length left, top, at;    // of the text area; where the next strip may begin
    Length tightened, slack; // what the page's spaces are less, of what they may be
    bool is_empty, is_turned;
    const Strip *last; // placed on this page
    Strip band;        // which is that, behind columns
} Filling;

static void page_start(Filling *filling)
{
    const PageFrame *frame = filling->frame;
    size_t page = filling->context->page_count;
    filling->boxes.count = 0;
    filling->left = page_left(filling->context, frame->page, page);
    filling->at = filling->top = page == 0 ? frame->first_top : frame->top;
    filling->is_empty = true;
    filling->last = NULL;
}

static void add_moved(Filling *filling, Box box, Length y)
{
    box.x += filling->left;
    box.y += y;
    *box_add(filling->context, &filling->boxes) = box;
}

static void close_last(Filling *filling)
{
    const Strip *last = filling->last;
    if (last && last->closing)
        add_moved(filling, *last->closing, filling->at - last->height);
}

// Ends the work where the page is one too many.
static void count_page(LayoutContext *context, const BoxList *boxes)
{
    Span span = context->document->root->span;
    for (size_t i = boxes->count; i-- > 0;) {
        const Box *box = &boxes->boxes[i];
        span = box->node ? box->node->span : span;
        for (size_t run = 0; box->kind == BOX_LINE && run < box->line->run_count; run++)
            context->glyph_count += box->line->runs[run].word ? box->line->runs[run].word->glyph_count : 0;
    }
    limit_enforce(context->diagnostics, LIMIT_PAGES, context->page_count, span);
    limit_enforce(context->diagnostics, LIMIT_GLYPHS, context->glyph_count, span);
}

static void page_end(Filling *filling)
{
    LayoutContext *context = filling->context;
    size_t count = filling->boxes.count, capacity = count + filling->frame->spare;
    Box *boxes = arena_array(context->arena, Box, capacity);
    if (count > 0)
        memcpy(boxes, filling->boxes.boxes, count * sizeof *boxes);
    *arena_push(context->scratch, context->pages, context->page_count, context->page_capacity) =
        (FilledPage){{boxes, count, capacity}, filling->is_turned};
    count_page(context, &filling->boxes);
}

static void strip_draw(Filling *filling, const Strip *strip, Length y, bool is_repeated)
{
    for (size_t i = 0; i < strip->boxes.count; i++) {
        Box box = strip->boxes.boxes[i];
        box.is_artifact |= is_repeated;
        add_moved(filling, box, y);
    }
}

// A space, tightened by its share, rounded up: what is over stays at the page's foot.
static Length tightened_space(const Filling *filling, Length space)
{
    if (filling->tightened == 0)
        return space;
    int64_t part = (int64_t)space_slack(space) * filling->tightened;
    return space - (Length)((part + filling->slack - 1) / filling->slack);
}

static void strip_place(Filling *filling, const Strip *strip)
{
    if (filling->is_empty && strip->header) {
        for (size_t i = 0; i < strip->header->count; i++) {
            strip_draw(filling, &strip->header->strips[i], filling->at, /*is_repeated*/ true);
            filling->at += strip->header->strips[i].height;
        }
        const Strip *last = &strip->header->strips[strip->header->count - 1];
        if (last->closing)
            add_moved(filling, *last->closing, filling->at - last->height);
    }
    Length gap = filling->is_empty ? 0 : tightened_space(filling, strip->space_before);
    backdrops_draw(filling->context, &filling->boxes, filling->is_empty ? NULL : filling->last, strip,
                   (Box){.x = filling->left, .y = filling->at, .height = gap});
    filling->at += gap;
    strip_draw(filling, strip, filling->at, /*is_repeated*/ false);
    for (size_t i = 0; filling->is_empty && strip->resumed && i < strip->resumed->count; i++)
        add_moved(filling, strip->resumed->boxes[i], filling->at);
    filling->at += strip->height;
    filling->is_empty = false;
    filling->last = strip;
}

// At the page's foot, below a rule at the side where lines begin.
static void notes_place(Filling *filling, size_t first, size_t end, Length bottom)
{
    enum { SHARE = 3 }; // of the text's width: the rule
    LayoutContext *context = filling->context;
    const NoteFlow *notes = &context->notes;
    int64_t height = notes_height(notes, first, end), room = bottom - filling->top;
    if (height == 0)
        return;
    Length y = bottom - (Length)(height < room ? height : room) + notes->above, width = context->page_width / SHARE;
    bool right_to_left = language_is_right_to_left(context->document->metadata.lang);
    Length x = filling->left + (right_to_left ? context->page_width - width : 0);
    box_add_fill(context, &filling->boxes, (Box){.x = x, .y = y, .width = width, .height = notes->rule},
                 notes->rule_color);
    filling->at = y + notes->rule + notes->below;
    filling->is_empty = true;
    filling->last = NULL;
    filling->tightened = 0;
    for (size_t i = first; i < end; i++)
        strip_place(filling, &notes->flow.strips[i]);
    close_last(filling);
}

// ---- columns

static void column_place(Filling *filling, const Flow *flow, size_t first, size_t end, Length top)
{
    filling->at = top;
    filling->is_empty = true;
    for (size_t i = first; i < end; i++)
        strip_place(filling, &flow->strips[i]);
    if (end > first)
        close_last(filling);
}

// In the gap before the column at hand.
static void column_rule_place(Filling *filling, const ColumnSet *set, Length top, Length height)
{
    Length gap = length_max(set->step, -set->step) - set->width;
    Length x = filling->left + (set->step > 0 ? set->x - gap / 2 : set->x + set->width + gap / 2) - set->rule / 2;
    box_add_fill(filling->context, &filling->boxes, (Box){.x = x, .y = top, .width = set->rule, .height = height},
                 set->rule_color);
}

// Strips from `first` on that stand in the same columns, up to `end`; gives the one behind them.
static size_t band_place(Filling *filling, const Flow *flow, const PageSpan *span, size_t first, Length *spare)
{
    const Strip *strips = flow->strips;
    const ColumnSet *set = strips[first].columns;
    size_t end = first;
    while (end < span->end && strips[end].columns == set)
        end++;
    BandColumns columns = band_break(filling->context->scratch, strips, first, end, span->keep, *spare);
    *spare -= length_max(columns.height - columns.height_least, 0);
    Length gap = filling->is_empty ? 0 : tightened_space(filling, strips[first].space_before);
    Strip band = {.height = columns.height, .backdrop = set->outer.backdrop};
    backdrops_draw(filling->context, &filling->boxes, filling->is_empty ? NULL : filling->last, &band,
                   (Box){.x = filling->left, .y = filling->at, .height = gap});
    Length left = filling->left, top = filling->at + gap, tightened = filling->tightened;
    filling->tightened = 0;
    for (int i = 0; i < set->count; i++) {
        size_t begin = i > 0 ? columns.ends[i - 1] : first;
        if (i > 0 && begin < end)
            column_rule_place(filling, set, top, columns.height);
        column_place(filling, flow, begin, columns.ends[i], top);
        filling->left += set->step;
    }
    filling->left = left;
    filling->tightened = tightened;
    filling->at = top + columns.height;
    filling->is_empty = false;
    filling->band = band;
    filling->last = &filling->band;
    return end;
}

// ---- pages

static Length slack_of(const Flow *flow, const PageSpan *span)
{
    Length slack = 0;
    for (size_t i = span->first + 1; i < span->end; i++) {
        const Strip *strip = &flow->strips[i];
        if (!strip->columns || strip->columns != strip[-1].columns)
            slack += space_slack(strip->space_before);
    }
    return slack;
}

static void page_fill(Filling *filling, const Flow *flow, const PageSpan *span, Length bottom)
{
    page_start(filling);
    Length spare = span->spare;
    filling->tightened = span->tightened;
    filling->slack = span->tightened > 0 ? slack_of(flow, span) : 0;
    for (size_t i = span->first; i < span->end;) {
        if (flow->strips[i].columns)
            i = band_place(filling, flow, span, i, &spare);
        else
            strip_place(filling, &flow->strips[i++]);
    }
    close_last(filling);
    notes_place(filling, span->first_note, span->end_note, bottom);
    page_end(filling);
}

// ---- sections

static size_t section_end(const Flow *flow, size_t first)
{
    const Strip *strips = flow->strips;
    size_t end = first + 1;
    while (end < flow->count && strips[end].break_before < PAGE_BREAK_PAGE &&
           strips[end].is_turned == strips[first].is_turned)
        end++;
    return end;
}

// Where text ends on a page of a section that begins with `strip`.
static Length bottom_of(const PageFrame *frame, const Strip *strip, size_t page)
{
    Length bottom = page == 0 ? frame->first_bottom : frame->bottom;
    return bottom - (strip->is_turned ? frame->page->height - frame->page->width : 0);
}

static PageHeights section_heights(const PageFrame *frame, const Strip *strip, size_t page)
{
    Length first = bottom_of(frame, strip, page) - (page == 0 ? frame->first_top : frame->top);
    return (PageHeights){length_max(first, 1), length_max(bottom_of(frame, strip, 1) - frame->top, 1)};
}

// The first page is a right one, in a document whose lines begin at the left.
static bool is_on_side(const LayoutContext *context, size_t page, PageBreak side)
{
    bool right_to_left = language_is_right_to_left(context->document->metadata.lang);
    bool is_right = (page % 2 == 0) != right_to_left;
    return side < PAGE_BREAK_LEFT || is_right == (side == PAGE_BREAK_RIGHT);
}

static void section_fill(Filling *filling, const Flow *flow, size_t first, size_t end)
{
    LayoutContext *context = filling->context;
    filling->is_turned = flow->strips[first].is_turned;
    if (context->page_count > 0 && !is_on_side(context, context->page_count, flow->strips[first].break_before)) {
        page_start(filling);
        page_end(filling);
    }
    const Strip *strip = &flow->strips[first];
    PageHeights heights = section_heights(filling->frame, strip, context->page_count);
    size_t first_note = first > 0 ? flow->strips[first - 1].notes_end : 0;
    PageSpans spans = pages_break(context->scratch, flow, first, end, &context->notes, first_note, heights);
    for (size_t i = 0; i < spans.count; i++)
        page_fill(filling, flow, &spans.pages[i], bottom_of(filling->frame, strip, context->page_count));
}

bool pages_fill_one(LayoutContext *context, const Flow *flow, const PageFrame *frame)
{
    Filling filling = {.context = context, .frame = frame};
    if (flow->count == 0) {
        page_start(&filling);
        page_end(&filling);
        return true;
    }
    Length text_bottom = bottom_of(frame, &flow->strips[0], 0);
    PageSpan span;
    if (!page_holds(context->scratch, flow, &context->notes, text_bottom - frame->first_top, &span))
        return false;
    filling.is_turned = flow->strips[0].is_turned;
    page_fill(&filling, flow, &span, text_bottom);
    return true;
}

void pages_fill(LayoutContext *context, const Flow *flow, const PageFrame *frame)
{
    Filling filling = {.context = context, .frame = frame};
    for (size_t first = 0; first < flow->count;) {
        size_t end = section_end(flow, first);
        section_fill(&filling, flow, first, end);
        first = end;
    }
}
