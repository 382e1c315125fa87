// Entries are copies of headings, with what is emphasised in them, without links, notes and images. The headings of
// tables' cells have none, nor has, where there is no other title, a first heading that is the only one of its level:
// it is the title of its input.
#include "contents.h"

#include "address.h"
#include "node.h"

enum { DEPTH_DEFAULT = 3, LEVELS = 6 };

// ---- how they are asked for

bool contents_is_named(Str comment)
{
    static const char *const names[] = {"toc", "contents", "table of contents"};
    return str_is_any_nocase(comment, names, sizeof names / sizeof *names);
}

// As Python-Markdown, GitLab and Azure write it.
bool contents_is_marker(const Node *paragraph)
{
    static const char *const names[] = {"[toc]", "[[_toc_]]", "[[toc]]", "{:toc}", "${toc}", "@[toc]"};
    const Node *text = paragraph->first_child;
    if (!text || text->kind != NODE_TEXT)
        return false;
    // `_TOC_` is emphasis to Markdown.
    const Node *emphasis = text->next, *rest = emphasis ? emphasis->next : NULL;
    if (emphasis && emphasis->kind == NODE_EMPHASIS && rest && !rest->next && rest->kind == NODE_TEXT)
        return str_equal(text->text, STR("[[")) && str_equal(rest->text, STR("]]")) && emphasis->first_child &&
               str_equal_nocase(emphasis->first_child->text, STR("toc"));
    return !text->next && str_is_any_nocase(str_trim(text->text), names, sizeof names / sizeof *names);
}

// ---- numbers

static Node *node_new(Arena *arena, NodeKind kind, Span span)
{
    Node *node = arena_new(arena, Node);
    *node = (Node){.kind = kind, .span = span};
    return node;
}

// In a SPAN: no two texts follow each other.
static void number_heading(Arena *arena, Node *heading, Str lang, const unsigned *counts, int to)
{
    Buffer text = {.arena = arena};
    for (int level = 1; level <= to; level++) {
        buffer_append_str(&text, level > 1 ? STR(".") : (Str){0});
        buffer_append_str(&text, locale_digits(arena, node_said_language(heading, lang), counts[level]));
    }
    buffer_append_str(&text, STR("\u2002"));
    Node *span = node_new(arena, NODE_SPAN, heading->span), *number = node_new(arena, NODE_TEXT, heading->span);
    number->text = buffer_str(&text);
    node_insert(heading, NULL, span);
    node_insert(span, NULL, number);
}

typedef struct {
    int from;          // the uppermost level that is numbered, or listed
    const Node *title; // a heading that is the document's title, or NULL
} Outline;

static Outline outline_of(const Node *root)
{
    Outline outline = {.from = LEVELS + 1};
    const Node *first = NULL;
    bool has_title = false;
    size_t at_top = 0;
    for (Node *node = (Node *)root; node; node = node_following(root, node)) {
        has_title |= node->kind == NODE_TITLE;
        if (node->kind != NODE_HEADING || node_within(node, NODE_TABLE))
            continue;
        int level = node->heading.structure_level;
        first = first ? first : node;
        at_top = level < outline.from ? 1 : at_top + (level == outline.from);
        outline.from = level < outline.from ? level : outline.from;
    }
    if (!has_title && first && at_top == 1 && first->heading.structure_level == outline.from) {
        outline.title = first;
        outline.from++;
    }
    return outline;
}

static Node *first_part(Node *root)
{
    return root->first_child && root->first_child->kind == NODE_PART ? root->first_child : root;
}

// Numbers go on from one part to the next; what is uppermost is so within its part.
static void number_headings(Arena *arena, Node *root, int levels, Str lang)
{
    unsigned counts[LEVELS + 2] = {0};
    for (Node *part = first_part(root); part; part = part->next) {
        Outline outline = outline_of(part);
        for (Node *node = part; node; node = node_following(part, node)) {
            if (node->kind != NODE_HEADING || node == outline.title || node_within(node, NODE_TABLE))
                continue;
            int level = node->heading.structure_level - outline.from + 1;
            if (level > levels || classes_have(node->classes, STR("unnumbered")))
                continue;
            counts[level]++;
            for (int below = level + 1; below <= LEVELS; below++)
                counts[below] = 0;
            number_heading(arena, node, lang, counts, level);
        }
    }
}

void numbers_insert(Arena *arena, Node *root, const Numbering *numbering, Str lang)
{
    int figures = 0, tables = 0;
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind != NODE_CAPTION || !node->first_child || node->caption.has_own_number)
            continue;
        if (node->parent->kind == NODE_FIGURE && numbering->figures)
            node->caption.number = ++figures;
        else if (node->parent->kind == NODE_TABLE && numbering->tables)
            node->caption.number = ++tables;
    }
    if (numbering->heading_levels > 0)
        number_headings(arena, root, numbering->heading_levels, lang);
}

// ---- entries

// No two texts follow each other.
static void add_text(Arena *arena, Node *to, Str text, Span span)
{
    Node *last = to->last_child;
    if (last && last->kind == NODE_TEXT) {
        last->text = arena_format(arena, "%.*s%.*s", STR_ARGS(last->text), STR_ARGS(text));
        return;
    }
    Node *copy = node_new(arena, NODE_TEXT, span);
    copy->text = text;
    node_insert(to, last, copy);
}

// Depth is bounded by LIMIT_NESTING.
static void copy_inlines(Arena *arena, const Node *from, Node *to)
{
    for (const Node *child = from->first_child; child; child = child->next) {
        switch (child->kind) {
        case NODE_NOTE_REFERENCE:
            break;
        case NODE_LINK:
        case NODE_IMAGE:
            copy_inlines(arena, child, to);
            break;
        case NODE_TEXT:
        case NODE_BLANK:
            add_text(arena, to, child->text, child->span);
            break;
        case NODE_LINE_BREAK:
            add_text(arena, to, STR(" "), child->span);
            break;
        default: {
            Node *copy = arena_new(arena, Node);
            *copy = *child;
            copy->id = (Str){0};
            copy->first_child = copy->last_child = NULL;
            node_insert(to, to->last_child, copy);
            copy_inlines(arena, child, copy);
        }
        }
    }
}

// Where an entry of each level goes; a list for a level that was left out is not made.
typedef struct {
    Arena *arena;
    Node *lists[LEVELS + 2]; // by level, from 1; NULL: none is open
} Lists;

static Node *list_for(Lists *lists, int level)
{
    for (int deeper = level + 1; deeper <= LEVELS; deeper++)
        lists->lists[deeper] = NULL;
    if (lists->lists[level])
        return lists->lists[level];
    int above = level - 1;
    while (!lists->lists[above])
        above--;
    Node *outer = lists->lists[above];
    if (!outer->last_child) // the first entry is deeper than others
        return outer;
    Node *list = node_new(lists->arena, NODE_CONTENTS, outer->span);
    node_insert(outer, outer->last_child, list);
    return lists->lists[level] = list;
}

static void add_entry(Arena *arena, Node *list, const Node *heading)
{
    Node *entry = node_new(arena, NODE_CONTENTS_ENTRY, list->span), *link = node_new(arena, NODE_LINK, heading->span);
    entry->lang = heading->lang;
    entry->direction = heading->direction;
    link->link.kind = LINK_WITHIN;
    link->link.destination = heading;
    node_insert(list, list->last_child, entry);
    node_insert(entry, NULL, link);
    copy_inlines(arena, heading, link);
    node_insert(link, link->last_child, node_new(arena, NODE_PAGE_NUMBER, heading->span));
}

static bool is_title(const Node *node, const Outline *outline)
{
    return node->kind == NODE_TITLE || node == outline->title;
}

// Where there are several parts, their titles are the uppermost level.
static void fill(Arena *arena, Node *root, int depth, Node *contents)
{
    Lists lists = {.arena = arena, .lists = {contents, contents}};
    bool has_parts = first_part(root) != root;
    for (Node *part = first_part(root); part; part = part->next) {
        Outline outline = outline_of(part);
        for (Node *node = part; node; node = node_following(part, node)) {
            bool heads_part = is_title(node, &outline);
            if ((node->kind != NODE_HEADING && !heads_part) || node_within(node, NODE_TABLE) || !node_has_text(node))
                continue;
            int level = heads_part ? has_parts : node->heading.structure_level - outline.from + 1 + has_parts;
            if (level >= 1 && level <= depth && !classes_have(node->classes, STR("unlisted")))
                add_entry(arena, list_for(&lists, level), node);
        }
    }
}

// ---- where they stand

static void insert(Arena *arena, Node *root, Str title)
{
    Node *parent = first_part(root), *previous = NULL;
    Outline outline = outline_of(parent);
    for (Node *node = parent->first_child; node; node = node->next) {
        if (!is_title(node, &outline) && node->kind != NODE_SUBTITLE && !node_is_address(node))
            break;
        previous = node;
    }
    Node *contents = node_new(arena, NODE_CONTENTS, (Span){.source = parent->span.source});
    contents->contents.title = title;
    node_insert(parent, previous, contents);
}

void contents_insert(Arena *arena, Node *root, const ContentsRequest *request)
{
    if (request->is_wanted)
        insert(arena, root, request->title);
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind == NODE_CONTENTS && !node->first_child && !node_within(node, NODE_TABLE))
            fill(arena, root, request->depth > 0 ? request->depth : DEPTH_DEFAULT, node);
    }
}
