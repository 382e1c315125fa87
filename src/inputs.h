// What a request names, as what is compiled: a folder stands for its *.md.
#ifndef HSPDF_INPUTS_H
#define HSPDF_INPUTS_H

#include "compile/compile.h"

typedef struct {
    const CompileInput *items;
    size_t count;
} InputList;

// Folders among `inputs` give way to their *.md, by the `ordering` of their front matter (those without come
// last), then by name, byte by byte. Hidden files and folders within are left out. A folder that has none, or
// can not be read, stays, and is diagnosed when it is read as a text. The result lives in `arena`.
InputList inputs_expand(Arena *arena, const CompileInput *inputs, size_t count);

#endif
