// Numbers of pages: as they are printed, listed in contents and shown by viewers.
#include "layout/flow.h"
#include "layout/numeral.h"

Str page_number_text(Arena *arena, const PageNumbering *numbering, Str lang, size_t index)
{
    if (index < numbering->front_count)
        return numeral(arena, (int)index + 1, LIST_MARK_LOWER_ROMAN);
    return locale_digits(arena, lang, (unsigned)(index - numbering->front_count + numbering->first));
}

Str page_total_text(const LayoutContext *context, size_t index)
{
    const PageNumbering *numbering = &context->numbering;
    size_t end = index < numbering->front_count ? numbering->front_count : context->page_count;
    return page_number_text(context->arena, numbering, context->document->metadata.lang, end - 1);
}

static bool is_of_front(const Node *node)
{
    for (; node; node = node->parent) {
        if (node->kind == NODE_TITLE || node->kind == NODE_SUBTITLE || node->kind == NODE_CONTENTS)
            return true;
    }
    return false;
}

static bool is_front(const BoxList *boxes)
{
    for (size_t i = 0; i < boxes->count; i++) {
        const Box *box = &boxes->boxes[i];
        if (!box->is_artifact && box->node && !is_of_front(box->node))
            return false;
    }
    return true;
}

PageNumbering page_numbering(const LayoutContext *context, const PageStyle *page)
{
    PageNumbering numbering = {.first = page->first_number};
    if (page->front_numerals == NUMERALS_DECIMAL)
        return numbering;
    while (numbering.front_count < context->page_count && is_front(&context->pages[numbering.front_count].boxes))
        numbering.front_count++;
    if (numbering.front_count == context->page_count) // nothing follows
        numbering.front_count = 0;
    return numbering;
}
