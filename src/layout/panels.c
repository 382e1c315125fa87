// Panels: pages side by side on a sheet that is folded like a letter.
//
//     outside   | flap 5 | back 6 | cover 1 |      inside   | 2 | 3 | flap 4 |
//
// So printers count them, and so the text runs: the cover, the three panels that are seen when all is open, what is
// seen of the flap, the back. Where lines begin at the right all is mirrored. The flap, folded in first, is a little
// narrower than the others; text is as wide in all of them, and stands in their middle.
#include "layout/flow.h"

enum { SIDES = 2, PLACES = PANEL_COUNT / SIDES };

static const struct {
    int side, place;
} places[PANEL_COUNT] = {{0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 0}, {0, 1}};

static const int flaps[SIDES] = {0, 2}; // the place of the flap on each side

static const Color color_of_folds = {120, 120, 120};

typedef struct {
    Length left[PLACES + 1], width[PLACES];
} Side;

static Side side_of(const PageStyle *page, int side, bool is_mirrored)
{
    Side made = {.left = {0}};
    int flap = is_mirrored ? PLACES - 1 - flaps[side] : flaps[side];
    for (int i = 0; i < PLACES; i++) {
        made.width[i] = i == flap ? page->width : (page->sheet_width - page->width) / (PLACES - 1);
        made.left[i + 1] = made.left[i] + made.width[i];
    }
    return made;
}

static void add_panel(Page *sheet, Box *boxes, const Page *panel, Length left, int number)
{
    for (size_t i = 0; i < panel->box_count; i++) {
        Box *box = &boxes[sheet->box_count++];
        *box = panel->boxes[i];
        box->x += left;
        box->panel = (uint8_t)number;
    }
}

// Short rules at the edges, where to fold.
static void add_folds(Page *sheet, Box *boxes, const PageStyle *page, const Side *side)
{
    enum { SHARE = 2 }; // of the margin
    const Length rule = LENGTH_PER_PT / 2;
    for (int i = 1; i < PLACES; i++) {
        Box fold = {.kind = BOX_FILL, .is_artifact = true, .x = side->left[i] - rule / 2, .width = rule};
        fold.fill = color_of_folds;
        fold.height = page->margin_top / SHARE;
        boxes[sheet->box_count++] = fold;
        fold.height = page->margin_bottom / SHARE;
        fold.y = page->height - fold.height;
        boxes[sheet->box_count++] = fold;
    }
}

static Page impose(LayoutContext *context, const PageStyle *page, const Page *panels, size_t count, int side)
{
    enum { FOLD_BOXES = 2 * (PLACES - 1) };
    bool is_mirrored = language_is_right_to_left(context->document->metadata.lang);
    Side made = side_of(page, side, is_mirrored);
    size_t box_count = FOLD_BOXES;
    for (size_t i = 0; i < count; i++)
        box_count += places[i].side == side ? panels[i].box_count : 0;
    Box *boxes = arena_array(context->arena, Box, box_count);
    Page sheet = {.width = page->sheet_width, .height = page->height, .boxes = boxes};
    for (size_t i = 0; i < count; i++) {
        if (places[i].side != side)
            continue;
        int place = is_mirrored ? PLACES - 1 - places[i].place : places[i].place;
        add_panel(&sheet, boxes, &panels[i], made.left[place] + (made.width[place] - page->width) / 2, (int)i);
    }
    add_folds(&sheet, boxes, page, &made);
    return sheet;
}

// Of the first that stands on a page.
static Span span_of(const Page *page)
{
    for (size_t i = 0; i < page->box_count; i++) {
        if (!page->boxes[i].is_artifact && page->boxes[i].node)
            return page->boxes[i].node->span;
    }
    return SPAN_NONE;
}

Page *panels_impose(LayoutContext *context, const PageStyle *page, const Page *panels, size_t *count)
{
    size_t sheets = (*count + PANEL_COUNT - 1) / PANEL_COUNT;
    Page *made = arena_array(context->arena, Page, sheets * SIDES);
    if (sheets > 1)
        diagnose(context->diagnostics, span_of(&panels[PANEL_COUNT]), DIAG_PANELS_MORE, (unsigned)*count,
                 (unsigned)PANEL_COUNT);
    for (size_t i = 0; i < sheets * SIDES; i++) {
        size_t first = i / SIDES * PANEL_COUNT, left = *count - first;
        made[i] = impose(context, page, panels + first, left < PANEL_COUNT ? left : PANEL_COUNT, (int)(i % SIDES));
    }
    *count = sheets * SIDES;
    return made;
}
