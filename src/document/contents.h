// Lists of contents, and numbers of headings, figures and tables. Private to document.
#ifndef HSPDF_DOCUMENT_CONTENTS_H
#define HSPDF_DOCUMENT_CONTENTS_H

#include "document.h"

// Whether a paragraph asks for one, by `[TOC]` or the like; or a comment of HTML.
bool contents_is_marker(const Node *paragraph);
bool contents_is_named(Str comment);

// Numbers what `numbering` says; the numbers of headings become part of their text, in the digits of their language,
// which is `lang` where they say none.
void numbers_insert(Arena *arena, Node *root, const Numbering *numbering, Str lang);

// Puts one at the beginning, behind the title, where that is wanted; and fills all with entries for the headings of the
// whole document. CONTENTS that are in a table, or for which there are no headings, stay empty.
void contents_insert(Arena *arena, Node *root, const ContentsRequest *request);

#endif
