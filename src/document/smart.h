// Typographic quotes, apostrophes, dashes and dots, where `smart: true` asks for them. Private to document.
#ifndef HSPDF_DOCUMENT_SMART_H
#define HSPDF_DOCUMENT_SMART_H

#include "document.h"

typedef struct {
    const char *lang;
    Str open, close, inner_open, inner_close;
} Quotes;

// Of a language, by smart_quotes.h.
const Quotes *quotes_find(Str lang);

// Rewrites the TEXT nodes below `root`, each in the language of its nearest ancestor that has one, else `lang`. Code
// and the targets of links stay.
void smart_apply(Arena *arena, Node *root, Str lang);

#endif
