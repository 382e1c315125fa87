// The public face: C strings and opaque handles around compile/compile.h. A result owns two arenas, its own,
// for the texts that are handed out, and the compilation's. Running out of memory lands here, in
// hspdf_compile, whatever the stage was, and becomes a result that says so.
#include "hspdf.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "compile/compile.h"
#include "inputs.h"
#include "public.h"
#include "style/style.h"

enum { DPI_LEAST = 10, DPI_DEFAULT = 150, DPI_MOST = 600 };

struct hspdf_engine {
    Engine *engine;
    ImageDecoders *decoders;
    char *data_folder;
    bool uses_system_fonts;
};

struct hspdf_request {
    CompileInput *inputs; // their strings are owned by the request
    size_t input_count, input_capacity;
    char *style, *paper; // NULL: as the document says
    char date[TIMESTAMP_BYTES];
    char *root; // NULL: each input has its own
    bool strict;
    OutputKind output;
    double dpi;
    Limits limits;
    char *record, *record_name; // NULL: none
    size_t record_size;
    CompileField *fields; // their strings are owned by the request
    size_t field_count, field_capacity;
};

struct hspdf_result {
    Arena *arena;
    CompileResult compiled;
    hspdf_status status;
    hspdf_diagnostic *diagnostics;
    size_t diagnostic_count;
    hspdf_diagnostic last_words; // where there was no memory for `diagnostics`
};

// ---- engine

hspdf_engine *hspdf_engine_open(const char *data_folder, int use_system_fonts, char *error, size_t error_size)
{
    hspdf_engine *engine = calloc(1, sizeof *engine);
    if (engine)
        engine->data_folder = strdup(data_folder ? data_folder : HSPDF_DATA_FOLDER);
    if (engine && engine->data_folder)
        engine->decoders = image_decoders_open(engine->data_folder);
    if (!engine || !engine->decoders) {
        if (error_size > 0)
            snprintf(error, error_size, "out of memory");
        hspdf_engine_close(engine);
        return NULL;
    }
    engine->uses_system_fonts = use_system_fonts != 0;
    engine->engine = engine_open(engine->data_folder, use_system_fonts != 0, error, error_size);
    if (!engine->engine) {
        hspdf_engine_close(engine);
        return NULL;
    }
    return engine;
}

void hspdf_engine_close(hspdf_engine *engine)
{
    if (!engine)
        return;
    engine_close(engine->engine);
    image_decoders_close(engine->decoders);
    free(engine->data_folder);
    free(engine);
}

const char *public_data_folder(const hspdf_engine *engine)
{
    return engine->data_folder;
}

typedef void Describe(const void *of, Buffer *out); // nothing: there is no such thing

static void describe_fonts(const void *engine, Buffer *out)
{
    engine_describe_fonts(((const hspdf_engine *)engine)->engine, out);
}

static int is_stylesheet(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 5 && strcmp(entry->d_name + length - 5, ".yaml") == 0;
}

// Not alphasort, which follows the caller's locale.
static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void describe_styles(const void *engine, Buffer *out)
{
    Str path = arena_format(out->arena, "%s/styles", public_data_folder(engine));
    struct dirent **entries = NULL;
    int count = scandir(path.bytes, &entries, is_stylesheet, compare_names);
    for (int i = 0; i < count; i++) {
        buffer_append(out, entries[i]->d_name, strlen(entries[i]->d_name) - 5);
        buffer_append_char(out, '\n');
        free(entries[i]);
    }
    free(entries);
}

// The description is made whole before the first byte is written, so that no caller's function runs under a
// jump.
static hspdf_status list(const void *of, Describe *describe, hspdf_write *write, void *context)
{
    Arena *arena = arena_open(limits_default.values[LIMIT_MEMORY]);
    if (!arena)
        return HSPDF_MACHINE;
    Buffer text = {.arena = arena};
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        arena_close(arena);
        return HSPDF_MACHINE;
    }
    arena_set_landing(arena, &landing);
    describe(of, &text);
    bool written = text.length == 0 || write(context, text.bytes, text.length) == 0;
    arena_close(arena);
    return written ? HSPDF_OK : HSPDF_MACHINE;
}

hspdf_status hspdf_engine_list_fonts(hspdf_engine *engine, hspdf_write *write, void *context)
{
    return list(engine, describe_fonts, write, context);
}

hspdf_status hspdf_engine_list_styles(hspdf_engine *engine, hspdf_write *write, void *context)
{
    return list(engine, describe_styles, write, context);
}

static void explain_style(const void *key, Buffer *out)
{
    style_explain(str_from(key), out);
}

// Nothing is written where there is no such key.
typedef struct {
    hspdf_write *write;
    void *context;
    bool has_written;
} Watched;

static int write_watched(void *context, const void *bytes, size_t size)
{
    Watched *watched = context;
    watched->has_written = true;
    return watched->write(watched->context, bytes, size);
}

hspdf_status hspdf_explain_style(const char *key, hspdf_write *write, void *context)
{
    Watched watched = {write, context, false};
    hspdf_status status = key ? list(key, explain_style, write_watched, &watched) : HSPDF_USAGE;
    return status == HSPDF_OK && !watched.has_written ? HSPDF_USAGE : status;
}

static void describe_limits(const void *of, Buffer *out)
{
    char value[LIMIT_TEXT_BYTES];
    (void)of;
    for (LimitId id = 0; id < LIMIT_COUNT; id++)
        buffer_printf(out, "%s\t%s\t%s\n", limit_rows[id].name, limit_text(id, limit_rows[id].value, value),
                      limit_rows[id].help);
}

hspdf_status hspdf_list_limits(hspdf_write *write, void *context)
{
    return list(NULL, describe_limits, write, context);
}

// ---- request

hspdf_request *hspdf_request_open(void)
{
    hspdf_request *request = calloc(1, sizeof *request);
    if (!request)
        return NULL;
    request->dpi = DPI_DEFAULT;
    request->limits = limits_default;
    return request;
}

void hspdf_request_close(hspdf_request *request)
{
    if (!request)
        return;
    for (size_t i = 0; i < request->input_count; i++) {
        free((char *)request->inputs[i].path);
        free((char *)request->inputs[i].name.bytes);
        free((char *)request->inputs[i].bytes.bytes);
    }
    free(request->inputs);
    free(request->style);
    free(request->paper);
    free(request->root);
    free(request->record);
    free(request->record_name);
    for (size_t i = 0; i < request->field_count; i++) {
        free((char *)request->fields[i].key.bytes);
        free((char *)request->fields[i].value.bytes);
    }
    free(request->fields);
    free(request);
}

// A zeroed input at the end of the list, or NULL.
static CompileInput *input_add(hspdf_request *request)
{
    if (request->input_count == request->input_capacity) {
        size_t capacity = request->input_capacity ? 2 * request->input_capacity : 8;
        CompileInput *inputs = reallocarray(request->inputs, capacity, sizeof *inputs);
        if (!inputs)
            return NULL;
        request->inputs = inputs;
        request->input_capacity = capacity;
    }
    CompileInput *input = &request->inputs[request->input_count++];
    *input = (CompileInput){0};
    return input;
}

hspdf_status hspdf_request_add_file(hspdf_request *request, const char *path)
{
    if (!path || !*path)
        return HSPDF_USAGE;
    char *copy = strdup(path);
    CompileInput *input = copy ? input_add(request) : NULL;
    if (!input) {
        free(copy);
        return HSPDF_MACHINE;
    }
    input->path = copy;
    return HSPDF_OK;
}

hspdf_status hspdf_request_add_text(hspdf_request *request, const char *name, const void *bytes, size_t size)
{
    if (!name || size > BOUND_TEXT_BYTES)
        return HSPDF_USAGE;
    char *name_copy = strdup(name);
    char *copy = malloc(size + 1);
    CompileInput *input = name_copy && copy ? input_add(request) : NULL;
    if (!input) {
        free(name_copy);
        free(copy);
        return HSPDF_MACHINE;
    }
    if (size > 0)
        memcpy(copy, bytes, size);
    input->name = str_from(name_copy);
    input->bytes = (Str){copy, (uint32_t)size};
    return HSPDF_OK;
}

static hspdf_status set_text(char **place, const char *value)
{
    char *copy = *value ? strdup(value) : NULL;
    if (*value && !copy)
        return HSPDF_MACHINE;
    free(*place);
    *place = copy;
    return HSPDF_OK;
}

// The place of `value` among `choices`, or -1.
static int choice(const char *value, const char *const *choices, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(value, choices[i]) == 0)
            return (int)i;
    }
    return -1;
}

hspdf_status hspdf_request_set(hspdf_request *request, const char *key, const char *value)
{
    static const char *const outputs[] = {[OUTPUT_PDF] = "pdf",
                                          [OUTPUT_PNG] = "png",
                                          [OUTPUT_SHEET] = "sheet",
                                          [OUTPUT_SVG] = "svg",
                                          [OUTPUT_DOCUMENT_DUMP] = "document",
                                          [OUTPUT_LAYOUT_DUMP] = "layout",
                                          [OUTPUT_NOTHING] = "nothing"};
    static const char *const answers[] = {"no", "yes"};
    if (!key || !value)
        return HSPDF_USAGE;
    if (strcmp(key, "paper") == 0)
        return set_text(&request->paper, value);
    if (strcmp(key, "style") == 0)
        return set_text(&request->style, value);
    if (strcmp(key, "date") == 0) {
        request->date[0] = '\0';
        return !*value || timestamp_read(str_from(value), request->date) ? HSPDF_OK : HSPDF_USAGE;
    }
    if (strcmp(key, "root") == 0)
        return set_text(&request->root, value);
    if (strcmp(key, "strict") == 0) {
        int answer = choice(value, answers, 2);
        request->strict = answer > 0;
        return answer < 0 ? HSPDF_USAGE : HSPDF_OK;
    }
    if (strcmp(key, "dpi") == 0) {
        char *end;
        long dpi = strtol(value, &end, 10);
        bool is_sound = *end == '\0' && dpi >= DPI_LEAST && dpi <= DPI_MOST;
        request->dpi = is_sound ? (double)dpi : request->dpi;
        return is_sound ? HSPDF_OK : HSPDF_USAGE;
    }
    if (strcmp(key, "limit") == 0)
        return limits_set(&request->limits, value) ? HSPDF_OK : HSPDF_USAGE;
    if (strcmp(key, "output") == 0) {
        int output = choice(value, outputs, sizeof outputs / sizeof *outputs);
        if (output < 0)
            return HSPDF_USAGE;
        request->output = (OutputKind)output;
        return HSPDF_OK;
    }
    return HSPDF_USAGE;
}

unsigned long long hspdf_request_limit(const hspdf_request *request, const char *name)
{
    for (size_t id = 0; id < LIMIT_COUNT; id++) {
        if (strcmp(limit_rows[id].name, name) == 0)
            return request->limits.values[id];
    }
    return 0;
}

hspdf_status hspdf_request_set_record(hspdf_request *request, const char *name, const void *bytes, size_t size)
{
    if (bytes && (!name || size > BOUND_RECORD_BYTES))
        return HSPDF_USAGE;
    char *name_copy = bytes ? strdup(name) : NULL;
    char *copy = bytes ? malloc(size + 1) : NULL;
    if (bytes && (!name_copy || !copy)) {
        free(name_copy);
        free(copy);
        return HSPDF_MACHINE;
    }
    if (bytes)
        memcpy(copy, bytes, size);
    free(request->record);
    free(request->record_name);
    request->record = copy;
    request->record_name = name_copy;
    request->record_size = bytes ? size : 0;
    return HSPDF_OK;
}

// "a..b" and the like name nothing.
static bool is_field_key(const char *key)
{
    size_t length = strlen(key);
    return length > 0 && key[0] != '.' && key[length - 1] != '.' && !strstr(key, "..");
}

hspdf_status hspdf_request_set_field(hspdf_request *request, const char *key, const char *value)
{
    if (!key || !value || !is_field_key(key) || strlen(value) > BOUND_RECORD_BYTES)
        return HSPDF_USAGE;
    if (request->field_count == request->field_capacity) {
        size_t capacity = 2 * request->field_capacity + 8;
        CompileField *fields = reallocarray(request->fields, capacity, sizeof *fields);
        if (!fields)
            return HSPDF_MACHINE;
        request->fields = fields;
        request->field_capacity = capacity;
    }
    CompileField *field = &request->fields[request->field_count];
    *field = (CompileField){str_from(strdup(key)), str_from(strdup(value))};
    if (!field->key.bytes || !field->value.bytes) {
        free((char *)field->key.bytes);
        free((char *)field->value.bytes);
        return HSPDF_MACHINE;
    }
    request->field_count++;
    return HSPDF_OK;
}

// ---- compile

static hspdf_severity public_severity(Severity severity)
{
    return severity == SEVERITY_ERROR ? HSPDF_ERROR : severity == SEVERITY_WARNING ? HSPDF_WARNING : HSPDF_NOTE;
}

hspdf_diagnostic public_diagnostic(Arena *arena, const Diagnostic *diagnostic)
{
    const char *hint = diagnostic_code_hint(diagnostic->code);
    return (hspdf_diagnostic){
        .severity = public_severity(diagnostic->severity),
        .code = diagnostic_code_name(diagnostic->code),
        .message = arena_str(arena, diagnostic->message.bytes, diagnostic->message.length).bytes,
        .hint = *hint ? hint : NULL,
    };
}

static hspdf_diagnostic placed_diagnostic(const hspdf_result *result, const Diagnostic *diagnostic)
{
    Span span = sources_origin(result->compiled.sources, diagnostic->span);
    hspdf_diagnostic out = public_diagnostic(result->arena, diagnostic);
    uint32_t line, column;
    if (span.source >= sources_count(result->compiled.sources))
        return out;
    Str name = sources_at(result->compiled.sources, span.source)->name;
    out.file = arena_str(result->arena, name.bytes, name.length).bytes;
    if (source_position(result->compiled.sources, span, &line, &column)) {
        out.line = line;
        out.column = column;
    }
    return out;
}

// A paper, style or root that does not exist, and was asked for by the request and not by a document, is the
// caller's fault.
static bool is_fault_of_request(const Diagnostic *diagnostic)
{
    return diagnostic->span.source == UINT32_MAX &&
           (diagnostic->code == DIAG_PAPER_UNKNOWN || diagnostic->code == DIAG_STYLE_MISSING ||
            diagnostic->code == DIAG_ROOT_MISSING);
}

typedef struct {
    const Diagnostic *diagnostic;
    Span place;
    size_t index;
} Recorded;

// By place, as a reader goes through the files; else as recorded.
static int compare_recorded(const void *a, const void *b)
{
    const Recorded *left = a, *right = b;
    Span l = left->place, r = right->place;
    if (l.source != r.source) // SPAN_NONE last: about the whole
        return l.source < r.source ? -1 : 1;
    if (l.start != r.start)
        return l.start < r.start ? -1 : 1;
    return left->index < right->index ? -1 : 1;
}

static void collect_diagnostics(hspdf_result *result)
{
    const Diagnostics *diagnostics = result->compiled.diagnostics;
    size_t count = diagnostics ? diagnostics_count(diagnostics) : 0;
    Recorded *recorded = arena_array(result->arena, Recorded, count + 1);
    for (size_t i = 0; i < count; i++) {
        const Diagnostic *diagnostic = diagnostics_at(diagnostics, i);
        recorded[i] = (Recorded){diagnostic, sources_origin(result->compiled.sources, diagnostic->span), i};
    }
    qsort(recorded, count, sizeof *recorded, compare_recorded);
    hspdf_diagnostic *out = arena_array(result->arena, hspdf_diagnostic, count + 1);
    for (size_t i = 0; i < count; i++) {
        out[i] = placed_diagnostic(result, recorded[i].diagnostic);
        if (is_fault_of_request(recorded[i].diagnostic))
            result->status = HSPDF_USAGE;
    }
    result->diagnostics = out;
    result->diagnostic_count = count;
}

// May jump.
static void run(hspdf_result *result, hspdf_engine *engine, const hspdf_request *request, const PublicCall *call)
{
    InputList inputs = inputs_expand(result->arena, request->inputs, request->input_count);
    CompileRequest compile_request = {.inputs = inputs.items,
                                      .input_count = inputs.count,
                                      .output = request->output,
                                      .style = str_from(request->style),
                                      .paper = str_from(request->paper),
                                      .date = str_from(request->date),
                                      .root = request->root,
                                      .warnings_are_errors = request->strict,
                                      .dpi = request->dpi,
                                      .limits = request->limits,
                                      .merge = {.record = {request->record, (uint32_t)request->record_size},
                                                .record_name = str_from(request->record_name),
                                                .fields = request->fields,
                                                .field_count = request->field_count}};
    result->compiled = call->compile ? call->compile(call->context, &compile_request)
                                     : compile(engine->engine, engine->decoders, engine->data_folder, &compile_request);
    if (result->compiled.status != STATUS_OK)
        result->status = HSPDF_MACHINE;
    else if (diagnostics_has_errors(result->compiled.diagnostics))
        result->status = HSPDF_REFUSED;
    else
        result->status = HSPDF_OK;
    collect_diagnostics(result);
}

static void out_of_memory(hspdf_result *result)
{
    result->status = HSPDF_MACHINE;
    result->last_words = (hspdf_diagnostic){
        .severity = HSPDF_ERROR, .code = diagnostic_code_name(DIAG_MEMORY), .message = "out of memory"};
    result->diagnostics = &result->last_words;
    result->diagnostic_count = 1;
}

static void run_landed(hspdf_result *result, hspdf_engine *engine, const hspdf_request *request, const PublicCall *call)
{
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        out_of_memory(result);
        return;
    }
    arena_set_landing(result->arena, &landing);
    run(result, engine, request, call);
    if (result->compiled.status == STATUS_NO_MEMORY && result->diagnostic_count == 0)
        out_of_memory(result);
    arena_set_landing(result->arena, NULL);
}

hspdf_result *public_compile(hspdf_engine *engine, const hspdf_request *request, const PublicCall *call)
{
    hspdf_result *result = calloc(1, sizeof *result);
    if (!result)
        return NULL;
    result->arena = arena_open(limits_default.values[LIMIT_MEMORY]);
    // Numbers in the PDF have a point, whatever the program around the library has chosen by setlocale.
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!result->arena || !plain) {
        out_of_memory(result);
    } else if (request->input_count == 0) {
        result->status = HSPDF_USAGE;
    } else {
        locale_t callers = uselocale(plain);
        run_landed(result, engine, request, call);
        uselocale(callers);
    }
    if (plain)
        freelocale(plain);
    return result;
}

hspdf_result *hspdf_compile(hspdf_engine *engine, const hspdf_request *request)
{
    return public_compile(engine, request, &(PublicCall){0});
}

Merged *public_merged_open(hspdf_engine *engine)
{
    return merged_open(engine->engine, engine->decoders, engine->data_folder);
}

const char *public_date(const hspdf_request *request)
{
    return request->date;
}

bool public_uses_system_fonts(const hspdf_engine *engine)
{
    return engine->uses_system_fonts;
}

PublicPaths public_paths(const hspdf_request *request)
{
    return (PublicPaths){request->inputs, request->input_count, request->root, request->style};
}

// ---- result

void hspdf_result_close(hspdf_result *result)
{
    if (!result)
        return;
    arena_close(result->compiled.arena);
    arena_close(result->arena);
    free(result);
}

hspdf_status hspdf_result_status(const hspdf_result *result)
{
    return result->status;
}

size_t hspdf_result_output_count(const hspdf_result *result)
{
    return result->status == HSPDF_OK ? result->compiled.output_count : 0;
}

const void *hspdf_result_output_at(const hspdf_result *result, size_t index, size_t *size)
{
    Str output = result->compiled.outputs[index];
    *size = output.length;
    return output.bytes;
}

const void *hspdf_result_bytes(const hspdf_result *result, size_t *size)
{
    *size = 0;
    return hspdf_result_output_count(result) > 0 ? hspdf_result_output_at(result, 0, size) : NULL;
}

int hspdf_result_write(const hspdf_result *result, hspdf_write *write, void *context)
{
    size_t size;
    const void *bytes = hspdf_result_bytes(result, &size);
    return size > 0 ? write(context, bytes, size) : 0;
}

size_t hspdf_result_page_count(const hspdf_result *result)
{
    return result->compiled.page_count;
}

size_t hspdf_result_diagnostic_count(const hspdf_result *result)
{
    return result->diagnostic_count;
}

hspdf_diagnostic hspdf_result_diagnostic_at(const hspdf_result *result, size_t index)
{
    return result->diagnostics[index];
}

size_t hspdf_result_file_count(const hspdf_result *result)
{
    return result->compiled.sources ? sources_files(result->compiled.sources)->count : 0;
}

hspdf_file hspdf_result_file_at(const hspdf_result *result, size_t index)
{
    const FileRead *file = &sources_files(result->compiled.sources)->items[index];
    return (hspdf_file){.path = file->path,
                        .found = file->found,
                        .bytes = file->bytes.bytes,
                        .size = file->bytes.length,
                        .modified_ns = file->modified_ns,
                        .changed_ns = file->changed_ns,
                        .inode = file->inode};
}
