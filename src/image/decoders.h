// The modules that decode, opened when first wanted. Private to src/image.
#ifndef HSPDF_IMAGE_DECODERS_H
#define HSPDF_IMAGE_DECODERS_H

#include "image/decoder.h"
#include "image/image.h"

typedef enum { MODULE_RASTER, MODULE_SVG, MODULE_COUNT } ModuleKind;

typedef struct {
    void *library; // NULL: not open
    const Decoder *decoder;
    void *session;
    bool was_looked_for;
    char fault[256]; // empty: none
} ImageModule;

// NULL where it is not installed, or of another version.
const ImageModule *image_module_find(ImageDecoders *decoders, ModuleKind kind);

// Why it was not found, although it is installed; NULL where it is not. Borrowed.
const char *image_module_fault(const ImageDecoders *decoders, ModuleKind kind);

#endif
