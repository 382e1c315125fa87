// Dates, numbers and lists by language: what print wants, where a person has looked it up. test_locale_icu.c compares
// all languages with ICU.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/support.h"

enum { BUDGET = 1 << 22 };

static void assert_text(Str got, const char *wanted)
{
    if (!str_equal(got, str_from(wanted)))
        fail_msg("'%.*s' is not '%s'", STR_ARGS(got), wanted);
}

static void dates_follow_the_language(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *wanted;
    } rows[] = {
        {"en", "March 5, 2026"},        {"en-GB", "5 March 2026"},
        {"de", "5. März 2026"},         {"de-AT", "5. März 2026"},
        {"es", "5 de marzo de 2026"},   {"fr", "5 mars 2026"},
        {"pt", "5 de março de 2026"},   {"ca", "5 de març de 2026"},
        {"ru", "5 марта 2026\u202Fг."}, {"uk", "5 березня 2026\u202Fр."},
        {"pl", "5 marca 2026"},         {"cs", "5. března 2026"},
        {"el", "5 Μαρτίου 2026"},       {"hu", "2026. március 5."},
        {"lt", "2026 m. kovo 5 d."},    {"fi", "5. maaliskuuta 2026"},
        {"nb", "5. mars 2026"},         {"eu", "2026(e)ko martxoaren 5(a)"},
        {"tr", "5 Mart 2026"},          {"vi", "5 tháng 3, 2026"},
        {"zh", "2026年3月5日"},         {"zh-Hans", "2026年3月5日"},
        {"zh-Hant-TW", "2026年3月5日"}, {"ja", "2026年3月5日"},
        {"ko", "2026년 3월 5일"},       {"he", "5 במרץ 2026"},
        {"ar", "٥ مارس ٢٠٢٦"},          {"ar-MA", "5 مارس 2026"},
        {"ar-SY", "٥ آذار ٢٠٢٦"},       {"fa", "۵ مارس ۲۰۲۶"},
        {"hi", "5 मार्च 2026"},          {"bn", "৫ মার্চ, ২০২৬"},
        {"th", "5 มีนาคม ค.ศ. 2026"},    {"tlh", "March 5, 2026"}, // of no language that CLDR knows
        {"", "March 5, 2026"},
    };
    Arena *arena = arena_open(BUDGET);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_text(locale_date(arena, str_from(rows[i].lang), (Date){2026, 3, 5}), rows[i].wanted);
    assert_text(locale_date(arena, STR("af"), (Date){987, 12, 31}), "31 Desember 987");
    assert_text(locale_date(arena, STR("af"), (Date){987, 12, 1}), "01 Desember 987");
    arena_close(arena);
}

static void dates_are_read_by_the_calendar(void **state)
{
    (void)state;
    static const char *const good[] = {"2026-03-05",
                                       " 2024-02-29\n",
                                       "2000-02-29",
                                       "0001-01-01",
                                       "9999-12-31",
                                       "2026-03-05T08:30",
                                       "2026-03-05T08:30:00Z",
                                       "2026-03-05 08:30:00.5 +01:00",
                                       "2026-03-05T08:30:00-0500"};
    static const char *const bad[] = {
        "",           "2026",        "2026-03",        "2026-3-5",    "2026-00-05",       "2026-13-05",
        "2026-04-31", "2025-02-29",  "1900-02-29",     "0000-01-01",  "2026-03-00",       "2026/03/05",
        "20260305",   "12026-03-05", "2026-03-05 ff.", "2026-03-05T", "2026-03-05T25:00", "2026-03-05T08:30:00+01:00x",
        "March 2026", "-026-03-05"};
    Date date;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!date_read(str_from(good[i]), &date))
            fail_msg("'%s' is a date", good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (date_read(str_from(bad[i]), &date))
            fail_msg("'%s' is no date", bad[i]);
    }
    assert_true(date_read((Str){"2026-03-05\0", 11}, &date) == false);
    assert_true(date_read(STR("2026-03-05T23:59:59-10:00"), &date));
    assert_int_equal(date.year, 2026);
    assert_int_equal(date.month, 3);
    assert_int_equal(date.day, 5);
    Arena *arena = arena_open(BUDGET);
    assert_text(date_iso(arena, (Date){987, 1, 2}), "0987-01-02");
    arena_close(arena);
}

static void timestamps_are_of_one_form(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"2026-03-05", "2026-03-05T00:00:00Z"},
        {" 2026-03-05T08:30 ", "2026-03-05T08:30:00Z"},
        {"2026-03-05T08:30:15.9+01:00", "2026-03-05T07:30:15Z"},
        {"2026-01-01T00:30:00+0100", "2025-12-31T23:30:00Z"},
        {"2024-02-28T23:30:00-01", "2024-02-29T00:30:00Z"},
        {"@0", "1970-01-01T00:00:00Z"},
        {"@951782400", "2000-02-29T00:00:00Z"},
        {"@1772700000", "2026-03-05T08:40:00Z"},
        {"@253402300799", "9999-12-31T23:59:59Z"},
        {"0001-01-01", "0001-01-01T00:00:00Z"},
        {"@253402300800", NULL},
        {"0001-01-01T00:00:00+01:00", NULL},
        {"9999-12-31T23:30:00-01:00", NULL},
        {"@", NULL},
        {"@-1", NULL},
        {"@1x", NULL},
        {"@99999999999999999999", NULL},
        {"1772700000", NULL},
        {"2026-02-29", NULL},
        {"2026-03-05T24:00", NULL},
        {"now", NULL},
        {"", NULL},
    };
    char out[TIMESTAMP_BYTES];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool is_read = timestamp_read(str_from(rows[i][0]), out);
        if (is_read != (rows[i][1] != NULL))
            fail_msg("'%s' was %sread", rows[i][0], is_read ? "" : "not ");
        if (is_read)
            assert_string_equal(out, rows[i][1]);
    }
}

static void numbers_follow_the_language(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *written, *wanted;
    } rows[] = {
        {"en", "1234567.50", "1,234,567.50"},
        {"de", "-1234567.50", "-1.234.567,50"},
        {"de-CH", "1234567", "1’234’567"},
        {"de-AT", "12345", "12\u00A0345"},
        {"fr", "1234.5", "1\u202F234,5"},
        {"es", "1234", "1234"},
        {"es", "12345", "12.345"},
        {"pl", "1234", "1234"},
        {"pt-PT", "1234,5", "1234,5"}, // not a number here
        {"pt-PT", "1234.5", "1234,5"},
        {"pt", "1234.5", "1.234,5"},
        {"hi", "1234567", "12,34,567"},
        {"en-IN", "123456789", "12,34,56,789"},
        {"ar", "1234.5", "١٬٢٣٤٫٥"},
        {"nb", "-5", "−5"},
        {"zh", "0.05", "0.05"},
        {"de", "0", "0"},
        {"de", "00", "00"},
        {"de", "030 123456", "030 123456"},
        {"de", "0301234", "0301234"}, // a telephone's
        {"de", "1e5", "1e5"},
        {"de", "1.2.3", "1.2.3"},
        {"de", "5.", "5."},
        {"de", ".5", ".5"},
        {"de", "--5", "--5"},
        {"de", "", ""},
        {"de", "-", "-"},
    };
    Arena *arena = arena_open(BUDGET);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_text(locale_number(arena, str_from(rows[i].lang), str_from(rows[i].written)), rows[i].wanted);
    arena_close(arena);
}

static void digits_have_no_marks(void **state)
{
    (void)state;
    Arena *arena = arena_open(BUDGET);
    assert_text(locale_digits(arena, STR("de"), 12345), "12345");
    assert_text(locale_digits(arena, STR("fa"), 8056), "۸۰۵۶");
    assert_text(locale_digits(arena, STR("bn"), 0), "০");
    assert_text(locale_digits(arena, STR("ar-TN"), UINT32_MAX), "4294967295");
    arena_close(arena);
}

static void lists_follow_the_language(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *wanted[4]; // of no item to three
    } rows[] = {
        {"en", {"", "a", "a and b", "a, b, and c"}},  {"en-GB", {"", "a", "a and b", "a, b and c"}},
        {"zh", {"", "a", "a和b", "a、b和c"}},         {"ja", {"", "a", "a、b", "a、b、c"}},
        {"ar", {"", "a", "a وb", "a وb وc"}},         {"de", {"", "a", "a und b", "a, b und c"}},
        {"te", {"", "a", "a మరియు b", "a, b మరియు c"}},
    };
    static const Str items[] = {STR("a"), STR("b"), STR("c")};
    Arena *arena = arena_open(BUDGET);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (size_t count = 0; count <= 3; count++)
            assert_text(locale_list(arena, str_from(rows[i].lang), items, count), rows[i].wanted[count]);
    }
    static const Str spanish[] = {STR("fiebre"), STR("irritación")};
    static const Str ice[] = {STR("agua"), STR("hielo")};
    static const Str hebrew[] = {STR("חום"), STR("כאב")};
    assert_text(locale_list(arena, STR("es-MX"), spanish, 2), "fiebre e irritación");
    assert_text(locale_list(arena, STR("es"), ice, 2), "agua y hielo");
    assert_text(locale_list(arena, STR("he"), hebrew, 2), "חום וכאב");
    assert_text(locale_list(arena, STR("he"), items, 2), "a ו-b");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_follow_the_language),  cmocka_unit_test(dates_are_read_by_the_calendar),
        cmocka_unit_test(timestamps_are_of_one_form), cmocka_unit_test(numbers_follow_the_language),
        cmocka_unit_test(digits_have_no_marks),       cmocka_unit_test(lists_follow_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
