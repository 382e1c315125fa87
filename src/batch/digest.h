// Content by its SHA-256: by nettle, linked from its archive, so that a single compilation does not load a library for
// it.
#ifndef HSPDF_BATCH_DIGEST_H
#define HSPDF_BATCH_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct {
    unsigned char bytes[32];
} Digest;

Digest digest_of(const void *bytes, size_t size);
bool digest_of_file(int folder, const char *path, Digest *digest); // false where it can not be read

static inline bool digest_equal(const Digest *a, const Digest *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

#endif
