// Files are read here for the sake of `ordering` alone, and again when they are compiled: what there is to
// say about them is said then, so that diagnostics here are dropped.
#include "inputs.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct {
    const char *path;
    double ordering; // INFINITY where there is none
} Chapter;

typedef struct {
    Chapter *items;
    size_t count, capacity;
} ChapterList;

static double ordering_of(Arena *arena, const char *path)
{
    Status status = STATUS_OK;
    Sources *sources = sources_new(arena);
    const Source *source =
        source_read(sources, path, SOURCE_WITH_FRONT, diagnostics_new(arena, /*warnings_are_errors*/ false), &status);
    const Value *ordering = value_find(source->front, STR("ordering"));
    bool is_number = ordering && (ordering->kind == VALUE_INT || ordering->kind == VALUE_FLOAT);
    return is_number && !isnan(ordering->number) ? ordering->number : INFINITY;
}

static int compare_chapters(const void *a, const void *b)
{
    const Chapter *left = a, *right = b;
    if (left->ordering != right->ordering)
        return left->ordering < right->ordering ? -1 : 1;
    return strcmp(left->path, right->path);
}

static void close_folder(void *folder)
{
    closedir(folder);
}

static bool is_chapter(DIR *folder, const char *name)
{
    struct stat status;
    size_t length = strlen(name);
    return name[0] != '.' && length > 3 && strcmp(name + length - 3, ".md") == 0 &&
           fstatat(dirfd(folder), name, &status, 0) == 0 && !S_ISDIR(status.st_mode);
}

static ChapterList folder_chapters(Arena *arena, const char *path)
{
    ChapterList list = {0};
    DIR *folder = opendir(path);
    if (!folder)
        return list;
    arena_defer(arena, close_folder, folder);
    bool has_slash = *path && path[strlen(path) - 1] == '/';
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (!is_chapter(folder, entry->d_name))
            continue;
        const char *chapter = arena_format(arena, "%s%s%s", path, has_slash ? "" : "/", entry->d_name).bytes;
        *arena_push(arena, list.items, list.count, list.capacity) =
            (Chapter){.path = chapter, .ordering = ordering_of(arena, chapter)};
    }
    if (list.count > 1)
        qsort(list.items, list.count, sizeof *list.items, compare_chapters);
    return list;
}

static bool is_folder(const CompileInput *input)
{
    struct stat status;
    return input->path && strcmp(input->path, "-") != 0 && stat(input->path, &status) == 0 && S_ISDIR(status.st_mode);
}

InputList inputs_expand(Arena *arena, const CompileInput *inputs, size_t count)
{
    CompileInput *items = NULL;
    size_t item_count = 0, capacity = 0;
    for (size_t i = 0; i < count; i++) {
        ChapterList chapters = is_folder(&inputs[i]) ? folder_chapters(arena, inputs[i].path) : (ChapterList){0};
        for (size_t j = 0; j < chapters.count; j++)
            *arena_push(arena, items, item_count, capacity) = (CompileInput){.path = chapters.items[j].path};
        if (chapters.count == 0)
            *arena_push(arena, items, item_count, capacity) = inputs[i];
    }
    return (InputList){items, item_count};
}
