// The files that a document is made of, and how they looked before they were read.
#ifndef HSPDF_WATCH_INPUTS_H
#define HSPDF_WATCH_INPUTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    bool is_there;
    uint64_t size, inode;
    int64_t modified_ns, changed_ns;
} Look;

Look look_at(const char *path);
bool path_is_folder(const char *path);

typedef enum { INPUT_FILE, INPUT_FOLDER, INPUT_TREE } InputKind; // of *.md within, or below

typedef struct {
    char *path;
    InputKind kind;
    Look look; // of a folder: its names, see inputs.c
} Input;

// Zero is empty.
typedef struct {
    Input *items;
    size_t count, capacity;
} Inputs;

// A folder's look is taken now. What is there already is not added again: the new look counts.
void inputs_add(Inputs *inputs, const char *path, InputKind kind, Look look);
void inputs_sort(Inputs *inputs); // after the last one: doubles are taken out
void inputs_clear(Inputs *inputs);

typedef enum { INPUTS_SAME, INPUTS_CHANGED, INPUTS_GONE } InputsNews; // gone: changed, and one that was there is not

// Looks at all, and keeps the new looks.
InputsNews inputs_look(Inputs *inputs);

// Calls `visit` for each folder in which something may change that matters; for some more than once.
typedef void VisitFolder(void *context, const char *folder);
void inputs_folders(const Inputs *inputs, VisitFolder *visit, void *context);

#endif
