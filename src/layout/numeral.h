// Numbers as lists write them. Private to layout.
#ifndef HSPDF_LAYOUT_NUMERAL_H
#define HSPDF_LAYOUT_NUMERAL_H

#include "document/document.h"

// In letters, Roman or Arabic numerals; what has none (0 in Roman ones) in the latter. In `arena`.
Str numeral(Arena *arena, int number, ListMark kind);

#endif
