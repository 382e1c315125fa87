// What was written, and of what, so that the same is not done again. docs/batch.md describes the files.
#ifndef HSPDF_BATCH_MANIFEST_H
#define HSPDF_BATCH_MANIFEST_H

#include "files.h"
#include "look.h"
#include "manifest_record.h"

typedef struct {
    int out; // borrowed
    Share share;
    int lock, manifest, journal; // -1: none
    uint64_t journal_end;
    bool journal_is_of_old_boot, journal_is_full;
    void *entries; // tree (tsearch) by the outputs' names
    Store store;   // of the entries
    Looks looks;
    const char *from;
    bool is_changed; // since it was read
} Manifest;

// Locks and reads the manifest in the open folder `out`; what is damaged is as if it were not there. 0; or an exit
// status, after a message: another run holds the lock.
int manifest_open(Manifest *manifest, int out, const char *out_name, Share share);

// The reply of an output whose inputs and itself are as they were, which is the caller's to free; NULL: it has to be
// made.
unsigned char *manifest_find_unchanged(Manifest *manifest, const char *output, const Digest *key, size_t *length);

// Notes what was written: in the journal at once, so that a run that is killed leaves what it did.
void manifest_note(Manifest *manifest, const char *output, const Digest *key, const unsigned char *reply,
                   size_t length);

// What is planned is kept, though it failed this time.
void manifest_keep(Manifest *manifest, const char *output);

// Removes outputs that are in the manifest, as they were written, whose source is gone or gives another output now:
// `is_source` says of a name whether it is one of this run's. Gives their number.
size_t manifest_prune(Manifest *manifest, bool (*is_source)(void *context, const char *path), void *context,
                      void (*removed)(void *context, const char *output));

// Syncs the outputs, then puts the whole manifest in place, where something changed. 0 or an error number.
int manifest_save(Manifest *manifest);
void manifest_close(Manifest *manifest);

#endif
