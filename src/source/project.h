// The file of a root that holds defaults. Private to source.
#ifndef HSPDF_SOURCE_PROJECT_H
#define HSPDF_SOURCE_PROJECT_H

#include "source.h"

// The mapping in hspdf.yaml of `folder` (ended by NUL), which becomes a source of its own; NULL where there is none, or
// after a diagnostic.
const Value *project_read(Sources *sources, Arena *arena, Str folder, FilesRead *files, Diagnostics *diagnostics);

#endif
