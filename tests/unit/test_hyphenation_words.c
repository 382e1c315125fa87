// Hyphenation points against libhyphen's, with the same packages' files. Words are those of Debian's lists; of
// languages that have none here, two or three patterns of the dictionary without their numbers.
//
// Of a pattern that stands within a longer one libhyphen knows only where its program substrings.pl was run over the
// file. Where the packages' makers did not, it is run here. Ours never leave fewer letters at a word's ends than the
// table says, and give no point that changes the spelling; both are taken out of theirs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#ifndef HAVE_LIBHYPHEN
int main(void)
{
    return 77;
}
#else
#include <glib.h>
#include <hyphen.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/hyphenation.h"

#define SUBSTRINGS "/usr/share/libhyphen/substrings.pl"

enum { WORD_MAX = 60, WORDS_OF_LIST = 10000, WORDS_OF_PATTERNS = 1500, PARTS_MAX = 3000, POINTS_MAX = 64 };

// FEWER: ours are among theirs, for which the table names the reason: parts without vowels.
typedef enum { SAME, FEWER } Relation;

typedef struct {
    const char *lang, *file, *list;
    uint32_t right_min;
    bool runs_substrings;
    Relation relation;
} Row;

static const Row rows[] = {
    {"en", "hyph_en_US", "american-english", 3, false, SAME},
    {"en-GB", "hyph_en_GB", "american-english", 3, false, SAME},
    {"de", "hyph_de_DE", "ngerman", 2, false, SAME},
    {"es", "hyph_es_ES", "spanish", 2, true, SAME},
    {"fr", "hyph_fr", "french", 2, false, SAME},
    {"it", "hyph_it_IT", "italian", 2, true, SAME},
    {"af", "hyph_af_ZA", NULL, 2, true, SAME},
    {"be", "hyph_be_BY", NULL, 2, true, FEWER},
    {"bg", "hyph_bg_BG", NULL, 2, true, FEWER},
    {"ca", "hyph_ca_ES", NULL, 2, false, SAME},
    {"cs", "hyph_cs_CZ", NULL, 3, true, SAME},
    {"da", "hyph_da_DK", NULL, 2, true, SAME},
    {"el", "hyph_el_GR", NULL, 2, true, SAME},
    {"gl", "hyph_gl_ES", NULL, 2, true, SAME},
    {"hr", "hyph_hr_HR", NULL, 2, false, SAME},
    {"hu", "hyph_hu_HU", NULL, 2, false, SAME},
    {"id", "hyph_id_ID", NULL, 2, true, SAME},
    {"is", "hyph_is_IS", NULL, 2, true, SAME},
    {"lt", "hyph_lt_LT", NULL, 2, true, SAME},
    {"lv", "hyph_lv_LV", NULL, 2, true, SAME},
    {"nb", "hyph_nb_NO", NULL, 2, true, SAME},
    {"nl", "hyph_nl_NL", NULL, 2, true, SAME},
    {"pl", "hyph_pl_PL", NULL, 2, true, SAME},
    {"pt", "hyph_pt_PT", NULL, 3, true, SAME},
    {"pt-BR", "hyph_pt_BR", NULL, 3, true, SAME},
    {"ro", "hyph_ro_RO", NULL, 2, true, SAME},
    {"ru", "hyph_ru_RU", NULL, 2, true, SAME},
    {"sk", "hyph_sk_SK", NULL, 3, true, SAME},
    {"sl", "hyph_sl_SI", NULL, 2, false, SAME},
    {"sr", "hyph_sr_RS", NULL, 2, true, SAME},
    {"sr-Latn", "hyph_sr-Latn_RS", NULL, 2, true, SAME},
    {"sv", "hyph_sv_SE", NULL, 2, true, SAME},
    {"uk", "hyph_uk_UA", NULL, 2, true, FEWER},
};

typedef struct {
    const Row *row;
    HyphenDict *theirs;
    Hyphenator *ours;
    iconv_t encode; // to the character set of theirs
    char charset[40];
    char parts[PARTS_MAX][WORD_MAX]; // patterns without their numbers, UTF-8
    size_t part_count;
    size_t words, differences;
} Comparison;

// ---- dictionaries

static bool is_pattern(const char *line)
{
    return line[0] != '\0' && !strpbrk(line, "%#'-=\\\"") && !strstr(line, "HYPHEN") && !strstr(line, "LEVEL");
}

static void add_part(Comparison *comparison, const char *utf8)
{
    char *part = comparison->parts[comparison->part_count];
    size_t length = 0;
    for (size_t i = 0; utf8[i] && utf8[i] != '/' && length + 1 < WORD_MAX / 3; i++) {
        if (utf8[i] != '.' && (utf8[i] < '0' || utf8[i] > '9'))
            part[length++] = utf8[i];
    }
    part[length] = '\0';
    bool is_whole = g_utf8_validate(part, -1, NULL) && length + 1 < WORD_MAX / 3 && length > 1;
    for (const char *at = part; *at && is_whole; at = g_utf8_next_char(at))
        is_whole = g_unichar_islower(g_utf8_get_char(at)) && (g_utf8_get_char(at) & 0xFFF00) != 0xFB00;
    comparison->part_count += is_whole;
}

// Of two digits side by side, as Afrikaans has once, all but substrings.pl take the last.
static void write_line(FILE *out, const char *line)
{
    for (const char *at = line; *at; at++) {
        if (!g_ascii_isdigit(at[0]) || !g_ascii_isdigit(at[1]))
            fputc(*at, out);
    }
    fputc('\n', out);
}

// Copies the patterns for substrings.pl, and keeps the first of them.
static void copy_patterns(Comparison *comparison, const char *from, const char *to)
{
    char line[1000], utf8[2000];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_non_null(in);
    assert_non_null(out);
    assert_non_null(fgets(comparison->charset, sizeof comparison->charset, in));
    comparison->charset[strcspn(comparison->charset, "\r\n ")] = '\0';
    const char *charset = comparison->charset;
    charset += strncmp(charset, "microsoft-cp", 12) == 0 ? 10 : 0;
    comparison->encode = iconv_open(charset, "UTF-8");
    iconv_t decode = iconv_open("UTF-8", charset);
    for (size_t i = 0; fgets(line, sizeof line, in); i++) {
        line[strcspn(line, "\r\n ")] = '\0';
        char *at = line, *end = utf8;
        size_t left = strlen(line), room = sizeof utf8 - 1;
        if (line[0] != '%' && line[0] != '#' && !strstr(line, "HYPHENMIN"))
            write_line(out, line);
        if (iconv(decode, &at, &left, &end, &room) == (size_t)-1 || !is_pattern(line))
            continue;
        *end = '\0';
        if (comparison->part_count < PARTS_MAX)
            add_part(comparison, utf8);
    }
    iconv_close(decode);
    fclose(in);
    fclose(out);
}

static void open_both(Comparison *comparison, const Row *row)
{
    char path[200], patterns[] = "/tmp/hyphenation-XXXXXX", merged[60], command[400];
    *comparison = (Comparison){.row = row, .ours = hyphenator_open(HSPDF_TEST_DATA, str_from(row->lang))};
    assert_non_null(comparison->ours);
    snprintf(path, sizeof path, "/usr/share/hyphen/%s.dic", row->file);
    int file = mkstemp(patterns);
    assert_true(file >= 0);
    close(file);
    copy_patterns(comparison, path, patterns);
    if (row->runs_substrings) {
        snprintf(merged, sizeof merged, "%s.dic", patterns);
        snprintf(command, sizeof command, "perl " SUBSTRINGS " %s %s %s 1 1 >/dev/null", patterns, merged,
                 comparison->charset);
        assert_int_equal(system(command), 0);
        comparison->theirs = hnj_hyphen_load(merged);
        unlink(merged);
    } else {
        comparison->theirs = hnj_hyphen_load(path);
    }
    unlink(patterns);
    assert_non_null(comparison->theirs);
}

static void close_both(Comparison *comparison)
{
    hyphenator_close(comparison->ours);
    hnj_hyphen_free(comparison->theirs);
    iconv_close(comparison->encode);
}

// ---- words

typedef struct {
    char hyphens[WORD_MAX * 2];
    char **changes;
} Theirs;

// Behind so many letters, and without a change of the spelling.
static bool theirs_at(const Theirs *theirs, size_t letter)
{
    return theirs->hyphens[letter - 1] % 2 == 1 && !(theirs->changes && theirs->changes[letter - 1]);
}

static void compare_points(Comparison *comparison, const char *word, const Theirs *theirs)
{
    uint32_t points[POINTS_MAX], right_min = comparison->row->right_min;
    size_t count = hyphenator_find(comparison->ours, str_from(word), points, POINTS_MAX), next = 0;
    size_t letters = (size_t)g_utf8_strlen(word, -1), letter = 0;
    for (const char *at = word; *at; at = g_utf8_next_char(at), letter++) {
        bool is_ours = next < count && points[next] == at - word;
        next += is_ours;
        bool is_theirs = letter >= 2 && letters - letter >= right_min && theirs_at(theirs, letter);
        if (is_ours == is_theirs || (comparison->row->relation == FEWER && is_theirs))
            continue;
        print_error("%s %s: letter %zu: ours %d, theirs %d\n", comparison->row->lang, word, letter, is_ours, is_theirs);
        comparison->differences++;
    }
}

static void compare_word(Comparison *comparison, const char *word)
{
    char encoded[WORD_MAX * 2], *in = (char *)word, *out = encoded;
    size_t left = strlen(word), room = sizeof encoded - 1;
    if (iconv(comparison->encode, &in, &left, &out, &room) == (size_t)-1) {
        iconv(comparison->encode, NULL, NULL, NULL, NULL);
        return;
    }
    *out = '\0';
    int length = (int)(out - encoded), *positions = NULL, *cuts = NULL;
    Theirs theirs = {{0}, NULL};
    assert_int_equal(hnj_hyphen_hyphenate2(comparison->theirs, encoded, length, theirs.hyphens, NULL, &theirs.changes,
                                           &positions, &cuts),
                     0);
    compare_points(comparison, word, &theirs);
    comparison->words++;
    for (int i = 0; theirs.changes && i < length; i++)
        free(theirs.changes[i]);
    free(theirs.changes);
    free(positions);
    free(cuts);
}

static bool is_of_letters(const char *word)
{
    size_t length = strlen(word);
    if (length == 0 || length >= WORD_MAX || !g_utf8_validate(word, -1, NULL))
        return false;
    for (const char *at = word; *at; at = g_utf8_next_char(at)) {
        if (!g_unichar_isalpha(g_utf8_get_char(at)))
            return false;
    }
    return true;
}

static FILE *open_list(const Row *row)
{
    char path[200];
    snprintf(path, sizeof path, "/usr/share/dict/%s", row->list);
    return fopen(path, "r");
}

// Words from all over the list, in lower case, which is what libhyphen wants.
static void compare_list(Comparison *comparison)
{
    char line[400];
    size_t lines = 0;
    FILE *list = open_list(comparison->row);
    while (fgets(line, sizeof line, list))
        lines++;
    rewind(list);
    for (size_t i = 0, step = lines / WORDS_OF_LIST + 1; fgets(line, sizeof line, list); i++) {
        line[strcspn(line, "\n")] = '\0';
        if (i % step != 0 || !is_of_letters(line))
            continue;
        char *lower = g_utf8_strdown(line, -1);
        compare_word(comparison, lower);
        g_free(lower);
    }
    fclose(list);
}

static void compare_patterns(Comparison *comparison)
{
    uint32_t seed = 7;
    for (int i = 0; i < WORDS_OF_PATTERNS; i++) {
        char word[WORD_MAX] = "";
        for (int k = 0; k < 3; k++) {
            seed = seed * 1664525u + 1013904223u;
            strcat(word, comparison->parts[(seed >> 8) % comparison->part_count]);
        }
        compare_word(comparison, word);
    }
}

static void points_are_those_of_libhyphen(void **state)
{
    (void)state;
    static Comparison comparison;
    size_t words = 0, differences = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        FILE *list = rows[i].list ? open_list(&rows[i]) : NULL;
        open_both(&comparison, &rows[i]);
        if (list) {
            fclose(list);
            compare_list(&comparison);
        }
        compare_patterns(&comparison);
        close_both(&comparison);
        words += comparison.words;
        differences += comparison.differences;
        print_message("%s: %zu words, %zu differences\n", rows[i].lang, comparison.words, comparison.differences);
    }
    assert_int_equal(differences, 0);
    assert_true(words > 40000);
}

static bool is_all_there(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        FILE *list = rows[i].list ? open_list(&rows[i]) : NULL;
        if (rows[i].list && !list)
            return false;
        if (list)
            fclose(list);
    }
    return access(SUBSTRINGS, R_OK) == 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(points_are_those_of_libhyphen)};
    if (!is_all_there()) {
        print_message("skipped: libhyphen-dev and the lists in /usr/share/dict are wanted (tools/bootstrap.sh test)\n");
        return 77;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
#endif
