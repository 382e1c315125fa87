// Private to src/pdf: writes pages' contents (ISO 32000-1, 8 and 9).
#ifndef HSPDF_PDF_CONTENT_H
#define HSPDF_PDF_CONTENT_H

#include "pdf/codes.h"
#include "pdf/structure.h"

typedef struct {
    Canvas canvas;
    Painting *painting;
    const FontNames *names;
    double page_height;
    Buffer out;
    Color color; // graphics state, as the page has it
    size_t name; // of the font; SIZE_MAX: none yet
    double size;
    double line_x, line_y; // where the text line begins, as it was written
    double pen;            // where the next glyph stands if nothing else is said
    bool has_line;         // in this text object
    bool has_array, has_string;
} ContentWriter;

void content_init(ContentWriter *writer, Painting *painting, const FontNames *names, Arena *arena);

// The page's content, and the marks there in which nothing is drawn; until the next call. Pictures are called by `/P`
// and their page's number in cairo's file.
Str content_write(ContentWriter *writer, const Layout *layout, size_t page, const EmptyMark *empty, size_t empty_count);

#endif
