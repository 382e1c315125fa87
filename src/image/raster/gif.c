// The first picture of a GIF, on its screen.
#include <gif_lib.h>
#include <stdlib.h>
#include <string.h>

#include "image/raster/raster.h"

enum { NO_COLOR = -1, COLORS_MAX = 256 };

typedef struct {
    const DecodeRequest *request;
    size_t at;
} Reader;

static int read_bytes(GifFileType *gif, GifByteType *bytes, int wanted)
{
    Reader *reader = gif->UserData;
    size_t left = reader->request->size - reader->at;
    size_t count = wanted > 0 && (size_t)wanted < left ? (size_t)wanted : wanted > 0 ? left : 0;
    memcpy(bytes, reader->request->bytes + reader->at, count);
    reader->at += count;
    return (int)count;
}

// Reads up to the first picture's header. Its transparent colour, from the block before it, is in `*transparent`.
static bool find_picture(GifFileType *gif, int *transparent)
{
    GifRecordType type;
    while (DGifGetRecordType(gif, &type) == GIF_OK && type != TERMINATE_RECORD_TYPE) {
        if (type == IMAGE_DESC_RECORD_TYPE)
            return DGifGetImageDesc(gif) == GIF_OK;
        int code;
        GifByteType *block;
        if (type != EXTENSION_RECORD_TYPE || DGifGetExtension(gif, &code, &block) != GIF_OK)
            return false;
        GraphicsControlBlock control;
        if (code == GRAPHICS_EXT_FUNC_CODE && block && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
            *transparent = control.TransparentColor;
        while (block) {
            if (DGifGetExtensionNext(gif, &block) != GIF_OK)
                return false;
        }
    }
    return false;
}

// RGBA of each colour; transparent where the map has none.
static bool make_palette(const GifFileType *gif, int transparent, unsigned char palette[COLORS_MAX][4])
{
    const ColorMapObject *map = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
    memset(palette, 0, COLORS_MAX * sizeof *palette);
    for (int i = 0; map && i < map->ColorCount && i < COLORS_MAX; i++) {
        const GifColorType *color = &map->Colors[i];
        palette[i][0] = color->Red;
        palette[i][1] = color->Green;
        palette[i][2] = color->Blue;
        palette[i][3] = i == transparent ? 0 : 255;
    }
    return map != NULL;
}

// Interlaced rows come in four passes.
static int row_of(int index, int height, bool is_interlaced)
{
    static const int starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
    if (!is_interlaced)
        return index;
    for (int pass = 0; pass < 4; pass++) {
        int count = starts[pass] < height ? (height - starts[pass] + steps[pass] - 1) / steps[pass] : 0;
        if (index < count)
            return starts[pass] + index * steps[pass];
        index -= count;
    }
    return 0;
}

static void decode_rows(GifFileType *gif, int transparent, Canvas *canvas)
{
    const GifImageDesc *picture = &gif->Image;
    unsigned char palette[COLORS_MAX][4];
    bool is_within = picture->Left >= 0 && picture->Top >= 0 && picture->Width > 0 && picture->Height > 0 &&
                     (int64_t)picture->Left + picture->Width <= canvas->width &&
                     (int64_t)picture->Top + picture->Height <= canvas->height;
    if (!is_within || !make_palette(gif, transparent, palette)) {
        canvas->status = DECODE_BROKEN;
        return;
    }
    uint32_t width = (uint32_t)picture->Width;
    GifPixelType *row = malloc(width);
    unsigned char *rgba = malloc((size_t)width * 4);
    if (!row || !rgba)
        canvas->status = DECODE_NO_MEMORY;
    for (int i = 0; i < picture->Height && canvas->status == DECODE_OK; i++) {
        if (DGifGetLine(gif, row, picture->Width) != GIF_OK) {
            canvas->status = DECODE_BROKEN;
            break;
        }
        for (uint32_t x = 0; x < width; x++)
            memcpy(rgba + (size_t)x * 4, palette[row[x]], 4);
        int y = picture->Top + row_of(i, picture->Height, picture->Interlace);
        canvas_set_row(canvas, (uint32_t)picture->Left, (uint32_t)y, rgba, width);
    }
    free(rgba);
    free(row);
}

void decode_gif(const DecodeRequest *request, Canvas *canvas)
{
    Reader reader = {.request = request};
    int error, transparent = NO_COLOR;
    GifFileType *gif = DGifOpen(&reader, read_bytes, &error);
    if (!gif) {
        canvas->status = DECODE_BROKEN;
        return;
    }
    if (find_picture(gif, &transparent)) {
        // A screen that the file gives no size for is as large as the picture; what it leaves free is transparent.
        int64_t width = gif->SWidth > 0 ? gif->SWidth : (int64_t)gif->Image.Left + gif->Image.Width;
        int64_t height = gif->SHeight > 0 ? gif->SHeight : (int64_t)gif->Image.Top + gif->Image.Height;
        canvas_open(canvas, (uint64_t)width, (uint64_t)height, /*has_alpha*/ true, request->pixels_max);
        if (canvas->status == DECODE_OK)
            decode_rows(gif, transparent, canvas);
    } else {
        canvas->status = DECODE_BROKEN;
    }
    DGifCloseFile(gif, &error);
}
