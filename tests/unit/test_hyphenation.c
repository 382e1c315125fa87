// Hyphenation: our flattened dictionaries against libhyphen with the same packages' files; damaged files.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/hyphenation.h"
#ifdef HAVE_LIBHYPHEN
#include <hyphen.h>
#include <iconv.h>
#endif

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
        {"en", "B12-mg", "B12-mg"},
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

#ifdef HAVE_LIBHYPHEN
enum { WORD_MAX = 40, WORDS = 2500 };

// Words of the dictionary's own letters, in its own character set: two or three of its patterns without their numbers.
typedef struct {
    char parts[3000][WORD_MAX];
    size_t count;
    char charset[40];
} Parts;

static void read_parts(const char *path, Parts *parts)
{
    char line[1000];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_non_null(fgets(parts->charset, sizeof parts->charset, file));
    parts->charset[strcspn(parts->charset, "\r\n ")] = '\0';
    for (parts->count = 0; fgets(line, sizeof line, file) && parts->count < 3000;) {
        size_t length = 0;
        line[strcspn(line, "\r\n ")] = '\0';
        if (strpbrk(line, "%#/'-=") || strstr(line, "\xE2\x80") || strstr(line, "\xEF\xAC") ||
            (line[0] >= 'A' && line[0] <= 'Z'))
            continue;
        for (size_t i = 0; line[i] && length < WORD_MAX / 3; i++) {
            if (line[i] != '.' && (line[i] < '0' || line[i] > '9'))
                parts->parts[parts->count][length++] = line[i];
        }
        parts->parts[parts->count][length] = '\0';
        if (length > 1 && length < WORD_MAX / 3)
            parts->count++;
    }
    fclose(file);
}

static bool to_utf8(const Parts *parts, const char *word, char *out, size_t room)
{
    const char *charset = strncmp(parts->charset, "microsoft-cp", 12) == 0 ? parts->charset + 10 : parts->charset;
    iconv_t decoder = iconv_open("UTF-8", charset);
    char *in = (char *)word, *at = out;
    size_t in_left = strlen(word), out_left = room - 1;
    bool is_right = iconv(decoder, &in, &in_left, &at, &out_left) != (size_t)-1;
    *at = '\0';
    iconv_close(decoder);
    return is_right;
}

// Ours less than two letters from an end are never given; theirs may be.
static void compare_word(HyphenDict *dictionary, const Hyphenator *hyphenator, const Parts *parts, const char *word)
{
    char hyphens[WORD_MAX * 2] = {0}, utf8[WORD_MAX * 4];
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    if (!to_utf8(parts, word, utf8, sizeof utf8))
        return;
    int length = (int)strlen(word);
    assert_int_equal(hnj_hyphen_hyphenate2(dictionary, word, length, hyphens, NULL, &rep, &pos, &cut), 0);
    uint32_t points[POINTS_MAX];
    size_t count = hyphenator_find(hyphenator, str_from(utf8), points, POINTS_MAX), next = 0;
    uint32_t letter = 0, letters = 0;
    for (uint32_t at = 0; at < strlen(utf8); letters++)
        utf8_next(str_from(utf8), &at);
    for (uint32_t at = 0; at < strlen(utf8); letter++) {
        uint32_t start = at;
        utf8_next(str_from(utf8), &at);
        bool is_ours = next < count && points[next] == start;
        next += is_ours;
        // Theirs stands behind a letter.
        bool is_theirs = letter >= 2 && letters - letter >= 2 && hyphens[letter - 1] % 2 == 1;
        if (is_ours != is_theirs)
            fail_msg("%s: letter %u: ours %d, theirs %d", utf8, letter, is_ours, is_theirs);
    }
    for (int i = 0; rep && i < length; i++)
        free(rep[i]);
    free(rep);
    free(pos);
    free(cut);
}

static void points_are_those_of_libhyphen(void **state)
{
    (void)state;
    // Not cs, de, it, pt, ru, uk: of a pattern that stands at the start or within a longer one's start libhyphen knows
    // only where its program `substrings` was run over the file. There ours goes by Liang, as TeX does.
    static const struct {
        const char *lang, *file;
    } rows[] = {
        {"en", "hyph_en_US.dic"}, {"en-GB", "hyph_en_GB.dic"}, {"fr", "hyph_fr.dic"},    {"es", "hyph_es_ES.dic"},
        {"pl", "hyph_pl_PL.dic"}, {"nl", "hyph_nl_NL.dic"},    {"sv", "hyph_sv_SE.dic"}, {"ro", "hyph_ro_RO.dic"},
        {"bg", "hyph_bg_BG.dic"}, {"el", "hyph_el_GR.dic"},
    };
    static Parts parts;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char path[200];
        snprintf(path, sizeof path, "/usr/share/hyphen/%s", rows[i].file);
        read_parts(path, &parts);
        HyphenDict *dictionary = hnj_hyphen_load(path);
        Hyphenator *hyphenator = hyphenator_open(HSPDF_TEST_DATA, str_from(rows[i].lang));
        assert_non_null(dictionary);
        assert_non_null(hyphenator);
        uint32_t seed = 7;
        for (int j = 0; j < WORDS; j++) {
            char word[WORD_MAX * 2] = "";
            for (int k = 0; k < 3; k++) {
                seed = seed * 1664525u + 1013904223u;
                strcat(word, parts.parts[(seed >> 8) % parts.count]);
            }
            compare_word(dictionary, hyphenator, &parts, word);
        }
        hyphenator_close(hyphenator);
        hnj_hyphen_free(dictionary);
    }
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_parted_as_their_language_does),
        cmocka_unit_test(an_unknown_language_has_no_dictionary),
        cmocka_unit_test(a_combining_mark_changes_nothing),
        cmocka_unit_test(a_very_long_word_is_left_alone),
        cmocka_unit_test(a_damaged_file_does_no_harm),
#ifdef HAVE_LIBHYPHEN
        cmocka_unit_test(points_are_those_of_libhyphen),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
