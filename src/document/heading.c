// A title that the first heading repeats is not printed twice: the two are compared without regard to case and white
// space. A subtitle follows the title, wherever that stands.
//
// Levels in the structure tree have no gaps, whatever was written: a heading stands one level below the nearest heading
// before it that was written with a smaller number, and at the top where there is none. The top is 1, or 2 below a
// TITLE, which is level 1. So `# A`, `### B`, `## C` are 1, 2, 2.
#include "heading.h"

#include "node.h"

static bool is_space(uint32_t character)
{
    return character == ' ' || (character >= '\t' && character <= '\r') || character == 0xA0 || character == 0x2028 ||
           character == 0x2029 || character == 0x3000;
}

// The next folded character of `text`, runs of white space as one; 0 at the end.
static uint32_t next_folded(Str text, uint32_t *at)
{
    bool has_space = false;
    while (*at < text.length) {
        uint32_t before = *at;
        uint32_t character = utf8_next(text, at);
        if (!is_space(character) && !has_space)
            return character_fold(character);
        if (!is_space(character)) {
            *at = before;
            return ' ';
        }
        has_space = true;
    }
    return 0;
}

static bool is_same_title(Str a, Str b)
{
    uint32_t at_a = 0, at_b = 0;
    a = str_trim(a);
    b = str_trim(b);
    for (;;) {
        uint32_t left = next_folded(a, &at_a), right = next_folded(b, &at_b);
        if (left != right)
            return false;
        if (left == 0)
            return true;
    }
}

static Node *first_heading(Node *part)
{
    Node *node = part;
    while (node && node->kind != NODE_HEADING)
        node = node_following(part, node);
    return node;
}

static Node *make_leaf(Arena *arena, NodeKind kind, Str text, Span span)
{
    Node *leaf = arena_new(arena, Node);
    Node *child = arena_new(arena, Node);
    *leaf = (Node){.kind = kind, .span = span, .first_child = child, .last_child = child};
    *child = (Node){.kind = NODE_TEXT, .span = span, .parent = leaf, .text = text};
    return leaf;
}

void title_insert(Arena *arena, Node *part, const TitleText *text)
{
    Node *shown = NULL; // that has the title
    if (text->title.length > 0) {
        shown = first_heading(part);
        if (!shown || !is_same_title(text->title, node_plain_text(shown, arena))) {
            shown = make_leaf(arena, NODE_TITLE, text->title, text->title_span);
            node_insert(part, NULL, shown);
        }
    }
    if (text->subtitle.length > 0)
        node_insert(shown ? shown->parent : part, shown,
                    make_leaf(arena, NODE_SUBTITLE, text->subtitle, text->subtitle_span));
}

void headings_number(Node *part)
{
    enum { LEVELS = 6 };
    bool has_title = part->first_child && part->first_child->kind == NODE_TITLE;
    int structure[LEVELS + 1] = {0}; // by written level: of the nearest heading before; 0: none
    for (Node *node = part; node; node = node_following(part, node)) {
        if (node->kind != NODE_HEADING)
            continue;
        int level = node->heading.level;
        int above = has_title ? 1 : 0;
        for (int i = 1; i < level; i++)
            above = structure[i] > above ? structure[i] : above;
        node->heading.structure_level = above < LEVELS ? above + 1 : LEVELS;
        structure[level] = node->heading.structure_level;
        for (int i = level + 1; i <= LEVELS; i++)
            structure[i] = 0;
    }
}
