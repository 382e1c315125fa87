// What image.c and the modules that decode for it agree on. Private to src/image.
//
// A module is a shared object that is opened when the first image of its kind is met, since the libraries behind it
// cost more to load than a leaflet takes to make. It exports one name, DECODER_SYMBOL, a `const Decoder`. Modules know
// nothing of arenas, whose jumps must not cross a library's frames: what they give is destroyed by their caller.
#ifndef HSPDF_IMAGE_DECODER_H
#define HSPDF_IMAGE_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECODER_VERSION = 2 }; // of this interface; a module of another one is not used
#define DECODER_SYMBOL "hspdf_decoder"

typedef enum { FORMAT_UNKNOWN, FORMAT_PNG, FORMAT_JPEG, FORMAT_WEBP, FORMAT_GIF, FORMAT_SVG } ImageFormat;

typedef struct {
    ImageFormat format; // of a kind that the module was opened for
    const unsigned char *bytes;
    size_t size;
    uint64_t pixels_max; // refused beyond
} DecodeRequest;

struct _cairo;         // cairo_t
struct _cairo_surface; // cairo_surface_t

typedef struct {
    double width, height; // of the surface: in pixels, or, of vectors, in units
    double css_px;        // that a unit measures; 0: these are pixels

    // An image surface; or, of vectors, a recording one, from 0, 0 to width, height.
    struct _cairo_surface *surface;

    // Draws vectors within 0, 0, width, height, with text as text, which a recording has not. False on a fault.
    // NULL where the surface is as good.
    bool (*draw)(void *picture, struct _cairo *cairo);
    void *picture;
    void (*destroy)(void *picture);
} Decoded;

typedef enum {
    DECODE_OK,
    DECODE_BROKEN,
    DECODE_TOO_LARGE, // more than `pixels_max`
    DECODE_TOO_LONG,  // a side is longer than cairo takes
    DECODE_NO_MEMORY
} DecodeStatus;

typedef struct {
    unsigned version;
    // What decoding and drawing need in common, for all documents. `font_folder` outlives it. NULL: no memory.
    void *(*open)(const char *font_folder);
    void (*close)(void *session);
    DecodeStatus (*decode)(void *session, const DecodeRequest *request, Decoded *decoded);
} Decoder;

#endif
