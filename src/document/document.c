// From sources to one tree. What the tree says beyond the text is found in one walk over the finished nodes:
//
// Numbers: in document order. Structure levels: a heading is at most one deeper than the one before it, and the first
// one, or the title, is 1, so that assistive technology finds no gap; its look keeps the level that was written.
//
// Row headers: the first cell of a row heads it if it is <th>, if the header row's first cell is empty, or if the table
// has a header row, at least two columns, and a first column whose cells are all text, not numbers, and differ.
#include "document.h"

#include "builder.h"
#include "markdown.h"
#include "notes.h"

// ---- metadata

static const struct {
    const char *key;
    size_t offset;
} front_keys[] = {
#define FRONT_KEY(key, member) {key, offsetof(Metadata, member)},
#include "front_keys.h"
#undef FRONT_KEY
};

static bool value_text(const Value *value, Arena *arena, Str *text)
{
    if (value->kind == VALUE_MAP)
        return false;
    *text = value->text;
    if (value->kind == VALUE_NULL)
        *text = (Str){0};
    if (value->kind != VALUE_LIST)
        return true;
    Buffer joined = {.arena = arena};
    for (const Value *item = value->first_child; item; item = item->next) {
        if (item->kind == VALUE_MAP || item->kind == VALUE_LIST)
            return false;
        if (joined.length > 0)
            buffer_append_str(&joined, STR(", "));
        buffer_append_str(&joined, item->text);
    }
    *text = buffer_str(&joined);
    return true;
}

static void read_language(Metadata *metadata, const Value *front, Arena *arena, Diagnostics *diagnostics)
{
    const Value *lang = value_find(front, STR("lang"));
    Str written = {0};
    metadata->lang = STR("en");
    if (!lang)
        return;
    if (!value_text(lang, arena, &written)) {
        diagnose(diagnostics, lang->span, DIAG_FRONT_TYPE, 4, "lang", "text", value_kind_name(lang->kind));
        return;
    }
    // YAML 1.1 readers turn NO into false; hspdf's does not, and a language is text in any case.
    Str tag = language_tag(written, arena);
    if (tag.length > 0)
        metadata->lang = tag;
    else
        diagnose(diagnostics, lang->span, DIAG_LANG_UNKNOWN, STR_ARGS(written));
}

static Metadata read_metadata(const Source *source, Arena *arena, Diagnostics *diagnostics)
{
    Metadata metadata = {0};
    read_language(&metadata, source->front, arena, diagnostics);
    for (size_t i = 0; i < sizeof front_keys / sizeof *front_keys; i++) {
        const Value *value = value_find(source->front, str_from(front_keys[i].key));
        if (value && !value_text(value, arena, (Str *)(void *)((char *)&metadata + front_keys[i].offset)))
            diagnose(diagnostics, value->span, DIAG_FRONT_TYPE, STR_ARGS(value->key), "text",
                     value_kind_name(value->kind));
    }
    const Value *paper = value_find(source->front, STR("paper"));
    metadata.paper_span = paper ? paper->span : (Span){0};
    const Value *style = value_find(source->front, STR("style"));
    if (style && style->kind == VALUE_MAP)
        metadata.style_overrides = style;
    else if (style && !value_text(style, arena, &metadata.style))
        diagnose(diagnostics, style->span, DIAG_FRONT_TYPE, STR_ARGS(style->key), "a name or a mapping",
                 value_kind_name(style->kind));
    metadata.style_span = style ? style->span : (Span){0};
    return metadata;
}

// ---- the walk over the finished tree

// The next node in document order, or NULL behind the last one below `root`.
static Node *node_after(const Node *node, const Node *root)
{
    if (node->first_child)
        return node->first_child;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static void number_nodes(Document *document, Arena *arena)
{
    size_t capacity = 0;
    for (Node *node = document->root; node; node = node_after(node, document->root)) {
        node->index = (uint32_t)document->node_count;
        *arena_push(arena, document->nodes, document->node_count, capacity) = node;
    }
}

static void set_structure_levels(Document *document)
{
    int before = 0;
    for (size_t i = 0; i < document->node_count; i++) {
        Node *node = document->nodes[i];
        if (node->kind == NODE_TITLE)
            before = 1;
        if (node->kind != NODE_HEADING)
            continue;
        int level = node->heading.level;
        node->heading.structure_level = level <= before + 1 ? level : before + 1;
        before = node->heading.structure_level;
    }
}

static bool is_number(Str text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.bytes[i] >= '0' && text.bytes[i] <= '9')
            return true;
        if ((text.bytes[i] >= 'A' && text.bytes[i] <= 'Z') || (text.bytes[i] >= 'a' && text.bytes[i] <= 'z') ||
            (text.bytes[i] & 0x80))
            return false;
    }
    return false;
}

static bool first_column_names_rows(const Node *table, Arena *arena)
{
    Str before = {0};
    size_t rows = 0;
    for (const Node *row = table->first_child; row; row = row->next) {
        if (row->kind != NODE_ROW || !row->first_child)
            continue;
        Str text = str_trim(node_plain_text(row->first_child, arena));
        if (row->row.is_header) {
            if (text.length == 0)
                return true;
            continue;
        }
        if (text.length == 0 || is_number(text) || str_equal(text, before))
            return false;
        before = text;
        rows++;
    }
    return rows > 0;
}

static void finish_table(Node *table, Arena *arena)
{
    bool has_header = false;
    int columns = 0;
    for (Node *row = table->first_child; row; row = row->next) {
        int column = 0;
        bool all_headers = row->first_child != NULL;
        for (Node *cell = row->first_child; row->kind == NODE_ROW && cell; cell = cell->next) {
            cell->cell.column = column++;
            all_headers = all_headers && cell->cell.is_header;
        }
        if (row->kind == NODE_ROW && row == table->first_child && all_headers)
            row->row.is_header = true; // HTML: a first row of <th> alone
        has_header |= row->kind == NODE_ROW && row->row.is_header;
        columns = column > columns ? column : columns;
    }
    table->table.column_count = columns;
    table->table.has_row_headers = has_header && columns >= 2 && first_column_names_rows(table, arena);
    for (Node *row = table->first_child; row; row = row->next) {
        for (Node *cell = row->first_child; row->kind == NODE_ROW && cell; cell = cell->next) {
            bool is_th = cell->cell.is_header;
            cell->cell.is_header = row->row.is_header;
            cell->cell.is_row_header =
                !row->row.is_header && (is_th || (cell->cell.column == 0 && table->table.has_row_headers));
        }
    }
}

// ---- title

static Str folded(Str text, Arena *arena)
{
    Buffer out = {.arena = arena};
    Str rest = str_trim(text);
    for (uint32_t i = 0; i < rest.length; i++) {
        bool is_space = rest.bytes[i] == ' ' || (rest.bytes[i] >= '\t' && rest.bytes[i] <= '\r');
        if (!is_space)
            buffer_append_char(&out, rest.bytes[i]);
        else if (out.length > 0 && out.bytes[out.length - 1] != ' ')
            buffer_append_char(&out, ' ');
    }
    return buffer_str(&out);
}

static const Node *first_heading(const Node *root)
{
    for (const Node *node = root; node; node = node_after(node, root)) {
        if (node->kind == NODE_HEADING)
            return node;
    }
    return NULL;
}

static Node *prepend_line(Node *root, NodeKind kind, Str text, Span span, Arena *arena)
{
    Node *node = arena_new(arena, Node), *leaf = arena_new(arena, Node);
    *leaf = (Node){.kind = NODE_TEXT, .span = span, .parent = node, .text = text};
    *node = (Node){.kind = kind, .span = span, .parent = root, .first_child = leaf, .last_child = leaf};
    node->next = root->first_child;
    root->first_child = node;
    if (!root->last_child)
        root->last_child = node;
    return node;
}

static void add_title(Node *root, const Source *source, const Metadata *metadata, Arena *arena)
{
    Str title = folded(metadata->title, arena), subtitle = folded(metadata->subtitle, arena);
    const Value *written = value_find(source->front, STR("subtitle"));
    if (subtitle.length > 0)
        prepend_line(root, NODE_SUBTITLE, subtitle, written->span, arena);
    const Node *heading = first_heading(root);
    bool is_repeated = heading && str_equal_nocase(folded(node_plain_text(heading, arena), arena), title);
    written = value_find(source->front, STR("title"));
    if (title.length > 0 && !is_repeated)
        prepend_line(root, NODE_TITLE, title, written->span, arena);
}

// ---- the tree

static void build_part(Node *root, const Source *source, Arena *arena, Diagnostics *diagnostics)
{
    Builder builder = {
        .arena = arena, .diagnostics = diagnostics, .source = source, .entities = entity_cache_new(arena)};
    *arena_push(arena, builder.stack, builder.depth, builder.capacity) = (OpenElement){.node = root};
    markdown_feed(&builder);
    Metadata own = read_metadata(source, arena, diagnostics);
    add_title(root, source, &own, arena);
    if (root->kind == NODE_PART)
        root->lang = own.lang;
    if (!root->first_child && !diagnostics_has_errors(diagnostics)) // else it was said why
        diagnose(diagnostics, (Span){source->id, 0, 0}, DIAG_INPUT_EMPTY);
}

Document *document_new(Arena *arena, const Sources *sources, const Source *const *inputs, size_t count,
                       Diagnostics *diagnostics)
{
    Document *document = arena_new(arena, Document);
    document->sources = sources;
    document->root = arena_new(arena, Node);
    document->root->kind = NODE_DOCUMENT;
    document->root->span = (Span){inputs[0]->id, 0, inputs[0]->text.length};
    document->metadata = read_metadata(inputs[0], arena, diagnostics);
    for (size_t i = 0; i < count; i++) {
        Node *part = document->root;
        if (count > 1) {
            part = arena_new(arena, Node);
            *part =
                (Node){.kind = NODE_PART, .span = {inputs[i]->id, 0, inputs[i]->text.length}, .parent = document->root};
            if (document->root->last_child)
                document->root->last_child->next = part;
            else
                document->root->first_child = part;
            document->root->last_child = part;
        }
        build_part(part, inputs[i], arena, diagnostics);
    }
    number_nodes(document, arena);
    set_structure_levels(document);
    notes_link(document);
    for (size_t i = 0; i < count; i++)
        notes_diagnose_unused(document, inputs[i], arena, diagnostics);
    for (size_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i]->kind == NODE_TABLE)
            finish_table(document->nodes[i], arena);
    }
    return document;
}

Str node_plain_text(const Node *node, Arena *arena)
{
    Buffer text = {.arena = arena};
    for (const Node *at = node; at; at = node_after(at, node)) {
        if (at->kind == NODE_TEXT || at->kind == NODE_CODE || at->kind == NODE_CODE_BLOCK)
            buffer_append_str(&text, at->text);
        else if (at->kind == NODE_LINE_BREAK)
            buffer_append_char(&text, ' ');
    }
    return buffer_str(&text);
}
