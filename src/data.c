// The public face of data for merging, around source/source.h. What a diagnostic says of a file is told once its record
// is read, so the list is made anew where there are more.
#include <stdlib.h>

#include "hspdf.h"
#include "public.h"
#include "source/source.h"

struct hspdf_data {
    Arena *arena, *record_arena;
    ArenaMark record_mark;
    Diagnostics *diagnostics;
    Data *data;
    Status status;
    const Value *record; // NULL until it is asked for
};

typedef struct {
    const char *path; // NULL: the bytes
    Str name, bytes;
} Origin;

// False where memory ended.
static bool data_fill(hspdf_data *data, const char *data_folder, const Origin *origin)
{
    jmp_buf landing;
    if (setjmp(landing) != 0)
        return false;
    arena_set_landing(data->arena, &landing);
    data->diagnostics = diagnostics_new(data->arena, /*warnings_are_errors*/ false);
    Str name = arena_str(data->arena, origin->name.bytes, origin->name.length);
    Str bytes = arena_str(data->arena, origin->bytes.bytes, origin->bytes.length);
    data->data = data_open(data->arena, data_folder, origin->path, name, bytes, data->diagnostics, &data->status);
    data->record_arena = arena_scratch(data->arena);
    data->record_mark = arena_mark(data->record_arena);
    arena_set_landing(data->arena, NULL);
    return true;
}

static hspdf_data *data_new(const hspdf_engine *engine, const Origin *origin)
{
    hspdf_data *data = calloc(1, sizeof *data);
    if (!data)
        return NULL;
    data->arena = arena_open(limits_default.values[LIMIT_MEMORY]);
    if (data->arena && data_fill(data, public_data_folder(engine), origin))
        return data;
    hspdf_data_close(data);
    return NULL;
}

hspdf_data *hspdf_data_open(hspdf_engine *engine, const char *path)
{
    Origin origin = {.path = path};
    return path && *path ? data_new(engine, &origin) : NULL;
}

hspdf_data *hspdf_data_open_bytes(hspdf_engine *engine, const char *name, const void *bytes, size_t size)
{
    Origin origin = {.name = str_from(name), .bytes = {bytes, (uint32_t)size}};
    return name && size <= BOUND_TEXT_BYTES ? data_new(engine, &origin) : NULL;
}

void hspdf_data_close(hspdf_data *data)
{
    if (!data)
        return;
    arena_close(data->arena);
    free(data);
}

static int advance(hspdf_data *data, bool (*step)(hspdf_data *data))
{
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        arena_set_landing(data->arena, NULL);
        data->status = STATUS_NO_MEMORY;
        return 0;
    }
    arena_set_landing(data->arena, &landing);
    data->record = NULL;
    arena_release(data->record_arena, data->record_mark);
    bool found = step(data);
    arena_set_landing(data->arena, NULL);
    return found;
}

static bool step_next(hspdf_data *data)
{
    return data_next(data->data, &data->status);
}

static bool step_end(hspdf_data *data)
{
    data_end(data->data, &data->status);
    return data->status == STATUS_OK && !diagnostics_has_errors(data->diagnostics);
}

int hspdf_data_next(hspdf_data *data)
{
    return advance(data, step_next);
}

int hspdf_data_end(hspdf_data *data)
{
    return advance(data, step_end);
}

hspdf_status hspdf_data_status(const hspdf_data *data)
{
    if (data->status != STATUS_OK)
        return HSPDF_MACHINE;
    return diagnostics_has_errors(data->diagnostics) ? HSPDF_REFUSED : HSPDF_OK;
}

size_t hspdf_data_number(const hspdf_data *data)
{
    return data_number(data->data);
}

size_t hspdf_data_line(const hspdf_data *data)
{
    return data_line(data->data);
}

const void *hspdf_data_record(const hspdf_data *data, size_t *size)
{
    Str record = data_record(data->data);
    *size = record.length;
    return record.bytes;
}

const char *hspdf_data_value(hspdf_data *data, const char *key)
{
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        arena_set_landing(data->arena, NULL);
        data->status = STATUS_NO_MEMORY;
        return NULL;
    }
    arena_set_landing(data->arena, &landing);
    if (!data->record)
        data->record = record_read(data->record_arena, data_record(data->data));
    const Value *value = record_find(data->record, str_from(key));
    bool is_scalar = value && value->kind != VALUE_LIST && value->kind != VALUE_MAP && value->kind != VALUE_NULL;
    const char *text = is_scalar ? arena_str(data->record_arena, value->text.bytes, value->text.length).bytes : NULL;
    arena_set_landing(data->arena, NULL);
    return text;
}

size_t hspdf_data_diagnostic_count(const hspdf_data *data)
{
    return diagnostics_count(data->diagnostics);
}

hspdf_diagnostic hspdf_data_diagnostic_at(hspdf_data *data, size_t index)
{
    hspdf_diagnostic none = {.severity = HSPDF_ERROR, .code = "memory", .message = "out of memory"};
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        arena_set_landing(data->arena, NULL);
        return none;
    }
    arena_set_landing(data->arena, &landing);
    const Diagnostic *diagnostic = diagnostics_at(data->diagnostics, index);
    hspdf_diagnostic out = public_diagnostic(data->arena, diagnostic);
    uint32_t line, column;
    Str name = data_name(data->data);
    out.file = arena_str(data->arena, name.bytes, name.length).bytes;
    if (data_position(data->data, diagnostic->span, &line, &column)) {
        out.line = line;
        out.column = column;
    }
    arena_set_landing(data->arena, NULL);
    return out;
}
