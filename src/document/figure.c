// A paragraph that holds one image and nothing else, perhaps within a link or an emphasis, is a figure; the image's
// title is its caption:
//
//     PARAGRAPH            FIGURE
//       IMAGE       ->       PARAGRAPH
//                              IMAGE
//                            CAPTION
//
// In a <figure> of HTML, which is a FIGURE already, the title is the caption where there is no <figcaption>. One that
// holds a table, as WordPress writes them, is no figure: its <figcaption> is the table's caption.
#include "figure.h"

#include "node.h"

// Text of the page is of one line, but a title may go on in the next line of the source.
static Str on_one_line(Arena *arena, Str title)
{
    Buffer text = {.arena = arena};
    bool has_gap = false;
    for (uint32_t i = 0; i < title.length; i++) {
        bool is_white = strchr(" \t\n\f\r", title.bytes[i]);
        if (!is_white && has_gap && text.length > 0)
            buffer_append_char(&text, ' ');
        if (!is_white)
            buffer_append_char(&text, title.bytes[i]);
        has_gap = is_white;
    }
    return buffer_str(&text);
}

static void complete(Arena *arena, Node *figure, const Node *image)
{
    if (figure->align == ALIGN_START)
        figure->align = image->align; // so that the caption stands below it
    Str title = node_caption(figure) ? (Str){0} : on_one_line(arena, image->image->title);
    if (title.length == 0)
        return;
    Node *caption = arena_new(arena, Node), *text = arena_new(arena, Node);
    *caption = (Node){.kind = NODE_CAPTION, .span = image->span};
    *text = (Node){.kind = NODE_TEXT, .span = image->span, .text = title};
    node_insert(figure, figure->last_child, caption);
    node_insert(caption, NULL, text);
}

// The paragraph's node becomes the figure's, so that nothing around it changes; a new one takes what it held.
static void wrap(Arena *arena, Node *figure)
{
    Node *paragraph = arena_new(arena, Node), *content = figure->first_child;
    *paragraph = (Node){.kind = NODE_PARAGRAPH, .span = figure->span};
    figure->kind = NODE_FIGURE;
    figure->first_child = figure->last_child = NULL;
    node_insert(figure, NULL, paragraph);
    node_insert(paragraph, NULL, content);
}

// The one block that a figure holds beside its caption, or NULL.
static Node *lone_block(const Node *figure)
{
    Node *block = NULL;
    for (Node *child = figure->first_child; child; child = child->next) {
        if (child->kind == NODE_CAPTION)
            continue;
        if (block)
            return NULL;
        block = child;
    }
    return block;
}

static void take_table(Node *figure)
{
    Node *table = lone_block(figure), *caption = (Node *)node_caption(figure);
    if (!table || table->kind != NODE_TABLE || (caption && node_caption(table)))
        return;
    figure->kind = NODE_DIVISION;
    if (!caption)
        return;
    bool is_above = caption->next == table;
    figure->first_child = figure->last_child = NULL;
    table->next = NULL;
    node_insert(figure, NULL, table);
    node_insert(table, is_above ? NULL : table->last_child, caption);
}

void figures_finish(Arena *arena, Node *root)
{
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind == NODE_FIGURE)
            take_table(node);
        if (node->kind != NODE_PARAGRAPH)
            continue;
        const Node *image = node_lone_image(node);
        if (!image)
            continue;
        if (node->parent->kind == NODE_FIGURE) {
            complete(arena, node->parent, image);
            continue;
        }
        wrap(arena, node);
        complete(arena, node, image);
        node = node->first_child;
    }
}
