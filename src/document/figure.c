// A paragraph that holds one image and nothing else, perhaps within a link or an emphasis, is a figure; the image's
// title is its caption:
//
//     PARAGRAPH            FIGURE
//       IMAGE       ->       PARAGRAPH
//                              IMAGE
//                            CAPTION
//
// In a <figure> of HTML, which is a FIGURE already, the title is the caption where there is no <figcaption>.
#include "figure.h"

#include "node.h"

static void complete(Arena *arena, Node *figure, const Node *image)
{
    if (figure->align == ALIGN_START)
        figure->align = image->align; // so that the caption stands below it
    if (image->image->title.length == 0 || node_caption(figure))
        return;
    Node *caption = arena_new(arena, Node), *text = arena_new(arena, Node);
    *caption = (Node){.kind = NODE_CAPTION, .span = image->span};
    *text = (Node){.kind = NODE_TEXT, .span = image->span, .text = image->image->title};
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

void figures_finish(Arena *arena, Node *root)
{
    for (Node *node = root; node; node = node_following(root, node)) {
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
