// What HTML leaves to who shows it: the marks of quotations, the brackets of readings, directions. Private to document.
#ifndef HSPDF_DOCUMENT_QUOTATION_H
#define HSPDF_DOCUMENT_QUOTATION_H

#include "document.h"

// Sets quotation marks around what each QUOTATION below `root` holds, brackets around a READING, and the direction of
// what has that of its first letter. `lang` is that of what says none.
void quotations_finish(Arena *arena, Node *root, Str lang);

#endif
