// What was written, and of what, so that the same is not done again. docs/batch.md describes the files.
#ifndef HSPDF_BATCH_MANIFEST_H
#define HSPDF_BATCH_MANIFEST_H

#include "plan.h"
#include "reply.h"
#include "store.h"

typedef struct {
    Digest key;                 // of program and options, and of how the source was named
    const char *from;           // the working directory of that run, as seen from the output folder
    const char *output;         // below the output folder
    const unsigned char *reply; // with its files and diagnostics; REPLY_WRITTEN
    size_t reply_length;
    bool is_kept; // seen in this run, or still wanted
} ManifestEntry;

typedef struct {
    Store store;
    int out; // borrowed
    int lock, journal;
    void *entries; // tree (tsearch) of ManifestEntry by output
    void *looks;   // tree of files that were looked at in this run
    const char *from;
    bool is_changed; // since it was read
    char suffix[32]; // of this shard's files
} Manifest;

// Locks and reads the manifest in the open folder `out`; what is damaged is as if it were not there. 0; or an exit
// status, after a message: another run holds the lock.
int manifest_open(Manifest *manifest, int out, const char *out_name, unsigned shard, unsigned shards);

// The entry of an output whose inputs and itself are as they were; NULL: it has to be made.
const ManifestEntry *manifest_find_unchanged(Manifest *manifest, const char *output, const Digest *key);

// Notes what was written: in the journal at once, so that a run that is killed leaves what it did.
void manifest_note(Manifest *manifest, const char *output, const Digest *key, const unsigned char *reply,
                   size_t length);

// What is planned is kept, though it failed this time.
void manifest_keep(Manifest *manifest, const Job *jobs, size_t count);

// Removes outputs that are in the manifest, as they were written, whose source is gone or gives another output now:
// `is_source` says of a name whether it is one of this run's. Gives their number.
size_t manifest_prune(Manifest *manifest, bool (*is_source)(void *context, const char *path), void *context,
                      void (*removed)(void *context, const char *output));

// Syncs the outputs, then puts the whole manifest in place, where something changed. 0 or an error number.
int manifest_save(Manifest *manifest);
void manifest_close(Manifest *manifest);

#endif
