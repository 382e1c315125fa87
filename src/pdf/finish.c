// The order of the finish. Our pages are written, with cairo's fonts and pictures, into a file that has our structure
// tree, catalog and metadata. What depends on time, or on the version of cairo, stays behind.
#include "pdf/finish.h"
#include "pdf/output.h"

bool finish_begin(Finish *finish)
{
    finish->arena = finish->root.arena = finish->file_arena;
    if (!pdf_read(finish->painting->pdf, finish->arena, &finish->file, &finish->fault) || !pages_read(finish))
        return false;
    writer_init(&finish->writer, finish->arena, finish->drawn.kept, finish->file.size);
    pages_begin(finish);
    finish->root.object = writer_number(&finish->writer);
    return true;
}

uint32_t finish_document(Finish *finish, uint32_t parent)
{
    pages_number(finish);
    finish->first_key = (uint32_t)finish->root.parent_count;
    finish->anchors = anchors_find(finish->document, finish->arena);
    finish->locations = locations_find(finish->layout, finish->document, finish->arena);
    finish->structure = structure_build(finish->painting, finish->document, &finish->locations, finish->arena);
    finish->lacks_alt |= finish->structure.lacks_alt;
    Element *first = &finish->structure.elements[1];
    if (finish->is_merged) {
        first->role = ROLE_PART;
        first->says_lang = !str_equal(first->lang, finish->metadata->lang);
    }
    Annotations annotations = annotations_write(finish);
    pages_write(finish, &annotations);
    StructurePlace place = {finish->pages, annotations.owners, parent};
    uint32_t object = structure_write(&finish->structure, finish->painting, &finish->locations, finish->layout, &place,
                                      &finish->root, &finish->writer, finish->arena);
    finish->root.first_node += (uint32_t)finish->document->node_count;
    return object;
}

bool finish_end(Finish *finish, uint32_t first_element, uint32_t outline)
{
    if (!pages_end(finish))
        return false;
    structure_root_write(&finish->root, first_element, &finish->writer);
    uint32_t catalog = catalog_write(finish, finish->root.object, outline);
    writer_close(&finish->writer, catalog, info_write(finish));
    return true;
}

static bool finish_single(Finish *finish)
{
    if (!finish_begin(finish))
        return false;
    uint32_t element = finish_document(finish, finish->root.object);
    return finish_end(finish, element, outline_write(finish));
}

// What is printed: by the page where its digits are not those that viewers write.
static Str page_labels(const Document *document, const Layout *layout, Arena *arena)
{
    const PageNumbering *numbering = &layout->numbering;
    Str lang = document->metadata.lang;
    Buffer out = {.arena = arena};
    if (str_equal(locale_digits(arena, lang, 1), STR("1"))) {
        if (numbering->front_count > 0)
            put(&out, "0<</S/r>>");
        buffer_printf(&out, "%zu<</S/D", numbering->front_count);
        if (numbering->first > 1)
            buffer_printf(&out, "/St %zu", numbering->first);
        put(&out, ">>");
        return buffer_str(&out);
    }
    for (size_t i = 0; i < layout->page_count; i++) {
        buffer_printf(&out, "%zu<</P", i);
        put_text(&out, page_number_text(arena, numbering, lang, i));
        put(&out, ">>");
    }
    return buffer_str(&out);
}

bool pdf_finish(Painting *painting, const Document *document, const Layout *layout, Str date, Arena *arena,
                Str *finished, Diagnostics *diagnostics)
{
    Finish *finish = arena_new(arena, Finish);
    *finish = (Finish){.file_arena = arena,
                       .painting = painting,
                       .metadata = &document->metadata,
                       .print = layout->print,
                       .document = document,
                       .layout = layout,
                       .date = date,
                       .page_labels = page_labels(document, layout, arena),
                       .title = title_find(document, arena)};
    if (!finish_single(finish)) {
        diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, finish->fault);
        return false;
    }
    *finished = buffer_str(&finish->writer.file);
    return true;
}
