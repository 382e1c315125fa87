// Private to src/document: the language of a text that does not say it.
#ifndef HSPDF_DOCUMENT_GUESS_H
#define HSPDF_DOCUMENT_GUESS_H

#include "document/document.h"

// The tag of the language that most texts in its script are in, where most of the letters below `part` are of one
// script that is not Latin; else empty. Text whose language is said does not count.
Str language_guess(const Node *part);

#endif
