// cairo's bytes in, the finished PDF out: structure tree, metadata, links, outline; the same bytes for the same input.
#ifndef HSPDF_PDF_PDF_H
#define HSPDF_PDF_PDF_H

#include "paint/paint.h"

// `date`, as timestamp_read writes it, is when the file was made and last changed; empty: it does not say.
// Refuses what cairo does not write with an [internal] diagnostic that names it, and returns false.
bool pdf_finish(Painting *painting, const Document *document, const Layout *layout, Str date, Arena *arena,
                Str *finished, Diagnostics *diagnostics);

#endif
