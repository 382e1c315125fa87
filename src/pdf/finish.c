// The order of the finish. Our pages are written, with cairo's fonts and pictures, into a file that has our structure
// tree, catalog and metadata. What depends on time, or on the version of cairo, stays behind.
#include "pdf/finish.h"

static bool finish_write(Finish *finish)
{
    if (!pdf_read(finish->painting->pdf, finish->arena, &finish->file, &finish->fault) || !pages_read(finish))
        return false;
    finish->fault = "no memory for a compressor";
    if (!writer_init(&finish->writer, finish->arena, finish->drawn.kept, finish->file.size))
        return false;
    pages_number(finish);
    finish->anchors = anchors_find(finish->document, finish->arena);
    finish->locations = locations_find(finish->layout, finish->document, finish->arena);
    finish->structure =
        structure_build(finish->painting, finish->document, &finish->anchors, &finish->locations, finish->arena);
    Annotations annotations = annotations_write(finish);
    if (!pages_write(finish, &annotations))
        return false;
    uint32_t structure_root = structure_write(&finish->structure, finish->painting, &finish->locations, finish->layout,
                                              finish->pages, annotations.owners, &finish->writer);
    uint32_t outline = outline_write(finish);
    uint32_t catalog = catalog_write(finish, structure_root, outline);
    writer_close(&finish->writer, catalog, info_write(finish));
    return true;
}

bool pdf_finish(Painting *painting, const Document *document, const Layout *layout, Str date, Arena *arena,
                Str *finished, Diagnostics *diagnostics)
{
    Finish *finish = arena_new(arena, Finish);
    *finish = (Finish){.arena = arena,
                       .painting = painting,
                       .document = document,
                       .layout = layout,
                       .date = date,
                       .title = title_find(document, arena)};
    if (!finish_write(finish)) {
        diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, finish->fault);
        return false;
    }
    *finished = buffer_str(&finish->writer.file);
    return true;
}
