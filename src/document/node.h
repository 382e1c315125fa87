// Walking the tree. Private to document.
#ifndef HSPDF_DOCUMENT_NODE_H
#define HSPDF_DOCUMENT_NODE_H

#include "document.h"

// The node behind `node` in the order of the document, within `root`; NULL behind the last.
Node *node_following(const Node *root, const Node *node);

// Puts `node` behind `previous`, a child of `parent`, or first where that is NULL.
void node_insert(Node *parent, Node *previous, Node *node);

bool node_has_text(const Node *node); // any that is set

// The language that `node` or the nearest node around it says, else `lang`.
Str node_said_language(const Node *node, Str lang);

#endif
