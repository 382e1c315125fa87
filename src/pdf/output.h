// Private to src/pdf: values as PDF writes them, put behind what a buffer has. No printf: a long text has some ten
// thousand references.
#ifndef HSPDF_PDF_OUTPUT_H
#define HSPDF_PDF_OUTPUT_H

#include "support/support.h"

static inline void put(Buffer *out, const char *literal)
{
    buffer_append(out, literal, strlen(literal));
}

void put_number(Buffer *out, uint32_t number);
void put_reference(Buffer *out, uint32_t object); // "12 0 R", with a space before it
void put_length(Buffer *out, Length length);      // in points, with a space before it

void put_decimal(Buffer *out, double value); // to a thousandth, with a space before it

// A text string (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, else in UTF-16BE.
void put_text(Buffer *out, Str text);
void put_utf16_text(Buffer *out, Str text);

// A byte string (7.3.4.2).
void put_bytes(Buffer *out, Str bytes);

#endif
