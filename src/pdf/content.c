// What cairo draws outside marks is decoration, and is marked as such. The marks are those of
//
//     /Span << /MCID 12 >> BDC
//     …                             with `/Span << /ActualText <…> >> BDC … EMC` within
//     EMC
//
// each on a line of its own. Within a string, which may hold anybody's text, a line begins behind a backslash.
#include "pdf/content.h"

#include <libdeflate.h>

enum { CONTENT_MAX = 1 << 30 };

static void free_decompressor(void *decompressor)
{
    libdeflate_free_decompressor(decompressor);
}

bool content_init(ContentReader *reader, Arena *arena)
{
    *reader = (ContentReader){.arena = arena, .marked.arena = arena, .decompressor = libdeflate_alloc_decompressor()};
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

typedef struct {
    Str text; // without its end
    const char *next;
} ContentLine;

static ContentLine line_at(const char *bytes, const char *end)
{
    const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));
    return (ContentLine){{bytes, (uint32_t)((stop ? stop : end) - bytes)}, stop ? stop + 1 : end};
}

// Whether the line begins a mark; its MCID is `mcid`, or UINT32_MAX where it is none of ours.
static bool line_is_mark(Str line, uint32_t *mcid)
{
    static const Str opening = {"/Span << /MCID ", 15};
    if (!str_starts_with(line, opening))
        return false;
    uint64_t number = 0;
    uint32_t at = opening.length, first = at;
    for (; at < line.length && at - first < 10 && line.bytes[at] >= '0' && line.bytes[at] <= '9'; at++)
        number = number * 10 + (uint64_t)(line.bytes[at] - '0');
    bool is_whole = at > first && str_ends_with(line, STR(" >> BDC")) && line.length == at + 7;
    *mcid = is_whole && number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
    return true;
}

// Matrices and saved states alone draw nothing.
static bool draws(const char *bytes, const char *end)
{
    while (bytes < end) {
        ContentLine line = line_at(bytes, end);
        bool is_state = line.text.length == 0 || str_ends_with(line.text, STR(" cm")) ||
                        str_equal(line.text, STR("q")) || str_equal(line.text, STR("Q"));
        if (!is_state)
            return true;
        bytes = line.next;
    }
    return false;
}

static void append_outside(Buffer *out, const char *bytes, const char *end)
{
    bool is_artifact = draws(bytes, end);
    if (is_artifact)
        buffer_append_str(out, STR("/Artifact BMC\n"));
    buffer_append(out, bytes, (size_t)(end - bytes));
    if (is_artifact)
        buffer_append_str(out, end[-1] == '\n' ? STR("EMC\n") : STR("\nEMC\n"));
}

static bool mark_content(Buffer *out, const char *bytes, const char *end, const Mark *marks, size_t count)
{
    const char *copied = bytes; // up to here
    size_t seen = 0, depth = 0; // depth: of marked content, 0 outside our marks
    uint32_t mcid;
    bool is_in_string = false;
    for (ContentLine line; bytes < end; bytes = line.next) {
        line = line_at(bytes, end);
        bool begins_in_string = is_in_string;
        is_in_string = str_ends_with(line.text, STR("\\"));
        if (begins_in_string)
            continue;
        if (line_is_mark(line.text, &mcid)) {
            if (depth > 0 || seen == count || mcid != marks[seen++].mcid)
                return false;
            append_outside(out, copied, bytes);
            copied = bytes;
            depth = 1;
        } else if (depth > 0 && str_ends_with(line.text, STR(" BDC"))) {
            depth++;
        } else if (depth > 0 && str_equal(line.text, STR("EMC")) && --depth == 0) {
            buffer_append(out, copied, (size_t)(line.next - copied));
            copied = line.next;
        }
    }
    append_outside(out, copied, end);
    return seen == count && depth == 0;
}

bool content_read(ContentReader *reader, Str packed, const Mark *marks, size_t count, Str *content)
{
    size_t length;
    if (!unpack(reader, packed, &length))
        return false;
    reader->marked.length = 0;
    bool is_marked = mark_content(&reader->marked, reader->bytes, reader->bytes + length, marks, count);
    *content = buffer_str(&reader->marked);
    return is_marked;
}
