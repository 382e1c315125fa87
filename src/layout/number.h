// Private to layout: numbers as people write them in tables.
#ifndef HSPDF_LAYOUT_NUMBER_H
#define HSPDF_LAYOUT_NUMBER_H

#include "support/support.h"

typedef enum {
    NUMBER_NOT,  // a text
    NUMBER_NONE, // nothing, or a dash for it
    NUMBER_READ
} NumberKind;

// Reads "0.5 mg", "≥ 12,5 %", "−3", "10–20 ml", "1 250", "€ 4.50": one number or a range, with a sign or a currency
// before it and a short unit behind. `decimal` is the language's mark, '.', ',' or U+066B; the other of them groups
// digits where three follow it, and else is one too. `*mark`: the byte behind the first number's whole part, where
// numbers are aligned; of NUMBER_NONE the text's end.
NumberKind number_read(Str text, uint32_t decimal, uint32_t *mark);

#endif
