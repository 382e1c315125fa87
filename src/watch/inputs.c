// A file has changed when size, times or inode have. Times alone would do: a run begins when nothing has happened for
// longer than a tick of the clock that file systems take their times from (10 ms at most), so what is written behind
// the reader's back has a later time.
//
// A folder has changed when the names of its *.md have. Its own time says less: the output may be written there.
#include "inputs.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/store.h"

static int64_t nanoseconds(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

Look look_at(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return (Look){0};
    return (Look){true, (uint64_t)info.st_size, info.st_ino, nanoseconds(info.st_mtim), nanoseconds(info.st_ctim)};
}

bool path_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

// ---- folders

// Folders that are still to be read, last first; so that no depth of folders costs stack.
typedef struct {
    char **items;
    size_t count, capacity;
} PathList;

static char *path_join(const char *folder, const char *name)
{
    size_t length = strlen(folder), name_length = strlen(name);
    bool has_slash = length > 0 && folder[length - 1] == '/';
    char *path = grow(NULL, length + name_length + 2, 1);
    memcpy(path, folder, length);
    if (!has_slash)
        path[length++] = '/';
    memcpy(path + length, name, name_length + 1);
    return path;
}

static void push(PathList *list, char *path)
{
    make_room(list->items, list->count, list->capacity);
    list->items[list->count++] = path;
}

static bool is_text(const char *name)
{
    size_t length = strlen(name);
    return length > 3 && strcmp(name + length - 3, ".md") == 0;
}

static bool is_folder(const DIR *folder, const struct dirent *entry)
{
    struct stat info;
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(dirfd((DIR *)folder), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode);
}

// FNV-1a, of the whole path; sums do not ask for the order in which a folder is read.
static uint64_t hash_name(const char *folder, const char *name)
{
    uint64_t hash = 0xCBF29CE484222325;
    for (int part = 0; part < 2; part++) {
        for (const char *at = part == 0 ? folder : name; *at; at++)
            hash = (hash ^ (unsigned char)*at) * 0x100000001B3;
        hash = (hash ^ '/') * 0x100000001B3;
    }
    return hash;
}

static void read_folder(const char *path, bool is_tree, PathList *below, Look *look)
{
    DIR *folder = opendir(path);
    if (!folder)
        return;
    look->is_there = true;
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        if (is_tree && is_folder(folder, entry)) {
            push(below, path_join(path, entry->d_name));
        } else if (is_text(entry->d_name)) {
            look->size++;
            look->inode += hash_name(path, entry->d_name);
        }
    }
    closedir(folder);
}

// `visit` may be NULL.
static Look walk(const char *path, bool is_tree, VisitFolder *visit, void *context)
{
    Look look = {0};
    PathList list = {0};
    push(&list, path_join(path, "."));
    while (list.count > 0) {
        char *folder = list.items[--list.count];
        if (visit)
            visit(context, folder);
        read_folder(folder, is_tree, &list, &look);
        free(folder);
    }
    free(list.items);
    return look;
}

// ---- the list

void inputs_add(Inputs *inputs, const char *path, InputKind kind, Look look)
{
    char *copy = strdup(path);
    make_room(inputs->items, inputs->count, inputs->capacity);
    if (!copy)
        return; // it is not watched; the next run adds it again
    if (kind != INPUT_FILE)
        look = walk(path, kind == INPUT_TREE, NULL, NULL);
    inputs->items[inputs->count++] = (Input){copy, kind, look};
}

static int compare_inputs(const void *a, const void *b)
{
    const Input *left = a, *right = b;
    int order = strcmp(left->path, right->path);
    if (order != 0)
        return order;
    // The oldest look of a file first: what changed between two looks has changed.
    return left->look.changed_ns < right->look.changed_ns ? -1 : left->look.changed_ns > right->look.changed_ns;
}

void inputs_sort(Inputs *inputs)
{
    size_t kept = 0;
    if (inputs->count > 1)
        qsort(inputs->items, inputs->count, sizeof *inputs->items, compare_inputs);
    for (size_t i = 0; i < inputs->count; i++) {
        if (kept > 0 && strcmp(inputs->items[kept - 1].path, inputs->items[i].path) == 0)
            free(inputs->items[i].path);
        else
            inputs->items[kept++] = inputs->items[i];
    }
    inputs->count = kept;
}

void inputs_clear(Inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        free(inputs->items[i].path);
    free(inputs->items);
    *inputs = (Inputs){0};
}

static bool looks_differ(const Look *a, const Look *b)
{
    return a->is_there != b->is_there || a->size != b->size || a->inode != b->inode ||
           a->modified_ns != b->modified_ns || a->changed_ns != b->changed_ns;
}

InputsNews inputs_look(Inputs *inputs)
{
    InputsNews news = INPUTS_SAME;
    for (size_t i = 0; i < inputs->count; i++) {
        Input *input = &inputs->items[i];
        Look look =
            input->kind == INPUT_FILE ? look_at(input->path) : walk(input->path, input->kind == INPUT_TREE, NULL, NULL);
        if (!looks_differ(&look, &input->look))
            continue;
        if (input->look.is_there && !look.is_there)
            news = INPUTS_GONE;
        else if (news == INPUTS_SAME)
            news = INPUTS_CHANGED;
        input->look = look;
    }
    return news;
}

// ---- where to listen

// The nearest folder above `path` that is there.
static void visit_above(const char *path, VisitFolder *visit, void *context)
{
    char folder[PATH_MAX];
    size_t length = strlen(path);
    if (length >= sizeof folder)
        return;
    memcpy(folder, path, length + 1);
    for (;;) {
        char *slash = strrchr(folder, '/');
        if (slash == folder)
            strcpy(folder, "/");
        else if (slash)
            *slash = '\0';
        else
            strcpy(folder, ".");
        if (strcmp(folder, "/") == 0 || strcmp(folder, ".") == 0 || path_is_folder(folder))
            break;
    }
    visit(context, folder);
}

void inputs_folders(const Inputs *inputs, VisitFolder *visit, void *context)
{
    for (size_t i = 0; i < inputs->count; i++) {
        const Input *input = &inputs->items[i];
        char real[PATH_MAX];
        visit_above(input->path, visit, context);
        // A file behind a link changes elsewhere.
        if (input->kind == INPUT_FILE && realpath(input->path, real) && strcmp(real, input->path) != 0)
            visit_above(real, visit, context);
        if (input->kind != INPUT_FILE)
            walk(input->path, input->kind == INPUT_TREE, visit, context);
    }
}
