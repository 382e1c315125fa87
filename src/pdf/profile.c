// The sRGB colour space as an ICC profile, version 2 (ICC.1:2001-04): three primaries and a curve. Its bytes are the
// same in every file; it has no date.
//
// The primaries are those of ITU-R BT.709, adapted to D50 by Bradford's method. The curve is that of IEC 61966-2-1 at
// 64 points, between which readers draw straight lines; these stay within 0.0001 of it, a third of the least step that
// eight bits make.
#include "pdf/finish.h"
#include "pdf/output.h"

enum {
    HEADER_BYTES = 128,
    TAG_BYTES = 12,
    CURVE_POINTS = 64,
    SCRIPT_BYTES = 67, // of a description: room for a Macintosh's, unused
};

static const uint16_t curve[CURVE_POINTS] = {
    0,     81,    161,   244,   345,   466,   609,   776,   965,   1180,  1420,  1687,  1980,  2301,  2651,  3030,
    3439,  3879,  4349,  4851,  5386,  5953,  6554,  7189,  7858,  8562,  9302,  10078, 10890, 11739, 12626, 13551,
    14513, 15515, 16556, 17636, 18757, 19918, 21120, 22363, 23648, 24974, 26344, 27756, 29211, 30710, 32253, 33840,
    35471, 37148, 38870, 40638, 42452, 44312, 46219, 48173, 50174, 52223, 54320, 56465, 58659, 60901, 63193, 65535,
};

typedef enum { TAG_DESCRIPTION, TAG_COPYRIGHT, TAG_XYZ, TAG_CURVE } TagKind;

// In units of 1/65536.
typedef struct {
    uint32_t x, y, z;
} Xyz;

static const Xyz white = {0xF6D6, 0x10000, 0xD32D}; // D50

// Tags that say the same share their bytes.
static const struct {
    char signature[5];
    TagKind kind;
    Xyz xyz;
} tags[] = {
    {"desc", TAG_DESCRIPTION, {0}},
    {"cprt", TAG_COPYRIGHT, {0}},
    {"wtpt", TAG_XYZ, {0xF6D6, 0x10000, 0xD32D}},
    {"rXYZ", TAG_XYZ, {0x6FA2, 0x38F5, 0x0390}},
    {"gXYZ", TAG_XYZ, {0x6299, 0xB785, 0x18DA}},
    {"bXYZ", TAG_XYZ, {0x24A0, 0x0F84, 0xB6CF}},
    {"rTRC", TAG_CURVE, {0}},
    {"gTRC", TAG_CURVE, {0}},
    {"bTRC", TAG_CURVE, {0}},
};

enum { TAG_COUNT = sizeof tags / sizeof *tags };

static void put_bits(Buffer *out, uint32_t value, int bits)
{
    for (int shift = bits - 8; shift >= 0; shift -= 8)
        buffer_append_char(out, (char)(value >> shift));
}

static void put_zeros(Buffer *out, size_t count)
{
    while (count-- > 0)
        buffer_append_char(out, 0);
}

static void put_xyz(Buffer *out, Xyz xyz)
{
    put_bits(out, xyz.x, 32);
    put_bits(out, xyz.y, 32);
    put_bits(out, xyz.z, 32);
}

static void put_header(Buffer *out, uint32_t length)
{
    put_bits(out, length, 32);
    put_zeros(out, 4);             // of no colour management's maker
    put_bits(out, 0x02100000, 32); // version 2.1
    put(out, "mntrRGB XYZ ");
    put_zeros(out, 12); // no date
    put(out, "acsp");
    put_zeros(out, 28); // no platform, maker or device; perceptual
    put_xyz(out, white);
    put_zeros(out, HEADER_BYTES - 80);
}

static void put_tag(Buffer *out, size_t index)
{
    static const char name[] = "sRGB", rights[] = "CC0";
    switch (tags[index].kind) {
    case TAG_DESCRIPTION:
        buffer_append(out, "desc\0\0\0", 8);
        put_bits(out, sizeof name, 32);
        buffer_append(out, name, sizeof name);
        put_zeros(out, 4 + 4 + 2 + 1 + SCRIPT_BYTES);
        break;
    case TAG_COPYRIGHT:
        buffer_append(out, "text\0\0\0", 8);
        buffer_append(out, rights, sizeof rights);
        break;
    case TAG_XYZ:
        buffer_append(out, "XYZ \0\0\0", 8);
        put_xyz(out, tags[index].xyz);
        break;
    case TAG_CURVE:
        buffer_append(out, "curv\0\0\0", 8);
        put_bits(out, CURVE_POINTS, 32);
        for (size_t i = 0; i < CURVE_POINTS; i++)
            put_bits(out, curve[i], 16);
        break;
    }
    put_zeros(out, -out->length & 3);
}

static Str make_profile(Arena *arena)
{
    Buffer data = {.arena = arena}, profile = {.arena = arena}, table = {.arena = arena};
    uint32_t start = HEADER_BYTES + 4 + TAG_COUNT * TAG_BYTES, offset = start, length = 0;
    put_bits(&table, TAG_COUNT, 32);
    for (size_t i = 0; i < TAG_COUNT; i++) {
        if (i == 0 || tags[i].kind != TAG_CURVE || tags[i - 1].kind != TAG_CURVE) {
            offset = start + (uint32_t)data.length;
            put_tag(&data, i);
            length = start + (uint32_t)data.length - offset;
        }
        put(&table, tags[i].signature);
        put_bits(&table, offset, 32);
        put_bits(&table, length, 32);
    }
    put_header(&profile, start + (uint32_t)data.length);
    buffer_append_str(&profile, buffer_str(&table));
    buffer_append_str(&profile, buffer_str(&data));
    return buffer_str(&profile);
}

uint32_t profile_write(Finish *finish)
{
    uint32_t object = writer_number(&finish->writer);
    writer_stream_packed(&finish->writer, object, STR("/N 3"), make_profile(finish->arena));
    return object;
}
