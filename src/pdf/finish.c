// The order of the finish. Our pages are written, with cairo's fonts and pictures, into a file that has our structure
// tree, catalog and metadata. What depends on time, or on the version of cairo, stays behind.
#include "pdf/finish.h"

// The name of the first input, without folders and suffix.
static Str name_of(const Document *document)
{
    Str name = sources_count(document->sources) > 0 ? sources_at(document->sources, 0)->name : (Str){0};
    for (uint32_t i = name.length; i-- > 0;) {
        if (name.bytes[i] == '/') {
            name = str_from_offset(name, i + 1);
            break;
        }
    }
    for (uint32_t i = name.length; i-- > 1;) {
        if (name.bytes[i] == '.') {
            name.length = i;
            break;
        }
    }
    return name.length > 0 ? name : STR("hspdf");
}

static Str title_of(const Document *document, Arena *arena)
{
    if (document->metadata.title.length > 0)
        return document->metadata.title;
    for (size_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i]->kind != NODE_HEADING)
            continue;
        Str text = str_trim(node_plain_text(document->nodes[i], arena));
        if (text.length > 0)
            return text;
    }
    return name_of(document);
}

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
                       .title = title_of(document, arena)};
    if (!finish_write(finish)) {
        diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, finish->fault);
        return false;
    }
    *finished = buffer_str(&finish->writer.file);
    return true;
}
