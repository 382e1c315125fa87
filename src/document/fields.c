// Fields are characters in the texts of the tree (source.h). Nodes are taken last to first, so that children come
// before their parents: first the strings of a node are filled, then its list of children is made anew, without what
// became empty, with a LINE_BREAK for each line end in a value, and with neighbouring texts as one.
#include "fields.h"

#include "node.h"

typedef struct {
    Arena *arena;
    const Source *source;
    Str lang;
    Diagnostics *diagnostics;
} Filler;

static Str fill(const Filler *filler, Str text, FillPlace place)
{
    return source_fill(filler->arena, filler->source, text, place, filler->lang, filler->diagnostics);
}

static void fill_image(const Filler *filler, Node *node)
{
    ImageRequest *image = arena_new(filler->arena, ImageRequest);
    *image = *node->image;
    image->target = fill(filler, image->target, FILL_ADDRESS);
    image->title = fill(filler, image->title, FILL_LINE);
    node->image = image;
}

// Code stands in one line.
static Str without_line_ends(Arena *arena, Str text)
{
    if (text.length == 0 || (!memchr(text.bytes, '\n', text.length) && !memchr(text.bytes, '\r', text.length)))
        return text;
    char *bytes = arena_alloc(arena, text.length);
    for (uint32_t i = 0; i < text.length; i++)
        bytes[i] = text.bytes[i] == '\n' || text.bytes[i] == '\r' ? ' ' : text.bytes[i];
    return (Str){bytes, text.length};
}

static void fill_strings(const Filler *filler, Node *node)
{
    node->id = fill(filler, node->id, FILL_LINE);
    node->classes = fill(filler, node->classes, FILL_LINE);
    switch (node->kind) {
    case NODE_TEXT:
        node->text = fill(filler, node->text, FILL_TEXT);
        break;
    case NODE_CODE:
        node->text = without_line_ends(filler->arena, fill(filler, node->text, FILL_CODE));
        break;
    case NODE_CODE_BLOCK:
        node->text = fill(filler, node->text, FILL_CODE);
        node->code_block.info = fill(filler, node->code_block.info, FILL_LINE);
        break;
    case NODE_NOTE:
    case NODE_NOTE_REFERENCE:
        node->text = fill(filler, node->text, FILL_LINE);
        break;
    case NODE_LINK:
        node->link.target = fill(filler, node->link.target, FILL_ADDRESS);
        node->link.title = fill(filler, node->link.title, FILL_LINE);
        break;
    case NODE_IMAGE:
        fill_image(filler, node);
        break;
    default:
        break;
    }
}

// Spaces around an empty value become one.
static Str collapse_spaces(Arena *arena, Str text)
{
    if (text.length == 0 || !memmem(text.bytes, text.length, "  ", 2))
        return text;
    char *bytes = arena_alloc(arena, text.length);
    uint32_t length = 0;
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.bytes[i] != ' ' || length == 0 || bytes[length - 1] != ' ')
            bytes[length++] = text.bytes[i];
    }
    return (Str){bytes, length};
}

// ---- children

typedef struct {
    Arena *arena;
    Node *parent, *last;
    Node *joined_node; // whose text is in `joined`
    Buffer joined;
} Children;

static void add(Children *children, Node *node)
{
    node_insert(children->parent, children->last, node);
    children->last = node;
}

static void add_text(Children *children, const Node *pattern, Str text)
{
    if (text.length == 0)
        return;
    Node *last = children->last;
    if (last && last->kind == NODE_TEXT) {
        if (children->joined_node != last) {
            children->joined_node = last;
            children->joined = (Buffer){.arena = children->arena};
            buffer_append_str(&children->joined, last->text);
        }
        buffer_append_str(&children->joined, text);
        last->text = buffer_str(&children->joined);
        return;
    }
    Node *node = arena_new(children->arena, Node);
    *node = *pattern;
    node->next = NULL;
    node->text = text;
    add(children, node);
}

static void add_lines(Children *children, const Node *node)
{
    Str rest = collapse_spaces(children->arena, node->text);
    for (;;) {
        const char *end = rest.length > 0 ? memmem(rest.bytes, rest.length, "\u2028", 3) : NULL;
        add_text(children, node, (Str){rest.bytes, end ? (uint32_t)(end - rest.bytes) : rest.length});
        if (!end)
            return;
        Node *line_break = arena_new(children->arena, Node);
        *line_break = (Node){.kind = NODE_LINE_BREAK, .span = node->span};
        add(children, line_break);
        rest = str_from_offset(rest, (uint32_t)(end - rest.bytes) + 3);
    }
}

static bool is_left_empty(const Node *node)
{
    bool holds_inlines = node_kind_holds(node->kind) == HOLDS_INLINES && node->kind != NODE_IMAGE;
    return holds_inlines && !node->first_child && node->id.length == 0;
}

static void rebuild_children(Arena *arena, Node *parent)
{
    Node *child = parent->first_child;
    Children children = {.arena = arena, .parent = parent};
    parent->first_child = parent->last_child = NULL;
    while (child) {
        Node *next = child->next;
        if (child->kind == NODE_TEXT)
            add_lines(&children, child);
        else if (!is_left_empty(child))
            add(&children, child);
        child = next;
    }
}

void fields_fill(Arena *arena, Node *part, const Source *source, Str lang, Diagnostics *diagnostics)
{
    if (!source->merged)
        return;
    Filler filler = {arena, source, lang, diagnostics};
    Node **nodes = NULL;
    size_t count = 0, capacity = 0;
    for (Node *node = part; node; node = node_following(part, node))
        *arena_push(arena, nodes, count, capacity) = node;
    while (count-- > 0) {
        fill_strings(&filler, nodes[count]);
        if (nodes[count]->first_child)
            rebuild_children(arena, nodes[count]);
    }
}
