// cmark-gfm leaves brackets that are no link as text, perhaps with emphasis and other inlines between them. So the
// children of each node are read once from left to right onto a stack, texts cut into pieces at brackets; a closing one
// that attributes follow takes what lies on the stack down to its opening one into a node.
#include "bracketed.h"

#include "attributes.h"
#include "node.h"

enum { OPEN_MAX = 16 }; // within each other; those beyond stay text

typedef struct {
    Arena *arena;
    const Source *source;
    Node **items; // the stack
    size_t count, capacity;
    size_t open[OPEN_MAX]; // where on the stack are pieces that begin with an open bracket
    size_t open_count, open_max;
    size_t deep_count; // open ones beyond those
} Reader;

// ---- what was written

static bool is_bracket(char byte)
{
    return byte == '[' || byte == ']';
}

static bool is_escaped(Str written, uint32_t at)
{
    uint32_t first = at;
    while (first > 0 && written.bytes[first - 1] == '\\')
        first--;
    return (at - first) % 2 == 1;
}

// Whether the bracket at `at` of `text` was written as one, and not escaped; `*cursor` is behind it then in the source.
// Where text and source do not go together, as with `&#91;`, it is none.
static bool is_mark(const Reader *reader, const Node *text, uint32_t at, uint32_t *cursor)
{
    Str written = reader->source->text;
    if (text->span.end - text->span.start == text->text.length)
        return true;
    uint32_t end = text->span.end < written.length ? text->span.end : written.length;
    while (*cursor < end && !is_bracket(written.bytes[*cursor]))
        ++*cursor;
    if (*cursor >= end || written.bytes[*cursor] != text->text.bytes[at])
        return false;
    uint32_t found = (*cursor)++;
    bool is_other =
        written.bytes[found] == ']' && found + 1 < written.length && written.bytes[found + 1] == '\\'; // as in `]\{.x}`
    return !is_escaped(written, found) && !is_other;
}

// ---- the stack

static void push(Reader *reader, Node *item)
{
    *arena_push(reader->arena, reader->items, reader->count, reader->capacity) = item;
}

// From `from` to `to` of `text`, as a node.
static void push_piece(Reader *reader, const Node *text, uint32_t from, uint32_t to)
{
    if (from == to)
        return;
    Node *piece = arena_new(reader->arena, Node);
    *piece = (Node){.kind = NODE_TEXT, .span = text->span, .text = {text->text.bytes + from, to - from}};
    if (text->span.end - text->span.start == text->text.length)
        piece->span = (Span){text->span.source, text->span.start + from, text->span.start + to};
    push(reader, piece);
}

// Puts what is on the stack from `first` into `parent`; pieces of one text are one again.
static void take_items(Reader *reader, size_t first, Node *parent)
{
    for (size_t i = first; i < reader->count; i++) {
        Node *item = reader->items[i], *last = parent->last_child;
        bool goes_on = last && last->kind == NODE_TEXT && item->kind == NODE_TEXT;
        if (goes_on) {
            last->text.length += item->text.length;
            last->span.end = item->span.end;
        } else {
            node_insert(parent, last, item);
        }
    }
    reader->count = first;
}

static void drop_bracket(Reader *reader, size_t at)
{
    Node *piece = reader->items[at];
    bool is_exact = piece->span.end - piece->span.start == piece->text.length;
    piece->text = str_from_offset(piece->text, 1);
    piece->span.start += is_exact;
    if (piece->text.length > 0)
        return;
    for (size_t i = at + 1; i < reader->count; i++)
        reader->items[i - 1] = reader->items[i];
    reader->count--;
}

static void open_bracket(Reader *reader)
{
    if (reader->open_count < reader->open_max && reader->deep_count == 0)
        reader->open[reader->open_count++] = reader->count;
    else
        reader->deep_count++;
}

// `at`: of the closing bracket in `text`, of which all before `*from` is on the stack. Gives the offset behind it.
static uint32_t close_bracket(Reader *reader, const Node *text, uint32_t *from, uint32_t at)
{
    if (reader->deep_count > 0) {
        reader->deep_count--;
        return at + 1;
    }
    if (reader->open_count == 0)
        return at + 1;
    size_t first = reader->open[--reader->open_count];
    Node *span = arena_new(reader->arena, Node);
    *span = (Node){.kind = NODE_SPAN, .span = text->span};
    uint32_t length = attributes_take_span(reader->arena, span, str_from_offset(text->text, at + 1));
    if (length == 0)
        return at + 1;
    push_piece(reader, text, *from, at);
    span->span =
        (Span){text->span.source, reader->items[first]->span.start, reader->items[reader->count - 1]->span.end};
    drop_bracket(reader, first);
    take_items(reader, first, span);
    push(reader, span);
    *from = at + 1 + length;
    return *from;
}

static void read_text(Reader *reader, const Node *text)
{
    uint32_t from = 0, at = 0, cursor = text->span.start;
    while (at < text->text.length) {
        char byte = text->text.bytes[at];
        bool counts = is_bracket(byte) && is_mark(reader, text, at, &cursor);
        if (counts && byte == ']') {
            at = close_bracket(reader, text, &from, at);
            continue;
        }
        if (counts) {
            push_piece(reader, text, from, at);
            from = at;
            open_bracket(reader);
        }
        at++;
    }
    push_piece(reader, text, from, text->text.length);
}

static bool has_sign(const Node *parent)
{
    for (const Node *child = parent->first_child; child; child = child->next) {
        if (child->kind == NODE_TEXT && memmem(child->text.bytes, child->text.length, "]{", 2))
            return true;
    }
    return false;
}

static size_t room_below(const Node *parent)
{
    size_t depth = 0;
    for (; parent; parent = parent->parent)
        depth++;
    size_t room = depth < BOUND_NESTING ? BOUND_NESTING - depth : 0;
    return room < OPEN_MAX ? room : OPEN_MAX;
}

static void read_children(Reader *reader, Node *parent)
{
    reader->count = reader->open_count = reader->deep_count = 0;
    reader->open_max = room_below(parent);
    for (Node *child = parent->first_child; child; child = child->next) {
        if (child->kind == NODE_TEXT)
            read_text(reader, child);
        else
            push(reader, child);
    }
    parent->first_child = parent->last_child = NULL;
    take_items(reader, 0, parent);
}

void bracketed_finish(Arena *arena, Node *root, const Source *source)
{
    if (!memmem(source->text.bytes, source->text.length, "]{", 2))
        return;
    Reader reader = {.arena = arena, .source = source};
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node_kind_holds(node->kind) == HOLDS_INLINES && has_sign(node))
            read_children(&reader, node);
    }
}
