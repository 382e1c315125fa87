#ifndef HSPDF_BATCH_PROGRAM_H
#define HSPDF_BATCH_PROGRAM_H

#include "batch.h"
#include "digest.h"
#include "job.h"

// What results depend on besides the files that they were made of: this program, its libraries, fonts and dictionaries,
// and the options that change what is made.
Digest program_digest(const BatchOptions *options);

// The key of one output in the manifest.
Digest output_key(const Digest *program, const Job *job);

#endif
