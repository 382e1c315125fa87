// The finish's reader of cairo's bytes. cairo makes a file once; the input is a list of edits of it, eight bytes each.
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "pdf/dictionary.h"
#include "pdf/reader.h"
#include "pdf/unpack.h"

enum { ROOM = 256 * 1024, PAGES = 3, ARENA_BYTES = 256 * 1024 * 1024 };

typedef struct {
    char bytes[ROOM];
    size_t length;
} File;

static cairo_status_t append(void *closure, const unsigned char *bytes, unsigned length)
{
    File *file = closure;
    if (length > ROOM - file->length)
        return CAIRO_STATUS_WRITE_ERROR;
    memcpy(file->bytes + file->length, bytes, length);
    file->length += length;
    return CAIRO_STATUS_SUCCESS;
}

static void draw(File *file)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, file, 200, 200);
    cairo_t *cairo = cairo_create(surface);
    for (int page = 0; page < PAGES; page++) {
        cairo_move_to(cairo, 10, 20);
        cairo_show_text(cairo, "text");
        cairo_rectangle(cairo, 10, 10, 20, 20);
        cairo_fill(cairo);
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

typedef enum { EDIT_SET, EDIT_CUT, EDIT_COPY, EDIT_INSERT, EDIT_END, EDIT_COUNT } Edit;

static void edit(File *file, const uint8_t *with)
{
    size_t at = ((size_t)with[1] << 16 | (size_t)with[2] << 8 | with[3]) % (file->length + 1);
    size_t span = with[4] < file->length - at ? with[4] : file->length - at;
    switch ((Edit)(with[0] % EDIT_COUNT)) {
    case EDIT_SET:
        for (size_t i = 0; i < 3 && i < span; i++)
            file->bytes[at + i] = (char)with[5 + i];
        break;
    case EDIT_CUT:
        memmove(file->bytes + at, file->bytes + at + span, file->length - at - span);
        file->length -= span;
        break;
    case EDIT_COPY:
    case EDIT_INSERT:
        if (span > ROOM - file->length)
            break;
        memmove(file->bytes + at + span, file->bytes + at, file->length - at);
        for (size_t i = 0; with[0] % EDIT_COUNT == EDIT_INSERT && i < span; i++)
            file->bytes[at + i] = (char)with[5 + i % 3];
        file->length += span;
        break;
    case EDIT_END:
        file->length = at;
        break;
    case EDIT_COUNT:
        break;
    }
}

static void walk(const PdfFile *file, Arena *arena)
{
    Unpacker unpacker;
    unpacker_init(&unpacker, arena);
    for (uint32_t number = 0; number < file->size; number++) {
        Str value, rest, data, unpacked, key, member;
        uint32_t at = 0, object;
        if (!pdf_value_find(file, number, &value, &rest))
            continue;
        while (dictionary_next(value, &at, &key, &member))
            value_reference(member, &object);
        for (at = 0; reference_next(value, &at, &object);)
            pdf_object_find(file, object);
        if (pdf_stream_find(file, value, rest, &data))
            unpack(&unpacker, data, &unpacked);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static File drawn, file;
    if (drawn.length == 0)
        draw(&drawn);
    file = drawn;
    for (size_t i = 0; i + 8 <= size && i < 8 * 64; i += 8)
        edit(&file, bytes + i);
    // A copy of just that size, so that a sanitizer sees what is read beyond it.
    Arena *arena = arena_open(ARENA_BYTES);
    char *copy = malloc(file.length + 1);
    jmp_buf landing;
    if (!arena || !copy)
        fuzz_found("no memory");
    copy = realloc(copy, file.length ? file.length : 1);
    memcpy(copy, file.bytes, file.length);
    if (setjmp(landing) == 0) {
        PdfFile pdf;
        const char *fault = NULL;
        arena_set_landing(arena, &landing);
        if (pdf_read((Str){copy, (uint32_t)file.length}, arena, &pdf, &fault))
            walk(&pdf, arena);
        else if (!fault)
            fuzz_found("refused without a word");
    }
    arena_close(arena);
    free(copy);
    return 0;
}
