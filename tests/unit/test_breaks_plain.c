// The quick way to find breaks gives the answers of the slow one, over random text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <pango/pango.h>

#include "text/breaks.h"

enum { STRINGS = 100000, CHARACTERS_MAX = 24 };

// What is plain, the rarer ones often enough to meet each other.
static const char *const alphabets[] = {
    "aZé 09 .,:;!?'\"()-/%$",
    "ab 1 2.,-–—…“”‘’„‚«»()[]{}/%°€$£+±×÷§¶|&@#*=~^_\\<>`´¿¡·½\u00AD\u00A0\u2011\u202F\u2028−•",
    "жЩ αΩ ệ ű 7,5 (мг) «да» — „так“",
};

static uint32_t random_below(uint32_t *state, uint32_t bound)
{
    *state = *state * 1664525u + 1013904223u; // Numerical Recipes, chapter 7
    return (*state >> 8) % bound;
}

static Str random_text(uint32_t *state, Str alphabet, char *bytes)
{
    uint32_t length = 0, count = 1 + random_below(state, CHARACTERS_MAX);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = random_below(state, alphabet.length);
        while (at > 0 && ((unsigned char)alphabet.bytes[at] & 0xC0) == 0x80)
            at--;
        uint32_t code = utf8_next(alphabet, &at);
        length += utf8_encode(code, bytes + length);
    }
    return (Str){bytes, length};
}

static void assert_same(Str text, const Analysis *plain, const Analysis *unicode)
{
    for (size_t i = 0; i <= plain->character_count; i++) {
        uint8_t expected = unicode->breaks[i];
        if (i == 0)
            expected &= (uint8_t)~MAY_BREAK;
        if (plain->breaks[i] != expected)
            fail_msg("'%.*s', before character %zu: %d, Pango says %d", STR_ARGS(text), i, plain->breaks[i], expected);
    }
}

static void plain_answers_are_those_of_pango(void **state)
{
    (void)state;
    if (pango_version() >= PANGO_VERSION_ENCODE(1, 51, 0))
        skip(); // later ones follow later versions of UAX #14; hspdf's own rules are the same everywhere
    uint32_t random = 20261123;
    for (uint32_t i = 0; i < STRINGS; i++) {
        Arena *arena = arena_open(1 << 20);
        char bytes[CHARACTERS_MAX * 4];
        Str text = random_text(&random, str_from(alphabets[i % 3]), bytes);
        StyledRun run = {.text = text, .lang = STR("en")};
        Analysis plain = {.arena = arena, .runs = &run, .run_count = 1};
        analysis_join_runs(&plain);
        Analysis unicode = plain;
        plain.breaks = arena_array(arena, uint8_t, plain.character_count + 1);
        unicode.breaks = arena_array(arena, uint8_t, plain.character_count + 1);
        assert_true(breaks_find_plain(&plain));
        breaks_find_unicode(&unicode);
        assert_same(text, &plain, &unicode);
        arena_close(arena);
    }
}

static void other_text_is_left_to_pango(void **state)
{
    (void)state;
    static const char *const texts[] = {"日本", "ไทย", "e\u0301", "שלום", "a\u200Bb", "😀"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Arena *arena = arena_open(1 << 20);
        StyledRun run = {.text = str_from(texts[i]), .lang = STR("en")};
        Analysis analysis = {.arena = arena, .runs = &run, .run_count = 1};
        analysis_join_runs(&analysis);
        analysis.breaks = arena_array(arena, uint8_t, analysis.character_count + 1);
        assert_false(breaks_find_plain(&analysis));
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_answers_are_those_of_pango),
        cmocka_unit_test(other_text_is_left_to_pango),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
