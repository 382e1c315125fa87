// Objects that are no streams are gathered in object streams, which pack well, since they say much the same. The hash
// that makes the ID names the file, and guards nothing.
#include "pdf/writer.h"

#include <endian.h>
#include <libdeflate.h>

#include "pdf/output.h"

enum {
    // A reader unpacks a whole object stream for one object, and small ones pack worse: 200 of them pack to within a
    // hundredth of what all do.
    PACK_OBJECTS = 200,
    // Of 1, 6 and 9, on one page and on 700: 6 costs 2.3% of the run more than 1 and saves 2.8% of the file; 9 costs as
    // much again and saves 0.4%.
    LEVEL = 6,
};

static void free_compressor(void *compressor)
{
    libdeflate_free_compressor(compressor);
}

void writer_init(PdfWriter *writer, Arena *arena, const bool *taken, uint32_t count)
{
    *writer = (PdfWriter){.arena = arena, .next_free = 1, .taken = taken, .taken_count = count};
    writer->file.arena = writer->pack.arena = writer->pack_head.arena = arena;
    writer->compressor = libdeflate_alloc_compressor(LEVEL);
    if (!writer->compressor)
        arena_exhausted(arena);
    arena_defer(arena, free_compressor, writer->compressor);
    // 1.7: for tagged text and UTF-16. The second line tells programs that the file is binary (7.5.2).
    put(&writer->file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

uint32_t writer_number(PdfWriter *writer)
{
    while (writer->next_free < writer->taken_count && writer->taken[writer->next_free])
        writer->next_free++;
    return writer->next_free++;
}

static void set_row(PdfWriter *writer, uint32_t number, XrefRow row)
{
    while (writer->row_count <= number)
        *arena_push(writer->arena, writer->rows, writer->row_count, writer->row_capacity) = (XrefRow){0};
    writer->rows[number] = row;
}

// Until the next call.
static Str compress(PdfWriter *writer, Str data)
{
    size_t bound = libdeflate_zlib_compress_bound(writer->compressor, data.length);
    if (bound > writer->packed_capacity) {
        writer->packed_capacity = bound * 2;
        writer->packed = arena_alloc(writer->arena, writer->packed_capacity);
    }
    size_t length = libdeflate_zlib_compress(writer->compressor, data.bytes, data.length, writer->packed, bound);
    return (Str){writer->packed, (uint32_t)length};
}

static void append_stream(PdfWriter *writer, uint32_t number, Str entries, const char *filter, Str data)
{
    Buffer *file = &writer->file;
    set_row(writer, number, (XrefRow){1, (uint32_t)file->length, 0});
    put_number(file, number);
    put(file, " 0 obj\n<<");
    buffer_append_str(file, entries);
    put(file, filter);
    put(file, "/Length ");
    put_number(file, data.length);
    put(file, ">>\nstream\n");
    buffer_append_str(file, data);
    put(file, "\nendstream\nendobj\n");
}

void writer_stream(PdfWriter *writer, uint32_t number, Str entries, Str data)
{
    append_stream(writer, number, entries, "", data);
}

void writer_stream_packed(PdfWriter *writer, uint32_t number, Str entries, Str data)
{
    append_stream(writer, number, entries, "/Filter/FlateDecode", compress(writer, data));
}

static void flush_pack(PdfWriter *writer)
{
    if (writer->pack_count == 0)
        return;
    Buffer entries = {.arena = writer->arena};
    put(&entries, "/Type/ObjStm/N ");
    put_number(&entries, writer->pack_count);
    put(&entries, "/First ");
    put_number(&entries, (uint32_t)writer->pack_head.length);
    buffer_append_str(&writer->pack_head, buffer_str(&writer->pack));
    writer_stream_packed(writer, writer->pack_number, buffer_str(&entries), buffer_str(&writer->pack_head));
    writer->pack.length = writer->pack_head.length = writer->pack_count = 0;
}

Buffer *writer_object(PdfWriter *writer, uint32_t number)
{
    if (writer->pack_count == PACK_OBJECTS)
        flush_pack(writer);
    if (writer->pack_count == 0)
        writer->pack_number = writer_number(writer);
    if (writer->pack.length > 0)
        buffer_append_char(&writer->pack, '\n');
    put_number(&writer->pack_head, number);
    buffer_append_char(&writer->pack_head, ' ');
    put_number(&writer->pack_head, (uint32_t)writer->pack.length);
    buffer_append_char(&writer->pack_head, ' ');
    set_row(writer, number, (XrefRow){2, writer->pack_number, (uint16_t)writer->pack_count++});
    return &writer->pack;
}

enum { LANES = 4, BLOCK = LANES * sizeof(uint64_t) }; // side by side: a multiplication waits for the one before it

static uint64_t spread(uint64_t value)
{
    value *= 0x9FB21C651E98DF25u;
    return value ^ value >> 32;
}

static void take_block(uint64_t lanes[LANES], const char *block)
{
    uint64_t words[LANES];
    memcpy(words, block, sizeof words);
    for (int i = 0; i < LANES; i++)
        lanes[i] = spread(lanes[i] ^ le64toh(words[i]));
}

static void put_id(Buffer *out, Str bytes)
{
    uint64_t lanes[LANES] = {0x9E3779B97F4A7C15u, 0xBF58476D1CE4E5B9u, 0x94D049BB133111EBu, 0xCBF29CE484222325u};
    uint64_t first = bytes.length, second = ~first;
    for (; bytes.length >= BLOCK; bytes = str_from_offset(bytes, BLOCK))
        take_block(lanes, bytes.bytes);
    char last[BLOCK] = {0};
    memcpy(last, bytes.bytes, bytes.length);
    take_block(lanes, last);
    for (int i = 0; i < LANES; i++) {
        first = spread(first ^ lanes[i]);
        second = spread(second + lanes[LANES - 1 - i]);
    }
    for (int twice = 0; twice < 2; twice++)
        buffer_printf(out, "<%016llX%016llX>", (unsigned long long)first, (unsigned long long)second);
}

static void put_big_endian(Buffer *out, uint32_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        buffer_append_char(out, (char)(value >> shift));
}

Str writer_close(PdfWriter *writer, uint32_t root, uint32_t info)
{
    flush_pack(writer);
    uint32_t own = writer_number(writer), offset = (uint32_t)writer->file.length;
    set_row(writer, own, (XrefRow){1, offset, 0});
    int width = offset < 1 << 16 ? 2 : offset < 1 << 24 ? 3 : 4;
    Buffer rows = {.arena = writer->arena}, entries = {.arena = writer->arena};
    for (size_t i = 0; i < writer->row_count; i++) {
        buffer_append_char(&rows, (char)writer->rows[i].kind);
        put_big_endian(&rows, writer->rows[i].place, width);
        buffer_append_char(&rows, (char)writer->rows[i].index);
    }
    put(&entries, "/Type/XRef/Size ");
    put_number(&entries, (uint32_t)writer->row_count);
    buffer_printf(&entries, "/W[1 %d 1]/Root", width);
    put_reference(&entries, root);
    put(&entries, "/Info");
    put_reference(&entries, info);
    put(&entries, "/ID[");
    put_id(&entries, buffer_str(&writer->file));
    put(&entries, "]");
    writer_stream_packed(writer, own, buffer_str(&entries), buffer_str(&rows));
    put(&writer->file, "startxref\n");
    put_number(&writer->file, offset);
    put(&writer->file, "\n%%EOF\n");
    return buffer_str(&writer->file);
}
