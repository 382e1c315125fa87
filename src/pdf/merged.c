// A file to print, of many documents. What is not theirs is small: the pages' objects, where each begins, the outline.
//
// Printed on both sides, each document begins on a new sheet, so that no two persons share one: an empty page is put
// before it where that is needed. Where the style does not say on how many sides, one is meant, and the file asks for
// it.
#include "pdf/finish.h"
#include "pdf/output.h"

// Of the whole file (ISO 19005-2, 6.1.13): numbers of objects. A document has a few dozen.
enum { OBJECTS_MAX = 8388607 };

typedef struct {
    Str label;
    uint32_t page, object;
} OutlineEntry;

struct MergedPdf {
    Finish finish;
    uint32_t element; // the Document around all
    uint32_t *parts;  // elements
    size_t part_count, part_capacity;
    OutlineEntry *entries;
    size_t entry_count, entry_capacity;
    Buffer page_labels;
};

static bool told(Diagnostics *diagnostics, const char *fault)
{
    diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, fault);
    return false;
}

MergedPdf *merged_pdf_begin(Painting *painting, const Metadata *metadata, Str title, Str date, Arena *arena,
                            Diagnostics *diagnostics)
{
    MergedPdf *pdf = arena_new(arena, MergedPdf);
    pdf->finish = (Finish){.file_arena = arena,
                           .painting = painting,
                           .metadata = metadata,
                           .is_merged = true,
                           .title = title,
                           .date = date};
    pdf->page_labels.arena = arena;
    if (!finish_begin(&pdf->finish)) {
        told(diagnostics, pdf->finish.fault);
        return NULL;
    }
    pdf->element = writer_number(&pdf->finish.writer);
    return pdf;
}

static bool is_two_sided(const Layout *layout)
{
    return layout->print.duplex == DUPLEX_LONG_EDGE || layout->print.duplex == DUPLEX_SHORT_EDGE;
}

// Each document counts its pages from 1, behind its own number: "12-1".
static void label_pages(MergedPdf *pdf)
{
    buffer_printf(&pdf->page_labels, "%zu<</S/D/P(%zu-)>>", pdf->finish.page_count, pdf->part_count + 1);
}

static void begin_sheet(MergedPdf *pdf, const Layout *layout)
{
    Finish *finish = &pdf->finish;
    if (pdf->part_count == 0)
        finish->print = layout->print;
    if (finish->print.duplex == DUPLEX_ANY)
        finish->print.duplex = DUPLEX_OFF;
    if (!is_two_sided(layout) || finish->page_count % 2 == 0)
        return;
    buffer_printf(&pdf->page_labels, "%zu<<>>", finish->page_count);
    pages_add_blank(finish, layout->pages[0].width, layout->pages[0].height);
}

bool merged_pdf_add(MergedPdf *pdf, const Document *document, const Layout *layout, Str label, Arena *arena,
                    Diagnostics *diagnostics)
{
    Finish *finish = &pdf->finish;
    if (!painting_show(finish->painting, layout, arena)) {
        diagnose(diagnostics, SPAN_NONE, DIAG_MERGE_CHANGED);
        return false;
    }
    if (finish->page_count + layout->page_count > BOUND_PAGES || finish->writer.next_free > OBJECTS_MAX / 10 * 9) {
        diagnose(diagnostics, SPAN_NONE, DIAG_MERGE_PAGES, BOUND_PAGES);
        return false;
    }
    begin_sheet(pdf, layout);
    label_pages(pdf);
    *arena_push(finish->file_arena, pdf->entries, pdf->entry_count, pdf->entry_capacity) =
        (OutlineEntry){arena_str(finish->file_arena, label.bytes, label.length), (uint32_t)finish->page_count, 0};
    finish->arena = arena;
    finish->document = document;
    finish->layout = layout;
    uint32_t part = finish_document(finish, pdf->element);
    *arena_push(finish->file_arena, pdf->parts, pdf->part_count, pdf->part_capacity) = part;
    finish->arena = finish->file_arena;
    return true;
}

// ---- the end

static void write_element(MergedPdf *pdf)
{
    Buffer *out = writer_object(&pdf->finish.writer, pdf->element);
    put(out, "<</S/Document/P");
    put_reference(out, pdf->finish.root.object);
    put(out, "/K[");
    for (size_t i = 0; i < pdf->part_count; i++)
        put_reference(out, pdf->parts[i]);
    put(out, "]>>");
}

static void put_link(Buffer *out, const char *key, uint32_t object)
{
    put(out, key);
    put_reference(out, object);
}

static void write_entry(MergedPdf *pdf, size_t index, uint32_t root)
{
    const OutlineEntry *entry = &pdf->entries[index];
    Buffer *out = writer_object(&pdf->finish.writer, entry->object);
    put(out, "<</Title");
    put_text(out, entry->label);
    put_link(out, "/Parent", root);
    put(out, "/Dest[");
    put_reference(out, pdf->finish.all_pages[entry->page]);
    put(out, "/Fit]");
    if (index > 0)
        put_link(out, "/Prev", entry[-1].object);
    if (index + 1 < pdf->entry_count)
        put_link(out, "/Next", entry[1].object);
    put(out, ">>");
}

static uint32_t write_outline(MergedPdf *pdf)
{
    PdfWriter *writer = &pdf->finish.writer;
    uint32_t root = writer_number(writer);
    for (size_t i = 0; i < pdf->entry_count; i++)
        pdf->entries[i].object = writer_number(writer);
    for (size_t i = 0; i < pdf->entry_count; i++)
        write_entry(pdf, i, root);
    Buffer *out = writer_object(writer, root);
    put(out, "<</Type/Outlines");
    put_link(out, "/First", pdf->entries[0].object);
    put_link(out, "/Last", pdf->entries[pdf->entry_count - 1].object);
    put(out, "/Count ");
    put_number(out, (uint32_t)pdf->entry_count);
    put(out, ">>");
    return root;
}

size_t merged_pdf_page_count(const MergedPdf *pdf)
{
    return pdf->finish.page_count;
}

bool merged_pdf_end(MergedPdf *pdf, Str *finished, Diagnostics *diagnostics)
{
    Finish *finish = &pdf->finish;
    if (pdf->part_count == 0)
        return told(diagnostics, "a merged file of nothing");
    write_element(pdf);
    finish->page_labels = buffer_str(&pdf->page_labels);
    if (!finish_end(finish, pdf->element, write_outline(pdf)))
        return told(diagnostics, finish->fault);
    *finished = buffer_str(&finish->writer.file);
    return true;
}
