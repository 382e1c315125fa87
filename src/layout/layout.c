// Lays a document out: flow into strips, strips into pages, heads and feet onto pages.
//
// Whether there is a page number depends on the number of pages, and its foot may take room: so one page is
// filled without it, and all pages with it where one is not enough. Strips are made only once.
#include "layout/flow.h"

// Heads and feet of pages of one size.
typedef struct {
    Running ends[RUNNING_END_COUNT];
} Surround;

static Surround surround_prepare(LayoutContext *context, const PageStyle *page, bool has_folio)
{
    Surround surround;
    for (RunningEnd end = 0; end < RUNNING_END_COUNT; end++)
        surround.ends[end] = running_prepare(context, end, page, has_folio);
    return surround;
}

static Length text_top(const PageStyle *page, const Surround *surround, RunningPages pages)
{
    Length height = running_height(&surround->ends[RUNNING_HEAD], pages);
    Length margin = pages == RUNNING_FIRST ? page->first_margin_top : page->margin_top;
    return length_max(margin, height > 0 ? page->head_distance + height : 0);
}

static Length text_bottom(const PageStyle *page, const Surround *surround, RunningPages pages)
{
    Length height = running_height(&surround->ends[RUNNING_FOOT], pages);
    Length margin = pages == RUNNING_FIRST ? page->first_margin_bottom : page->margin_bottom;
    return page->height - length_max(margin, height > 0 ? page->foot_distance + height : 0);
}

// Even pages and odd ones have text of one height.
static PageFrame frame_of(const PageStyle *page, const Surround *surround)
{
    const Running *ends = surround->ends;
    return (PageFrame){
        .page = page,
        .top = length_max(text_top(page, surround, RUNNING_ALL), text_top(page, surround, RUNNING_EVEN)),
        .bottom = length_min(text_bottom(page, surround, RUNNING_ALL), text_bottom(page, surround, RUNNING_EVEN)),
        .first_top = text_top(page, surround, RUNNING_FIRST),
        .first_bottom = text_bottom(page, surround, RUNNING_FIRST),
        .spare = ends[RUNNING_HEAD].box_count + ends[RUNNING_FOOT].box_count,
    };
}

// Gives what stands around the text of the pages that it fills; `numbered` is that of more than one.
static Surround fill(LayoutContext *context, const Flow *flow, const PageStyle *page, const Surround *numbered)
{
    Surround alone = surround_prepare(context, page, /*has_folio*/ false);
    PageFrame frame = frame_of(page, &alone);
    if (pages_fill_one(context, flow, &frame))
        return alone;
    frame = frame_of(page, numbered);
    pages_fill(context, flow, &frame);
    return *numbered;
}

// On its side; its margins stay where they are.
static PageStyle page_turn(const PageStyle *page)
{
    PageStyle turned = *page;
    turned.width = page->height;
    turned.height = page->width;
    return turned;
}

static Page *pages_finish(LayoutContext *context, const PageStyle *page, const Surround *surround)
{
    Page *pages = arena_array(context->arena, Page, context->page_count);
    PageStyle turned = page_turn(page);
    Surround of_turned;
    bool has_turned = false, has_folio = context->page_count > 1;
    Str section = {0};
    for (size_t i = 0; i < context->page_count; i++) {
        bool is_turned = context->pages[i].is_turned;
        BoxList *boxes = &context->pages[i].boxes;
        if (is_turned && !has_turned)
            of_turned = surround_prepare(context, &turned, has_folio);
        has_turned |= is_turned;
        const Surround *around = is_turned ? &of_turned : surround;
        const PageStyle *style = is_turned ? &turned : page;
        context->fields = (PageFields){
            .number = page_number_text(context->arena, &context->numbering, context->document->metadata.lang, i),
            .total = page_total_text(context, i),
            .has_folio = has_folio};
        if (around->ends[RUNNING_HEAD].has_section || around->ends[RUNNING_FOOT].has_section)
            context->fields.section = page_section(context, boxes, &section);
        for (RunningEnd end = 0; end < RUNNING_END_COUNT; end++)
            running_place(context, &around->ends[end], style, i, boxes);
        pages[i] = (Page){style->width, style->height, boxes->boxes, boxes->count};
    }
    return pages;
}

// Room for about as many strips as lines will be, which costs nothing where they are not: an array that grew would
// leave as much again behind.
static size_t strips_expected(const Document *document)
{
    enum { LINE_BYTES = 48 };
    size_t bytes = 0;
    for (size_t i = 0; i < document->node_count; i++)
        bytes += document->nodes[i]->text.length;
    return bytes / LINE_BYTES + document->node_count / 4 + 1;
}

Layout *layout_new(Arena *arena, Engine *engine, const Document *document, const Images *images, Stylesheet *sheet,
                   Diagnostics *diagnostics)
{
    PageStyle page = stylesheet_page(sheet);
    LayoutContext context = {
        .arena = arena,
        .scratch = arena_scratch(arena),
        .engine = engine,
        .document = document,
        .images = images,
        .sheet = sheet,
        .diagnostics = diagnostics,
        .measure_max = page.measure_max,
    };
    context.shaped = arena_array(context.scratch, ShapedNode, document->index_count);
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    Area area = {.width = page.width - page.margin_left - page.margin_right,
                 .right_to_left = language_is_right_to_left(document->metadata.lang)};
    context.page_width = area.width;
    context.page_height = page.height - page.margin_top - page.margin_bottom; // of which images there are no higher
    Surround surround = surround_prepare(&context, &page, /*has_folio*/ true);
    PageFrame frame = frame_of(&page, &surround);
    // Rows are split to the height that a page has beside the highest head and foot.
    context.page_height = length_min(frame.bottom - frame.top, frame.first_bottom - frame.first_top);
    // These have as many lines on the longer side, or fewer.
    context.turned_width = page.panels ? 0 : page.height - page.margin_left - page.margin_right;
    context.turned_height = context.page_height - page.height + page.width;
    if (area.width < 2 * body.text.size || context.page_height < 2 * body.leading)
        diagnose(diagnostics, SPAN_NONE, DIAG_PAPER_SMALL);
    area.width = length_max(area.width, 2 * body.text.size);

    Flow flow = {.may_have_columns = true, .capacity = strips_expected(document)};
    flow.strips = arena_array(context.scratch, Strip, flow.capacity);
    area = columns_open_on_pages(&context, &flow, &body, area);
    flow_children(&context, &flow, document->root, &body, area);
    notes_assign(&context, &flow);
    surround = fill(&context, &flow, &page, &surround);
    context.numbering = page_numbering(&context, &page);
    contents_fill(&context);

    Page *pages = pages_finish(&context, &page, &surround);
    size_t page_count = context.page_count;
    if (page.panels != PANELS_NONE) {
        pages = panels_impose(&context, &page, pages, &page_count);
        context.numbering = (PageNumbering){.first = 1};
    }
    Layout *layout = arena_new(arena, Layout);
    *layout = (Layout){.pages = pages,
                       .page_count = page_count,
                       .images = images,
                       .engine = engine,
                       .print = page.print,
                       .numbering = context.numbering,
                       .has_panels = page.panels != PANELS_NONE};
    arena_release(context.scratch, (ArenaMark){0});
    return layout;
}
