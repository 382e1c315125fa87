#include "known.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"

static size_t place_of(const char *path)
{
    uint32_t hash = 2166136261u; // FNV-1a
    for (; *path; path++)
        hash = (hash ^ (unsigned char)*path) * 16777619u;
    return hash % KNOWN_FILES;
}

static bool looks_alike(const FileState *a, const FileState *b)
{
    return a->size == b->size && a->inode == b->inode && a->modified_ns == b->modified_ns &&
           a->changed_ns == b->changed_ns;
}

FileState known_state(KnownFiles *known, const hspdf_file *file, int64_t started_ns)
{
    if (file->modified_ns + RACY_NS >= started_ns || file->changed_ns + RACY_NS >= started_ns)
        return (FileState){.digest = digest_of(file->bytes, file->size)};
    FileState state = {
        .size = file->size, .inode = file->inode, .modified_ns = file->modified_ns, .changed_ns = file->changed_ns};
    size_t place = place_of(file->path);
    const char *path = known->files[place].path;
    if (path && strcmp(path, file->path) == 0 && looks_alike(&known->files[place].state, &state))
        return known->files[place].state;
    state.digest = digest_of(file->bytes, file->size);
    free(known->files[place].path);
    known->files[place].path = strdup(file->path); // without memory it is not known, no more
    known->files[place].state = state;
    return state;
}
