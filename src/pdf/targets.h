// Private to src/pdf: what links may lead to, within the document and outside.
#ifndef HSPDF_PDF_TARGETS_H
#define HSPDF_PDF_TARGETS_H

#include "document/document.h"

// Nodes with an ID or another anchor, in the order of its bytes, each once: the first in the document counts.
typedef struct {
    const Node **nodes;
    size_t count;
} Anchors;

Anchors anchors_find(const Document *document, Arena *arena);

typedef enum { TARGET_NONE, TARGET_NODE, TARGET_WEB } TargetKind;

typedef struct {
    TargetKind kind;
    const Node *node; // TARGET_NODE
    Str address;      // TARGET_WEB, as it was written
} Target;

// Of a LINK or NOTE_REFERENCE, or of a NOTE, whose mark leads to its first reference. TARGET_NONE: it leads
// nowhere.
Target target_of(const Node *link);

#endif
