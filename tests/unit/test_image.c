// Images: what each format gives, and that no bytes, however damaged, do more than not be shown. The files are made by
// tests/make_images.c and show a flag of four quarters: red, green; blue, and white or nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#include <cairo.h>
#include <cmocka.h>

#include "image/address.h"
#include "image/decoders.h"
#include "image/format.h"
#include "image/image.h"

typedef struct {
    Arena *arena;
    ImageDecoders *decoders;
    Diagnostics *diagnostics;
    const Image *image; // of the first one; NULL: none
    const Image *second;
} Loaded;

static Loaded load_text(Str text, const char *data_folder)
{
    Loaded loaded = {.arena = arena_open((size_t)1 << 30)};
    loaded.diagnostics = diagnostics_new(loaded.arena, /*warnings_are_errors*/ false);
    Sources *sources = sources_new(loaded.arena);
    assert_true(sources_set_root(sources, HSPDF_TEST_IMAGES));
    const Source *source = source_from_bytes(sources, STR("test.md"), text, SOURCE_WITH_FRONT, loaded.diagnostics);
    const Document *document = document_new(loaded.arena, sources, &source, 1, loaded.diagnostics);
    document_verify(document);
    loaded.decoders = image_decoders_open(data_folder);
    const Images *images =
        images_new(loaded.arena, document, sources, loaded.decoders, JPEG_AS_IT_IS, NULL, loaded.diagnostics);
    for (size_t i = 0; i < document->node_count; i++) {
        const Node *node = document->nodes[i];
        const Image *image = node->kind == NODE_IMAGE ? images_find(images, node) : NULL;
        if (image && loaded.image)
            loaded.second = image;
        else if (image)
            loaded.image = image;
    }
    return loaded;
}

static Loaded load(const char *target)
{
    char text[512];
    snprintf(text, sizeof text, "![flag](%s)", target);
    return load_text(str_from(text), HSPDF_TEST_DATA);
}

static void unload(Loaded *loaded)
{
    arena_close(loaded->arena);
    image_decoders_close(loaded->decoders);
}

static Str read_file(Arena *arena, const char *name)
{
    Sources *sources = sources_new(arena);
    sources_set_root(sources, HSPDF_TEST_IMAGES);
    source_from_bytes(sources, STR("x"), STR("x"), SOURCE_WHOLE, diagnostics_new(arena, false));
    Str bytes;
    assert_int_equal(root_read(sources_root(sources, 0), arena, str_from(name), 1 << 24, &bytes), ROOT_OK);
    return bytes;
}

static void expect_code(const Loaded *loaded, DiagnosticCode code)
{
    assert_null(loaded->image);
    assert_int_equal(diagnostics_count(loaded->diagnostics), 1);
    assert_string_equal(diagnostic_code_name(diagnostics_at(loaded->diagnostics, 0)->code), diagnostic_code_name(code));
}

// ---- what each format gives

static uint32_t pixel_at(cairo_surface_t *surface, int x, int y)
{
    const unsigned char *row = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    uint32_t pixel;
    memcpy(&pixel, row + 4 * x, sizeof pixel);
    return pixel;
}

static bool is_near(uint32_t a, uint32_t b, int distance)
{
    for (int shift = 0; shift < 32; shift += 8) {
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > distance)
            return false;
    }
    return true;
}

static void pixels_are_those_of_the_flag(void **state)
{
    (void)state;
    static const uint32_t with_alpha[] = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0};
    static const uint32_t opaque[] = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF};
    static const uint32_t grey[] = {0xFF000000, 0xFF555555, 0xFFAAAAAA, 0xFFFFFFFF};
    static const uint32_t inks[] = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF};
    static const struct {
        const char *name;
        const uint32_t *quarters;
        int distance; // that coding may add
    } rows[] = {
        {"rgb.png", opaque, 0},        {"alpha.png", with_alpha, 0},   {"deep.png", with_alpha, 0},
        {"interlaced.png", opaque, 0}, {"palette.png", opaque, 0},     {"grey.png", grey, 1},
        {"alpha.webp", with_alpha, 0}, {"flag.gif", with_alpha, 0},    {"interlaced.gif", with_alpha, 0},
        {"cmyk.jpg", inks, 12},        {"arithmetic.jpg", opaque, 12},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Loaded loaded = load(rows[i].name);
        if (!loaded.image)
            fail_msg("%s is not shown", rows[i].name);
        assert_int_equal(loaded.image->pixels_x, 32);
        assert_int_equal(loaded.image->pixels_y, 24);
        assert_int_equal(loaded.image->width, 24 * LENGTH_PER_PT); // 96 dots an inch
        for (int quarter = 0; quarter < 4; quarter++) {
            uint32_t got = pixel_at(loaded.image->surface, quarter % 2 * 16 + 4, quarter / 2 * 12 + 4);
            if (!is_near(got, rows[i].quarters[quarter], rows[i].distance))
                fail_msg("%s, quarter %d: %08x, not %08x", rows[i].name, quarter, got, rows[i].quarters[quarter]);
        }
        unload(&loaded);
    }
}

static void a_jpeg_stays_as_it_is(void **state)
{
    (void)state;
    static const char *const names[] = {"rgb.jpg", "progressive.jpg", "grey.jpg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Loaded loaded = load(names[i]);
        assert_non_null(loaded.image);
        const unsigned char *bytes = NULL;
        unsigned long length = 0;
        cairo_surface_get_mime_data(loaded.image->surface, CAIRO_MIME_TYPE_JPEG, &bytes, &length);
        Str file = read_file(loaded.arena, names[i]);
        assert_int_equal(length, file.length);
        assert_memory_equal(bytes, file.bytes, length);
        unload(&loaded);
    }
}

static void size_goes_by_resolution_and_orientation(void **state)
{
    (void)state;
    static const char *const names[] = {"print.png", "print.jpg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Loaded loaded = load(names[i]); // 480 by 360 at 300 dots an inch
        assert_in_range(loaded.image->width, 115 * LENGTH_PER_PT, 116 * LENGTH_PER_PT);
        assert_in_range(loaded.image->height, 86 * LENGTH_PER_PT, 87 * LENGTH_PER_PT);
        unload(&loaded);
    }
    for (int orientation = 1; orientation <= 8; orientation++) {
        char name[32];
        snprintf(name, sizeof name, "turned-%d.jpg", orientation);
        Loaded loaded = load(name);
        assert_int_equal(loaded.image->orientation, orientation);
        assert_int_equal(loaded.image->pixels_x, 320);
        assert_int_equal(loaded.image->pixels_y, 240);
        assert_true(loaded.image->width > loaded.image->height);
        unload(&loaded);
    }
}

static void equal_bytes_are_one_image(void **state)
{
    (void)state;
    Loaded loaded = load_text(STR("![a](rgb.png) ![b](./rgb.png)"), HSPDF_TEST_DATA);
    assert_non_null(loaded.image);
    assert_ptr_equal(loaded.image, loaded.second);
    unload(&loaded);
}

static void text_in_vectors_is_drawn_on_the_page(void **state)
{
    (void)state;
    Loaded loaded =
        load("data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='40'%20height='20'/%3E");
    assert_non_null(loaded.image);
    assert_int_equal(loaded.image->width, 30 * LENGTH_PER_PT);
    assert_int_equal(loaded.image->pixels_x, 0);
    assert_null(loaded.image->draw);
    unload(&loaded);
    loaded = load("data:,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='1in'%20height='1cm'%3E%3Ctext%3Ea%3C/"
                  "text%3E%3C/svg%3E");
    assert_non_null(loaded.image);
    assert_int_equal(loaded.image->width, 72 * LENGTH_PER_PT);
    assert_non_null(loaded.image->draw);
    unload(&loaded);
}

// ---- what is not shown

static void what_can_not_be_shown_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *target;
        DiagnosticCode code;
    } rows[] = {
        {"none.png", DIAG_IMAGE_MISSING},
        {"../test_root", DIAG_IMAGE_OUTSIDE},
        {"/etc/passwd", DIAG_IMAGE_OUTSIDE},
        {"%2e%2e/%2e%2e/x", DIAG_IMAGE_OUTSIDE},
        {".", DIAG_IMAGE_UNREADABLE},
        {"made", DIAG_IMAGE_BROKEN}, // an empty file
        {"http://example.org/a.png", DIAG_IMAGE_REMOTE},
        {"HTTPS://example.org/a.png", DIAG_IMAGE_REMOTE},
        {"//example.org/a.png", DIAG_IMAGE_REMOTE},
        {"ftp://example.org/a.png", DIAG_IMAGE_REMOTE},
        {"file:///etc/passwd", DIAG_IMAGE_OUTSIDE},
        {"data:image/png;base64,!!!", DIAG_IMAGE_BROKEN},
        {"data:image/png", DIAG_IMAGE_BROKEN},
        {"data:,", DIAG_IMAGE_BROKEN},
        {"data:,hello", DIAG_IMAGE_FORMAT},
        {"data:,%3Csvg%3E", DIAG_IMAGE_BROKEN},
        {"data:;base64,/9j/2Q==", DIAG_IMAGE_BROKEN}, // a JPEG without a picture
        {"?", DIAG_IMAGE_BROKEN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Loaded loaded = load(rows[i].target);
        expect_code(&loaded, rows[i].code);
        unload(&loaded);
    }
}

static void no_module_is_no_harm(void **state)
{
    (void)state;
    Loaded loaded = load_text(STR("![flag](rgb.png)"), "/nonexistent");
    if (loaded.image) {
        unload(&loaded);
        skip(); // one is installed where this build looks for it
    }
    expect_code(&loaded, DIAG_IMAGE_DECODER);
    unload(&loaded);
}

// ---- damage

typedef struct {
    Arena *arena;
    ImageDecoders *decoders;
} Bench;

static Bench bench_open(void)
{
    return (Bench){arena_open(1 << 26), image_decoders_open(HSPDF_TEST_DATA)};
}

static void bench_close(Bench *bench)
{
    arena_close(bench->arena);
    image_decoders_close(bench->decoders);
}

static DecodeStatus try_bytes(const Bench *bench, Str bytes)
{
    ImageFormat format = image_format(bytes);
    image_hints(bytes, format);
    JpegInfo info;
    if (format == FORMAT_JPEG)
        jpeg_info(bytes, &info);
    if (format == FORMAT_UNKNOWN)
        return DECODE_BROKEN;
    ModuleKind kind = format == FORMAT_SVG ? MODULE_SVG : MODULE_RASTER;
    const ImageModule *module = image_module_find(bench->decoders, kind);
    assert_non_null(module);
    // In a block of its own, so that a sanitizer sees a byte read behind it.
    unsigned char *copy = malloc(bytes.length > 0 ? bytes.length : 1);
    memcpy(copy, bytes.bytes, bytes.length);
    DecodeRequest request = {format, copy, bytes.length, limits_default.values[LIMIT_IMAGE_PIXELS]};
    Decoded decoded = {0};
    DecodeStatus status = module->decoder->decode(module->session, &request, &decoded);
    free(copy);
    if (status == DECODE_OK)
        cairo_surface_destroy(decoded.surface);
    if (decoded.picture)
        decoded.destroy(decoded.picture);
    return status;
}

static const char *const damaged_names[] = {
    "rgb.png",        "palette.png", "interlaced.png",  "deep.png",       "alpha.webp", "flag.gif",
    "interlaced.gif", "rgb.jpg",     "progressive.jpg", "arithmetic.jpg", "cmyk.jpg",   "turned-6.jpg",
};

static void truncated_files_are_refused(void **state)
{
    (void)state;
    Bench bench = bench_open();
    for (size_t i = 0; i < sizeof damaged_names / sizeof *damaged_names; i++) {
        Str file = read_file(bench.arena, damaged_names[i]);
        assert_int_equal(try_bytes(&bench, file), DECODE_OK);
        uint32_t step = file.length > 1000 ? 13 : 1;
        for (uint32_t length = 0; length < file.length; length += step) {
            DecodeStatus status = try_bytes(&bench, (Str){file.bytes, length});
            if (length < file.length / 2 && status == DECODE_OK)
                fail_msg("%s: %u of %u bytes pass for all", damaged_names[i], length, file.length);
        }
    }
    bench_close(&bench);
}

static void changed_bytes_do_no_harm(void **state)
{
    (void)state;
    static const unsigned char masks[] = {0xFF, 0x01, 0x80};
    Bench bench = bench_open();
    for (size_t i = 0; i < sizeof damaged_names / sizeof *damaged_names; i++) {
        Str file = read_file(bench.arena, damaged_names[i]);
        char *bytes = arena_alloc(bench.arena, file.length);
        memcpy(bytes, file.bytes, file.length);
        uint32_t step = file.length > 1000 ? 13 : 1;
        for (uint32_t at = 0; at < file.length; at += step) {
            for (size_t mask = 0; mask < sizeof masks; mask++) {
                bytes[at] = (char)((unsigned char)file.bytes[at] ^ masks[mask]);
                try_bytes(&bench, (Str){bytes, file.length});
            }
            bytes[at] = file.bytes[at];
        }
    }
    bench_close(&bench);
}

static void damaged_vectors_do_no_harm(void **state)
{
    (void)state;
    static const char svg[] =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 4'><a href='#'><rect width='4' "
        "height='4' fill='red'/></a><text y='4'>a</text><g opacity='.5'><use href='#'/></g></svg>";
    Bench bench = bench_open();
    Str file = STR(svg);
    assert_int_equal(try_bytes(&bench, file), DECODE_OK);
    char bytes[sizeof svg];
    memcpy(bytes, svg, sizeof svg);
    for (uint32_t at = 0; at < file.length; at++) {
        assert_int_not_equal(try_bytes(&bench, (Str){svg, at}), DECODE_OK);
        bytes[at] ^= 0x15;
        try_bytes(&bench, (Str){bytes, file.length});
        bytes[at] = svg[at];
    }
    bench_close(&bench);
}

static void a_truncated_jpeg_is_seen_without_decoding(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 26);
    Str file = read_file(arena, "progressive.jpg");
    JpegInfo info;
    assert_null(jpeg_info(file, &info));
    for (uint32_t length = 0; length < file.length; length++)
        assert_non_null(jpeg_info((Str){file.bytes, length}, &info));
    arena_close(arena);
}

static void write_big_endian(char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char)(unsigned char)(value >> (24 - 8 * i));
}

// Few bytes that claim to be many pixels.
static void bombs_are_refused(void **state)
{
    (void)state;
    Bench bench = bench_open();
    Str file = read_file(bench.arena, "rgb.png");
    char *bytes = arena_alloc(bench.arena, file.length);
    memcpy(bytes, file.bytes, file.length);
    write_big_endian(bytes + 16, 30000);
    write_big_endian(bytes + 20, 30000);
    write_big_endian(bytes + 29, (uint32_t)crc32(0, (const unsigned char *)bytes + 12, 17));
    assert_int_equal(try_bytes(&bench, (Str){bytes, file.length}), DECODE_TOO_LARGE);

    file = read_file(bench.arena, "flag.gif");
    bytes = arena_alloc(bench.arena, file.length);
    memcpy(bytes, file.bytes, file.length);
    memset(bytes + 6, 0x7F, 4); // the screen's size
    assert_int_equal(try_bytes(&bench, (Str){bytes, file.length}), DECODE_TOO_LARGE);
    bench_close(&bench);
}

// ---- addresses

static void addresses_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        AddressKind kind;
        const char *text;
    } rows[] = {
        {"a.png", ADDRESS_FILE, "a.png"},
        {" a%20b.png?v=1#top ", ADDRESS_FILE, "a b.png"},
        {"100%.png", ADDRESS_FILE, "100%.png"},
        {"C:a.png", ADDRESS_FILE, "C:a.png"},
        {"data:text/plain,a%2Cb", ADDRESS_DATA, "a,b"},
        {"data:;base64,aGk=", ADDRESS_DATA, "hi"},
        {"data:;BASE64,aG k", ADDRESS_DATA, "hi"},
        {"DATA:,x", ADDRESS_DATA, "x"},
        {"mailto:a@b", ADDRESS_REMOTE, ""},
    };
    Arena *arena = arena_open(1 << 20);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Address address = address_read(str_from(rows[i].written), arena);
        assert_int_equal(address.kind, rows[i].kind);
        assert_true(str_equal(address.text, str_from(rows[i].text)));
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_are_those_of_the_flag),
        cmocka_unit_test(a_jpeg_stays_as_it_is),
        cmocka_unit_test(size_goes_by_resolution_and_orientation),
        cmocka_unit_test(equal_bytes_are_one_image),
        cmocka_unit_test(text_in_vectors_is_drawn_on_the_page),
        cmocka_unit_test(what_can_not_be_shown_is_said),
        cmocka_unit_test(no_module_is_no_harm),
        cmocka_unit_test(truncated_files_are_refused),
        cmocka_unit_test(changed_bytes_do_no_harm),
        cmocka_unit_test(damaged_vectors_do_no_harm),
        cmocka_unit_test(a_truncated_jpeg_is_seen_without_decoding),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(addresses_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
