// Three things are not in the glyphs: the order of leftward text, whose words are drawn from left to right, since most
// readers of paper's text want them so (docs/scripts.md); characters that no font tells, of private use or replaced;
// and the ends of lines that the author ends, where no space is drawn.
#include "pdf/spoken.h"

static bool has_untold(Str text)
{
    enum { FIRST_BYTE = 0xEE }; // of U+E000
    for (uint32_t at = 0; at < text.length;) {
        if ((unsigned char)text.bytes[at] < FIRST_BYTE) {
            at++;
            continue;
        }
        uint32_t character = utf8_next(text, &at);
        if ((character >= 0xE000 && character <= 0xF8FF) || character == 0xFFFD || character >= 0xF0000)
            return true;
    }
    return false;
}

// What follows in the line, though it be outside of what the node stands in.
static const Node *next_inline(const Node *node)
{
    while (!node->next && node->parent->kind >= NODE_TEXT)
        node = node->parent;
    return node->next;
}

// Whether a space or a line's end follows, which its glyphs may not have.
static bool parts_words(const Node *node)
{
    const Node *next = next_inline(node);
    return next &&
           (next->kind == NODE_LINE_BREAK || (next->kind == NODE_TEXT && str_starts_with(next->text, STR(" "))));
}

Str spoken_text(const Node *node, const Locations *locations, Arena *arena)
{
    bool is_other = locations->is_leftward[node->index] || has_untold(node->text);
    Str text = node->text;
    switch (node->kind) {
    case NODE_TEXT:
        if (next_inline(node) && next_inline(node)->kind == NODE_LINE_BREAK)
            return arena_format(arena, "%.*s ", STR_ARGS(text));
        return is_other ? text : (Str){0};
    case NODE_CODE:
        return is_other ? text : (Str){0};
    case NODE_CODE_BLOCK:
        if (str_ends_with(text, STR("\n")))
            text.length--;
        return is_other || (text.length > 0 && memchr(text.bytes, '\n', text.length)) ? text : (Str){0};
    case NODE_BLANK:
        return arena_format(arena, "%.*s%s", STR_ARGS(locations->told[node->index]), parts_words(node) ? " " : "");
    case NODE_PAGE_NUMBER:
        return locations->told[node->index];
    case NODE_ALERT:
    case NODE_CONTENTS:
    case NODE_CAPTION:
        return is_other ? locations->told[node->index] : (Str){0};
    default:
        return (Str){0};
    }
}
