// Widths and heights as HTML and CSS write them. Private to document.
#ifndef HSPDF_DOCUMENT_SIZE_H
#define HSPDF_DOCUMENT_SIZE_H

#include "document.h"

// Reads "200", "50%", "8cm"; a bare number is in CSS px. False where it is none of these; "auto" gives SIZE_NONE.
bool size_read(Str text, Size *size);

#endif
