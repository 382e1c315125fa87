// Character references of HTML. Private to document.
#ifndef HSPDF_DOCUMENT_ENTITY_H
#define HSPDF_DOCUMENT_ENTITY_H

#include "support/support.h"

typedef struct EntityCache EntityCache;

EntityCache *entity_cache_new(Arena *arena);

// `text` with its references decoded; unknown ones stay as written. Borrowed where there is nothing to decode, else
// in the arena.
Str entity_decode(EntityCache *cache, Str text);

#endif
