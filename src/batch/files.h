// Files of the batch: bytes written whole, and files put in place by a rename.
#ifndef HSPDF_BATCH_FILES_H
#define HSPDF_BATCH_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/uio.h>

enum { WORKERS_MAX = 256, STATE_PATH_BYTES = 96, SHARDS_MAX = 1000000 };

#define STATE_FOLDER ".hspdf" // in the output folder: lock, manifest, and files that are being written

// One run's files in the state folder are told apart by its shard.
typedef struct {
    unsigned shard, shards; // 0 of 0: all is done
} Share;

// ".hspdf/journal.2-of-8", below the output folder.
void state_path(char path[STATE_PATH_BYTES], const char *kind, Share share);
// ".hspdf/part.2-of-8.3": the file that only this worker, from 0, writes to.
void part_path(char path[STATE_PATH_BYTES], Share share, unsigned worker);

// All these give 0 or an error number.

int write_all(int file, const void *bytes, size_t size);
// In one go where that can be: a socket's reader then wakes once. The pieces are changed.
int write_pieces(int file, struct iovec *pieces, int count);

// Makes the folder and those above it.
int make_folder(const char *path);

// Writes a file beside its place, by `fill`, which gives 0 or an error number, and then puts it there.
int replace_file(const char *name, int (*fill)(FILE *out, void *context), void *context);

// The whole of `from`, from its beginning.
int copy_file(FILE *from, FILE *to);

#endif
