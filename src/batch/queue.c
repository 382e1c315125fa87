#include "queue.h"

static void make_ring(Queue *queue)
{
    size_t capacity = queue->capacity ? 2 * queue->capacity : 64;
    Queue larger = {grow(NULL, capacity, sizeof *larger.items), queue->first, queue->end, capacity, queue->bytes};
    for (size_t i = queue->first; i < queue->end; i++)
        *queue_at(&larger, i) = *queue_at(queue, i);
    free(queue->items);
    *queue = larger;
}

size_t queue_add(Queue *queue, const Job *job)
{
    if (queue->end - queue->first == queue->capacity)
        make_ring(queue);
    *queue_at(queue, queue->end) = (Pending){.job = *job};
    return queue->end++;
}

void queue_reply(Queue *queue, size_t number, const unsigned char *reply, size_t length, bool is_unchanged)
{
    Pending *pending = queue_at(queue, number);
    pending->reply = reply;
    pending->length = length;
    pending->is_unchanged = is_unchanged;
    queue->bytes += length;
}

void queue_drop_first(Queue *queue)
{
    Pending *pending = queue_at(queue, queue->first++);
    queue->bytes -= pending->length;
    free((unsigned char *)pending->reply);
    job_clear(&pending->job);
}

void queue_clear(Queue *queue)
{
    while (queue->first < queue->end)
        queue_drop_first(queue);
    free(queue->items);
    *queue = (Queue){0};
}
