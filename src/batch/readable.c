#include "readable.h"

#include <string.h>
#include <sys/stat.h>

#include "request.h"

typedef struct {
    hspdf_request *request;
    Store store;
    const char *folder; // the last that was added; NULL: none
} Readable;

static bool is_in(const char *path, const char *folder, size_t length)
{
    return folder && strlen(folder) == length && strncmp(path, folder, length) == 0;
}

// Links that end with .md are found by their folder. Inputs come by their folders, so that one compares with the last.
static bool add_input(Readable *readable, const char *path)
{
    struct stat info;
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) + 1 : 0, whole = strlen(path);
    bool is_markdown = whole > 3 && strcmp(path + whole - 3, ".md") == 0;
    if (!is_markdown && lstat(path, &info) == 0 && S_ISLNK(info.st_mode) &&
        hspdf_request_add_file(readable->request, path) != HSPDF_OK)
        return false;
    if (is_in(path, readable->folder, length))
        return true;
    readable->folder = store_text(&readable->store, path, length);
    return hspdf_request_add_file(readable->request, length > 0 ? readable->folder : ".") == HSPDF_OK;
}

hspdf_request *readable_request(const BatchOptions *options, const Plan *plan)
{
    Readable readable = {.request = hspdf_request_open()};
    bool is_whole = readable.request && request_fill(readable.request, options, &(Order){0}) == HSPDF_OK;
    for (size_t i = 0; is_whole && i < plan->count && !plan->records; i++)
        is_whole = add_input(&readable, plan->jobs[i].source);
    for (size_t i = 0; is_whole && i < options->input_count && plan->records; i++)
        is_whole = add_input(&readable, options->inputs[i]);
    store_clear(&readable.store);
    if (is_whole)
        return readable.request;
    hspdf_request_close(readable.request);
    return NULL;
}
