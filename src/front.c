// Front matter without the rest: for names of outputs, which must be known before the first is made.
#include <stdlib.h>

#include "hspdf.h"
#include "source/source.h"

struct hspdf_front {
    Arena *arena;
    const Value *values; // NULL: no front matter
};

// May jump.
static void read_values(hspdf_front *front, const char *path)
{
    Status status = STATUS_OK;
    Diagnostics *diagnostics = diagnostics_new(front->arena, /*warnings_are_errors*/ false);
    front->values = source_read(sources_new(front->arena), path, SOURCE_WITH_FRONT, diagnostics, &status)->front;
}

static bool read_landed(hspdf_front *front, const char *path)
{
    jmp_buf landing;
    if (setjmp(landing) != 0)
        return false;
    arena_set_landing(front->arena, &landing);
    read_values(front, path);
    arena_set_landing(front->arena, NULL);
    return true;
}

hspdf_front *hspdf_front_open(const char *path)
{
    hspdf_front *front = calloc(1, sizeof *front);
    if (front)
        front->arena = arena_open(limits_default.values[LIMIT_MEMORY]);
    if (front && front->arena && read_landed(front, path))
        return front;
    hspdf_front_close(front);
    return NULL;
}

const char *hspdf_front_find(const hspdf_front *front, const char *field)
{
    const Value *value = value_find(front->values, str_from(field));
    // A copy for its NUL; of a few bytes, so that running out of memory here may abort as anywhere in GLib.
    bool is_scalar = value && value->kind != VALUE_LIST && value->kind != VALUE_MAP && value->kind != VALUE_NULL;
    return is_scalar ? arena_str(front->arena, value->text.bytes, value->text.length).bytes : NULL;
}

void hspdf_front_close(hspdf_front *front)
{
    if (!front)
        return;
    arena_close(front->arena);
    free(front);
}
