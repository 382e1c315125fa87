// Private to src/pdf: what cairo writes twice.
#ifndef HSPDF_PDF_RESOURCES_H
#define HSPDF_PDF_RESOURCES_H

#include "support/support.h"

// Appends a value of cairo's as it is, but for a picture that a page shows several times: cairo names it in the
// page's resources as often, and no dictionary may have a key twice (ISO 32000-1, 7.3.7).
void append_value(Buffer *out, Str value);

#endif
