// Lays a document out: flow into strips, strips into pages, feet onto pages.
//
// Whether there is a page number depends on the number of pages, and its foot may take room: so pages are
// filled without it, and once more with it where there is more than one. Strips are made only once.
#include "layout/flow.h"

static Length text_bottom(const PageStyle *page, const Foot *foot)
{
    Length bottom = page->height - page->margin_bottom;
    if (foot->height > 0)
        bottom = length_min(bottom, foot->top - foot->style.leading / 2);
    return bottom;
}

static void fill(LayoutContext *context, const Flow *flow, const PageStyle *page, Foot *foot)
{
    *foot = foot_prepare(context, page, /*has_numbers*/ false);
    pages_fill(context, flow, page, text_bottom(page, foot));
    if (context->page_count == 1)
        return;
    *foot = foot_prepare(context, page, /*has_numbers*/ true);
    context->pages = NULL;
    context->page_count = context->page_capacity = 0;
    pages_fill(context, flow, page, text_bottom(page, foot));
}

static Page *pages_finish(LayoutContext *context, const PageStyle *page, const Foot *foot)
{
    Page *pages = arena_array(context->arena, Page, context->page_count);
    for (size_t i = 0; i < context->page_count; i++) {
        BoxList *boxes = &context->pages[i];
        foot_place(context, foot, page, i + 1, context->page_count, boxes);
        pages[i] = (Page){page->width, page->height, boxes->boxes, boxes->count};
    }
    return pages;
}

Layout *layout_new(Arena *arena, Engine *engine, const Document *document, Stylesheet *sheet, Diagnostics *diagnostics)
{
    PageStyle page = stylesheet_page(sheet);
    LayoutContext context = {
        .arena = arena,
        .engine = engine,
        .document = document,
        .sheet = sheet,
        .diagnostics = diagnostics,
        .measure_max = page.measure_max,
        .shaped = arena_array(arena, ShapedNode, document->node_count),
    };
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    Area area = {.width = page.width - page.margin_left - page.margin_right,
                 .right_to_left = language_is_right_to_left(document->metadata.lang)};
    // Rows are split to the height that a page has beside the highest foot.
    Foot foot = foot_prepare(&context, &page, /*has_numbers*/ true);
    context.page_height = text_bottom(&page, &foot) - page.margin_top;
    if (area.width < 2 * body.text.size || context.page_height < 2 * body.leading)
        diagnose(diagnostics, SPAN_NONE, DIAG_PAPER_SMALL);
    area.width = length_max(area.width, 2 * body.text.size);

    Flow flow = {0};
    flow_children(&context, &flow, document->root, &body, area);
    fill(&context, &flow, &page, &foot);

    Layout *layout = arena_new(arena, Layout);
    *layout = (Layout){pages_finish(&context, &page, &foot), context.page_count};
    return layout;
}
