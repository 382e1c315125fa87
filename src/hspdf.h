// libhspdf: Markdown with YAML front matter in, a paginated PDF out.
//
//     hspdf_engine *engine = hspdf_engine_open(NULL, 0, message, sizeof message);
//     hspdf_request *request = hspdf_request_open();
//     hspdf_request_add_file(request, "leaflet.md");
//     hspdf_result *result = hspdf_compile(engine, request);
//
// An engine holds fonts and shaped words, and is worth keeping; a request says what to compile and may be used again;
// a result holds the PDF and what there is to say about the input. The library never prints and never ends the
// process, but for one case: GLib and cmark-gfm abort when an allocation fails. Nothing is global: engines may live
// side by side, each used by one thread at a time.
#ifndef HSPDF_H
#define HSPDF_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HSPDF_API __attribute__((visibility("default")))

typedef struct hspdf_engine hspdf_engine;
typedef struct hspdf_request hspdf_request;
typedef struct hspdf_result hspdf_result;
typedef struct hspdf_data hspdf_data;

typedef enum {
    HSPDF_OK = 0,      // all was made
    HSPDF_REFUSED = 1, // a diagnostic of severity error: no output
    HSPDF_USAGE = 2,   // an argument is wrong
    HSPDF_MACHINE = 3  // out of memory, input can not be read for lack of permission, …
} hspdf_status;

typedef enum { HSPDF_NOTE, HSPDF_WARNING, HSPDF_ERROR } hspdf_severity;

// Strings are UTF-8, ended by NUL, and live as long as the result.
typedef struct {
    const char *file;      // as the input was named; NULL where no input is meant
    unsigned line, column; // from 1, columns in characters; 0 where no place is known
    hspdf_severity severity;
    const char *code;    // stable, as "alt-missing"
    const char *message; // one line
    const char *hint;    // NULL where there is none
} hspdf_diagnostic;

// Opens fonts and styles below `data_folder`; NULL stands for the installed one. `use_system_fonts` (0 or 1) lets fonts
// of this machine serve characters that no staged font covers; pages then differ between machines.
// NULL on failure, with a message in `error` (ended by NUL).
HSPDF_API hspdf_engine *hspdf_engine_open(const char *data_folder, int use_system_fonts, char *error,
                                          size_t error_size);
HSPDF_API void hspdf_engine_close(hspdf_engine *engine);

// Lists fonts, or styles, one a line, by calling `write` as hspdf_result_write does.
typedef int hspdf_write(void *context, const void *bytes, size_t size);
HSPDF_API hspdf_status hspdf_engine_list_fonts(hspdf_engine *engine, hspdf_write *write, void *context);
HSPDF_API hspdf_status hspdf_engine_list_styles(hspdf_engine *engine, hspdf_write *write, void *context);
// What a key of a style means, as "size", "heading-1.size" or "table". HSPDF_USAGE where there is no such key.
HSPDF_API hspdf_status hspdf_explain_style(const char *key, hspdf_write *write, void *context);

// The limits of requests, one a line: name, default, what it counts, with a tab between.
HSPDF_API hspdf_status hspdf_list_limits(hspdf_write *write, void *context);

// NULL where there is no memory.
HSPDF_API hspdf_request *hspdf_request_open(void);
HSPDF_API void hspdf_request_close(hspdf_request *request);

// Inputs make one document in the order in which they are added, each from a new page. "-" is standard input.
// The bytes are copied; `name` is for messages.
HSPDF_API hspdf_status hspdf_request_add_file(hspdf_request *request, const char *path);
HSPDF_API hspdf_status hspdf_request_add_text(hspdf_request *request, const char *name, const void *bytes, size_t size);

// Keys: "paper" (a4, letter, 210x297mm), "style" (leaflet), "strict" (yes, no: warnings are errors),
// "output" (pdf; png or svg: a picture of each page; sheet: one PNG of all; document, layout: dumps; nothing: what the
// result holds), "dpi" (of a PNG, 10 to 600; 150 where it is not set), "root" (the folder that images may be read
// from; without it, for each file the nearest one above it that holds .git or hspdf.yaml, else its own, and for text
// none), "date" (when the PDF says that it was made: 2026-03-05, 2026-03-05T08:30:00+01:00, or @ and the seconds since
// 1970; without it, it does not say), "limit" (NAME=VALUE, as "pages=20" or "source=2M": what a document may cost;
// hspdf_list_limits names them. Set once for each).
// HSPDF_USAGE for another key or value; a paper, style or root that does not exist is found when compiling, and
// diagnosed.
HSPDF_API hspdf_status hspdf_request_set(hspdf_request *request, const char *key, const char *value);

// The value of a limit, in bytes, milliseconds or a number; 0 where there is no such limit.
HSPDF_API unsigned long long hspdf_request_limit(const hspdf_request *request, const char *name);

// Data that fill the fields, {{name}}, of texts, read a record at a time, in memory that does not grow with them:
//
//     hspdf_data *data = hspdf_data_open(engine, "patients.csv");
//     while (hspdf_data_next(data)) {
//         const void *record = hspdf_data_record(data, &size);
//         hspdf_request_set_record(request, "patients.csv, record 7", record, size);
//         …
//     }
//     if (hspdf_data_status(data) != HSPDF_OK) …
//
// CSV with a row of names, JSON (a list of objects, or objects one behind the other), YAML (a list, or one mapping);
// told by the suffix, else by how they begin. "-" is standard input. NULL where there is no memory; what can not be
// read gives no record, and a diagnostic. The engine outlives the data.
HSPDF_API hspdf_data *hspdf_data_open(hspdf_engine *engine, const char *path);
HSPDF_API hspdf_data *hspdf_data_open_bytes(hspdf_engine *engine, const char *name, const void *bytes, size_t size);
HSPDF_API void hspdf_data_close(hspdf_data *data);

// 1: a record was read; 0: there are no more, or hspdf_data_status says why not.
HSPDF_API int hspdf_data_next(hspdf_data *data);
// For who wants one record, and has it: 1 where there are no more. Another one is refused by a diagnostic.
HSPDF_API int hspdf_data_end(hspdf_data *data);
HSPDF_API hspdf_status hspdf_data_status(const hspdf_data *data);

// Of the record that was read last: its number and the line where it begins, from 1; the text under a key, which may be
// dotted, NULL where there is none; and its bytes, which may be kept, or sent to another process of the same version.
// All live until the next record is read.
HSPDF_API size_t hspdf_data_number(const hspdf_data *data);
HSPDF_API size_t hspdf_data_line(const hspdf_data *data);
HSPDF_API const char *hspdf_data_value(hspdf_data *data, const char *key);
HSPDF_API const void *hspdf_data_record(const hspdf_data *data, size_t *size);

// They never hold what the data do, but for the names of fields. They live as long as the data.
HSPDF_API size_t hspdf_data_diagnostic_count(const hspdf_data *data);
HSPDF_API hspdf_diagnostic hspdf_data_diagnostic_at(hspdf_data *data, size_t index);

// What fills the fields of all inputs, instead of an earlier record. `name` is for messages; the bytes are copied,
// those of hspdf_data_record. NULL: no record.
HSPDF_API hspdf_status hspdf_request_set_record(hspdf_request *request, const char *name, const void *bytes,
                                                size_t size);
// Fills one field, whatever the record says of it. The key may be dotted, "patient.name".
HSPDF_API hspdf_status hspdf_request_set_field(hspdf_request *request, const char *key, const char *value);

// Many records' letters in one file to print: each with page numbers of its own, on a new sheet where the style prints
// on both sides. All are compiled twice, in the same order, so that one is in memory at a time:
//
//     hspdf_merge *merge = hspdf_merge_open(engine);
//     for each record: hspdf_request_set_record(request, …), result = hspdf_merge_look(merge, request), …
//     hspdf_merge_turn(merge, request, "letters");
//     for each record: hspdf_request_set_record(request, …), result = hspdf_merge_add(merge, request, "letter-0007"), …
//     hspdf_merge_end(merge, &bytes, &size);
//
// Results have diagnostics and no output. The engine outlives the merge, and compiles nothing else meanwhile. `title`
// is the file's, where the letters differ in theirs; `label` names a letter in the outline. The bytes live as long as
// the merge. After a status other than HSPDF_OK only hspdf_merge_close may follow.
typedef struct hspdf_merge hspdf_merge;
HSPDF_API hspdf_merge *hspdf_merge_open(hspdf_engine *engine); // NULL where there is no memory
HSPDF_API hspdf_result *hspdf_merge_look(hspdf_merge *merge, const hspdf_request *request);
HSPDF_API hspdf_status hspdf_merge_turn(hspdf_merge *merge, const hspdf_request *request, const char *title);
HSPDF_API hspdf_result *hspdf_merge_add(hspdf_merge *merge, const hspdf_request *request, const char *label);
HSPDF_API hspdf_status hspdf_merge_end(hspdf_merge *merge, const void **bytes, size_t *size);
HSPDF_API size_t hspdf_merge_page_count(const hspdf_merge *merge); // so far, with empty pages between letters
HSPDF_API void hspdf_merge_close(hspdf_merge *merge);

// Takes from the calling thread, from those that it starts, and so from a program of one thread, for good, every power
// that compiling `request` does not need. What the request names, the roots of its inputs, the engine's data, libraries
// and the paths in `more` can still be read, beneath folders too; nothing else can be opened, nothing made, written,
// removed or run, no process and no socket made. Open descriptors stay as they are. Nobody else calls this:
// hspdf_compile never confines its caller. By Landlock and by seccomp, each where the kernel has it; HSPDF_REFUSED
// where it lacks one of `required`. After HSPDF_MACHINE some powers may be gone.
enum { HSPDF_CONFINES_FILES = 1, HSPDF_CONFINES_CALLS = 2 };
HSPDF_API int hspdf_confinement(void); // which of them this kernel has
HSPDF_API hspdf_status hspdf_confine(const hspdf_engine *engine, const hspdf_request *request, const char *const *more,
                                     size_t more_count, int required);

// NULL where there is no memory for even the result.
HSPDF_API hspdf_result *hspdf_compile(hspdf_engine *engine, const hspdf_request *request);
HSPDF_API void hspdf_result_close(hspdf_result *result);

HSPDF_API hspdf_status hspdf_result_status(const hspdf_result *result);
// What was made, in the order of the pages: one output, or with pictures as many as pages; 0 unless the status is
// HSPDF_OK. Borrowed from the result. `index` is below the count.
HSPDF_API size_t hspdf_result_output_count(const hspdf_result *result);
HSPDF_API const void *hspdf_result_output_at(const hspdf_result *result, size_t index, size_t *size);
// The first output: NULL and 0 where there is none.
HSPDF_API const void *hspdf_result_bytes(const hspdf_result *result, size_t *size);
// Hands the first output to `write`, which returns 0, or another number to stop; that number is returned.
HSPDF_API int hspdf_result_write(const hspdf_result *result, hspdf_write *write, void *context);
HSPDF_API size_t hspdf_result_page_count(const hspdf_result *result);
HSPDF_API size_t hspdf_result_diagnostic_count(const hspdf_result *result);
HSPDF_API hspdf_diagnostic hspdf_result_diagnostic_at(const hspdf_result *result, size_t index);

// A file that was read, or looked for in vain: text, style, image. Together with the version, the data folder and what
// the request says, they are all that the result depends on. Times are in nanoseconds since 1970, of the file before it
// was read, so that who keeps them can tell whether it may have changed since.
typedef struct {
    const char *path;  // as the input was named, or absolute
    int found;         // 0 or 1
    const void *bytes; // as read
    size_t size;
    long long modified_ns, changed_ns;
    unsigned long long inode;
} hspdf_file;
HSPDF_API size_t hspdf_result_file_count(const hspdf_result *result);
HSPDF_API hspdf_file hspdf_result_file_at(const hspdf_result *result, size_t index);

// What a file's front matter says, for naming outputs by it. NULL where the file can not be read. Nothing is diagnosed:
// hspdf_compile does that.
typedef struct hspdf_front hspdf_front;
HSPDF_API hspdf_front *hspdf_front_open(const char *path);
// Text of a field at the top level, as written; NULL where there is none, or it is no scalar. Borrowed.
HSPDF_API const char *hspdf_front_find(const hspdf_front *front, const char *field);
HSPDF_API void hspdf_front_close(hspdf_front *front);

// "0.1.0", and a text of several lines that names the libraries' versions and the fonts' fingerprint.
HSPDF_API const char *hspdf_version(void);
HSPDF_API hspdf_status hspdf_version_details(hspdf_write *write, void *context);

#ifdef __cplusplus
}
#endif

#endif
