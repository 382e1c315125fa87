// cairo's bytes in, the finished PDF out: structure tree, metadata, links, outline; the same bytes for the same input.
#ifndef HSPDF_PDF_PDF_H
#define HSPDF_PDF_PDF_H

#include "paint/paint.h"

// `date`, as timestamp_read writes it, is when the file was made and last changed; empty: it does not say.
// Refuses what cairo does not write with an [internal] diagnostic that names it, and returns false.
bool pdf_finish(Painting *painting, const Document *document, const Layout *layout, Str date, Arena *arena,
                Str *finished, Diagnostics *diagnostics);

// Several documents in one file, each with pages and a part of the structure tree of its own. The painting is drawn,
// and has what they need. Faults are diagnosed.
typedef struct MergedPdf MergedPdf;

// `metadata` is the file's, and lives as long as it.
MergedPdf *merged_pdf_begin(Painting *painting, const Metadata *metadata, Str title, Str date, Arena *arena,
                            Diagnostics *diagnostics);

// `label` names it in the outline. The document, its layout and `arena` may be forgotten afterwards.
bool merged_pdf_add(MergedPdf *pdf, const Document *document, const Layout *layout, Str label, Arena *arena,
                    Diagnostics *diagnostics);
bool merged_pdf_end(MergedPdf *pdf, Str *finished, Diagnostics *diagnostics);
size_t merged_pdf_page_count(const MergedPdf *pdf); // with blank ones

#endif
