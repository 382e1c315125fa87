// Front matter as Metadata. Private to document.
#ifndef HSPDF_DOCUMENT_METADATA_H
#define HSPDF_DOCUMENT_METADATA_H

#include "document.h"

// Values of a wrong type are diagnosed and left out. `lang` becomes a BCP 47 tag, "en" where it can not be read or is
// not given.
Metadata metadata_read(Arena *arena, const Source *source, Diagnostics *diagnostics);

// Writes the dates in the document's language, once that is known.
void metadata_print_dates(Arena *arena, Metadata *metadata);

#endif
