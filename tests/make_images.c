// Writes the images that tests look at, since none are kept in the tree. Usage: make_images FOLDER
//
// All show the same flag of four quarters, 32 by 24 pixels: red, green; blue, and white, or nothing where there is
// alpha. photo.jpg and print.png are larger, for the example and the cases that are not about coarse images.
#include <gif_lib.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <webp/encode.h>

#include <jpeglib.h>

enum { WIDTH = 32, HEIGHT = 24 };

typedef struct {
    unsigned char red, green, blue, alpha;
} Pixel;

static const char *folder;

static void check(int is_well, const char *what)
{
    if (is_well)
        return;
    fprintf(stderr, "make_images: %s\n", what);
    exit(1);
}

static FILE *open_file(const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    check(file != NULL, path);
    return file;
}

static void write_file(const char *name, const void *bytes, size_t size)
{
    FILE *file = open_file(name);
    check(fwrite(bytes, 1, size, file) == size && fclose(file) == 0, name);
}

static int quarter(int x, int y, int width, int height)
{
    return (x >= width / 2) + 2 * (y >= height / 2);
}

static Pixel flag(int x, int y, int width, int height)
{
    static const Pixel quarters[] = {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 0}};
    return quarters[quarter(x, y, width, height)];
}

// ---- PNG

typedef struct {
    const char *name;
    int color, depth, width, height;
    int is_interlaced;
    unsigned pixels_per_metre; // 0: not said
} PngRow;

static void write_png_row(const PngRow *row, int y, unsigned char *out)
{
    for (int x = 0; x < row->width; x++) {
        Pixel pixel = flag(x, y, row->width, row->height);
        unsigned char samples[4] = {pixel.red, pixel.green, pixel.blue, pixel.alpha};
        int count = row->color == PNG_COLOR_TYPE_RGB ? 3 : 4;
        if (row->color == PNG_COLOR_TYPE_PALETTE || row->color == PNG_COLOR_TYPE_GRAY) {
            samples[0] =
                (unsigned char)(quarter(x, y, row->width, row->height) * (row->color == PNG_COLOR_TYPE_GRAY ? 85 : 1));
            count = 1;
        }
        for (int i = 0; i < count; i++) {
            *out++ = samples[i];
            if (row->depth == 16)
                *out++ = samples[i];
        }
    }
}

static void write_png(const PngRow *row)
{
    static png_color palette[] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};
    FILE *file = open_file(row->name);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    check(info != NULL && setjmp(png_jmpbuf(png)) == 0, row->name);
    png_init_io(png, file);
    png_set_IHDR(png, info, (unsigned)row->width, (unsigned)row->height, row->depth, row->color,
                 row->is_interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (row->color == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 4);
    if (row->pixels_per_metre)
        png_set_pHYs(png, info, row->pixels_per_metre, row->pixels_per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    unsigned char **rows = calloc((size_t)row->height, sizeof *rows);
    for (int y = 0; y < row->height; y++) {
        rows[y] = calloc((size_t)row->width, 8);
        write_png_row(row, y, rows[y]);
    }
    png_write_image(png, rows);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    for (int y = 0; y < row->height; y++)
        free(rows[y]);
    free(rows);
    check(fclose(file) == 0, row->name);
}

static void write_pngs(void)
{
    static const PngRow rows[] = {
        {"rgb.png", PNG_COLOR_TYPE_RGB, 8, WIDTH, HEIGHT, 0, 0},
        {"alpha.png", PNG_COLOR_TYPE_RGBA, 8, WIDTH, HEIGHT, 0, 0},
        {"deep.png", PNG_COLOR_TYPE_RGBA, 16, WIDTH, HEIGHT, 0, 0},
        {"interlaced.png", PNG_COLOR_TYPE_RGB, 8, WIDTH, HEIGHT, 1, 0},
        {"palette.png", PNG_COLOR_TYPE_PALETTE, 8, WIDTH, HEIGHT, 0, 0},
        {"grey.png", PNG_COLOR_TYPE_GRAY, 8, WIDTH, HEIGHT, 0, 0},
        {"print.png", PNG_COLOR_TYPE_RGB, 8, 480, 360, 0, 11811}, // 300 dpi: 115.2 by 86.4 pt
        {"tall.png", PNG_COLOR_TYPE_RGB, 8, 400, 4000, 0, 0},
        {"wide.png", PNG_COLOR_TYPE_RGB, 8, 4000, 200, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        write_png(&rows[i]);
}

// ---- JPEG

typedef struct {
    const char *name;
    J_COLOR_SPACE space;
    int components;
    int width, height;
    int is_progressive, is_arithmetic;
    int orientation; // EXIF's; 0: no EXIF
    int dpi;         // JFIF's; 0: not said
} JpegRow;

// The pixel of the upright picture that is stored at x, y, in a picture stored as EXIF's orientation says.
static Pixel stored_pixel(const JpegRow *row, int x, int y)
{
    int right = row->width - 1 - x, below = row->height - 1 - y;
    switch (row->orientation) {
    case 2:
        return flag(right, y, row->width, row->height);
    case 3:
        return flag(right, below, row->width, row->height);
    case 4:
        return flag(x, below, row->width, row->height);
    case 5:
        return flag(y, x, row->height, row->width);
    case 6:
        return flag(below, x, row->height, row->width);
    case 7:
        return flag(below, right, row->height, row->width);
    case 8:
        return flag(y, right, row->height, row->width);
    default:
        return flag(x, y, row->width, row->height);
    }
}

static void write_samples(const JpegRow *row, int x, int y, unsigned char *out)
{
    Pixel pixel = stored_pixel(row, x, y);
    unsigned char rgb[] = {pixel.red, pixel.green, pixel.blue, 0};
    for (int i = 0; i < row->components; i++)
        out[i] = rgb[i];
    if (row->space == JCS_CMYK) { // as Adobe's programs store it: inverted, so that these are red, green and blue
        out[3] = 255;
    }
}

static void write_exif(struct jpeg_compress_struct *writer, int orientation)
{
    unsigned char exif[] = {'E', 'x',  'i',  'f', 0,
                            0,   'I',  'I',  42,  0,
                            8,   0,    0,    0,   1,
                            0,   0x12, 0x01, 3,   0,
                            1,   0,    0,    0,   (unsigned char)orientation,
                            0,   0,    0,    0,   0,
                            0,   0};
    jpeg_write_marker(writer, JPEG_APP0 + 1, exif, sizeof exif);
}

static void write_jpeg(const JpegRow *row)
{
    struct jpeg_compress_struct writer;
    struct jpeg_error_mgr error;
    FILE *file = open_file(row->name);
    writer.err = jpeg_std_error(&error);
    jpeg_create_compress(&writer);
    jpeg_stdio_dest(&writer, file);
    writer.image_width = (unsigned)row->width;
    writer.image_height = (unsigned)row->height;
    writer.input_components = row->components;
    writer.in_color_space = row->space;
    jpeg_set_defaults(&writer);
    jpeg_set_quality(&writer, 95, TRUE);
    writer.arith_code = row->is_arithmetic ? TRUE : FALSE;
    if (row->is_progressive)
        jpeg_simple_progression(&writer);
    if (row->dpi) {
        writer.density_unit = 1;
        writer.X_density = writer.Y_density = (UINT16)row->dpi;
    }
    jpeg_start_compress(&writer, TRUE);
    if (row->orientation)
        write_exif(&writer, row->orientation);
    unsigned char *line = calloc((size_t)row->width, 4);
    for (int y = 0; y < row->height; y++) {
        for (int x = 0; x < row->width; x++)
            write_samples(row, x, y, line + x * row->components);
        jpeg_write_scanlines(&writer, &line, 1);
    }
    free(line);
    jpeg_finish_compress(&writer);
    jpeg_destroy_compress(&writer);
    check(fclose(file) == 0, row->name);
}

static void write_jpegs(void)
{
    static const JpegRow rows[] = {
        {"rgb.jpg", JCS_RGB, 3, WIDTH, HEIGHT, 0, 0, 0, 0},
        {"progressive.jpg", JCS_RGB, 3, WIDTH, HEIGHT, 1, 0, 0, 0},
        {"grey.jpg", JCS_GRAYSCALE, 1, WIDTH, HEIGHT, 0, 0, 0, 0},
        {"arithmetic.jpg", JCS_RGB, 3, WIDTH, HEIGHT, 0, 1, 0, 0},
        {"cmyk.jpg", JCS_CMYK, 4, WIDTH, HEIGHT, 0, 0, 0, 0},
        {"print.jpg", JCS_RGB, 3, 480, 360, 0, 0, 0, 300},
        {"turned-1.jpg", JCS_RGB, 3, 320, 240, 0, 0, 1, 300},
        {"turned-2.jpg", JCS_RGB, 3, 320, 240, 0, 0, 2, 300},
        {"turned-3.jpg", JCS_RGB, 3, 320, 240, 0, 0, 3, 300},
        {"turned-4.jpg", JCS_RGB, 3, 320, 240, 0, 0, 4, 300},
        {"turned-5.jpg", JCS_RGB, 3, 240, 320, 0, 0, 5, 300},
        {"turned-6.jpg", JCS_RGB, 3, 240, 320, 0, 0, 6, 300},
        {"turned-7.jpg", JCS_RGB, 3, 240, 320, 0, 0, 7, 300},
        {"turned-8.jpg", JCS_RGB, 3, 240, 320, 0, 0, 8, 300},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        write_jpeg(&rows[i]);
}

// ---- WebP, GIF

static void write_webp(void)
{
    Pixel pixels[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++)
            pixels[y][x] = flag(x, y, WIDTH, HEIGHT);
    }
    unsigned char *bytes;
    size_t size = WebPEncodeLosslessRGBA(&pixels[0][0].red, WIDTH, HEIGHT, WIDTH * 4, &bytes);
    check(size > 0, "WebP");
    write_file("alpha.webp", bytes, size);
    WebPFree(bytes);
}

static void write_gif(const char *name, int is_interlaced)
{
    static const GifColorType colors[] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};
    static const int starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
    char path[4096];
    int error;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    GifFileType *gif = EGifOpenFileName(path, 0, &error);
    check(gif != NULL, path);
    EGifSetGifVersion(gif, 1);
    ColorMapObject *map = GifMakeMapObject(4, colors);
    GraphicsControlBlock control = {.TransparentColor = 3};
    GifByteType extension[4];
    EGifGCBToExtension(&control, extension);
    check(EGifPutScreenDesc(gif, WIDTH, HEIGHT, 2, 0, map) == GIF_OK, path);
    check(EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, sizeof extension, extension) == GIF_OK, path);
    check(EGifPutImageDesc(gif, 0, 0, WIDTH, HEIGHT, is_interlaced != 0, NULL) == GIF_OK, path);
    for (int pass = 0; pass < (is_interlaced ? 4 : 1); pass++) {
        for (int y = is_interlaced ? starts[pass] : 0; y < HEIGHT; y += is_interlaced ? steps[pass] : 1) {
            GifPixelType line[WIDTH];
            for (int x = 0; x < WIDTH; x++)
                line[x] = (GifPixelType)quarter(x, y, WIDTH, HEIGHT);
            check(EGifPutLine(gif, line, WIDTH) == GIF_OK, path);
        }
    }
    GifFreeMapObject(map);
    check(EGifCloseFile(gif, &error) == GIF_OK, path);
}

int main(int count, char **arguments)
{
    check(count == 2, "usage: make_images FOLDER");
    folder = arguments[1];
    write_pngs();
    write_jpegs();
    write_webp();
    write_gif("flag.gif", 0);
    write_gif("interlaced.gif", 1);
    return 0;
}
