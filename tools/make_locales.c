// Prints src/support/locale_table.h: how each language writes dates, numbers and lists, from ICU (CLDR).
//
//     cc tools/make_locales.c $(pkg-config --cflags --libs icu-i18n) -o make_locales && ./make_locales > FILE
//
// The result is kept in the tree, so that the same input gives the same bytes with any version of ICU, and without.
//
// ICU is asked for samples, which are taken apart: its interface in C gives no patterns of lists. What does not come
// apart ends the program. A field that is as that of the tag without its last subtag, or at last as English, is empty.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

enum { TAG_BYTES = 64, FIELD_BYTES = 640, UNITS = 256, MONTHS = 12 };

// Rows: member, and what it is.
#define FIELDS(FIELD)                                                                                                  \
    FIELD(zero)    /* the digit 0; the others follow it in Unicode */                                                  \
    FIELD(decimal) /* mark */                                                                                          \
    FIELD(group)   /* mark between groups of digits */                                                                 \
    FIELD(sizes)   /* digits of the last group, of the others, and least before the first mark */                      \
    FIELD(minus)                                                                                                       \
    FIELD(date)   /* {d} {dd} day, {m} {mm} month, {name} of the month, {y} year */                                    \
    FIELD(months) /* their names, as in a date, parted by '|' */                                                       \
    FIELD(pair)   /* stands between two; behind '|', what ends the list */                                             \
    FIELD(start)  /* stands between the first and second of more */                                                    \
    FIELD(middle)                                                                                                      \
    FIELD(end) /* as pair, before the last of more */

typedef enum {
#define FIELD(name) FIELD_##name,
    FIELDS(FIELD)
#undef FIELD
        FIELD_COUNT
} Field;

typedef struct {
    char tag[TAG_BYTES]; // BCP 47
    char fields[FIELD_COUNT][FIELD_BYTES];
} Locale;

static _Noreturn void give_up(const char *tag, const char *what)
{
    fprintf(stderr, "%s: %s\n", tag, what);
    exit(1);
}

static void check(UErrorCode error, const char *tag)
{
    if (U_FAILURE(error))
        give_up(tag, u_errorName(error));
}

static void to_utf8(const char *tag, char *out, const UChar *text, int32_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8(out, FIELD_BYTES, NULL, text, length, &error);
    check(error, tag);
}

static void append(const char *tag, char *out, const char *text)
{
    if (strlen(out) + strlen(text) >= FIELD_BYTES)
        give_up(tag, "a field is too long");
    strcat(out, text);
}

// ---- numbers

static void read_symbol(const UNumberFormat *format, UNumberFormatSymbol symbol, const char *tag, char *out)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar text[UNITS];
    int32_t length = unum_getSymbol(format, symbol, text, UNITS, &error);
    check(error, tag);
    to_utf8(tag, out, text, length);
}

static bool has_mark(const UNumberFormat *format, int64_t number, const char *mark)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar text[UNITS];
    char bytes[FIELD_BYTES];
    int32_t length = unum_formatInt64(format, number, text, UNITS, NULL, &error);
    check(error, "");
    to_utf8("", bytes, text, length);
    return strstr(bytes, mark) != NULL;
}

static void read_numbers(Locale *locale, const char *name)
{
    UErrorCode error = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, name, NULL, &error);
    check(error, locale->tag);
    unum_setAttribute(format, UNUM_MINIMUM_GROUPING_DIGITS, UNUM_MINIMUM_GROUPING_DIGITS_AUTO); // else 1
    read_symbol(format, UNUM_ZERO_DIGIT_SYMBOL, locale->tag, locale->fields[FIELD_zero]);
    read_symbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, locale->tag, locale->fields[FIELD_decimal]);
    read_symbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL, locale->tag, locale->fields[FIELD_group]);
    read_symbol(format, UNUM_MINUS_SIGN_SYMBOL, locale->tag, locale->fields[FIELD_minus]);
    int last = unum_getAttribute(format, UNUM_GROUPING_SIZE);
    int others = unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE);
    const char *mark = locale->fields[FIELD_group];
    int least = has_mark(format, 1234, mark) ? 1 : has_mark(format, 12345, mark) ? 2 : 3;
    if (!mark[0] || !has_mark(format, 123456, mark))
        give_up(locale->tag, "large numbers have no groups");
    snprintf(locale->fields[FIELD_sizes], FIELD_BYTES, "%d%d%d", last, others > 0 ? others : last, least);
    unum_close(format);
}

// ---- dates

static void read_months(Locale *locale, const UDateFormat *format, UDateFormatSymbolType kind)
{
    char *out = locale->fields[FIELD_months];
    for (int32_t month = 0; month < MONTHS; month++) {
        UErrorCode error = U_ZERO_ERROR;
        UChar text[UNITS];
        char name[FIELD_BYTES];
        int32_t length = udat_getSymbols(format, kind, month, text, UNITS, &error);
        check(error, locale->tag);
        to_utf8(locale->tag, name, text, length);
        append(locale->tag, out, month > 0 ? "|" : "");
        append(locale->tag, out, name);
    }
}

static void read_era(const char *tag, const UDateFormat *format, char *out)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar text[UNITS];
    int32_t length = udat_getSymbols(format, UDAT_ERAS, 1, text, UNITS, &error);
    check(error, tag);
    to_utf8(tag, out, text, length);
}

// What a run of `count` letters of a pattern (UTS #35, part 4) stands for.
static void add_letters(Locale *locale, const UDateFormat *format, char letter, int count)
{
    char *out = locale->fields[FIELD_date];
    char era[FIELD_BYTES];
    bool is_month = letter == 'M' || letter == 'L';
    if (letter == 'd' && count <= 2) {
        append(locale->tag, out, count == 2 ? "{dd}" : "{d}");
    } else if (is_month && count <= 2) {
        append(locale->tag, out, count == 2 ? "{mm}" : "{m}");
    } else if (is_month) {
        static const UDateFormatSymbolType kinds[2][2] = {{UDAT_SHORT_MONTHS, UDAT_MONTHS},
                                                          {UDAT_STANDALONE_SHORT_MONTHS, UDAT_STANDALONE_MONTHS}};
        append(locale->tag, out, "{name}");
        read_months(locale, format, kinds[letter == 'L'][count > 3]);
    } else if (letter == 'y' && count != 2) {
        append(locale->tag, out, "{y}");
    } else if (letter == 'G') {
        read_era(locale->tag, format, era);
        append(locale->tag, out, era);
    } else {
        give_up(locale->tag, "a letter in the pattern of dates is not known");
    }
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static void read_pattern(Locale *locale, const UDateFormat *format, const char *pattern)
{
    bool is_quoted = false;
    for (const char *at = pattern; *at;) {
        int count = 1;
        if (*at == '\'' && at[1] == '\'') {
            append(locale->tag, locale->fields[FIELD_date], "'");
            count = 2;
        } else if (*at == '\'') {
            is_quoted = !is_quoted;
        } else if (is_quoted || !is_letter(*at)) {
            append(locale->tag, locale->fields[FIELD_date], (char[]){*at, '\0'});
        } else {
            while (at[count] == *at)
                count++;
            add_letters(locale, format, *at, count);
        }
        at += count;
    }
}

static void read_dates(Locale *locale, const char *name)
{
    UErrorCode error = U_ZERO_ERROR;
    char gregorian[2 * TAG_BYTES], bytes[FIELD_BYTES];
    UChar pattern[UNITS];
    snprintf(gregorian, sizeof gregorian, "%s@calendar=gregorian", name);
    UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, gregorian, NULL, 0, NULL, 0, &error);
    check(error, locale->tag);
    int32_t length = udat_toPattern(format, false, pattern, UNITS, &error);
    check(error, locale->tag);
    to_utf8(locale->tag, bytes, pattern, length);
    read_pattern(locale, format, bytes);
    udat_close(format);
}

// ---- lists

// The list of the first `count` letters of "ABCD".
static void list_sample(const UListFormatter *format, int32_t count, const char *tag, char *out)
{
    static const UChar letters[] = {'A', 'B', 'C', 'D'};
    const UChar *strings[] = {letters, letters + 1, letters + 2, letters + 3};
    static const int32_t lengths[] = {1, 1, 1, 1};
    UErrorCode error = U_ZERO_ERROR;
    UChar text[UNITS];
    int32_t length = ulistfmt_format(format, strings, lengths, count, text, UNITS, &error);
    check(error, tag);
    to_utf8(tag, out, text, length);
    if (out[0] != 'A')
        give_up(tag, "something stands before a list");
}

// What stands in `sample` between two letters, or from the last one on.
static void between(const char *tag, const char *sample, char first, char second, char *out)
{
    const char *start = strchr(sample, first) + 1;
    const char *end = strchr(start, second); // second is NUL: the end
    if (!end || end - start >= FIELD_BYTES || (end == start && second))
        give_up(tag, "a list does not come apart");
    snprintf(out, FIELD_BYTES, "%.*s", (int)(end - start), start);
}

static void add_ending(Locale *locale, Field field, const char *sample, char last)
{
    char ending[FIELD_BYTES];
    between(locale->tag, sample, last, '\0', ending);
    if (!ending[0])
        return;
    append(locale->tag, locale->fields[field], "|");
    append(locale->tag, locale->fields[field], ending);
}

static void read_lists(Locale *locale, const char *name)
{
    UErrorCode error = U_ZERO_ERROR;
    UListFormatter *format = ulistfmt_openForType(name, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &error);
    check(error, locale->tag);
    char two[FIELD_BYTES], four[FIELD_BYTES];
    list_sample(format, 2, locale->tag, two);
    list_sample(format, 4, locale->tag, four);
    between(locale->tag, two, 'A', 'B', locale->fields[FIELD_pair]);
    add_ending(locale, FIELD_pair, two, 'B');
    between(locale->tag, four, 'A', 'B', locale->fields[FIELD_start]);
    between(locale->tag, four, 'B', 'C', locale->fields[FIELD_middle]);
    between(locale->tag, four, 'C', 'D', locale->fields[FIELD_end]);
    add_ending(locale, FIELD_end, four, 'D');
    ulistfmt_close(format);
}

// ---- the table

static Locale *locales;
static size_t locale_count;

static const Locale *locale_find(const char *tag)
{
    for (size_t i = 0; i < locale_count; i++) {
        if (strcmp(locales[i].tag, tag) == 0)
            return &locales[i];
    }
    return NULL;
}

static void locale_read(const char *name)
{
    Locale locale = {0};
    UErrorCode error = U_ZERO_ERROR;
    uloc_toLanguageTag(name, locale.tag, TAG_BYTES, true, &error);
    // No variants, extensions and private use: nobody writes for them.
    if (U_FAILURE(error) || strlen(locale.tag) > 11 || strstr(locale.tag, "-u-") || strstr(locale.tag, "-x-") ||
        locale_find(locale.tag))
        return;
    read_numbers(&locale, name);
    read_dates(&locale, name);
    read_lists(&locale, name);
    locales[locale_count++] = locale;
}

static int compare_tags(const void *a, const void *b)
{
    return strcmp(((const Locale *)a)->tag, ((const Locale *)b)->tag);
}

// Without its last subtag; at last English, and NULL for that.
static const Locale *parent_of(const Locale *locale)
{
    char tag[TAG_BYTES];
    strcpy(tag, locale->tag);
    for (char *dash; (dash = strrchr(tag, '-'));) {
        *dash = '\0';
        if (locale_find(tag))
            return locale_find(tag);
    }
    return strcmp(locale->tag, "en") == 0 ? NULL : locale_find("en");
}

static bool field_is_as(const Locale *locale, const Locale *parent, int field)
{
    // A date without names needs none.
    bool is_unused = field == FIELD_months && !locale->fields[field][0];
    return is_unused || (parent && strcmp(locale->fields[field], parent->fields[field]) == 0);
}

static void print_row(const Locale *locale)
{
    const Locale *parent = parent_of(locale);
    bool is_same = true;
    for (int field = 0; field < FIELD_COUNT; field++)
        is_same &= field_is_as(locale, parent, field);
    if (is_same)
        return;
    printf("LOCALE(\"%s\"", locale->tag);
    for (int field = 0; field < FIELD_COUNT; field++) {
        printf(field == FIELD_months && !field_is_as(locale, parent, field) ? ",\n       \"" : ", \"");
        if (!field_is_as(locale, parent, field))
            printf("%s", locale->fields[field]);
        putchar('"');
    }
    puts(")");
}

int main(void)
{
    UErrorCode error = U_ZERO_ERROR;
    UVersionInfo version;
    ulocdata_getCLDRVersion(version, &error);
    check(error, "CLDR");
    UEnumeration *names = uloc_openAvailableByType(ULOC_AVAILABLE_WITH_LEGACY_ALIASES, &error);
    check(error, "locales");
    locales = calloc((size_t)uenum_count(names, &error), sizeof *locales);
    for (const char *name; locales && (name = uenum_next(names, NULL, &error));)
        locale_read(name);
    qsort(locales, locale_count, sizeof *locales, compare_tags);
    puts("// clang-format off");
    puts("// How each language writes dates, numbers and lists. Made by tools/make_locales.c; do not edit.");
    printf("LOCALE_VERSION(\"%u\") // of CLDR\n", version[0]);
    printf("// tag");
#define FIELD(name) printf(", " #name);
    FIELDS(FIELD)
#undef FIELD
    puts(";\n// an empty field is as that of the tag without its last subtag, at last as in \"en\". Sorted by tag, "
         "byte by byte.");
    for (size_t i = 0; i < locale_count; i++)
        print_row(&locales[i]);
    uenum_close(names);
    free(locales);
    return 0;
}
