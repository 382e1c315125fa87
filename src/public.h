// What the files of the public face share.
#ifndef HSPDF_PUBLIC_H
#define HSPDF_PUBLIC_H

#include "compile/compile.h"
#include "hspdf.h"

const char *public_data_folder(const hspdf_engine *engine);

// A diagnostic without its place; its strings live in `arena`.
hspdf_diagnostic public_diagnostic(Arena *arena, const Diagnostic *diagnostic);

// What compiles a request; zero: as hspdf_compile does.
typedef struct {
    CompileResult (*compile)(void *context, const CompileRequest *request);
    void *context;
} PublicCall;
hspdf_result *public_compile(hspdf_engine *engine, const hspdf_request *request, const PublicCall *call);

Merged *public_merged_open(hspdf_engine *engine);
const char *public_date(const hspdf_request *request);
bool public_uses_system_fonts(const hspdf_engine *engine);

// What a request names; borrowed from it.
typedef struct {
    const CompileInput *inputs;
    size_t input_count;
    const char *root, *style; // or NULL
} PublicPaths;
PublicPaths public_paths(const hspdf_request *request);

#endif
