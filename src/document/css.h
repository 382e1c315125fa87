// Style attributes: declarations of CSS in, Declarations out. Private to document.
#ifndef HSPDF_DOCUMENT_CSS_H
#define HSPDF_DOCUMENT_CSS_H

#include "declared.h"

typedef struct CssReader CssReader;

CssReader *css_reader_new(Arena *arena, Diagnostics *diagnostics);

// Reads `text`, valid UTF-8, over what `declared` has. What can not be set is diagnosed at `span`, each property once.
void css_read(CssReader *reader, Str text, Span span, Declarations *declared);

// The same, kept once for all that declare it; NULL where nothing is declared.
const Declarations *css_keep(CssReader *reader, const Declarations *declared);

// ---- values

// Reads `value` into the member at `offset`; false where it is none that can be set, and perhaps a part of it was read.
typedef bool CssRead(Str value, size_t offset, Declarations *declared);

typedef struct {
    Str name;
    CssRead *read; // NULL: nothing is read, and nothing said
    size_t offset;
} CssProperty;

// `name` in lower case. NULL: it is unknown.
const CssProperty *css_property_find(Str name);

// The type of marks that the `type` attribute of a list or an item asks for; LIST_MARK_UNSET: none.
ListMark css_list_mark(Str type);

// The size of type that <font size> asks for; false where it can not be read.
bool css_font_size(Str size, Measure *measure);

#endif
