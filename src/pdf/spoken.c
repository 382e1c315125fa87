// Three things are not in the glyphs: the order of leftward text, whose words are drawn from left to right, since most
// readers of paper's text want them so (docs/scripts.md); characters that no font tells, of private use or replaced;
// and the ends of lines that the author ends, where cairo, which draws no space without ink, has nothing.
#include "pdf/spoken.h"

static bool is_told_apart(uint32_t character)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x590, 0x8FF},   {0x200F, 0x200F},   {0xE000, 0xF8FF},   {0xFB1D, 0xFDFF},   {0xFE70, 0xFEFE},
                  {0xFFFD, 0xFFFD}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}, {0xF0000, 0x10FFFF}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    }
    return false;
}

static bool has_told_apart(Str text)
{
    enum { FIRST_BYTE = 0xD6 }; // of U+0590
    for (uint32_t at = 0; at < text.length;) {
        if ((unsigned char)text.bytes[at] < FIRST_BYTE)
            at++;
        else if (is_told_apart(utf8_next(text, &at)))
            return true;
    }
    return false;
}

Str spoken_text(const Node *node, Arena *arena)
{
    Str text = node->text;
    if (node->kind == NODE_CODE_BLOCK) {
        if (str_ends_with(text, STR("\n")))
            text.length--;
        return text.length > 0 && memchr(text.bytes, '\n', text.length) ? text : has_told_apart(text) ? text : (Str){0};
    }
    if (node->kind == NODE_TEXT && node->next && node->next->kind == NODE_LINE_BREAK)
        return arena_format(arena, "%.*s ", STR_ARGS(text));
    bool is_text = node->kind == NODE_TEXT || node->kind == NODE_CODE;
    return is_text && has_told_apart(text) ? text : (Str){0};
}
