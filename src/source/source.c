// Reading, and the registry of all texts of one compilation. A source is read whole into the arena, made clean there
// (sanitize.c), indexed by its lines, and parted into front matter and body (front.c, yaml.c).
//
// A place is counted from the offset in the clean text. Characters that were left out are remembered, so that columns
// stay those that an editor shows.
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_error.h"
#include "fill.h"
#include "front.h"
#include "project.h"
#include "root.h"
#include "sanitize.h"
#include "template.h"

typedef struct {
    Source source;
    const uint32_t *removed; // see CleanText
    size_t removed_count;
    const char *path; // as given; NULL: from memory
    Root *root;
    bool has_root;        // that it was looked for
    uint32_t template_id; // where source.merged: the source that was filled
} Entry;

typedef struct {
    Str folder;
    const Value *defaults; // NULL: none
} Project;

struct Sources {
    Arena *arena;
    Entry **entries;
    size_t count, capacity;
    const char *root_folder; // NULL: each source has its own
    Project *projects;       // whose defaults were asked for
    size_t project_count, project_capacity;
    const Value *record; // NULL: there are no data
    Str record_name;
    FilesRead files;
};

Sources *sources_new(Arena *arena)
{
    Sources *sources = arena_new(arena, Sources);
    sources->arena = arena;
    sources->files.arena = arena;
    return sources;
}

const FilesRead *sources_files(const Sources *sources)
{
    return &sources->files;
}

size_t sources_count(const Sources *sources)
{
    return sources->count;
}

const Source *sources_at(const Sources *sources, size_t id)
{
    return &sources->entries[id]->source;
}

bool sources_set_root(Sources *sources, const char *folder)
{
    struct stat info;
    sources->root_folder = folder;
    return stat(folder, &info) == 0 && S_ISDIR(info.st_mode);
}

Root *sources_root(Sources *sources, uint32_t id)
{
    Entry *entry = sources->entries[id];
    if (!entry->has_root)
        entry->root = root_open(sources->arena, sources->root_folder, entry->path, &sources->files);
    entry->has_root = true;
    return entry->root;
}

const Value *sources_defaults(Sources *sources, uint32_t id, Diagnostics *diagnostics)
{
    Str folder = root_find(sources->arena, sources->root_folder, sources->entries[id]->path, &sources->files);
    if (folder.length == 0)
        return NULL;
    for (size_t i = sources->project_count; i-- > 0;) { // the last is likely this one
        if (str_equal(sources->projects[i].folder, folder))
            return sources->projects[i].defaults;
    }
    const Value *defaults = project_read(sources, sources->arena, folder, &sources->files, diagnostics);
    if (defaults) // what it names is read as if a text beside it did
        sources->entries[defaults->span.source]->path = arena_format(sources->arena, "%.*s/.", STR_ARGS(folder)).bytes;
    *arena_push(sources->arena, sources->projects, sources->project_count, sources->project_capacity) =
        (Project){folder, defaults};
    return defaults;
}

static Entry *add_entry(Sources *sources, Str name)
{
    Entry *entry = arena_new(sources->arena, Entry);
    entry->source.id = (uint32_t)sources->count;
    entry->source.name = name; // any bytes: who shows it makes them visible
    *arena_push(sources->arena, sources->entries, sources->count, sources->capacity) = entry;
    return entry;
}

// Start of the line behind the one that `at` is in; text.length where there is none.
static uint32_t next_line(Str text, uint32_t at, bool has_returns)
{
    const char *end = memchr(text.bytes + at, '\n', text.length - at);
    uint32_t line_feed = end ? (uint32_t)(end - text.bytes) : text.length;
    if (has_returns) {
        const char *mark = memchr(text.bytes + at, '\r', line_feed - at);
        if (mark && mark + 1 != end)
            return (uint32_t)(mark - text.bytes) + 1;
    }
    return line_feed < text.length ? line_feed + 1 : text.length;
}

static size_t index_lines(Str text, uint32_t *starts)
{
    bool has_returns = text.length > 0 && memchr(text.bytes, '\r', text.length);
    size_t count = 0;
    for (uint32_t at = 0;;) {
        if (starts)
            starts[count] = at;
        count++;
        uint32_t next = at < text.length ? next_line(text, at, has_returns) : at;
        bool is_last =
            next == text.length && (next == at || (text.bytes[next - 1] != '\n' && text.bytes[next - 1] != '\r'));
        if (is_last)
            return count;
        at = next;
    }
}

void sources_set_record(Sources *sources, const Value *record, Str record_name)
{
    sources->record = record;
    sources->record_name = record_name;
}

static void index_entry(Sources *sources, Source *source)
{
    source->line_count = index_lines(source->text, NULL);
    uint32_t *starts = arena_array(sources->arena, uint32_t, source->line_count);
    index_lines(source->text, starts);
    source->line_starts = starts;
}

// A template stays as it was read, for places; what is compiled is a source beside it.
static Entry *fill_template(Sources *sources, Entry *template, Diagnostics *diagnostics)
{
    const Merged *merged =
        template_fill(sources->arena, sources, &template->source, sources->record, sources->record_name, diagnostics);
    Entry *entry = add_entry(sources, template->source.name);
    entry->path = template->path;
    entry->template_id = template->source.id;
    entry->source.text = merged->text;
    entry->source.merged = merged;
    index_entry(sources, &entry->source);
    return entry;
}

static void read_front(Arena *arena, Source *source, Diagnostics *diagnostics)
{
    FrontMatter front = front_matter_find(source->text);
    if (front.state == FRONT_NEVER_CLOSED)
        diagnose(diagnostics, (Span){source->id, 0, 3}, DIAG_FRONT_UNCLOSED);
    if (front.state != FRONT_FOUND)
        return;
    source->body_start = front.body_start;
    Str yaml = {source->text.bytes + front.yaml_start, front.yaml_end - front.yaml_start};
    Value *value = yaml_parse(arena, yaml, source->id, front.yaml_start, diagnostics);
    if (!value || value->kind == VALUE_NULL)
        return;
    if (value->kind == VALUE_MAP)
        source->front = front_fill(arena, source, value, diagnostics);
    else
        diagnose(diagnostics, value->span, DIAG_FRONT_NOT_MAPPING, value_kind_name(value->kind));
}

// `bytes` are in the arena. Gives the source that is to be compiled.
static const Source *fill_entry(Sources *sources, Entry *entry, Str bytes, SourceKind kind, Diagnostics *diagnostics)
{
    Source *source = &entry->source;
    CleanText clean = sanitize(sources->arena, bytes, source->id, diagnostics);
    source->text = clean.text;
    entry->removed = clean.removed;
    entry->removed_count = clean.removed_count;
    index_entry(sources, source);
    if (kind == SOURCE_WITH_FRONT && template_is_likely(source->text))
        entry = fill_template(sources, entry, diagnostics);
    if (kind == SOURCE_WITH_FRONT)
        read_front(sources->arena, &entry->source, diagnostics);
    return &entry->source;
}

// A descriptor that is closed even when the arena jumps while reading.
typedef struct {
    int descriptor; // -1: none
} OpenFile;

static void close_file(void *object)
{
    OpenFile *file = object;
    if (file->descriptor > STDERR_FILENO)
        close(file->descriptor);
    file->descriptor = -1;
}

static bool is_too_large(size_t size_bytes, Span place, Diagnostics *diagnostics)
{
    return !limit_holds(diagnostics, LIMIT_SOURCE, size_bytes, place);
}

// Reads to the end into the arena. `expected` is the file's size where it is known. False after a diagnostic.
static bool read_all(Arena *arena, int descriptor, size_t expected, Span place, Diagnostics *diagnostics,
                     Status *status, Str *bytes)
{
    enum { FIRST_READ = 64 * 1024 };
    // One more than expected, so that the end is met without growing.
    size_t capacity = expected > 0 ? expected + 1 : FIRST_READ;
    size_t length = 0;
    char *buffer = arena_alloc(arena, capacity);
    for (;;) {
        ssize_t got = read(descriptor, buffer + length, capacity - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            file_error_report(place, errno, diagnostics, status);
            return false;
        }
        if (got == 0)
            break;
        length += (size_t)got;
        if (is_too_large(length, place, diagnostics))
            return false;
        if (length == capacity) {
            char *larger = arena_alloc(arena, 2 * capacity);
            memcpy(larger, buffer, length);
            buffer = larger;
            capacity *= 2;
        }
    }
    *bytes = (Str){buffer, (uint32_t)length};
    return true;
}

// Empty after a diagnostic.
static Str read_descriptor(Arena *arena, int descriptor, Span place, Diagnostics *diagnostics, Status *status,
                           struct stat *info)
{
    Str bytes = STR("");
    if (fstat(descriptor, info) != 0) {
        file_error_report(place, errno, diagnostics, status);
        return bytes;
    }
    if (S_ISDIR(info->st_mode)) {
        diagnose(diagnostics, place, DIAG_INPUT_UNREADABLE, "this folder has no *.md");
        return bytes;
    }
    // Pipes and terminals are read to their end; so is a character device such as /dev/null, up to the limit.
    if (S_ISBLK(info->st_mode)) {
        diagnose(diagnostics, place, DIAG_INPUT_UNREADABLE, "this is a block device");
        return bytes;
    }
    size_t expected = S_ISREG(info->st_mode) && info->st_size > 0 ? (size_t)info->st_size : 0;
    if (!is_too_large(expected, place, diagnostics))
        read_all(arena, descriptor, expected, place, diagnostics, status, &bytes);
    return bytes;
}

const Source *source_read(Sources *sources, const char *path, SourceKind kind, Diagnostics *diagnostics, Status *status)
{
    bool is_stdin = strcmp(path, "-") == 0;
    size_t path_length = strlen(path);
    Str name = is_stdin ? STR("<stdin>") : arena_str(sources->arena, path, path_length);
    Entry *entry = add_entry(sources, name);
    entry->path = is_stdin ? "-" : name.bytes;
    Span place = {.source = entry->source.id};

    OpenFile *file = arena_new(sources->arena, OpenFile);
    file->descriptor = -1;
    arena_defer(sources->arena, close_file, file);
    file->descriptor = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    Str bytes = STR("");
    struct stat info = {0};
    bool found = file->descriptor >= 0;
    if (found)
        bytes = read_descriptor(sources->arena, file->descriptor, place, diagnostics, status, &info);
    else
        file_error_report(place, errno, diagnostics, status);
    close_file(file);
    if (!is_stdin)
        files_note(&sources->files, name.bytes, found ? &info : NULL, bytes);
    return fill_entry(sources, entry, bytes, kind, diagnostics);
}

const Source *source_from_bytes(Sources *sources, Str name, Str bytes, SourceKind kind, Diagnostics *diagnostics)
{
    Entry *entry = add_entry(sources, arena_str(sources->arena, name.bytes, name.length));
    Str copy = STR("");
    if (!is_too_large(bytes.length, (Span){.source = entry->source.id}, diagnostics))
        copy = arena_str(sources->arena, bytes.bytes, bytes.length);
    return fill_entry(sources, entry, copy, kind, diagnostics);
}

// Index of the last element that is not above `value`; the first one always is not.
static size_t find_last(const uint32_t *ascending, size_t count, uint32_t value)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (ascending[middle] <= value)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// Characters that were left out in [start, end).
static uint32_t count_removed(const Entry *entry, uint32_t start, uint32_t end)
{
    uint32_t count = 0;
    for (size_t i = 0; i < entry->removed_count && entry->removed[i] < end; i++)
        count += entry->removed[i] >= start;
    return count;
}

Span sources_origin(const Sources *sources, Span span)
{
    const Entry *entry = span.source < sources->count ? sources->entries[span.source] : NULL;
    if (!entry || !entry->source.merged)
        return span;
    return span.end > 0 ? merged_origin(entry->source.merged, span.start) : (Span){.source = entry->template_id};
}

bool source_position(const Sources *sources, Span span, uint32_t *line, uint32_t *column)
{
    span = sources_origin(sources, span);
    if (span.end == 0 || span.source >= sources->count)
        return false;
    const Entry *entry = sources->entries[span.source];
    const Source *source = &entry->source;
    uint32_t at = span.start <= source->text.length ? span.start : source->text.length;
    size_t index = find_last(source->line_starts, source->line_count, at);
    uint32_t start = source->line_starts[index];
    uint32_t characters = 0;
    for (uint32_t i = start; i < at; i++)
        characters += ((unsigned char)source->text.bytes[i] & 0xC0) != 0x80;
    *line = (uint32_t)index + 1;
    *column = characters + count_removed(entry, start, at) + 1;
    return true;
}
