// Addresses of images. Private to src/image.
#ifndef HSPDF_IMAGE_ADDRESS_H
#define HSPDF_IMAGE_ADDRESS_H

#include "support/support.h"

typedef enum {
    ADDRESS_FILE,   // text: a path
    ADDRESS_DATA,   // text: the bytes
    ADDRESS_REMOTE, // of any other scheme, or "//host"
    ADDRESS_BROKEN  // data that can not be read, or nothing at all
} AddressKind;

typedef struct {
    AddressKind kind;
    Str text; // in the arena
} Address;

// Reads an address: percent signs resolved, query and fragment of a file dropped, data decoded.
Address address_read(Str written, Arena *arena);

#endif
