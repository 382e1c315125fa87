// CSV by libcsv, a row at a time: it is fed up to each line end, behind which there is at most one row.
//
// The first line says which of , ; tab and | parts the cells: the one that stands there most, outside of quotes. The
// first byte that is not ASCII says what the text is: UTF-8 where a character of it begins there, else Windows-1252,
// which spreadsheets write. Rows without any text are no records.
#include <csv.h>
#include <stdlib.h>

#include "source/records/columns.h"
#include "source/records/records.h"
#include "support/windows_1252.h"

typedef enum { ENCODING_OPEN, ENCODING_UTF8, ENCODING_WINDOWS_1252 } Encoding;

struct CsvReader {
    struct csv_parser parser;
    bool has_parser, is_first_line, is_finished;
    Row header, row;
    Columns columns;
    bool row_is_whole, has_no_memory, is_too_wide, is_too_large;
    Encoding encoding;
    size_t line, row_line; // from 1
    char line_buffer_mark; // of the line before: '\r' was its last byte
};

// ---- rows

static bool reserve(void **array, size_t *capacity, size_t count, size_t element_bytes)
{
    if (count <= *capacity)
        return true;
    size_t wanted = 2 * count + 16;
    void *larger = reallocarray(*array, wanted, element_bytes);
    if (!larger)
        return false;
    *array = larger;
    *capacity = wanted;
    return true;
}

static void row_clear(Row *row)
{
    free(row->bytes);
    free(row->ends);
    *row = (Row){0};
}

static void take_cell(void *text, size_t length, void *context)
{
    CsvReader *reader = context;
    Row *row = &reader->row;
    if (row->count == BOUND_CSV_COLUMNS || row->length + length > BOUND_RECORD_BYTES) {
        reader->is_too_wide = reader->is_too_wide || row->count == BOUND_CSV_COLUMNS;
        reader->is_too_large = reader->is_too_large || row->count < BOUND_CSV_COLUMNS;
        return;
    }
    if (!reserve((void **)&row->bytes, &row->capacity, row->length + length + 1, 1) ||
        !reserve((void **)&row->ends, &row->end_capacity, row->count + 1, sizeof *row->ends)) {
        reader->has_no_memory = true;
        return;
    }
    if (length > 0)
        memcpy(row->bytes + row->length, text, length);
    row->length += length;
    row->ends[row->count++] = row->length;
}

static void take_row(int end, void *context)
{
    (void)end;
    CsvReader *reader = context;
    reader->row_is_whole = true;
}

// ---- encoding

// Length of the character of UTF-8 at the start, 0 where there is none.
static size_t character_length(const unsigned char *bytes, size_t length)
{
    if (bytes[0] < 0x80)
        return 1;
    size_t size = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : 2;
    if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || size > length)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    }
    return size;
}

// False where UTF-8 is broken.
static bool settle_encoding(CsvReader *reader, const Row *row)
{
    for (size_t at = 0; at < row->length && reader->encoding != ENCODING_WINDOWS_1252;) {
        size_t length = character_length((const unsigned char *)row->bytes + at, row->length - at);
        if (length == 0 && reader->encoding == ENCODING_UTF8)
            return false;
        if (length != 1)
            reader->encoding = length == 0 ? ENCODING_WINDOWS_1252 : ENCODING_UTF8;
        at += length;
    }
    return true;
}

// Rewrites the row's bytes as UTF-8. False: no memory.
static bool convert(Row *row)
{
    Row out = {0};
    char encoded[4];
    size_t at = 0;
    for (size_t i = 0; i < row->count; i++) {
        for (; at < row->ends[i]; at++) {
            uint32_t character = windows_1252((unsigned char)row->bytes[at]);
            uint32_t length = utf8_encode(character ? character : row->bytes[at] ? 0xFFFD : 0, encoded);
            if (!reserve((void **)&out.bytes, &out.capacity, out.length + 4, 1)) {
                row_clear(&out);
                return false;
            }
            memcpy(out.bytes + out.length, encoded, length);
            out.length += length;
        }
        row->ends[i] = out.length;
    }
    free(row->bytes);
    row->bytes = out.bytes;
    row->length = out.length;
    row->capacity = out.capacity;
    return true;
}

// ---- lines

static char delimiter_of(Str line)
{
    static const char candidates[] = ",;\t|";
    size_t counts[sizeof candidates] = {0}, best = 0;
    bool is_quoted = false;
    for (uint32_t i = 0; i < line.length; i++) {
        const char *found = line.bytes[i] ? strchr(candidates, line.bytes[i]) : NULL;
        if (line.bytes[i] == '"')
            is_quoted = !is_quoted;
        else if (found && !is_quoted)
            counts[found - candidates]++;
    }
    for (size_t i = 1; i < sizeof candidates - 1; i++)
        best = counts[i] > counts[best] ? i : best;
    return candidates[best];
}

// Bytes up to and with the first line end.
static size_t line_length(Str rest)
{
    for (uint32_t i = 0; i < rest.length; i++) {
        if (rest.bytes[i] == '\n' || rest.bytes[i] == '\r')
            return i + 1;
    }
    return rest.length;
}

static bool has_mark(Str text, const char *mark, size_t length)
{
    return text.length >= length && memcmp(text.bytes, mark, length) == 0;
}

static ReadStatus start(CsvReader *reader, Input *input, ReadPlace *place)
{
    Str rest = input_rest(input);
    if (has_mark(rest, "\xFF\xFE", 2) || has_mark(rest, "\xFE\xFF", 2))
        return read_fault(place, "this is UTF-16; save the file as CSV UTF-8");
    if (has_mark(rest, "\xEF\xBB\xBF", 3)) {
        reader->encoding = ENCODING_UTF8;
        input_skip(input, 3);
        rest = input_rest(input);
    }
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return READ_NO_MEMORY;
    reader->has_parser = true;
    csv_set_delim(&reader->parser, (unsigned char)delimiter_of((Str){rest.bytes, (uint32_t)line_length(rest)}));
    return READ_RECORD;
}

static void count_line(CsvReader *reader, char last)
{
    reader->line += last == '\r' || (last == '\n' && reader->line_buffer_mark != '\r');
    reader->line_buffer_mark = last;
}

static ReadStatus syntax_fault(CsvReader *reader, ReadPlace *place)
{
    if (csv_error(&reader->parser) == CSV_ENOMEM)
        return READ_NO_MEMORY;
    return read_fault(place, "a quotation mark stands within a cell, or is never closed; within quotes it is doubled");
}

// Feeds the parser until a row is whole.
static ReadStatus read_row(CsvReader *reader, Input *input, ReadPlace *place)
{
    reader->row.length = reader->row.count = 0;
    reader->row_is_whole = false;
    reader->row_line = reader->line;
    size_t fed = 0;
    while (!reader->row_is_whole && !reader->is_finished) {
        Str rest = input_rest(input);
        if (rest.length == 0) {
            reader->is_finished = true;
            if (csv_fini(&reader->parser, take_cell, take_row, reader) != 0)
                return syntax_fault(reader, place);
            break;
        }
        size_t length = line_length(rest);
        place->line = reader->line;
        if (memchr(rest.bytes, '\0', length))
            return read_fault(place, "a NUL byte stands here; is this really a text file?");
        if (csv_parse(&reader->parser, rest.bytes, length, take_cell, take_row, reader) != length)
            return syntax_fault(reader, place);
        count_line(reader, rest.bytes[length - 1]);
        input_skip(input, length);
        fed += length;
        if (fed > BOUND_RECORD_BYTES || reader->is_too_large)
            return read_fault(place, "this row is larger than %d MB; is a quotation mark never closed?",
                              BOUND_RECORD_BYTES / (1024 * 1024));
        // An empty line is no row.
        if (!reader->row_is_whole && reader->row.count == 0 && reader->parser.pstate == 0)
            reader->row_line = reader->line;
    }
    place->line = reader->row_line;
    if (reader->has_no_memory)
        return READ_NO_MEMORY;
    if (reader->is_too_wide)
        return read_fault(place, "this row has more than %d columns", BOUND_CSV_COLUMNS);
    return reader->row_is_whole ? READ_RECORD : READ_END;
}

static ReadStatus read_clean_row(CsvReader *reader, Input *input, ReadPlace *place)
{
    ReadStatus status;
    do {
        status = read_row(reader, input, place);
    } while (status == READ_RECORD && reader->row.length == 0);
    if (status != READ_RECORD)
        return status;
    if (!settle_encoding(reader, &reader->row))
        return read_fault(place, "this row is not valid UTF-8, while rows above are; save the file as UTF-8");
    place->is_windows_1252 = reader->encoding == ENCODING_WINDOWS_1252;
    if (place->is_windows_1252 && !convert(&reader->row))
        return READ_NO_MEMORY;
    return READ_RECORD;
}

// ---- header

static ReadStatus read_header(CsvReader *reader, Input *input, ReadPlace *place)
{
    ReadStatus status = start(reader, input, place);
    if (status == READ_RECORD)
        status = read_clean_row(reader, input, place);
    if (status != READ_RECORD)
        return status;
    reader->header = reader->row;
    reader->row = (Row){0};
    return columns_read(&reader->columns, &reader->header, place);
}

// ---- records

ReadStatus csv_reader_next(CsvReader *reader, Input *input, Record *record, ReadPlace *place)
{
    ReadStatus status = READ_RECORD;
    place->line = reader->line;
    if (reader->is_first_line)
        status = read_header(reader, input, place);
    reader->is_first_line = false;
    if (status == READ_RECORD)
        status = read_clean_row(reader, input, place);
    if (status != READ_RECORD)
        return status;
    if (reader->row.count != reader->header.count)
        return read_fault(place, "this row has %zu cells, and the first one has %zu", reader->row.count,
                          reader->header.count);
    columns_add_record(&reader->columns, &reader->row, record);
    return READ_RECORD;
}

CsvReader *csv_reader_open(void)
{
    CsvReader *reader = calloc(1, sizeof *reader);
    if (!reader)
        return NULL;
    reader->is_first_line = true;
    reader->line = 1;
    return reader;
}

void csv_reader_close(CsvReader *reader)
{
    if (reader->has_parser)
        csv_free(&reader->parser);
    columns_clear(&reader->columns);
    row_clear(&reader->header);
    row_clear(&reader->row);
    free(reader);
}
