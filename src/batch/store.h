// Memory of the batch: what lives as long as the run. The program may end where memory does, which the library may not.
#ifndef HSPDF_BATCH_STORE_H
#define HSPDF_BATCH_STORE_H

#include <stddef.h>

typedef struct StoreChunk StoreChunk;

// Zero is empty.
typedef struct {
    StoreChunk *chunks;
    size_t left;
} Store;

void *store_alloc(Store *store, size_t size); // zeroed; never NULL
char *store_text(Store *store, const char *text, size_t length);
char *store_format(Store *store, const char *format, ...) __attribute__((format(printf, 2, 3)));
void store_clear(Store *store);

// realloc that ends the program, exit status 3, where there is no memory. For what grows.
void *grow(void *memory, size_t count, size_t element_bytes);
#define make_room(array, count, capacity)                                                                              \
    ((count) < (capacity) ? (void)0                                                                                    \
                          : ((capacity) = (capacity) ? 2 * (capacity) : 64,                                            \
                             (void)((array) = grow((array), (capacity), sizeof *(array)))))

#endif
