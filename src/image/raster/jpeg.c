// JPEGs that a PDF can not hold as they are: of four inks, since the page's colours are RGB, and of rarer coding.
#include <setjmp.h>
#include <stdio.h> // jpeglib.h needs it
#include <stdlib.h>

#include <jpeglib.h>

#include "image/raster/raster.h"

typedef struct {
    struct jpeg_error_mgr manager;
    jmp_buf landing;
} ErrorManager;

typedef struct {
    struct jpeg_decompress_struct reader;
    ErrorManager error;
    JSAMPLE *row;
    unsigned char *rgba;
} Work;

static void on_error(j_common_ptr reader)
{
    ErrorManager *error = (ErrorManager *)(void *)reader->err;
    longjmp(error->landing, 1);
}

// Warnings are of data that is not right: what comes out of it is not what was meant.
static void on_message(j_common_ptr reader, int level)
{
    if (level < 0)
        on_error(reader);
}

// Adobe's programs, which write most of these, store inks inverted: 255 is none.
static void convert_inks(const JSAMPLE *inks, uint32_t count, bool is_inverted, unsigned char *rgba)
{
    for (uint32_t i = 0; i < count; i++, inks += 4, rgba += 4) {
        unsigned key = is_inverted ? inks[3] : 255u - inks[3];
        for (int c = 0; c < 3; c++) {
            unsigned paper = is_inverted ? inks[c] : 255u - inks[c];
            rgba[c] = (unsigned char)((paper * key + 127) / 255);
        }
        rgba[3] = 255;
    }
}

static void convert_rgb(const JSAMPLE *rgb, uint32_t count, unsigned char *rgba)
{
    for (uint32_t i = 0; i < count; i++, rgb += 3, rgba += 4) {
        rgba[0] = rgb[0];
        rgba[1] = rgb[1];
        rgba[2] = rgb[2];
        rgba[3] = 255;
    }
}

static void decode_rows(Work *work, Canvas *canvas)
{
    struct jpeg_decompress_struct *reader = &work->reader;
    bool has_inks = reader->num_components == 4;
    reader->out_color_space = has_inks ? JCS_CMYK : JCS_RGB;
    reader->dct_method = JDCT_ISLOW; // the same on any machine
    jpeg_start_decompress(reader);
    work->row = malloc((size_t)canvas->width * 4);
    work->rgba = malloc((size_t)canvas->width * 4);
    if (!work->row || !work->rgba) {
        canvas->status = DECODE_NO_MEMORY;
        return;
    }
    while (reader->output_scanline < reader->output_height) {
        uint32_t y = reader->output_scanline;
        jpeg_read_scanlines(reader, &work->row, 1);
        if (has_inks)
            convert_inks(work->row, canvas->width, reader->saw_Adobe_marker, work->rgba);
        else
            convert_rgb(work->row, canvas->width, work->rgba);
        canvas_set_row(canvas, 0, y, work->rgba, canvas->width);
    }
    jpeg_finish_decompress(reader);
}

// Jumps to the landing place on a fault.
static void decode_all(Work *work, const DecodeRequest *request, Canvas *canvas)
{
    jpeg_create_decompress(&work->reader);
    jpeg_mem_src(&work->reader, request->bytes, (unsigned long)request->size);
    jpeg_read_header(&work->reader, TRUE);
    canvas_open(canvas, work->reader.image_width, work->reader.image_height, /*has_alpha*/ false, request->pixels_max);
    if (canvas->status == DECODE_OK)
        decode_rows(work, canvas);
}

void decode_jpeg(const DecodeRequest *request, Canvas *canvas)
{
    Work *work = calloc(1, sizeof *work); // not a local, which would be indeterminate after the jump
    if (!work) {
        canvas->status = DECODE_NO_MEMORY;
        return;
    }
    work->reader.err = jpeg_std_error(&work->error.manager);
    work->error.manager.error_exit = on_error;
    work->error.manager.emit_message = on_message;
    if (setjmp(work->error.landing) == 0)
        decode_all(work, request, canvas);
    else
        canvas->status = DECODE_BROKEN;
    jpeg_destroy_decompress(&work->reader);
    free(work->row);
    free(work->rgba);
    free(work);
}
