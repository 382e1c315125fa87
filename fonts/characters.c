// Characters as standards list them: those of a form of Han by the legacy encoding that its country taught its
// machines, by iconv(3); emoji by Unicode's own data.
#include "stage.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

// Double-byte characters: the lead bytes of the rows that are taken.
typedef struct {
    const char *form, *encoding;
    unsigned char lead_first, lead_last;
} CommonSet;

static const CommonSet common_sets[] = {
    {"Hans", "GB2312", 0xA1, 0xF7}, // both levels, 6763 characters
    {"Hant", "BIG5", 0xA1, 0xC6},   // level 1, 5401 characters
    // Both levels, 6355 kanji: names of illnesses need the second (嘔吐, 膵臓).
    {"Jpan", "EUC-JP", 0xA1, 0xF4},
    {"Kore", "EUC-KR", 0xA1, 0xC8}, // the 2350 syllables, without Han, which patients' texts have not
};

static const struct {
    uint32_t first, last;
} shared_ranges[] = {
    {' ', ' '}, {0xA0, 0xA0}, {0xB7, 0xB7}, {0x2010, 0x2027}, {0x3000, 0x303F}, {0xFF00, 0xFFEF},
};

enum { LATIN_LAST = 0xFF, PRIVATE_FIRST = 0xE000, PRIVATE_LAST = 0xF8FF };

// 0 where the bytes are no character.
static uint32_t decode(iconv_t converter, unsigned char lead, unsigned char trail)
{
    char bytes[2] = {(char)lead, (char)trail}, *in = bytes;
    uint32_t character[2] = {0};
    char *out = (char *)character;
    size_t in_left = sizeof bytes, out_left = sizeof character;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &in, &in_left, &out, &out_left) != 0 || in_left > 0 || out_left != sizeof *character)
        return 0;
    return character[0];
}

static bool is_wanted(uint32_t character)
{
    return character > LATIN_LAST && (character < PRIVATE_FIRST || character > PRIVATE_LAST);
}

void write_common_characters(const char *form, const char *path)
{
    const CommonSet *set = common_sets, *end = set + sizeof common_sets / sizeof *common_sets;
    while (set < end && strcmp(set->form, form) != 0)
        set++;
    if (set == end)
        fail("no list of common characters for", form, "add its encoding to fonts/characters.c");
    iconv_t converter = iconv_open("UTF-32LE", set->encoding);
    FILE *list = fopen(path, "w");
    if (converter == (iconv_t)-1 || !list)
        fail("cannot list the characters of", set->encoding, strerror(errno));
    for (size_t i = 0; i < sizeof shared_ranges / sizeof *shared_ranges; i++)
        fprintf(list, "%X-%X\n", shared_ranges[i].first, shared_ranges[i].last);
    for (unsigned lead = set->lead_first; lead <= set->lead_last; lead++) {
        for (unsigned trail = 0x40; trail < 0xFF; trail++) {
            uint32_t character = decode(converter, (unsigned char)lead, (unsigned char)trail);
            if (is_wanted(character))
                fprintf(list, "%X\n", character);
        }
    }
    iconv_close(converter);
    if (fclose(list) != 0)
        fail("cannot write", path, strerror(errno));
}

// ---- emoji

static void write_property(FILE *code, FILE *data, const char *property, const char *name)
{
    char line[1024];
    int count = 0;
    rewind(data);
    fprintf(code, "const CoverageRange %s[] = {\n", name);
    while (fgets(line, sizeof line, data)) {
        unsigned first, last;
        char found[64];
        bool is_range = sscanf(line, "%x..%x ; %63s", &first, &last, found) == 3;
        if (!is_range && sscanf(line, "%x ; %63s", &first, found) != 2)
            continue;
        if (strcmp(found, property) != 0)
            continue;
        fprintf(code, "{0x%X, 0x%X},\n", first, is_range ? last : first);
        count++;
    }
    fprintf(code, "};\nconst size_t %s_count = %d;\n", name, count);
    if (count == 0)
        fail("emoji-data.txt has no", property, "is the package unicode-data whole?");
}

void write_emoji(FILE *code, const char *data_path)
{
    FILE *data = fopen(data_path, "r");
    if (!data)
        fail("cannot read", data_path, "install the package unicode-data");
    write_property(code, data, "Emoji", "emoji_ranges");
    write_property(code, data, "Emoji_Presentation", "emoji_presentation_ranges");
    fclose(data);
}
