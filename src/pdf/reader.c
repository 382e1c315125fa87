// Reads the cross-reference table (ISO 32000-1, 7.5.4) and cuts the file into its objects. Strict: cairo writes one
// section, one revision, no generation but 0; anything else is refused, so that no object is ever guessed at.
#include "pdf/reader.h"

#include <stdlib.h>

enum { OBJECTS_MAX = 8000000 };

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

bool pdf_read(Str bytes, Arena *arena, PdfFile *file, const char **fault)
{
    uint32_t start_at, table_at = 0, first, size;
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
    scanner = (Scanner){bytes, table_at};
    if (!skip(&scanner, "xref") || !read_number(&scanner, &first) || !read_number(&scanner, &size))
        return false;
    *fault = "a cross-reference table of several sections or of no sensible size";
    if (first != 0 || size == 0 || size > OBJECTS_MAX || size > bytes.length / 20)
        return false;
    *fault = "a malformed cross-reference entry";
    Entry *entries = arena_array(arena, Entry, size);
    size_t count = 0;
    if (!read_entries(&scanner, size, entries, &count))
        return false;
    *fault = "a trailer without Root or Info";
    Str trailer = {bytes.bytes + scanner.at, start_at - scanner.at};
    if (scanner.at > start_at || !read_reference(trailer, "/Root ", &file->root) ||
        !read_reference(trailer, "/Info ", &file->info))
        return false;

    *fault = "an object that is not where the table says";
    qsort(entries, count, sizeof *entries, compare_entries);
    file->objects = arena_array(arena, PdfObject, count);
    file->count = count;
    file->size = size;
    for (size_t i = 0; i < count; i++) {
        uint32_t end = i + 1 < count ? entries[i + 1].offset : table_at;
        if (end > bytes.length || !cut_object(bytes, entries[i], end, &file->objects[i]))
            return false;
    }
    return true;
}

PdfObject *pdf_object_find(const PdfFile *file, uint32_t number)
{
    for (size_t i = 0; i < file->count; i++) {
        if (file->objects[i].number == number)
            return &file->objects[i];
    }
    return NULL;
}
