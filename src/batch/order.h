// What a worker is told of a job.
#ifndef HSPDF_BATCH_ORDER_H
#define HSPDF_BATCH_ORDER_H

#include "job.h"
#include "packet.h"

typedef struct {
    uint32_t job;
    const char *source, *output;
    const void *record; // NULL: none
    size_t record_size;
} Order;

void order_put(Packet *packet, uint32_t number, const Job *job);

// Texts are borrowed from `bytes`. False where it is none.
bool order_take(const unsigned char *bytes, size_t length, Order *order);

#endif
