// Bytes in, clean text with a line index and typed front matter out. Knows nothing of Markdown.
#ifndef HSPDF_SOURCE_SOURCE_H
#define HSPDF_SOURCE_SOURCE_H

#include "support/support.h"

// A YAML value. Scalars are typed by YAML's core schema, and keep their text, since `version: 1.10` prints as written.
typedef enum { VALUE_NULL, VALUE_BOOL, VALUE_INT, VALUE_FLOAT, VALUE_STRING, VALUE_LIST, VALUE_MAP } ValueKind;

typedef struct Value Value;
struct Value {
    ValueKind kind;
    Span span;     // of the value
    Str text;      // scalars: as written, quotes and escapes resolved
    double number; // VALUE_BOOL (0 or 1), VALUE_INT, VALUE_FLOAT
    Str key;       // in a map: this member's key; empty in a list
    Span key_span;
    Value *first_child, *next; // members in the order of the source
};

// Finds a member of a map; NULL where there is none or `map` is NULL or no map.
const Value *value_find(const Value *map, Str key);

// "a list", "a mapping", "text", …: for messages.
const char *value_kind_name(ValueKind kind);

// Parses YAML that starts at byte `offset` of source `source_id`. NULL after an error, which is diagnosed; an empty
// document is VALUE_NULL. Aliases are refused beyond LIMIT_YAML_VALUES.
Value *yaml_parse(Arena *arena, Str text, uint32_t source_id, uint32_t offset, Diagnostics *diagnostics);

typedef struct Merged Merged; // see merge.h

// Text is valid UTF-8 without mark, NUL, control characters but tab and line ends, and noncharacters; each that was
// replaced or left out was diagnosed. Spans are offsets into `text`.
typedef struct {
    uint32_t id;         // index in its Sources
    Str name;            // as given, for messages
    Str text;            // whole, front matter included
    uint32_t body_start; // where the Markdown begins
    const Value *front;  // VALUE_MAP, or NULL where there is none; filled
    // NULL: no field stands in `text`. Else characters of private use stand for the fields of a template: see
    // source_fill.
    const Merged *merged;
    const uint32_t *line_starts;
    size_t line_count;
} Source;

typedef struct Sources Sources; // all texts of one compilation

Sources *sources_new(Arena *arena);
size_t sources_count(const Sources *sources);
const Source *sources_at(const Sources *sources, size_t id);

typedef enum {
    SOURCE_WHOLE,     // no front matter is looked for: stylesheets, data
    SOURCE_WITH_FRONT // Markdown
} SourceKind;

// Reads a regular file or, for "-", standard input to its end. A file that can not be read is diagnosed, its text
// empty; *status is STATUS_IO where the machine refused it (permission, I/O), else unchanged. Never NULL.
const Source *source_read(Sources *sources, const char *path, SourceKind kind, Diagnostics *diagnostics,
                          Status *status);

// The same from memory. The bytes are copied.
const Source *source_from_bytes(Sources *sources, Str name, Str bytes, SourceKind kind, Diagnostics *diagnostics);

// What the templates among the Markdown that is read from now on are filled from: a mapping, NULL for none, and how it
// is called in messages ("patients.csv, record 7"). Borrowed.
void sources_set_record(Sources *sources, const Value *record, Str record_name);

// Keeps what the record says out of diagnostics: of texts that are put into messages only those are shown that stand in
// the sources as written, or are names of fields.
void sources_guard_record(Arena *arena, const Sources *sources, const Value *record, Str record_name,
                          Diagnostics *diagnostics);

// Adds `text` under `key`, which may be dotted, to a record. False where a part of the key is no mapping there.
bool record_set(Arena *arena, Value *record, Str key, Str text);

// The value of a record under `key`, which may be dotted; NULL where there is none.
const Value *record_find(const Value *record, Str key);

// The record that bytes of data_record say. NULL where they are none.
Value *record_read(Arena *arena, Str bytes);

typedef enum {
    FILL_TEXT,   // dates, numbers and lists in the document's language; line ends are U+2028
    FILL_LINE,   // the same, line ends are spaces
    FILL_CODE,   // as in the data
    FILL_ADDRESS // as in the data, percent-encoded where it has to be
} FillPlace;

// Puts values in the place of the fields in `text`, a part of the source's text. `lang` is a BCP 47 tag. `place` is
// where they are printed. Characters that are not seen are diagnosed. `text` is given back where it has no field.
Str source_fill(Arena *arena, const Source *source, Str text, FillPlace place, Str lang, Diagnostics *diagnostics);

// A folder that a document may read files from, and no others.
typedef struct Root Root;

// Makes `folder` the root of all sources. Without it a source has the nearest folder above it that holds .git or
// hspdf.yaml, else its own; standard input counts as a file of the working directory. The string is borrowed. False
// where there is no such folder.
bool sources_set_root(Sources *sources, const char *folder);

// The root of a source, opened at the first call. NULL where there is none: for text from memory where no root was set.
Root *sources_root(Sources *sources, uint32_t id);

// The mapping in the file hspdf.yaml of the source's root: defaults for the front matter of all texts below it. NULL
// where there is none, or where it can not be read, which is diagnosed. Read at the first source of a root.
const Value *sources_defaults(Sources *sources, uint32_t id, Diagnostics *diagnostics);

typedef enum {
    ROOT_OK,
    ROOT_MISSING,
    ROOT_OUTSIDE,    // the path, or a link on it, leaves the root
    ROOT_UNREADABLE, // no permission, or no regular file
    ROOT_TOO_LARGE,
    ROOT_MACHINE // root_error tells
} RootStatus;

// Reads the file at `path`, relative to the source's folder, or absolute. `limit_bytes` is at most UINT32_MAX - 1.
RootStatus root_read(Root *root, Arena *arena, Str path, size_t limit_bytes, Str *bytes);
int root_error(const Root *root); // errno's number, of the last ROOT_MACHINE

// The place in what was read, where `span` may be one in a filled template.
Span sources_origin(const Sources *sources, Span span);

// A file that was read, or looked for in vain: what the output depends on, besides the program and its data.
typedef struct {
    const char *path; // as the input was named, or absolute
    bool found;
    Str bytes;                       // as read; empty where it could not be
    int64_t modified_ns, changed_ns; // since 1970, by the file's own clock, before it was read
    uint64_t inode;
} FileRead;

// All of them, in the order of reading. A file may stand there twice.
typedef struct {
    Arena *arena;
    FileRead *items;
    size_t count, capacity;
} FilesRead;
const FilesRead *sources_files(const Sources *sources);

// Line and column from 1; columns count characters, an invalid byte as one. False where the span names no place.
bool source_position(const Sources *sources, Span span, uint32_t *line, uint32_t *column);

// Makes text that escapes or character references gave as clean as a source's; what is replaced is diagnosed at `span`.
// U+0080 to U+009F are read as Windows-1252, which `&#146;` means in HTML. Borrowed where it is clean.
Str text_clean(Arena *arena, Str text, Span span, Diagnostics *diagnostics);

// Data for merging, read a record at a time: CSV, JSON (a list, or objects one behind the other) or YAML, which is told
// by the name's suffix, else by how the text begins. What one record takes is given back for the next; only YAML's text
// is in memory as a whole.
typedef struct Data Data;

// `path` is a file or "-"; NULL: `bytes`, which are borrowed, and called `name`. What can not be read is diagnosed, and
// has no records. Diagnostics have lines (data_position).
Data *data_open(Arena *arena, const char *data_folder, const char *path, Str name, Str bytes, Diagnostics *diagnostics,
                Status *status);

// Reads the next record, false at the end and after a fault.
bool data_next(Data *data, Status *status);

// For those who want one record: another one is a fault.
void data_end(Data *data, Status *status);

// Of the record that was read last. Its bytes (record.h) live until the next is read.
Str data_record(const Data *data);
size_t data_number(const Data *data); // from 1; 0 before the first
size_t data_line(const Data *data);   // where it begins; 0 where that is not known

Str data_name(const Data *data);
bool data_position(const Data *data, Span span, uint32_t *line, uint32_t *column);

// The folder of the root of `input` ("-": of the working directory), or `folder` where that is not NULL: absolute,
// without links and ended by NUL; empty where there is none. Opens nothing; notes in `files`, unless that is NULL,
// where it looked.
Str root_find(Arena *arena, const char *folder, const char *input, FilesRead *files);

#endif
