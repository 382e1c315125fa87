// Jobs that were begun and not yet told, by their numbers, which have no gaps: from the first that was not told to the
// last that was looked at.
#ifndef HSPDF_BATCH_QUEUE_H
#define HSPDF_BATCH_QUEUE_H

#include <stdbool.h>

#include "job.h"
#include "store.h"

typedef struct {
    Job job;
    const unsigned char *reply; // malloc's; NULL: it is not done
    size_t length;
    bool is_unchanged;
} Pending;

// Zero is empty.
typedef struct {
    Pending *items; // a ring; by number modulo capacity, a power of two
    size_t first, end, capacity;
    size_t bytes; // of the replies that wait
} Queue;

static inline Pending *queue_at(const Queue *queue, size_t number)
{
    return &queue->items[number & (queue->capacity - 1)];
}

// At the end; takes the job over. Gives its number.
size_t queue_add(Queue *queue, const Job *job);
// Takes the reply over.
void queue_reply(Queue *queue, size_t number, const unsigned char *reply, size_t length, bool is_unchanged);
// The first, which must be there.
void queue_drop_first(Queue *queue);
void queue_clear(Queue *queue);

#endif
