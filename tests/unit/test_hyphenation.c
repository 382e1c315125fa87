// Hyphenation: words that were looked up, odd words, damaged files. test_hyphenation_words.c has the many.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/hyphenation.h"

enum { POINTS_MAX = 64 };

// The word with its points shown, in static storage.
static const char *hyphenated(const char *lang, const char *word)
{
    static char shown[200];
    Hyphenator *hyphenator = hyphenator_open(HSPDF_TEST_DATA, str_from(lang));
    if (!hyphenator)
        return "no dictionary";
    uint32_t points[POINTS_MAX];
    size_t count = hyphenator_find(hyphenator, str_from(word), points, POINTS_MAX), length = 0, next = 0;
    for (uint32_t i = 0; word[i]; i++) {
        if (next < count && points[next] == i) {
            shown[length++] = '-';
            next++;
        }
        shown[length++] = word[i];
    }
    shown[length] = '\0';
    hyphenator_close(hyphenator);
    return shown;
}

static void words_are_parted_as_their_language_does(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *word, *hyphenated;
    } rows[] = {
        {"en", "hyphenation", "hy-phen-ation"},
        {"en-US", "transplantation", "trans-plan-ta-tion"},
        {"en-GB", "medicines", "medi-cines"},
        {"de", "Blutdruckmessung", "Blut-druck-mes-sung"},
        {"de-AT", "Knochenmark", "Kno-chen-mark"},
        {"fr", "médicament", "mé-di-ca-ment"},
        {"fr", "l'enfant", "l'en-fant"},
        {"es", "enfermedad", "en-fer-me-dad"},
        {"it", "trapianto", "tra-pian-to"},
        {"ru", "здоровье", "здо-ро-вье"},
        {"el", "φάρμακο", "φάρ-μα-κο"},
        {"pl", "szpitalny", "szpi-tal-ny"},
        {"en", "HYPHENATION", "HY-PHEN-ATION"},
        {"de", "zurückeroberter", "zu-rück-er-ober-ter"},
        {"de", "Katastrophenalarm", "Ka-ta-stro-phen-alarm"},
        {"de-CH", "Nebenwirkungen", "Ne-ben-wir-kun-gen"},
        {"cs", "nemocnice", "ne-moc-nice"},
        {"uk", "лікування", "лі-ку-ван-ня"},
        {"uk", "українська", "укра-їнсь-ка"},
        {"be", "тэмпература", "тэм-пе-ра-ту-ра"},
        {"bg", "лекарство", "ле-карст-во"},
        {"en", "couldn't", "couldn't"},
        {"en", "patient’s well-being", "pa-tient’s well-be-ing"},
        {"en", "B12-mg", "B12-mg"},
        {"en", "version2hyphenation", "version2hyphenation"},
        {"hu", "asszonnyal", "asszonnyal"}, // asz-szony-nyal
        {"hu", "ésszel", "ésszel"},         // ész-szel
        {"hu", "gyógyszer", "gyógy-szer"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(hyphenated(rows[i].lang, rows[i].word), rows[i].hyphenated);
}

static void an_unknown_language_has_no_dictionary(void **state)
{
    (void)state;
    static const char *const langs[] = {"ja", "zh-Hans", "", "../styles/leaflet", "x", "xx-en"};
    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
        assert_null(hyphenator_open(HSPDF_TEST_DATA, str_from(langs[i])));
}

// A letter and its accent are the same as the letter that has it.
static void a_combining_mark_changes_nothing(void **state)
{
    (void)state;
    assert_string_equal(hyphenated("fr", "me\u0301dicament"), "me\u0301-di-ca-ment");
    assert_string_equal(hyphenated("ru", "здоро\u0301вье"), "здо-ро\u0301-вье"); // has no composed form
}

static void a_very_long_word_is_left_alone(void **state)
{
    (void)state;
    char word[3000];
    memset(word, 'a', sizeof word);
    word[sizeof word - 1] = '\0';
    Hyphenator *hyphenator = hyphenator_open(HSPDF_TEST_DATA, STR("en"));
    uint32_t points[POINTS_MAX];
    assert_int_equal(hyphenator_find(hyphenator, str_from(word), points, POINTS_MAX), 0);
    hyphenator_close(hyphenator);
}

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 22);
    *size = fread(bytes, 1, 1 << 22, file);
    fclose(file);
    return bytes;
}

static void write_file(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void try_file(const char *folder)
{
    Hyphenator *hyphenator = hyphenator_open(folder, STR("xx"));
    uint32_t points[POINTS_MAX];
    if (hyphenator)
        assert_in_range(hyphenator_find(hyphenator, STR("incomprehensibilities"), points, POINTS_MAX), 0, POINTS_MAX);
    hyphenator_close(hyphenator);
}

static void a_damaged_file_does_no_harm(void **state)
{
    (void)state;
    char folder[] = "/tmp/hyphenation-XXXXXX", below[60], path[80];
    size_t size;
    char *bytes = read_file(HSPDF_TEST_DATA "/hyphenation/it.hyph", &size);
    assert_non_null(mkdtemp(folder));
    snprintf(below, sizeof below, "mkdir %s/hyphenation", folder);
    assert_int_equal(system(below), 0);
    snprintf(path, sizeof path, "%s/hyphenation/xx.hyph", folder);
    for (size_t cut = 0; cut < size; cut += cut < 100 ? 1 : 97) {
        write_file(path, bytes, cut);
        try_file(folder);
    }
    uint32_t seed = 1;
    for (int i = 0; i < 500; i++) {
        seed = seed * 1664525u + 1013904223u;
        size_t at = seed % size;
        char kept = bytes[at];
        bytes[at] = (char)(seed >> 24);
        write_file(path, bytes, size);
        try_file(folder);
        bytes[at] = kept;
    }
    free(bytes);
    unlink(path);
    path[strlen(path) - strlen("/xx.hyph")] = '\0';
    rmdir(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_parted_as_their_language_does),
        cmocka_unit_test(an_unknown_language_has_no_dictionary),
        cmocka_unit_test(a_combining_mark_changes_nothing),
        cmocka_unit_test(a_very_long_word_is_left_alone),
        cmocka_unit_test(a_damaged_file_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
