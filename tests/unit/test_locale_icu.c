// The tables of src/support/locale_table.h against ICU itself, in all languages that it has. Where ICU has another
// version of CLDR than the one that the tables are made of, they may rightly differ: skipped, and said so.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "support/support.h"

enum { UNITS = 512, BUDGET = 1 << 28, SKIPPED = 77 };

static const char table_version[] =
#define LOCALE_VERSION(version) version
#define LOCALE(...)
#include "support/locale_table.h"
    ;

static Str to_utf8(Arena *arena, const UChar *text, int32_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    char *bytes = arena_alloc(arena, 4 * UNITS);
    int32_t count = 0;
    u_strToUTF8(bytes, 4 * UNITS, &count, text, length, &error);
    assert_true(U_SUCCESS(error));
    return (Str){bytes, (uint32_t)count};
}

static void assert_same(const char *tag, Str ours, Str icus)
{
    if (!str_equal(ours, icus))
        fail_msg("%s: '%.*s' is not '%.*s'", tag, STR_ARGS(ours), STR_ARGS(icus));
}

static void compare_dates(Arena *arena, const char *name, const char *tag)
{
    char gregorian[128];
    UErrorCode error = U_ZERO_ERROR;
    snprintf(gregorian, sizeof gregorian, "%s@calendar=gregorian", name);
    static const UChar utc[] = {'U', 'T', 'C', 0};
    UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, gregorian, utc, -1, NULL, 0, &error);
    UCalendar *calendar = ucal_open(utc, -1, "en", UCAL_GREGORIAN, &error);
    assert_true(U_SUCCESS(error));
    static const int years[] = {1583, 1999, 2024, 2026, 9999};
    static const int days[] = {1, 5, 12, 28};
    for (size_t i = 0; i < 12 * 4 * 5; i++) {
        Date date = {years[i / 48], (int)(i / 4 % 12) + 1, days[i % 4]};
        UChar text[UNITS];
        ucal_clear(calendar);
        ucal_setDate(calendar, date.year, date.month - 1, date.day, &error);
        int32_t length = udat_format(format, ucal_getMillis(calendar, &error), text, UNITS, NULL, &error);
        assert_true(U_SUCCESS(error));
        assert_same(tag, locale_date(arena, str_from(tag), date), to_utf8(arena, text, length));
    }
    ucal_close(calendar);
    udat_close(format);
}

static void compare_numbers(Arena *arena, const char *name, const char *tag)
{
    static const char *const numbers[] = {
        "0",  "7",        "999", "1000",   "9999", "10000",   "123456",  "1234567", "12345678",  "123456789",
        "-1", "-1234.25", "0.5", "-0.125", "37.5", "98765.4", "-123456", "102030",  "1000000.5", "5000000000"};
    UErrorCode error = U_ZERO_ERROR;
    static const UChar plain[] = {0}; // no skeleton: as the language has it
    UNumberFormatter *format = unumf_openForSkeletonAndLocale(plain, 0, name, &error);
    UFormattedNumber *result = unumf_openResult(&error);
    assert_true(U_SUCCESS(error));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        UChar text[UNITS];
        unumf_formatDecimal(format, numbers[i], (int32_t)strlen(numbers[i]), result, &error);
        int32_t length = unumf_resultToString(result, text, UNITS, &error);
        assert_true(U_SUCCESS(error));
        assert_same(tag, locale_number(arena, str_from(tag), str_from(numbers[i])), to_utf8(arena, text, length));
    }
    unumf_closeResult(result);
    unumf_close(format);
}

static void compare_lists(Arena *arena, const char *name, const char *tag)
{
    static const char *const words[] = {"agua", "hielo",   "irritación", "Hígado", "חום", "hipo",
                                        "pan",  "Iglesia", "עגבניה",     "水",     "ماء", "42"};
    enum { WORDS = sizeof words / sizeof *words };
    UErrorCode error = U_ZERO_ERROR;
    UListFormatter *format = ulistfmt_openForType(name, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &error);
    assert_true(U_SUCCESS(error));
    UChar units[WORDS][32];
    for (size_t i = 0; i < WORDS; i++)
        u_strFromUTF8(units[i], 32, NULL, words[i], -1, &error);
    for (int32_t count = 1; count <= 5; count++) {
        for (size_t first = 0; first < WORDS; first++) {
            const UChar *strings[5];
            Str items[5];
            for (int32_t i = 0; i < count; i++) {
                strings[i] = units[(first + (size_t)i) % WORDS];
                items[i] = str_from(words[(first + (size_t)i) % WORDS]);
            }
            UChar text[UNITS];
            static const int32_t lengths[] = {-1, -1, -1, -1, -1};
            int32_t length = ulistfmt_format(format, strings, lengths, count, text, UNITS, &error);
            assert_true(U_SUCCESS(error));
            Str ours = locale_list(arena, str_from(tag), items, (size_t)count);
            assert_same(tag, ours, to_utf8(arena, text, length));
        }
    }
    ulistfmt_close(format);
}

typedef void Compare(Arena *arena, const char *name, const char *tag);

static void compare_all(Compare *compare)
{
    UErrorCode error = U_ZERO_ERROR;
    UEnumeration *names = uloc_openAvailableByType(ULOC_AVAILABLE_WITH_LEGACY_ALIASES, &error);
    assert_true(U_SUCCESS(error));
    int compared = 0;
    for (const char *name; (name = uenum_next(names, NULL, &error));) {
        char tag[64];
        UErrorCode no_tag = U_ZERO_ERROR;
        uloc_toLanguageTag(name, tag, sizeof tag, 1, &no_tag);
        if (U_FAILURE(no_tag) || strlen(tag) > 11 || strstr(tag, "-u-"))
            continue;
        Arena *arena = arena_open(BUDGET);
        compare(arena, name, tag);
        arena_close(arena);
        compared++;
    }
    uenum_close(names);
    assert_true(compared > 500);
}

static void dates_are_icus(void **state)
{
    (void)state;
    compare_all(compare_dates);
}

static void numbers_are_icus(void **state)
{
    (void)state;
    compare_all(compare_numbers);
}

static void lists_are_icus(void **state)
{
    (void)state;
    compare_all(compare_lists);
}

int main(void)
{
    UErrorCode error = U_ZERO_ERROR;
    UVersionInfo installed;
    char version[8];
    ulocdata_getCLDRVersion(installed, &error);
    snprintf(version, sizeof version, "%u", installed[0]);
    if (strcmp(version, table_version) != 0) {
        printf("skipped: ICU has CLDR %s, the tables are of %s\n", version, table_version);
        return SKIPPED;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_icus),
        cmocka_unit_test(numbers_are_icus),
        cmocka_unit_test(lists_are_icus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
