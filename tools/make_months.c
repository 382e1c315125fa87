// Prints src/text/facts_months.h: the names of months in each language of src/document/languages.h, from ICU (CLDR).
//
//     cc tools/make_months.c -Isrc $(pkg-config --cflags --libs icu-i18n) -o make_months && ./make_months > FILE
//
// The result is kept in the tree, so that a paragraph breaks alike with any version of ICU, and without.
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

static const char *const languages[] = {
#define LANGUAGE(tag, names) tag,
#include "document/languages.h"
#undef LANGUAGE
};

enum { NAMES_MAX = 200, NAME_BYTES = 64, MONTHS = 12 };

typedef struct {
    char names[NAMES_MAX][NAME_BYTES];
    int count;
} NameList;

static bool is_known(const NameList *list, const char *name)
{
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->names[i], name) == 0)
            return true;
    }
    return false;
}

// In lower case, without a full stop at its end; numbers, which stand for names in some languages, are left out.
static void add_name(NameList *list, const UChar *name, int32_t length)
{
    UChar lower[NAME_BYTES];
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = 0;
    for (int32_t i = 0; i < length && count < NAME_BYTES; i++)
        lower[count++] = (UChar)u_tolower(name[i]);
    if (count > 0 && lower[count - 1] == '.')
        count--;
    char bytes[NAME_BYTES];
    u_strToUTF8(bytes, NAME_BYTES, NULL, lower, count, &error);
    if (U_FAILURE(error) || count < 2 || u_isdigit(lower[0]) || u_isdigit(lower[count - 1]) || is_known(list, bytes) ||
        list->count == NAMES_MAX)
        return;
    strcpy(list->names[list->count++], bytes);
}

static void add_months(NameList *list, const char *locale)
{
    static const UDateFormatSymbolType kinds[] = {UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS,
                                                  UDAT_STANDALONE_SHORT_MONTHS};
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG, locale, NULL, 0, NULL, 0, &error);
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        for (int32_t month = 0; month < MONTHS; month++) {
            UChar name[NAME_BYTES];
            error = U_ZERO_ERROR;
            int32_t length = udat_getSymbols(format, kinds[kind], month, name, NAME_BYTES, &error);
            if (U_SUCCESS(error))
                add_name(list, name, length);
        }
    }
    udat_close(format);
}

// In Hebrew "in" is written to the name: 12 במרץ.
static void add_hebrew_prefix(NameList *list)
{
    for (int i = 0, count = list->count; i < count && list->count < NAMES_MAX; i++) {
        char name[NAME_BYTES];
        memcpy(name, list->names[i], NAME_BYTES);
        snprintf(list->names[list->count++], NAME_BYTES, "ב%.*s", NAME_BYTES - 3, name);
    }
}

static void print_row(const char *language)
{
    static NameList list;
    list.count = 0;
    add_months(&list, language);
    if (strcmp(language, "fa") == 0)
        add_months(&list, "fa@calendar=gregorian");
    if (strcmp(language, "en") == 0) // Sept
        add_months(&list, "en_GB");
    if (strcmp(language, "ar") == 0) { // of the east and of the west of the Arab world
        add_months(&list, "ar_SY");
        add_months(&list, "ar_DZ");
        add_months(&list, "ar_EG");
    }
    if (strcmp(language, "he") == 0)
        add_hebrew_prefix(&list);
    if (list.count == 0)
        return;
    printf("MONTHS(\"%s\",", language);
    for (int i = 0; i < list.count; i++)
        printf("%s\"%s%s\"", i % 6 == 0 ? "\n       " : " ", i > 0 ? "|" : "", list.names[i]);
    printf(")\n");
}

int main(void)
{
    puts("// clang-format off");
    puts("// Names of months, whole and short, in lower case. Made by tools/make_months.c; do not edit.");
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (!strchr(languages[i], '-') || strcmp(languages[i], "pt-BR") != 0)
            print_row(languages[i]);
    }
    return 0;
}
