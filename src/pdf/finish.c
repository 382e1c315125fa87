// Writes cairo's objects anew, with a catalog and document information of our own. What depends on time, or on the
// version of cairo, stays behind; the file's ID is a hash of its bytes.
#include "pdf/pdf.h"

#include "pdf/reader.h"
#include "pdf/resources.h"

static Str document_title(const Document *document, Arena *arena)
{
    if (document->metadata.title.length > 0)
        return document->metadata.title;
    for (size_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i]->kind == NODE_HEADING)
            return str_trim(node_plain_text(document->nodes[i], arena));
    }
    return (Str){0};
}

// A text string in UTF-16BE (ISO 32000-1, 7.9.2.2), as hexadecimal digits: no byte needs an escape.
static void append_text_string(Buffer *out, Str text)
{
    buffer_append_str(out, STR("<FEFF"));
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        if (character >= 0x10000) {
            character -= 0x10000;
            buffer_printf(out, "%04X%04X", 0xD800 | character >> 10, 0xDC00 | (character & 0x3FF));
        } else {
            buffer_printf(out, "%04X", character);
        }
    }
    buffer_append_char(out, '>');
}

static void append_entry(Buffer *out, const char *key, Str text)
{
    if (text.length == 0)
        return;
    buffer_printf(out, " /%s ", key);
    append_text_string(out, text);
}

static void append_info(Buffer *out, const Document *document, Arena *arena)
{
    const Metadata *metadata = &document->metadata;
    buffer_append_str(out, STR("<<"));
    append_entry(out, "Title", document_title(document, arena));
    append_entry(out, "Author", metadata->author);
    append_entry(out, "Subject", metadata->description);
    append_entry(out, "Keywords", metadata->keywords);
    buffer_append_str(out, STR(" /Creator (hspdf) /Producer (hspdf) >>"));
}

// cairo's own catalog, and what it can not say.
static bool append_catalog(Buffer *out, const PdfObject *catalog, const Document *document)
{
    const char *start = memmem(catalog->bytes.bytes, catalog->bytes.length, "<<", 2);
    Str bytes = catalog->bytes;
    bytes.length -= 6; // "endobj"
    bytes = str_trim(bytes);
    if (!start || bytes.length < 4 || memcmp(bytes.bytes + bytes.length - 2, ">>", 2) != 0)
        return false;
    Str inner = {start, (uint32_t)(bytes.bytes + bytes.length - 2 - start)};
    buffer_append_str(out, inner);
    buffer_append_str(out, STR(" /Lang "));
    append_text_string(out, document->metadata.lang);
    if (document_title(document, out->arena).length > 0)
        buffer_append_str(out, STR(" /ViewerPreferences << /DisplayDocTitle true >>"));
    buffer_append_str(out, STR(" >>"));
    return true;
}

// FNV-1a, 64 bits; two of them with different starts make an ID of 128. It names the file, and guards nothing.
static uint64_t hash(uint64_t start, const Buffer *bytes)
{
    uint64_t value = start;
    for (size_t i = 0; i < bytes->length; i++)
        value = (value ^ (unsigned char)bytes->bytes[i]) * 0x100000001B3u;
    return value;
}

static void append_table(Buffer *out, const PdfFile *file, const size_t *offsets)
{
    size_t table_at = out->length;
    uint64_t first = hash(0xCBF29CE484222325u, out), second = hash(first ^ 0x9E3779B97F4A7C15u, out);
    buffer_printf(out, "xref\n0 %u\n0000000000 65535 f \n", file->size);
    for (uint32_t number = 1; number < file->size; number++) {
        if (offsets[number] > 0)
            buffer_printf(out, "%010zu 00000 n \n", offsets[number]);
        else
            buffer_append_str(out, STR("0000000000 65535 f \n"));
    }
    buffer_printf(out, "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /ID [<%016llX%016llX> <%016llX%016llX>] >>\n",
                  file->size, file->root, file->info, (unsigned long long)first, (unsigned long long)second,
                  (unsigned long long)first, (unsigned long long)second);
    buffer_printf(out, "startxref\n%zu\n%%%%EOF\n", table_at);
}

static bool refuse(Diagnostics *diagnostics, const char *fault)
{
    diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, fault);
    return false;
}

bool pdf_finish(const Painting *painting, const Document *document, const Layout *layout, Arena *arena, Str *finished,
                Diagnostics *diagnostics)
{
    (void)layout;
    PdfFile file;
    const char *fault;
    if (!pdf_read(painting->pdf, arena, &file, &fault))
        return refuse(diagnostics, fault);
    Buffer out = {.arena = arena};
    size_t *offsets = arena_array(arena, size_t, file.size);
    // 1.7: for tagged text and UTF-16. The second line tells programs that the file is binary (7.5.2).
    buffer_append_str(&out, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    for (size_t i = 0; i < file.count; i++) {
        const PdfObject *object = &file.objects[i];
        bool is_catalog = object->number == file.root, is_info = object->number == file.info;
        offsets[object->number] = out.length;
        if (!is_catalog && !is_info) {
            append_object(&out, object->bytes);
            buffer_append_char(&out, '\n');
            continue;
        }
        buffer_printf(&out, "%u 0 obj\n", object->number);
        if (is_info)
            append_info(&out, document, arena);
        else if (!append_catalog(&out, object, document))
            return refuse(diagnostics, "a catalog that is no dictionary");
        buffer_append_str(&out, STR("\nendobj\n"));
    }
    if (!pdf_object_find(&file, file.root) || !pdf_object_find(&file, file.info))
        return refuse(diagnostics, "no catalog or no document information");
    append_table(&out, &file, offsets);
    *finished = buffer_str(&out);
    return true;
}
