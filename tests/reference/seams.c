// Where the reference ends an item although font, style, script and level stay: differences between whole items and
// words that are known, and not faults of src/text.
#include "reference/analysis.h"

static bool is_one_of(GUnicodeScript script, const GUnicodeScript *scripts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (script == scripts[i])
            return true;
    }
    return false;
}

static bool runs_leftwards(GUnicodeScript script)
{
    static const GUnicodeScript scripts[] = {G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
                                             G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO};
    return is_one_of(script, scripts, sizeof scripts / sizeof *scripts);
}

bool runs_against_script(GUnicodeScript script, uint8_t level)
{
    return runs_leftwards(script) != (level % 2 == 1);
}

static bool runs_on(GUnicodeScript script)
{
    static const GUnicodeScript scripts[] = {
        G_UNICODE_SCRIPT_HAN,  G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_BOPOMOFO,
        G_UNICODE_SCRIPT_THAI, G_UNICODE_SCRIPT_LAO,      G_UNICODE_SCRIPT_KHMER,    G_UNICODE_SCRIPT_MYANMAR,
    };
    return is_one_of(script, scripts, sizeof scripts / sizeof *scripts);
}

// Where text runs against its script, by a control for bidi or as marks and digits may, HarfBuzz turns round its
// graphemes before it shapes. Then the neighbours that change each other are not those that will stand side by side, so
// that src/text is right not to let them, across spaces and between words of Thai or Chinese.
static bool is_reversed_seam(const ReferenceCharacter *left)
{
    return left->ends_segment || (left[1].is_trailing_space && !left->is_trailing_space);
}

// HarfBuzz numbers syllables modulo 16, and draws no circle under a bare vowel where the one before had the same
// number.
static bool is_space_with_mark(const ReferenceCharacter *character)
{
    return character->code == ' ' && g_unichar_ismark((gunichar)character[1].code);
}

// The one Burmese letter that has another form before some words, whether it is one with them or not.
static bool is_letter_by_itself(const ReferenceCharacter *character)
{
    return character->code == 0x1023 && character->ends_segment;
}

// Between words that are not parted by spaces src/text cuts where lines may break, between others only where a word has
// more than it can hold of such places. What follows a space without width is then shaped by itself too.
static bool is_bound_of_word(const ReferenceCharacter *left)
{
    bool is_bound = left->ends_segment && !left->is_trailing_space && !runs_on(left->script);
    return is_bound || (left->ends_segment && left->code == 0x200B);
}

bool reference_is_seam(const ReferenceCharacter *left, uint8_t level)
{
    bool is_reversed = runs_against_script(left->script, level);
    return is_letter_by_itself(left) || is_bound_of_word(left) ||
           (is_reversed ? is_reversed_seam(left) : is_space_with_mark(left + 1));
}
