// Lays a document out: flow into strips, strips into pages, feet onto pages.
//
// Whether there is a page number depends on the number of pages, and its foot may take room: so one page is
// filled without it, and all pages with it where one is not enough. Strips are made only once.
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
    if (pages_fill_one(context, flow, page, text_bottom(page, foot), foot->line_count))
        return;
    *foot = foot_prepare(context, page, /*has_numbers*/ true);
    // One line more than those of the text: the number's.
    if (!pages_fill(context, flow, page, text_bottom(page, foot), LIMIT_PAGES, foot->line_count + 1))
        diagnose(context->diagnostics, SPAN_NONE, DIAG_PAGES_LIMIT, LIMIT_PAGES);
}

// On its side; its margins stay where they are.
static PageStyle page_turn(const PageStyle *page)
{
    PageStyle turned = *page;
    turned.width = page->height;
    turned.height = page->width;
    return turned;
}

static Page *pages_finish(LayoutContext *context, const PageStyle *page, const Foot *foot)
{
    Page *pages = arena_array(context->arena, Page, context->page_count);
    PageStyle turned = page_turn(page);
    Foot turned_foot = {0};
    for (size_t i = 0; i < context->page_count; i++) {
        bool is_turned = context->pages[i].is_turned;
        BoxList *boxes = &context->pages[i].boxes;
        if (is_turned && turned_foot.height == 0)
            turned_foot = foot_prepare(context, &turned, foot->has_numbers);
        const PageStyle *style = is_turned ? &turned : page;
        foot_place(context, is_turned ? &turned_foot : foot, style, i + 1, context->page_count, boxes);
        pages[i] = (Page){style->width, style->height, boxes->boxes, boxes->count};
    }
    return pages;
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
    context.shaped = arena_array(context.scratch, ShapedNode, document->node_count);
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    Area area = {.width = page.width - page.margin_left - page.margin_right,
                 .right_to_left = language_is_right_to_left(document->metadata.lang)};
    // Rows are split to the height that a page has beside the highest foot.
    Foot foot = foot_prepare(&context, &page, /*has_numbers*/ true);
    context.page_width = area.width;
    context.page_height = text_bottom(&page, &foot) - page.margin_top;
    // A foot has as many lines on the longer side, or fewer.
    context.turned_width = page.height - page.margin_left - page.margin_right;
    context.turned_height = context.page_height - page.height + page.width;
    if (area.width < 2 * body.text.size || context.page_height < 2 * body.leading)
        diagnose(diagnostics, SPAN_NONE, DIAG_PAPER_SMALL);
    area.width = length_max(area.width, 2 * body.text.size);

    Flow flow = {0};
    flow_children(&context, &flow, document->root, &body, area);
    notes_assign(&context, &flow);
    fill(&context, &flow, &page, &foot);
    contents_fill(&context);

    Layout *layout = arena_new(arena, Layout);
    *layout = (Layout){pages_finish(&context, &page, &foot), context.page_count, images, engine, page.print};
    arena_release(context.scratch, (ArenaMark){0});
    return layout;
}
