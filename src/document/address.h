// Private to document.
#ifndef HSPDF_DOCUMENT_ADDRESS_H
#define HSPDF_DOCUMENT_ADDRESS_H

#include "document.h"

// Puts who sends a letter, on one line, and who is to get it, on lines of their own, before all else in `part`:
// DIVISIONs of the classes `sender` and `recipient`. None where the front matter does not say.
void addresses_insert(Arena *arena, Node *part, const Source *source, const Metadata *metadata);

bool node_is_address(const Node *node); // one of these divisions, or one that an author wrote like them

#endif
