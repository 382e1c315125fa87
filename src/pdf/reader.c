// Reads the cross-reference table (ISO 32000-1, 7.5.4), which cairo 1.16 writes, or stream (7.5.8) with object streams
// (7.5.7), which cairo 1.18 writes, and cuts the file into its objects. Strict: cairo writes one section, one revision,
// no generation but 0; anything else is refused, so that no object is ever guessed at.
#include "pdf/reader.h"

#include <stdlib.h>
#include <zlib.h>

#include "pdf/dictionary.h"

enum {
    OBJECTS_MAX = 8000000,
    INFLATED_MAX = 1 << 28, // of one cross-reference or object stream
};

typedef struct {
    Str bytes;
    uint32_t at;
} Scanner;

static bool skip(Scanner *scanner, const char *literal)
{
    Str wanted = str_from(literal);
    if (scanner->at > scanner->bytes.length || !str_starts_with(str_from_offset(scanner->bytes, scanner->at), wanted))
        return false;
    scanner->at += wanted.length;
    return true;
}

static void skip_space(Scanner *scanner)
{
    while (scanner->at < scanner->bytes.length && strchr(" \r\n\t", scanner->bytes.bytes[scanner->at]) &&
           scanner->bytes.bytes[scanner->at])
        scanner->at++;
}

static bool read_number(Scanner *scanner, uint32_t *number)
{
    uint64_t value = 0;
    uint32_t digits = 0;
    skip_space(scanner);
    while (scanner->at < scanner->bytes.length && digits < 11) {
        char byte = scanner->bytes.bytes[scanner->at];
        if (byte < '0' || byte > '9')
            break;
        value = value * 10 + (uint64_t)(byte - '0');
        scanner->at++;
        digits++;
    }
    *number = (uint32_t)value;
    return digits > 0 && value <= UINT32_MAX;
}

static bool find_last(Str bytes, const char *literal, uint32_t *found)
{
    Str wanted = str_from(literal);
    for (uint32_t at = bytes.length; at-- > 0;) {
        if (str_starts_with(str_from_offset(bytes, at), wanted)) {
            *found = at;
            return true;
        }
    }
    return false;
}

static bool read_reference(Str trailer, const char *key, uint32_t *number)
{
    uint32_t at;
    if (!find_last(trailer, key, &at))
        return false;
    Scanner scanner = {trailer, at + (uint32_t)strlen(key)};
    uint32_t generation;
    return read_number(&scanner, number) && read_number(&scanner, &generation) && generation == 0;
}

typedef struct {
    uint32_t number, offset;
} Entry;

static int compare_entries(const void *a, const void *b)
{
    const Entry *left = a, *right = b;
    return (left->offset > right->offset) - (left->offset < right->offset);
}

static bool read_entries(Scanner *scanner, uint32_t size, Entry *entries, size_t *count)
{
    for (uint32_t number = 0; number < size; number++) {
        uint32_t offset, generation;
        if (!read_number(scanner, &offset) || !read_number(scanner, &generation))
            return false;
        skip_space(scanner);
        if (skip(scanner, "n"))
            entries[(*count)++] = (Entry){number, offset};
        else if (!skip(scanner, "f"))
            return false;
    }
    return true;
}

// An object reaches to where the next one, or the table, begins.
static bool cut_object(Str bytes, Entry entry, uint32_t end, PdfObject *object)
{
    Scanner scanner = {{bytes.bytes, end}, entry.offset};
    uint32_t number, generation;
    if (entry.offset >= end || !read_number(&scanner, &number) || number != entry.number ||
        !read_number(&scanner, &generation) || generation != 0)
        return false;
    skip_space(&scanner);
    Str whole = str_trim((Str){bytes.bytes + entry.offset, end - entry.offset});
    *object = (PdfObject){number, whole};
    return skip(&scanner, "obj") && whole.length >= 6 && memcmp(whole.bytes + whole.length - 6, "endobj", 6) == 0;
}

// ---- the cross-reference table

static bool read_table(Scanner *scanner, uint32_t start_at, Arena *arena, PdfFile *file, Entry **entries,
                       const char **fault)
{
    uint32_t first, size;
    *fault = "a cross-reference table of several sections or of no sensible size";
    if (!read_number(scanner, &first) || !read_number(scanner, &size) || first != 0 || size == 0 ||
        size > OBJECTS_MAX || size > scanner->bytes.length / 20)
        return false;
    *fault = "a malformed cross-reference entry";
    *entries = arena_array(arena, Entry, size);
    if (!read_entries(scanner, size, *entries, &file->count))
        return false;
    *fault = "a trailer without Root or Info";
    Str trailer = {scanner->bytes.bytes + scanner->at, start_at - scanner->at};
    file->size = size;
    return scanner->at <= start_at && read_reference(trailer, "/Root ", &file->root) &&
           read_reference(trailer, "/Info ", &file->info);
}

// ---- cross-reference and object streams

// The decoded content of the stream object that begins at `at`; false where it is none. `dictionary` is what precedes
// it.
static bool read_stream(Str bytes, uint32_t at, Arena *arena, Str *dictionary, Str *content)
{
    Str rest = str_from_offset(bytes, at);
    const char *start = memmem(rest.bytes, rest.length, "stream\n", 7);
    if (!start)
        return false;
    *dictionary = (Str){rest.bytes, (uint32_t)(start - rest.bytes)};
    start += 7;
    uint32_t length = (uint32_t)(rest.bytes + rest.length - start);
    for (uLongf capacity = 65536; capacity <= INFLATED_MAX; capacity *= 4) {
        Bytef *decoded = arena_alloc(arena, capacity);
        uLongf decoded_length = capacity;
        int result = uncompress(decoded, &decoded_length, (const Bytef *)start, length);
        if (result == Z_OK) {
            *content = (Str){(const char *)decoded, (uint32_t)decoded_length};
            return true;
        }
        if (result != Z_BUF_ERROR)
            return false;
    }
    return false;
}

static bool read_key(Str dictionary, const char *key, uint32_t *number)
{
    uint32_t at;
    if (!find_last(dictionary, key, &at))
        return false;
    Scanner scanner = {dictionary, at + (uint32_t)strlen(key)};
    return read_number(&scanner, number);
}

static uint32_t read_field(const char *bytes, uint32_t width)
{
    uint32_t value = 0;
    for (uint32_t i = 0; i < width; i++)
        value = value << 8 | (unsigned char)bytes[i];
    return value;
}

static void add_packed(PdfFile *file, size_t *capacity, Arena *arena, uint32_t number, Str content)
{
    PdfObject *object = arena_push(arena, file->packed, file->packed_count, *capacity);
    *object = (PdfObject){number, arena_format(arena, "%u 0 obj\n%.*s\nendobj", number, STR_ARGS(str_trim(content)))};
}

// Takes all objects out of an object stream: pairs of number and offset, then the objects. The object with the stream's
// length goes as well: it tells how well the date packs.
static bool unpack(Str bytes, uint32_t at, Arena *arena, PdfFile *file, size_t *capacity, bool *skipped)
{
    Str dictionary, content;
    uint32_t count, first, length_object;
    if (at >= bytes.length || !read_stream(bytes, at, arena, &dictionary, &content) ||
        !read_key(dictionary, "/N ", &count) || !read_key(dictionary, "/First ", &first) || first > content.length)
        return false;
    if (read_reference(dictionary, "/Length ", &length_object) && length_object < file->size)
        skipped[length_object] = true;
    Scanner scanner = {{content.bytes, first}, 0};
    uint32_t number, start, next_number, end;
    bool has_one = count > 0 && read_number(&scanner, &number) && read_number(&scanner, &start);
    for (uint32_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count;
        if (!has_one || (!is_last && (!read_number(&scanner, &next_number) || !read_number(&scanner, &end))))
            return false;
        if (is_last)
            end = content.length - first;
        if (start > end || end > content.length - first || number >= file->size)
            return false;
        add_packed(file, capacity, arena, number, (Str){content.bytes + first + start, end - start});
        number = next_number;
        start = end;
    }
    return true;
}

static bool read_xref_stream(Str bytes, uint32_t at, Arena *arena, PdfFile *file, Entry **entries, const char **fault)
{
    Str dictionary, content;
    uint32_t size, shape, own;
    Scanner number = {bytes, at};
    *fault = "a cross-reference stream of an unknown kind";
    if (!read_number(&number, &own) || !read_stream(bytes, at, arena, &dictionary, &content) ||
        !memmem(dictionary.bytes, dictionary.length, "/XRef", 5) || !read_key(dictionary, "/Size ", &size) ||
        size == 0 || size > OBJECTS_MAX || !find_last(dictionary, "/W [1 ", &shape) ||
        !read_reference(dictionary, "/Root ", &file->root) || !read_reference(dictionary, "/Info ", &file->info))
        return false;
    uint32_t width;
    Scanner widths = {dictionary, shape + 6};
    if (!read_number(&widths, &width) || width == 0 || width > 4 || content.length != (uint64_t)size * (width + 3))
        return false;
    *fault = "an object stream that can not be read";
    file->size = size;
    *entries = arena_array(arena, Entry, size);
    uint32_t *offsets = arena_array(arena, uint32_t, size);
    bool *is_pack = arena_array(arena, bool, size), *skipped = arena_array(arena, bool, size);
    for (uint32_t i = 0; i < size; i++) {
        const char *row = content.bytes + (size_t)i * (width + 3);
        uint32_t field = read_field(row + 1, width);
        if (row[0] == 1)
            offsets[i] = field;
        else if (row[0] == 2 && field < size)
            is_pack[field] = true;
        else if (row[0] != 0)
            return false;
    }
    size_t capacity = 0;
    for (uint32_t i = 0; i < size; i++) {
        if (is_pack[i] && !unpack(bytes, offsets[i], arena, file, &capacity, skipped))
            return false;
        skipped[i] |= is_pack[i];
        if (offsets[i] > 0)
            (*entries)[file->count++] = (Entry){i, offsets[i]};
    }
    skipped[own < size ? own : 0] = true;
    file->skipped = skipped;
    return true;
}

static bool cut_objects(Str bytes, uint32_t table_at, Entry *entries, Arena *arena, PdfFile *file)
{
    qsort(entries, file->count, sizeof *entries, compare_entries);
    file->objects = arena_array(arena, PdfObject, file->count + file->packed_count);
    size_t kept = 0;
    for (size_t i = 0; i < file->count; i++) {
        if (file->skipped && file->skipped[entries[i].number])
            continue;
        uint32_t end = i + 1 < file->count ? entries[i + 1].offset : table_at;
        if (end > bytes.length || !cut_object(bytes, entries[i], end, &file->objects[kept++]))
            return false;
    }
    for (size_t i = 0; i < file->packed_count; i++)
        file->objects[kept++] = file->packed[i];
    file->count = kept;
    file->by_number = arena_array(arena, PdfObject *, file->size);
    for (size_t i = 0; i < kept; i++) {
        if (file->objects[i].number < file->size)
            file->by_number[file->objects[i].number] = &file->objects[i];
    }
    return true;
}

bool pdf_read(Str bytes, Arena *arena, PdfFile *file, const char **fault)
{
    uint32_t start_at, table_at = 0;
    Entry *entries;
    *file = (PdfFile){0};
    *fault = "no PDF header";
    if (!str_starts_with(bytes, STR("%PDF-1.")))
        return false;
    *fault = "no cross-reference table";
    if (!find_last(bytes, "startxref", &start_at))
        return false;
    Scanner scanner = {bytes, start_at + 9};
    if (!read_number(&scanner, &table_at) || table_at >= start_at)
        return false;
    scanner.at = table_at;
    bool is_read = skip(&scanner, "xref") ? read_table(&scanner, start_at, arena, file, &entries, fault)
                                          : read_xref_stream(bytes, table_at, arena, file, &entries, fault);
    if (!is_read)
        return false;
    *fault = "an object that is not where the table says";
    return cut_objects(bytes, table_at, entries, arena, file);
}

PdfObject *pdf_object_find(const PdfFile *file, uint32_t number)
{
    return number < file->size ? file->by_number[number] : NULL;
}

bool pdf_value_find(const PdfFile *file, uint32_t number, Str *value, Str *rest)
{
    const PdfObject *object = pdf_object_find(file, number);
    if (!object)
        return false;
    const char *start = memmem(object->bytes.bytes, object->bytes.length, "obj", 3);
    if (!start)
        return false;
    uint32_t from = (uint32_t)(start + 3 - object->bytes.bytes), at, end;
    if (!value_end(object->bytes, from, &at, &end))
        return false;
    *value = (Str){object->bytes.bytes + at, end - at};
    *rest = str_trim(str_from_offset(object->bytes, end));
    return true;
}

bool pdf_stream_find(const PdfFile *file, Str dictionary, Str rest, Str *data)
{
    uint32_t length, length_object;
    Str value = dictionary_find(dictionary, "/Length"), tail;
    if (value_reference(value, &length_object) && !pdf_value_find(file, length_object, &value, &tail))
        return false;
    if (!str_starts_with(rest, STR("stream\n")) || !value_number(value, &length) || length > rest.length - 7)
        return false;
    *data = (Str){rest.bytes + 7, length};
    return str_starts_with(str_trim(str_from_offset(rest, 7 + length)), STR("endstream"));
}
