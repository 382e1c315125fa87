// Data from a file to records. YAML is read here (yaml.c), since libyaml is there for front matter; CSV and JSON by a
// module, so that texts without data do not pay for its libraries.
//
// A line of CSV or JSON is told by a span that starts at its number; YAML is a source like others.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_error.h"
#include "source.h"
#include "source/records/reader.h"
#include "support/module.h"
#include "value.h"

enum { FIRST_BYTES = 64 * 1024 };

struct Data {
    Arena *arena;
    Diagnostics *diagnostics;
    Str name;
    DataFormat format;
    int descriptor; // -1: none
    Str rest;       // what was read already, or all
    void *library;
    const RecordReader *reader;
    void *session;
    Sources *sources; // of YAML
    YamlRecords *yaml;
    Record record;
    size_t number, line;
    bool has_ended, said_encoding;
};

static void data_close(void *object)
{
    Data *data = object;
    if (data->session)
        data->reader->close(data->session);
    if (data->library)
        dlclose(data->library);
    if (data->descriptor > STDERR_FILENO)
        close(data->descriptor);
    record_clear(&data->record);
    data->session = data->library = NULL;
    data->descriptor = -1;
}

static Span line_span(size_t line)
{
    return (Span){0, (uint32_t)line, 1};
}

// ---- bytes

static long read_descriptor(Data *data, char *buffer, size_t size)
{
    for (;;) {
        ssize_t got = data->descriptor < 0 ? 0 : read(data->descriptor, buffer, size);
        if (got >= 0 || errno != EINTR)
            return (long)got;
    }
}

static long read_bytes(void *context, char *buffer, size_t size)
{
    Data *data = context;
    if (data->rest.length == 0)
        return read_descriptor(data, buffer, size);
    uint32_t length = data->rest.length < size ? data->rest.length : (uint32_t)size;
    memcpy(buffer, data->rest.bytes, length);
    data->rest = str_from_offset(data->rest, length);
    return (long)length;
}

static bool open_file(Data *data, const char *path, Status *status)
{
    bool is_stdin = strcmp(path, "-") == 0;
    struct stat info;
    data->descriptor = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (data->descriptor < 0 || fstat(data->descriptor, &info) != 0)
        file_error_report(line_span(0), errno, data->diagnostics, status);
    else if (S_ISDIR(info.st_mode) || S_ISBLK(info.st_mode))
        file_error_report(line_span(0), EISDIR, data->diagnostics, status);
    else
        return true;
    return false;
}

static void read_first(Data *data, Status *status)
{
    char *buffer = arena_alloc(data->arena, FIRST_BYTES);
    size_t length = 0;
    long got = 1;
    while (got > 0 && length < FIRST_BYTES) {
        got = read_descriptor(data, buffer + length, FIRST_BYTES - length);
        length += got > 0 ? (size_t)got : 0;
    }
    if (got < 0)
        file_error_report(line_span(0), errno, data->diagnostics, status);
    data->has_ended = got < 0;
    data->rest = (Str){buffer, (uint32_t)length};
}

// ---- formats

static DataFormat format_of_text(Str text)
{
    text = str_trim(str_starts_with(text, STR("\xEF\xBB\xBF")) ? str_from_offset(text, 3) : text);
    if (str_starts_with(text, STR("{")) || str_starts_with(text, STR("[")))
        return DATA_JSON;
    const char *end = text.length > 0 ? memchr(text.bytes, '\n', text.length) : NULL;
    Str line = str_trim((Str){text.bytes, end ? (uint32_t)(end - text.bytes) : text.length});
    bool has_key = line.length > 0 && (memmem(line.bytes, line.length, ": ", 2) || str_ends_with(line, STR(":")));
    bool is_yaml = has_key || str_starts_with(line, STR("- ")) || str_starts_with(line, STR("---"));
    return is_yaml ? DATA_YAML : DATA_CSV;
}

static DataFormat format_of(Str name, Str text)
{
    static const struct {
        Str suffix;
        DataFormat format;
    } suffixes[] = {
        {{".csv", 4}, DATA_CSV},     {{".tsv", 4}, DATA_CSV},   {{".json", 5}, DATA_JSON}, {{".jsonl", 6}, DATA_JSON},
        {{".ndjson", 7}, DATA_JSON}, {{".yaml", 5}, DATA_YAML}, {{".yml", 4}, DATA_YAML},
    };
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        Str suffix = suffixes[i].suffix;
        if (name.length > suffix.length && str_equal_nocase(str_from_offset(name, name.length - suffix.length), suffix))
            return suffixes[i].format;
    }
    return format_of_text(text);
}

static void open_yaml(Data *data, Status *status)
{
    Buffer text = {.arena = data->arena};
    char *chunk = arena_alloc(data->arena, FIRST_BYTES);
    long got;
    while ((got = read_bytes(data, chunk, FIRST_BYTES)) > 0 &&
           text.length <= limit_value(data->diagnostics, LIMIT_SOURCE))
        buffer_append(&text, chunk, (size_t)got);
    if (got < 0)
        file_error_report(line_span(0), errno, data->diagnostics, status);
    data->sources = sources_new(data->arena);
    const Source *source =
        source_from_bytes(data->sources, data->name, buffer_str(&text), SOURCE_WHOLE, data->diagnostics);
    data->yaml = yaml_records_open(data->arena, source->text, source->id, data->diagnostics);
}

#define RECORDS_MODULE "hspdf-records.so"

static void open_session(Data *data, const char *data_folder, Status *status)
{
    char fault[256];
    data->library = module_open(data_folder, RECORDS_MODULE, fault, sizeof fault);
    if (fault[0]) {
        diagnose_machine_why(data->diagnostics, SPAN_NONE, RECORDS_MODULE, fault);
        data->has_ended = true;
        *status = STATUS_IO;
        return;
    }
    data->reader = data->library ? dlsym(data->library, READER_SYMBOL) : NULL;
    if (!data->reader || data->reader->version != READER_VERSION) {
        diagnose(data->diagnostics, SPAN_NONE, DIAG_DATA_MODULE);
        data->has_ended = true;
        return;
    }
    data->session = data->reader->open(data->format, read_bytes, data);
    if (!data->session)
        *status = STATUS_NO_MEMORY;
}

Data *data_open(Arena *arena, const char *data_folder, const char *path, Str name, Str bytes, Diagnostics *diagnostics,
                Status *status)
{
    Data *data = arena_new(arena, Data);
    *data = (Data){.arena = arena, .diagnostics = diagnostics, .name = name, .descriptor = -1, .rest = bytes};
    arena_defer(arena, data_close, data);
    if (path) {
        data->name = strcmp(path, "-") == 0 ? STR("<stdin>") : arena_str(arena, path, strlen(path));
        data->has_ended = !open_file(data, path, status);
        if (!data->has_ended)
            read_first(data, status);
    }
    if (data->has_ended)
        return data;
    data->format = format_of(data->name, data->rest);
    if (data->format == DATA_YAML)
        open_yaml(data, status);
    else
        open_session(data, data_folder, status);
    return data;
}

// ---- records

static bool next_yaml(Data *data)
{
    const Value *value = yaml_records_next(data->yaml);
    uint32_t column, line = 0;
    if (!value || value->kind == VALUE_NULL)
        return false;
    source_position(data->sources, value->span, &line, &column);
    data->line = line;
    if (value->kind != VALUE_MAP) {
        diagnose(data->diagnostics, value->span, DIAG_DATA_SYNTAX, "a record is a mapping of names to values");
        return false;
    }
    record_restart(&data->record);
    record_add_value(&data->record, value);
    if (data->record.is_too_large)
        diagnose(data->diagnostics, value->span, DIAG_DATA_SYNTAX, "this record is too large");
    return !data->record.is_too_large;
}

static bool next_of_module(Data *data, Status *status)
{
    ReadPlace place = {0};
    ReadStatus read = data->reader->next(data->session, &data->record, &place);
    data->line = place.line;
    if (place.is_windows_1252 && !data->said_encoding) {
        diagnose(data->diagnostics, line_span(place.line), DIAG_DATA_ENCODING);
        data->said_encoding = true;
    }
    if (read == READ_FAULT) {
        Str message = text_clean(data->arena, str_from(place.message), line_span(place.line), NULL);
        diagnose(data->diagnostics, line_span(place.line), DIAG_DATA_SYNTAX,
                 arena_str(data->arena, message.bytes, message.length).bytes);
    } else if (read == READ_MACHINE) {
        file_error_report(line_span(0), errno, data->diagnostics, status);
    } else if (read == READ_NO_MEMORY) {
        *status = STATUS_NO_MEMORY;
    }
    return read == READ_RECORD;
}

bool data_next(Data *data, Status *status)
{
    if (data->has_ended || *status != STATUS_OK)
        return false;
    bool found = data->yaml ? next_yaml(data) : next_of_module(data, status);
    if (data->record.has_no_memory)
        *status = STATUS_NO_MEMORY;
    data->has_ended = !found;
    if (found)
        data->number++;
    else if (data->number == 0 && *status == STATUS_OK && !diagnostics_has_errors(data->diagnostics))
        diagnose(data->diagnostics, line_span(0), DIAG_DATA_EMPTY);
    return found && *status == STATUS_OK;
}

void data_end(Data *data, Status *status)
{
    if (data_next(data, status))
        diagnose(data->diagnostics, line_span(data->sources ? 0 : data->line), DIAG_DATA_MANY);
}

Str data_record(const Data *data)
{
    return (Str){data->record.bytes, (uint32_t)data->record.length};
}

size_t data_number(const Data *data)
{
    return data->number;
}

size_t data_line(const Data *data)
{
    return data->line;
}

Str data_name(const Data *data)
{
    return data->name;
}

bool data_position(const Data *data, Span span, uint32_t *line, uint32_t *column)
{
    if (data->sources)
        return source_position(data->sources, span, line, column);
    *line = span.end > 0 && span.source == 0 ? span.start : 0;
    *column = 1;
    return *line > 0;
}
