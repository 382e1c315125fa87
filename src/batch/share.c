#include "share.h"

#include <stdlib.h>

#include "store.h"

typedef struct {
    Digest digest;
    size_t job;
} Ranked;

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *left = a, *right = b;
    int order = memcmp(left->digest.bytes, right->digest.bytes, sizeof left->digest.bytes);
    return order ? order : left->job < right->job ? -1 : 1;
}

bool *share_take(Share share, const Digest *digests, size_t count)
{
    Ranked *ranked = grow(NULL, count + 1, sizeof *ranked);
    bool *is_ours = grow(NULL, count + 1, sizeof *is_ours);
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (Ranked){digests[i], i};
        is_ours[i] = share.shards == 0;
    }
    if (share.shards > 0 && count > 0) {
        qsort(ranked, count, sizeof *ranked, compare_ranked);
        size_t first = count * (share.shard - 1) / share.shards, end = count * share.shard / share.shards;
        for (size_t i = first; i < end; i++)
            is_ours[ranked[i].job] = true;
    }
    free(ranked);
    return is_ours;
}
