// Lines of heads and feet. Each is one line of Markdown, whatever it begins with: a full stop is put before it, so that
// `- {page} -` is no list, and taken away from the tree. It is read in a copy of its source in which it stands where it
// was written, so that what is said of it has its place; what YAML's escapes changed is read in the place of what was
// written, and said of it as a whole.
//
// They are artifacts in the PDF: what can be followed or filled in is text there.
#include "document.h"

#include "extras.h"
#include "fields.h"
#include "markdown.h"
#include "node.h"
#include "quotation.h"
#include "smart.h"

typedef struct {
    Arena *arena;
    Document *document;
    Diagnostics *diagnostics;
} Reader;

bool running_text_is_none(const Value *text)
{
    return text->kind == VALUE_NULL || str_equal(str_trim(text->text), STR("none"));
}

// ---- from YAML to Markdown

typedef struct {
    Str text;
    uint32_t start;   // where it stands in its source
    bool is_verbatim; // there
    bool is_plain;    // markup in it counts as text
} WrittenLine;

static bool has_byte(Str text, char byte)
{
    return text.length > 0 && memchr(text.bytes, byte, text.length);
}

// What stands between quotes, where there are some and YAML changed nothing of it.
static bool take_verbatim(const Source *source, const Value *value, WrittenLine *line)
{
    Span span = value->span;
    Str written = {source->text.bytes + span.start, span.end - span.start};
    char quote = written.length > 1 ? written.bytes[0] : 0;
    bool is_quoted = (quote == '"' || quote == '\'') && written.bytes[written.length - 1] == quote;
    if (is_quoted)
        written = (Str){written.bytes + 1, written.length - 2};
    if (has_byte(written, '\n') || has_byte(written, '\r') || (is_quoted && has_byte(written, quote)) ||
        (quote == '"' && has_byte(written, '\\')))
        return false;
    if (!source->merged && !str_equal(written, value->text))
        return false;
    *line = (WrittenLine){.text = written, .start = span.start + is_quoted, .is_verbatim = true};
    return true;
}

// Lines that YAML keeps apart stay so.
static Str joined_lines(Arena *arena, Str text)
{
    Buffer out = {.arena = arena};
    text = str_trim(text);
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\n')
            buffer_append_str(&out, STR("<br>"));
        else
            buffer_append_char(&out, text.bytes[i]);
    }
    return buffer_str(&out);
}

static WrittenLine written_line(const Reader *reader, const Source *source, const Value *value)
{
    WrittenLine line;
    if (take_verbatim(source, value, &line))
        return line;
    // In a template, values of fields stand in the text already, and no value may become markup.
    return (WrittenLine){
        .text = joined_lines(reader->arena, value->text), .start = value->span.start, .is_plain = source->merged};
}

// Depth is no matter: all are in one paragraph, or what HTML made beside it.
static void set_spans(Node *root, Span span)
{
    for (Node *node = root; node; node = node_following(root, node))
        node->span = span;
}

static Node *parse_line(const Reader *reader, const Source *source, const WrittenLine *line)
{
    Arena *arena = reader->arena;
    uint32_t stop = line->start > 0 ? line->start - 1 : 0;
    char *bytes = arena_alloc(arena, (size_t)stop + 1 + line->text.length);
    memset(bytes, ' ', stop);
    bytes[stop] = '.';
    if (line->text.length > 0)
        memcpy(bytes + stop + 1, line->text.bytes, line->text.length);
    Source *alone = arena_new(arena, Source);
    *alone = *source;
    alone->text = (Str){bytes, stop + 1 + line->text.length};
    alone->body_start = stop;
    alone->line_starts = &alone->body_start;
    alone->line_count = 1;
    Node *root = arena_new(arena, Node);
    *root = (Node){.kind = NODE_DIVISION, .span = {source->id, stop, stop}, .parent = reader->document->root};
    markdown_build(arena, alone, root, reader->diagnostics);
    extras_finish(arena, root, alone, reader->diagnostics);
    return root;
}

// ---- from blocks to one line

static Node *add_node(const Reader *reader, Node *parent, const Node *pattern)
{
    Node *node = arena_new(reader->arena, Node);
    *node = *pattern;
    node->first_child = node->last_child = node->next = NULL;
    node_insert(parent, parent->last_child, node);
    return node;
}

static void take_children(const Reader *reader, Node *line, Node *block)
{
    if (line->first_child && block->first_child)
        add_node(reader, line, &(Node){.kind = NODE_LINE_BREAK, .span = block->span});
    for (Node *child = block->first_child, *next; child; child = next) {
        next = child->next;
        node_insert(line, line->last_child, child);
    }
}

// HTML may have made blocks of it.
static Node *line_of_blocks(const Reader *reader, Node *root, Span span)
{
    Node *line = arena_new(reader->arena, Node);
    *line = (Node){.kind = NODE_PARAGRAPH, .span = span, .parent = reader->document->root};
    bool is_line = root->first_child && !root->first_child->next && root->first_child->kind == NODE_PARAGRAPH;
    for (Node *node = root, *next; node; node = next) {
        next = node_following(root, node);
        bool is_leaf = node->kind < NODE_TEXT && node_kind_holds(node->kind) != HOLDS_BLOCKS;
        if (!is_leaf)
            continue;
        Node last = *node; // whose children leave
        last.first_child = NULL;
        last.next = node->next;
        next = node_following(root, &last);
        if (node->kind == NODE_CODE_BLOCK)
            add_node(reader, line, &(Node){.kind = NODE_CODE, .span = node->span, .text = str_trim(node->text)});
        else
            take_children(reader, line, node);
    }
    if (!is_line)
        diagnose(reader->diagnostics, span, DIAG_RUNNING_BLOCK);
    return line;
}

static void unlink_child(Node *parent, const Node *child)
{
    Node *previous = NULL;
    for (Node *at = parent->first_child; at != child; at = at->next)
        previous = at;
    if (previous)
        previous->next = child->next;
    else
        parent->first_child = child->next;
    if (parent->last_child == child)
        parent->last_child = previous;
}

static void take_stop(Node *line)
{
    Node *first = line;
    while (first && first->kind != NODE_TEXT)
        first = node_following(line, first);
    if (!first || !str_starts_with(first->text, STR(".")))
        return;
    first->text = str_from_offset(first->text, 1);
    if (first->span.end > first->span.start + 1)
        first->span.start++;
    if (first->text.length == 0)
        unlink_child(first->parent, first);
    if (line->first_child && line->first_child->kind == NODE_LINE_BREAK)
        unlink_child(line, line->first_child);
}

// ---- fields

static const Str field_names[] = {
#define FIELD(id, name) {name, sizeof(name) - 1},
    RUNNING_FIELDS(FIELD)
#undef FIELD
};

static void diagnose_unknown(const Reader *reader, Span span, Str name)
{
    enum { NEAR = 3 };
    Str nearest = {0};
    unsigned distance = NEAR + 1;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        unsigned edits = str_distance(name, field_names[i]);
        if (edits < distance && edits < name.length) {
            distance = edits;
            nearest = field_names[i];
        }
    }
    bool is_near = nearest.length > 0;
    diagnose(reader->diagnostics, span, DIAG_RUNNING_FIELD, STR_ARGS(name), is_near ? "; did you mean '{" : "",
             (int)nearest.length, is_near ? nearest.bytes : "", is_near ? "}'?" : "");
}

// The name in `{name}` at `at`; empty where none stands there. `{{name}}` is a template's.
static Str name_at(Str text, uint32_t at)
{
    uint32_t end = at + 1;
    while (end < text.length && ((text.bytes[end] >= 'a' && text.bytes[end] <= 'z') || text.bytes[end] == '-'))
        end++;
    bool is_template = (at > 0 && text.bytes[at - 1] == '{') || (end + 1 < text.length && text.bytes[end + 1] == '}');
    if (text.bytes[at] != '{' || end == text.length || text.bytes[end] != '}' || is_template)
        return (Str){0};
    return (Str){text.bytes + at + 1, end - at - 1};
}

// Cuts a TEXT at the first field behind `from`, and gives the text behind that; NULL: there is none.
static Node *cut_field(const Reader *reader, Node *text)
{
    for (uint32_t at = 0; at < text->text.length; at++) {
        Str name = name_at(text->text, at);
        size_t field = 0;
        while (name.length > 0 && field < FIELD_COUNT && !str_equal(name, field_names[field]))
            field++;
        if (name.length == 0)
            continue;
        bool is_written = text->span.end - text->span.start == text->text.length;
        uint32_t start = text->span.start + at, end = start + name.length + 2;
        Span span = is_written ? (Span){text->span.source, start, end} : text->span;
        if (field == FIELD_COUNT) {
            diagnose_unknown(reader, span, name);
            continue;
        }
        Node *node = arena_new(reader->arena, Node), *rest = arena_new(reader->arena, Node);
        *node = (Node){.kind = NODE_FIELD, .span = span, .field.name = (RunningField)field};
        *rest = *text;
        rest->text = str_from_offset(text->text, at + name.length + 2);
        rest->span.start = is_written ? end : rest->span.start;
        text->text.length = at;
        text->span.end = is_written ? start : text->span.end;
        node_insert(text->parent, text, node);
        node_insert(text->parent, node, rest);
        return rest;
    }
    return NULL;
}

static void cut_fields(const Reader *reader, Node *text)
{
    Node *parent = text->parent;
    for (Node *rest; text; text = rest) {
        rest = cut_field(reader, text);
        if (text->text.length == 0)
            unlink_child(parent, text);
    }
}

// Texts first, links and blanks on the way.
static void take_inlines(const Reader *reader, Node *line, bool is_plain)
{
    for (Node *node = line, *next; node; node = next) {
        next = node_following(line, node);
        if (node->kind == NODE_TEXT && !is_plain) {
            cut_fields(reader, node);
        } else if (node->kind == NODE_LINK) {
            diagnose(reader->diagnostics, node->span, DIAG_RUNNING_LINK, STR_ARGS(node->link.target));
            node->kind = NODE_SPAN;
        } else if (node->kind == NODE_BLANK) {
            node->kind = NODE_TEXT;
        }
    }
}

// ---- all

static void number_line(const Reader *reader, Node *line)
{
    Document *document = reader->document;
    for (Node *node = line; node; node = node_following(line, node)) {
        node->index = (uint32_t)document->index_count;
        *arena_push(reader->arena, document->nodes, document->index_count, document->node_capacity) = node;
    }
}

static const Node *read_line(const Reader *reader, const Value *value)
{
    Document *document = reader->document;
    const Metadata *metadata = &document->metadata;
    if (running_text_is_none(value)) {
        Node *none = arena_new(reader->arena, Node);
        *none = (Node){.kind = NODE_PARAGRAPH, .span = value->span, .parent = document->root};
        number_line(reader, none);
        return none;
    }
    const Source *source = sources_at(document->sources, value->span.source);
    WrittenLine written = written_line(reader, source, value);
    Node *line;
    if (written.is_plain) {
        line = arena_new(reader->arena, Node);
        *line = (Node){.kind = NODE_PARAGRAPH, .span = value->span, .parent = document->root};
        add_node(reader, line, &(Node){.kind = NODE_TEXT, .span = value->span, .text = str_trim(value->text)});
        diagnose(reader->diagnostics, value->span, DIAG_RUNNING_PLAIN);
    } else {
        Node *root = parse_line(reader, source, &written);
        line = line_of_blocks(reader, root, value->span);
        take_stop(line);
        if (!written.is_verbatim)
            set_spans(line, value->span);
    }
    take_inlines(reader, line, written.is_plain);
    if (written.is_verbatim)
        fields_fill(reader->arena, line, source, metadata->lang, reader->diagnostics);
    if (metadata->smart)
        smart_apply(reader->arena, line, metadata->lang);
    quotations_finish(reader->arena, line, metadata->lang);
    number_line(reader, line);
    return line;
}

void document_add_running(Document *document, Arena *arena, const RunningTexts texts[RUNNING_END_COUNT],
                          Diagnostics *diagnostics)
{
    Reader reader = {arena, document, diagnostics};
    for (size_t end = 0; end < RUNNING_END_COUNT; end++) {
        for (size_t pages = 0; pages < RUNNING_PAGES_COUNT; pages++) {
            for (size_t place = 0; place < RUNNING_PLACE_COUNT; place++) {
                const Value *text = texts[end].texts[pages][place];
                document->running[end].parts[pages][place] = text ? read_line(&reader, text) : NULL;
            }
        }
    }
}
