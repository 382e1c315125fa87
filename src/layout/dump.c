// The layout as text for people and tests, and the check of its invariants.
#include <stdlib.h>

#include "layout/layout.h"

static void append_point(Buffer *out, Length length)
{
    buffer_printf(out, " %.1f", length_to_pt(length));
}

static void append_quoted(Buffer *out, Str text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '"' || text.bytes[i] == '\\')
            buffer_append_char(out, '\\');
        buffer_append_char(out, text.bytes[i]);
    }
}

static void append_run(const GlyphRun *run, Buffer *out)
{
    const InlineObject *object = run->run->object;
    if (!object)
        append_quoted(out, run->word->text);
    else if (object->is_blank)
        buffer_printf(out, "[blank %.1f]", length_to_pt(run->width));
    else
        buffer_append_str(out, STR("[image]"));
}

static void dump_box(const Box *box, Buffer *out)
{
    static const char *const kinds[] = {[BOX_LINE] = "  line", [BOX_IMAGE] = "  image", [BOX_FILL] = "  fill"};
    buffer_append_str(out, str_from(kinds[box->kind]));
    append_point(out, box->x);
    append_point(out, box->y);
    append_point(out, box->width);
    append_point(out, box->height);
    buffer_printf(out, " %s", box->node ? node_kind_name(box->node->kind) : "page");
    if (box->kind != BOX_FILL && box->is_artifact)
        buffer_append_str(out, STR(" artifact"));
    if (box->kind == BOX_LINE) {
        buffer_append_str(out, STR(" \""));
        for (size_t i = 0; i < box->line->run_count; i++)
            append_run(&box->line->runs[i], out);
        buffer_append_char(out, '"');
    } else if (box->kind == BOX_FILL) {
        buffer_printf(out, " #%02x%02x%02x", box->fill.red, box->fill.green, box->fill.blue);
    }
    buffer_append_char(out, '\n');
}

void layout_dump(const Layout *layout, Buffer *out)
{
    for (size_t i = 0; i < layout->page_count; i++) {
        const Page *page = &layout->pages[i];
        buffer_printf(out, "page %zu:", i + 1);
        append_point(out, page->width);
        append_point(out, page->height);
        buffer_append_char(out, '\n');
        for (size_t j = 0; j < page->box_count; j++)
            dump_box(&page->boxes[j], out);
    }
}

// A broken invariant is a fault of ours; asserts would vanish from release builds, where cases run as well.
static void require(bool holds)
{
    if (!holds)
        abort();
}

static bool has_text(const Node *node)
{
    if (node->kind != NODE_TEXT && node->kind != NODE_CODE && node->kind != NODE_CODE_BLOCK && node->kind != NODE_BLANK)
        return false;
    return str_trim(node->text).length > 0;
}

// Text of an image that is shown is read out, not set.
static bool is_within_placed(const Node *node, const bool *is_placed)
{
    for (; node; node = node->parent) {
        if (node->kind == NODE_IMAGE)
            return is_placed[node->index];
    }
    return false;
}

typedef struct {
    bool *is_placed; // by node index
    uint32_t *last;  // by index of a cell, or of the root: what was placed last in it
} Order;

// A row that is split has a part of each of its cells on each of its pages: so what stands in a cell is in order, and
// the rows are, but not the cells of a row. Notes stand at the foot of pages, in an order of their own. One that spans
// rows may go on beside any of them, and in a table that is set in blocks headers stand beside what they head.
static void place(Order *order, const Node *node)
{
    require(node != NULL);
    order->is_placed[node->index] = true;
    const Node *placed = node;
    for (const Node *around = node; around; around = around->parent) {
        if (around->parent && around->kind != NODE_CELL && around->kind != NODE_NOTES)
            continue;
        require(placed->index >= order->last[around->index]);
        order->last[around->index] = placed->index;
        if (around->kind == NODE_NOTES)
            return;
        if (around->kind == NODE_CELL && (around->cell.row_span > 1 || around->cell.is_header))
            return;
        placed = around->parent; // the row
    }
}

static void verify_box(const Page *page, const Box *box, Order *order)
{
    require(box->x >= 0 && box->x + box->width <= page->width);
    if (box->kind == BOX_IMAGE && !box->is_artifact)
        place(order, box->node);
    for (size_t i = 0; box->kind == BOX_LINE && !box->is_artifact && i < box->line->run_count; i++)
        place(order, box->line->runs[i].run->node);
}

// In the order in which they are read: those of two pages that are a sheet, panel by panel.
static void verify_pages(const Layout *layout, Order *order)
{
    size_t sides = layout->has_panels ? 2 : 1, panels = layout->has_panels ? PANEL_COUNT : 1;
    for (size_t sheet = 0; sheet < layout->page_count / sides; sheet++) {
        for (size_t i = 0; i < sides * panels; i++) {
            const Page *page = &layout->pages[sheet * sides + i % sides];
            for (size_t j = 0; j < page->box_count; j++) {
                if (page->boxes[j].panel == i / sides)
                    verify_box(page, &page->boxes[j], order);
            }
        }
    }
}

void layout_verify(const Layout *layout, const Document *document, Arena *arena)
{
    Order order = {.is_placed = arena_array(arena, bool, document->node_count),
                   .last = arena_array(arena, uint32_t, document->node_count)};
    verify_pages(layout, &order);
    for (size_t i = 0; i < document->node_count; i++) {
        const Node *node = document->nodes[i];
        require(order.is_placed[i] || !has_text(node) || is_within_placed(node, order.is_placed));
    }
}
