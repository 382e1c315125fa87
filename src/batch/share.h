// Shards: parts of a job that many machines share.
#ifndef HSPDF_BATCH_SHARE_H
#define HSPDF_BATCH_SHARE_H

#include "digest.h"
#include "files.h"

// By what the parts of one job are known to be of the same: how many jobs all of them have, and a hash of all their
// names, or of all records.
typedef struct {
    size_t count;
    Digest digest;
} PlanMark;

// By job, whether it is of this part; the caller frees it. The jobs in the order of their hashes are cut into equal
// parts: each shard has as many, give or take one, and what comes or goes moves at most one from each part to the next.
bool *share_take(Share share, const Digest *digests, size_t count);

#endif
