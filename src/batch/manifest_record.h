// The format of manifest and journal, which docs/batch.md describes: a head, then records, each with its own checksum,
// so that a tail that was cut off is noticed. Private to manifest.c.
#ifndef HSPDF_BATCH_MANIFEST_RECORD_H
#define HSPDF_BATCH_MANIFEST_RECORD_H

#include "digest.h"
#include "packet.h"

enum {
    MANIFEST_HEAD_BYTES = 64,
    MANIFEST_FORMAT_BYTES = 21, // of these: what tells the format; behind it stands the boot's ID
};

// Of one output that was written.
typedef struct {
    Digest key;                 // of program and options, and of how the source was named
    const char *from;           // the working directory of that run, as seen from the output folder
    const char *output;         // below the output folder
    const unsigned char *reply; // with its files and diagnostics; REPLY_WRITTEN
    size_t reply_length;
} ManifestRecord;

void manifest_head(char head[MANIFEST_HEAD_BYTES]);

// Texts and bytes are borrowed from what is read. False at the end, and at the first damage.
void manifest_record_put(Packet *packet, const ManifestRecord *record);
bool manifest_record_take(PacketReader *file, ManifestRecord *record);

#endif
