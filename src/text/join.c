// Letters that join over a change of style, font or line: HarfBuzz is told of the neighbours that a word had.
#include "text/engine.h"

enum { TATWEEL = 0x640, NON_JOINER = 0x200C, JOINER = 0x200D };

uint32_t character_before(Str text, uint32_t *at)
{
    while (*at > 0 && (text.bytes[--*at] & 0xC0) == 0x80)
        continue;
    uint32_t next = *at;
    return utf8_next(text, &next);
}

// Letters are joined over marks and controls, but not over those that isolate (ArabicShaping.txt).
static bool is_transparent(uint32_t character)
{
    hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
    bool is_isolate = character >= 0x2066 && character <= 0x2069;
    bool is_control = is_default_ignorable(character) && character != NON_JOINER && character != JOINER && !is_isolate;
    return is_control || category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

static uint32_t joining_letter(uint32_t character)
{
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), character);
    return script_joins(script) || character == TATWEEL || character == JOINER ? character : 0;
}

void key_join(WordKey *key, Str paragraph)
{
    uint32_t start = (uint32_t)(key->text.bytes - paragraph.bytes), end = start + key->text.length, character = ' ';
    bool is_forward = key->right_to_left || key->script == HB_SCRIPT_MONGOLIAN; // else HarfBuzz takes one for the other
    if (!script_joins(key->script) || !is_forward)
        return;
    do
        character = start > 0 ? character_before(paragraph, &start) : ' ';
    while (is_transparent(character));
    key->before = joining_letter(character);
    if (key->text.bytes[key->text.length - 1] == ' ')
        return;
    do
        character = end < paragraph.length ? utf8_next(paragraph, &end) : ' ';
    while (is_transparent(character));
    key->after = joining_letter(character);
}
