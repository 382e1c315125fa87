// cairo 1.16 knows no artifacts. Where it wrote
//
//     /NonStruct << /MCID 12 >> BDC
//
// for decoration, `/Artifact BMC` is written over it, and blanks over what is left. A mark is a line of its own; within
// a string, which may hold anybody's text, a line begins behind a backslash.
#include "pdf/content.h"

#include <libdeflate.h>

enum { CONTENT_MAX = 1 << 30 };

static void free_decompressor(void *decompressor)
{
    libdeflate_free_decompressor(decompressor);
}

bool content_init(ContentReader *reader, Arena *arena)
{
    *reader = (ContentReader){.arena = arena, .decompressor = libdeflate_alloc_decompressor()};
    arena_defer(arena, free_decompressor, reader->decompressor);
    return reader->decompressor != NULL;
}

static bool unpack(ContentReader *reader, Str packed, size_t *length)
{
    for (;;) {
        enum libdeflate_result result = libdeflate_zlib_decompress(reader->decompressor, packed.bytes, packed.length,
                                                                   reader->bytes, reader->capacity, length);
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || reader->capacity >= CONTENT_MAX)
            return result == LIBDEFLATE_SUCCESS;
        reader->capacity = reader->capacity ? reader->capacity * 2 : 65536;
        reader->bytes = arena_alloc(reader->arena, reader->capacity);
    }
}

static bool take(const char **at, const char *end, Str literal)
{
    if ((size_t)(end - *at) < literal.length || memcmp(*at, literal.bytes, literal.length) != 0)
        return false;
    *at += literal.length;
    return true;
}

// Behind the number of a mark that begins before `at`; NULL where it is none, or not that of `mcid`.
static const char *take_mcid(const char *at, const char *end, uint32_t mcid)
{
    uint64_t number = 0;
    const char *first = at;
    for (; at < end && at - first < 10 && *at >= '0' && *at <= '9'; at++)
        number = number * 10 + (uint64_t)(*at - '0');
    return at > first && number == mcid && take(&at, end, STR(" >> BDC")) ? at : NULL;
}

static bool begins_line(const char *bytes, const char *at)
{
    return at == bytes || (at[-1] == '\n' && !(at - 1 > bytes && at[-2] == '\\'));
}

// What stands before the number in a mark of text, and of decoration.
static const Str openings[2] = {{"/Span << /MCID ", 15}, {"/NonStruct << /MCID ", 20}};

// The next mark behind *at, from its first byte to its number. False: there is none.
static bool find_mark(const char *bytes, const char *end, const char **at, const char **number, bool *is_artifact)
{
    static const Str common = {" << /MCID ", 10};
    for (const char *found = *at; (found = memmem(found, (size_t)(end - found), common.bytes, common.length));) {
        found += common.length;
        for (int kind = 0; kind < 2; kind++) {
            const char *start = found - openings[kind].length, *behind = start;
            if (found - bytes < (ptrdiff_t)openings[kind].length || !begins_line(bytes, start) ||
                !take(&behind, end, openings[kind]))
                continue;
            *at = start;
            *number = found;
            *is_artifact = kind == 1;
            return true;
        }
    }
    return false;
}

bool content_read(ContentReader *reader, Str packed, const Mark *marks, size_t count, Str *content)
{
    static const Str artifact = {"/Artifact BMC", 13};
    size_t length, seen = 0;
    if (!unpack(reader, packed, &length))
        return false;
    const char *at = reader->bytes, *end = at + length, *number;
    bool is_artifact;
    for (; find_mark(reader->bytes, end, &at, &number, &is_artifact); seen++) {
        const char *behind = seen < count ? take_mcid(number, end, marks[seen].mcid) : NULL;
        if (!behind || is_artifact != (marks[seen].node == NULL))
            return false;
        if (is_artifact) {
            char *mark = reader->bytes + (at - reader->bytes);
            memset(mark, ' ', (size_t)(behind - at));
            memcpy(mark, artifact.bytes, artifact.length);
        }
        at = behind;
    }
    *content = (Str){reader->bytes, (uint32_t)length};
    return seen == count;
}
