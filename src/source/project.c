// hspdf.yaml, which lies at a root and says what all texts below it have in common. It is read at the first text of its
// root, by way of the root, so that a link can not lead it out; later texts are given the same values.
#include "project.h"

#include <limits.h>
#include <unistd.h>

#include "file_error.h"
#include "root.h"

static const char file_name[] = "hspdf.yaml";

// As a person in the working directory would write it; absolute where it does not lie below that.
static Str name_of(Arena *arena, Str folder)
{
    char working[PATH_MAX];
    size_t length = getcwd(working, sizeof working) ? strlen(working) : 0;
    if (length <= 1 || !str_starts_with(folder, str_from(working)))
        return arena_format(arena, "%.*s/%s", STR_ARGS(folder), file_name);
    if (folder.length == length)
        return STR(file_name);
    if (folder.bytes[length] == '/')
        return arena_format(arena, "%.*s/%s", STR_ARGS(str_from_offset(folder, (uint32_t)length + 1)), file_name);
    return arena_format(arena, "%.*s/%s", STR_ARGS(folder), file_name);
}

static const Value *parse(Arena *arena, const Source *source, Diagnostics *diagnostics)
{
    const Value *value = yaml_parse(arena, source->text, source->id, 0, diagnostics);
    if (!value || value->kind == VALUE_NULL)
        return NULL;
    if (value->kind == VALUE_MAP)
        return value;
    diagnose(diagnostics, value->span, DIAG_PROJECT_NOT_MAPPING, value_kind_name(value->kind));
    return NULL;
}

static void diagnose_unread(Sources *sources, Str name, RootStatus status, int error, Diagnostics *diagnostics)
{
    const Source *source = source_from_bytes(sources, name, STR(""), SOURCE_WHOLE, diagnostics);
    Span place = {.source = source->id};
    if (status == ROOT_MACHINE) {
        Status ignored;
        file_error_report(place, error, diagnostics, &ignored);
        return;
    }
    const char *fault = status == ROOT_OUTSIDE     ? "a link leads out of its folder"
                        : status == ROOT_TOO_LARGE ? "it is larger than 1 MB"
                                                   : "no permission, or no regular file";
    diagnose(diagnostics, place, DIAG_INPUT_UNREADABLE, fault);
}

const Value *project_read(Sources *sources, Arena *arena, Str folder, FilesRead *files, Diagnostics *diagnostics)
{
    Root *root = root_open(arena, folder.bytes, NULL, files);
    if (!root)
        return NULL;
    Str bytes;
    RootStatus status = root_read(root, arena, STR(file_name), BOUND_PROJECT_BYTES, &bytes);
    root_close(root);
    if (status == ROOT_MISSING)
        return NULL;
    Str name = name_of(arena, folder);
    if (status != ROOT_OK) {
        diagnose_unread(sources, name, status, root_error(root), diagnostics);
        return NULL;
    }
    return parse(arena, source_from_bytes(sources, name, bytes, SOURCE_WHOLE, diagnostics), diagnostics);
}
