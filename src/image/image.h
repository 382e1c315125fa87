// Files within the root and data: addresses in, images with their natural size out. Formats are told by content: PNG,
// JPEG, WebP, GIF (the first picture of each) and SVG.
//
// A JPEG goes into the PDF as it is, and is never decoded, unless its kind can not stand there. Vectors stay vectors.
// The libraries behind the others are loaded when an image wants them, by modules (decoder.h).
#ifndef HSPDF_IMAGE_IMAGE_H
#define HSPDF_IMAGE_IMAGE_H

#include "document/document.h"
#include "support/support.h"

struct _cairo;         // cairo_t
struct _cairo_surface; // cairo_surface_t

typedef struct {
    Length width, height;        // natural, as the reader sees it: by the file's resolution, else 96 dots an inch
    uint32_t pixels_x, pixels_y; // as the reader sees it; 0: vectors
    double stored_width, stored_height; // of the surface, in its units, before it is turned
    int orientation;                    // 1 to 8, EXIF's: how the surface is turned; 1: upright as it is
    struct _cairo_surface *surface;     // the same one for all references to the same bytes
    // Not NULL: draws it within 0, 0, stored_width, stored_height better than the surface does. False on a fault.
    bool (*draw)(void *picture, struct _cairo *cairo);
    void *picture;
} Image;

// The libraries behind the formats, which documents share. Used by one thread at a time; outlives what it decoded.
typedef struct ImageDecoders ImageDecoders;

// `data_folder` leads to the modules, and holds the fonts that text in vectors is set in. NULL: no memory.
ImageDecoders *image_decoders_open(const char *data_folder);
void image_decoders_close(ImageDecoders *decoders); // NULL is allowed

// Pictures by their content: each is decoded once, and lives as long as the store's arena. For documents that go into
// one file.
typedef struct ImageStore ImageStore;
ImageStore *image_store_new(Arena *arena);

typedef struct Images Images;

// Whether a JPEG is to stand in a PDF or an SVG, as it is, or its pixels are wanted.
typedef enum { JPEG_AS_IT_IS, JPEG_DECODED } JpegUse;

// Reads all images that the document names. What can not be shown is diagnosed, and not found later. Everything lives
// as long as the arena; pictures are the store's, where that is not NULL.
Images *images_new(Arena *arena, const Document *document, Sources *sources, ImageDecoders *decoders, JpegUse jpegs,
                   ImageStore *store, Diagnostics *diagnostics);

// The image of an IMAGE node; NULL: its text is to be set in its place.
const Image *images_find(const Images *images, const Node *node);

#endif
