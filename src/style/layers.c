// Finds what a document's style is made of: the file that is asked for, and what that extends, and so on. A name is
// that of a style that comes with hspdf; a path is that of a file, which is read within the root of the text that names
// it, or, where the command line names it, as any input.
#include <errno.h>
#include <unistd.h>

#include "style/sheet.h"

enum {
    NAME_LIMIT = 64,                // bytes of a style's name
    STYLE_FILE_BYTES = 1024 * 1024, // of a style that is a file
};

static bool is_path(Str name)
{
    return memchr(name.bytes, '/', name.length) || str_ends_with(name, STR(".yaml")) ||
           str_ends_with(name, STR(".yml"));
}

static bool name_is_sound(Str name)
{
    if (name.length == 0 || name.length > NAME_LIMIT)
        return false;
    for (uint32_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!is_letter && !(byte >= '0' && byte <= '9') && byte != '-' && byte != '_')
            return false;
    }
    return true;
}

static Str folder_of(Str path)
{
    while (path.length > 0 && path.bytes[path.length - 1] != '/')
        path.length--;
    return path;
}

// What `path` is called, where it is written in the file `beside`.
static Str path_beside(Arena *arena, Str beside, Str path)
{
    if (path.bytes[0] == '/')
        return path;
    return arena_format(arena, "%.*s%.*s", STR_ARGS(folder_of(beside)), STR_ARGS(path));
}

// Where the names in one file lead.
typedef struct {
    Str path;      // of that file, as names in it are relative to it
    uint32_t root; // the source whose root holds it; UINT32_MAX: it is of the command line
    bool is_own;   // it comes with hspdf
} Place;

static const Source *machine_read(Stylesheet *sheet, Str path, Str asked, Span asked_at)
{
    Str ended = arena_str(sheet->arena, path.bytes, path.length);
    if (access(ended.bytes, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
        diagnose(sheet->diagnostics, asked_at, DIAG_STYLE_MISSING, STR_ARGS(asked));
        return NULL;
    }
    Status status = STATUS_OK;
    return source_read(sheet->sources, ended.bytes, SOURCE_WHOLE, sheet->diagnostics, &status);
}

static const Source *beneath_read(Stylesheet *sheet, const Place *place, Str asked, Span asked_at)
{
    Root *root = sources_root(sheet->sources, place->root);
    Str bytes = {0};
    RootStatus status = root ? root_read(root, sheet->arena, place->path, STYLE_FILE_BYTES, &bytes) : ROOT_MISSING;
    if (status == ROOT_MISSING)
        diagnose(sheet->diagnostics, asked_at, DIAG_STYLE_MISSING, STR_ARGS(asked));
    else if (status != ROOT_OK)
        diagnose(sheet->diagnostics, asked_at, DIAG_STYLE_FILE, STR_ARGS(asked),
                 status == ROOT_OUTSIDE     ? "it lies outside of the folder that may be read"
                 : status == ROOT_TOO_LARGE ? "it is larger than 1 MB"
                                            : "no permission, or no regular file");
    if (status != ROOT_OK)
        return NULL;
    Str name = path_beside(sheet->arena, sources_at(sheet->sources, place->root)->name, place->path);
    return source_from_bytes(sheet->sources, name, bytes, SOURCE_WHOLE, sheet->diagnostics);
}

// Reads the style `name` that the file at `place` names, and moves `place` to it.
static const Source *style_open(Stylesheet *sheet, Place *place, Str name, Span asked_at)
{
    if (name.length > 0 && is_path(name) && !place->is_own) {
        place->path = path_beside(sheet->arena, place->path, name);
        return place->root == UINT32_MAX ? machine_read(sheet, place->path, name, asked_at)
                                         : beneath_read(sheet, place, name, asked_at);
    }
    *place = (Place){.is_own = true};
    if (!name_is_sound(name)) {
        diagnose(sheet->diagnostics, asked_at, DIAG_STYLE_MISSING, STR_ARGS(name));
        return NULL;
    }
    return machine_read(sheet, arena_format(sheet->arena, "%s/styles/%.*s.yaml", sheet->data_folder, STR_ARGS(name)),
                        name, asked_at);
}

static const Value *style_parse(Stylesheet *sheet, const Source *source)
{
    const Value *map = yaml_parse(sheet->arena, source->text, source->id, 0, sheet->diagnostics);
    if (map && map->kind != VALUE_MAP && map->kind != VALUE_NULL)
        diagnose(sheet->diagnostics, map->span, DIAG_STYLE_NOT_MAPPING, value_kind_name(map->kind));
    return map && map->kind == VALUE_MAP ? map : NULL;
}

size_t layers_find(Stylesheet *sheet, Str name, Span asked_at, const Value *layers[STYLE_LAYERS_MAX])
{
    Place place = {.root = asked_at.source};
    for (size_t count = 0; count < STYLE_LAYERS_MAX; count++) {
        const Source *source = style_open(sheet, &place, name, asked_at);
        const Value *map = source ? style_parse(sheet, source) : NULL;
        if (!map)
            return count;
        layers[count] = map;
        sheet->is_custom |= !place.is_own;
        const Value *extends = value_find(map, STR("extends"));
        if (!extends)
            return count + 1;
        name = str_trim(extends->text);
        asked_at = extends->span;
    }
    diagnose(sheet->diagnostics, asked_at, DIAG_STYLE_EXTENDS, STR_ARGS(name), (unsigned)STYLE_LAYERS_MAX);
    return 0;
}
