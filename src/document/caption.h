// Captions that are written as paragraphs. Private to document.
#ifndef HSPDF_DOCUMENT_CAPTION_H
#define HSPDF_DOCUMENT_CAPTION_H

#include "document.h"

// Puts them into their tables and figures, which stand.
void captions_finish(Node *root);

#endif
