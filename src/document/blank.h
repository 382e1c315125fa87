// Rules to write on. Private to document.
#ifndef HSPDF_DOCUMENT_BLANK_H
#define HSPDF_DOCUMENT_BLANK_H

#include "document.h"

// ---- before Markdown is read

// `(___) ___-____` has underscores that Markdown takes for emphasis. Those of blanks are masked by a character that is
// punctuation as they are; where there are none, `body` itself is given. `is_masked`: strings of the parser have to be
// unmasked.
Str blanks_mask(Arena *arena, Str body, bool *is_masked);
Str blanks_unmask(Arena *arena, Str text);

// ---- behind it

// Whether text ends with a blank: then its line ends there too.
bool blank_ends(Str text);

// Parts a TEXT into texts and BLANKs; `last` is the last node of those. False where there is no blank.
bool blanks_split(Arena *arena, Node *text, Node **last);

// Makes a paragraph of a thematic break that is a line to sign on; gives the last node that was made of it.
// `is_behind`: the paragraph before it has a blank.
Node *blank_take_rule(Arena *arena, Node *rule, const Source *source, bool is_behind);

#endif
