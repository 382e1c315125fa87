// Walking the tree. Private to document.
#ifndef HSPDF_DOCUMENT_NODE_H
#define HSPDF_DOCUMENT_NODE_H

#include "document.h"

// The node behind `node` in the order of the document, within `root`; NULL behind the last.
Node *node_following(const Node *root, const Node *node);

// Puts `node` behind `previous`, a child of `parent`, or first where that is NULL.
void node_insert(Node *parent, Node *previous, Node *node);

// Takes `node`, and what it holds, out of its parent.
void node_remove(Node *node);

bool classes_have(Str classes, Str wanted); // words parted by spaces, in any case

// Simple case folding of the scripts whose letters stand at a fixed distance; others keep their case.
uint32_t character_fold(uint32_t character);

bool node_within(const Node *node, NodeKind kind); // it, or what it stands in

bool node_has_text(const Node *node); // any that is set

// The language that `node` or the nearest node around it says, else `lang`.
Str node_said_language(const Node *node, Str lang);

// Where `word` was written in `span`; all of it where that is not found.
Span span_of_word(const Source *source, Span span, Str word);

#endif
