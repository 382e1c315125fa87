// Writes a TrueType font whose glyphs are as wide as an em, or a part of it, and show nothing: they carry the text of
// pictures.
//
// Each glyph is a line there and back, of no area but not empty: cairo writes no text for what has no extent. None but
// the space is in the cmap, so that cairo takes a glyph's Unicode value from the text that it is first used with.
// ISO/IEC 14496-22, chapter 5, says what the tables hold.
#include "stage.h"

#include <errno.h>
#include <string.h>

enum {
    GLYPHS = CARRIER_FIRST + CARRIER_GROUPS * CARRIERS_IN_GROUP,
    UNITS_PER_EM = CARRIER_EM,
    ASCENT = 1069, // Noto Sans's, so that marked text is as high
    DESCENT = 293,
    SPACE_ADVANCE = 260,
    TABLES = 8,
    TABLE_MAX = 30 * GLYPHS, // of the largest, the outlines
    HEADER = 12 + 16 * TABLES,
};

typedef struct {
    char tag[5];
    unsigned char bytes[TABLE_MAX];
    size_t length;
} Table;

static void put16(Table *table, int value)
{
    table->bytes[table->length++] = (unsigned char)(value >> 8 & 0xFF);
    table->bytes[table->length++] = (unsigned char)(value & 0xFF);
}

static void put32(Table *table, uint32_t value)
{
    put16(table, (int)(value >> 16));
    put16(table, (int)(value & 0xFFFF));
}

static void put_all(Table *table, const int *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put16(table, values[i]);
}
#define PUT(table, ...) put_all(table, (const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int))

// One contour in a box from 0,0 to 8,8; its last point is 2, no instructions; three points on the curve, each with the
// steps to it in two bytes.
static const unsigned char glyph_bytes[30] = {0, 1, 0, 0, 0, 0, 0,    8,    0, 8, 0, 2, 0,    0,   1,
                                              1, 1, 0, 0, 0, 8, 0xFF, 0xFC, 0, 0, 0, 8, 0xFF, 0xFC};

static int glyph_advance(int glyph)
{
    if (glyph < CARRIER_FIRST)
        return glyph == CARRIER_SPACE ? SPACE_ADVANCE : UNITS_PER_EM;
    return UNITS_PER_EM / (1 + (glyph - CARRIER_FIRST) / CARRIERS_IN_GROUP);
}

static void put_glyphs(Table *glyf, Table *loca, Table *hmtx)
{
    for (int glyph = 0; glyph < GLYPHS; glyph++) {
        put16(loca, (int)(glyf->length / 2));
        if (glyph >= CARRIER_FIRST) {
            memcpy(glyf->bytes + glyf->length, glyph_bytes, sizeof glyph_bytes);
            glyf->length += sizeof glyph_bytes;
        }
        put16(hmtx, glyph_advance(glyph));
        put16(hmtx, 0);
    }
    put16(loca, (int)(glyf->length / 2));
}

static void put_name(Table *name)
{
    static const char family[] = "HspdfCarrier";
    static const int ids[] = {1, 2, 4, 6}; // family, subfamily, full and PostScript name
    PUT(name, 0, 4, 6 + 4 * 12);
    for (int i = 0; i < 4; i++)
        PUT(name, 1, 0, 0, ids[i], (int)strlen(family), 0); // Macintosh, Roman
    memcpy(name->bytes + name->length, family, strlen(family));
    name->length += strlen(family);
}

static void put_cmap(Table *cmap)
{
    PUT(cmap, 0, 1, 3, 1, 0, 12);            // one subtable: Windows, Unicode
    PUT(cmap, 4, 32, 0, 4, 4, 1, 0);         // format 4, two segments
    PUT(cmap, ' ', 0xFFFF, 0, ' ', 0xFFFF);  // ends, padding, starts
    PUT(cmap, CARRIER_SPACE - ' ', 1, 0, 0); // glyph less character, and no list of glyphs
}

static uint32_t checksum(const unsigned char *bytes, size_t length)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < length; i += 4)
        sum += (uint32_t)bytes[i] << 24 | (uint32_t)bytes[i + 1] << 16 | (uint32_t)bytes[i + 2] << 8 | bytes[i + 3];
    return sum;
}

static void write_tables(FILE *file, Table *tables)
{
    static Table header;
    PUT(&header, 1, 0, TABLES, 128, 3, 16 * TABLES - 128);
    size_t offset = HEADER;
    for (int i = 0; i < TABLES; i++) {
        const Table *table = &tables[i];
        size_t padded = (table->length + 3) / 4 * 4;
        memcpy(header.bytes + header.length, table->tag, 4);
        header.length += 4;
        put32(&header, checksum(table->bytes, padded));
        put32(&header, (uint32_t)offset);
        put32(&header, (uint32_t)table->length);
        offset += padded;
    }
    fwrite(header.bytes, 1, header.length, file);
    for (int i = 0; i < TABLES; i++)
        fwrite(tables[i].bytes, 1, (tables[i].length + 3) / 4 * 4, file);
}

void write_carrier_font(const char *path)
{
    enum { CMAP, GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, NAME };
    static Table tables[TABLES] = {{.tag = "cmap"}, {.tag = "glyf"}, {.tag = "head"}, {.tag = "hhea"},
                                   {.tag = "hmtx"}, {.tag = "loca"}, {.tag = "maxp"}, {.tag = "name"}};
    put_cmap(&tables[CMAP]);
    put_glyphs(&tables[GLYF], &tables[LOCA], &tables[HMTX]);
    PUT(&tables[HEAD], 1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, UNITS_PER_EM); // versions, no sum, magic number, flags
    PUT(&tables[HEAD], 0, 0, 0, 0, 0, 0, 0, 0);                            // no dates
    PUT(&tables[HEAD], 0, 0, 8, 8, 0, 8, 2, 0, 0);                         // box of all; loca is short
    PUT(&tables[HHEA], 1, 0, ASCENT, -DESCENT, 0, UNITS_PER_EM, 0, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS);
    PUT(&tables[MAXP], 1, 0, GLYPHS, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    put_name(&tables[NAME]);
    FILE *file = fopen(path, "wb");
    if (!file)
        fail("cannot write", path, strerror(errno));
    write_tables(file, tables);
    if (fclose(file) != 0)
        fail("cannot write", path, strerror(errno));
}
