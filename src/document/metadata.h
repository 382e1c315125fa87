// Front matter as Metadata. Private to document.
#ifndef HSPDF_DOCUMENT_METADATA_H
#define HSPDF_DOCUMENT_METADATA_H

#include "document.h"

// What the front matter of `source` says, and where it does not, the hspdf.yaml of its root. Values of a wrong type are
// diagnosed and left out; an unknown key is a fault in hspdf.yaml only. `lang` becomes a BCP 47 tag, "en" where it can
// not be read or is not given.
Metadata metadata_read(Arena *arena, Sources *sources, const Source *source, Diagnostics *diagnostics);

// Sets what depends on the language, once that is known: how dates are written, which paper is taken.
void metadata_settle(Arena *arena, Metadata *metadata, Diagnostics *diagnostics);

#endif
