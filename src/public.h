// What the files of the public face share.
#ifndef HSPDF_PUBLIC_H
#define HSPDF_PUBLIC_H

#include "hspdf.h"
#include "support/support.h"

const char *public_data_folder(const hspdf_engine *engine);

// A diagnostic without its place; its strings live in `arena`.
hspdf_diagnostic public_diagnostic(Arena *arena, const Diagnostic *diagnostic);

#endif
