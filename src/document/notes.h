// Private to document: footnotes.
#ifndef HSPDF_DOCUMENT_NOTES_H
#define HSPDF_DOCUMENT_NOTES_H

#include "document.h"

// Leads each reference to its note.
void notes_link(Document *document);

// cmark-gfm drops notes that nothing refers to: says so for each line `[^label]:` that no block holds.
void notes_diagnose_unused(const Document *document, const Source *source, Arena *arena, Diagnostics *diagnostics);

#endif
