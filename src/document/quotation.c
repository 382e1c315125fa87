// Quotations alternate: one within another has the language's inner marks. A reading stands behind what it is of, in
// brackets as wide as East Asian letters where those stand before it.
#include "quotation.h"

#include "node.h"
#include "smart.h"

enum { FIRST_EAST_ASIAN = 0x2E80, FIRST_BEYOND_IT = 0x10000 };

static Node *new_text(Arena *arena, const Node *node, Str text)
{
    Node *made = arena_new(arena, Node);
    *made = (Node){.kind = NODE_TEXT, .span = node->span, .text = text};
    return made;
}

// Neighbouring texts are one.
static void surround(Arena *arena, Node *node, Str open, Str close)
{
    Node *first = node->first_child, *last = node->last_child;
    if (first && first->kind == NODE_TEXT)
        first->text = arena_format(arena, "%.*s%.*s", STR_ARGS(open), STR_ARGS(first->text));
    else
        node_insert(node, NULL, new_text(arena, node, open));
    if (last && last->kind == NODE_TEXT)
        last->text = arena_format(arena, "%.*s%.*s", STR_ARGS(last->text), STR_ARGS(close));
    else
        node_insert(node, node->last_child, new_text(arena, node, close));
}

static void mark_quotation(Arena *arena, Node *node, Str lang)
{
    const Quotes *quotes = quotes_find(node_said_language(node->parent, lang)); // of the text that quotes
    bool is_inner = false;
    for (const Node *outer = node->parent; outer; outer = outer->parent)
        is_inner ^= outer->kind == NODE_QUOTATION;
    surround(arena, node, is_inner ? quotes->inner_open : quotes->open, is_inner ? quotes->inner_close : quotes->close);
}

// `before`: the text in front of it, or NULL.
static void mark_reading(Arena *arena, Node *node, const Node *before)
{
    uint32_t last = 0;
    for (uint32_t at = 0; before && at < before->text.length;)
        last = utf8_next(before->text, &at);
    bool is_wide = last >= FIRST_EAST_ASIAN && last < FIRST_BEYOND_IT;
    surround(arena, node, is_wide ? STR("\uFF08") : STR(" ("), is_wide ? STR("\uFF09") : STR(")"));
}

// By the first letter.
static Direction direction_of(const Node *node)
{
    for (const Node *at = node; at; at = node_following(node, at)) {
        for (uint32_t i = 0; i < at->text.length;) {
            uint32_t character = utf8_next(at->text, &i);
            bool is_letter = (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
            if (character_is_leftward(character))
                return DIRECTION_RIGHT_TO_LEFT;
            if (is_letter || (character >= 0xC0 && character < 0x2000) || character >= 0x2C00)
                return DIRECTION_LEFT_TO_RIGHT;
        }
    }
    return DIRECTION_NONE;
}

void quotations_finish(Arena *arena, Node *root, Str lang)
{
    const Node *text = NULL;
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind == NODE_QUOTATION)
            mark_quotation(arena, node, lang);
        else if (node->kind == NODE_READING)
            mark_reading(arena, node, text);
        text = node->kind == NODE_TEXT ? node : text;
        if (node->direction == DIRECTION_AUTO)
            node->direction = direction_of(node);
    }
}
