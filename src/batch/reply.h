// What became of one job: made by the worker, or by the parent for a worker that was lost; kept packed until it is
// told.
#ifndef HSPDF_BATCH_REPLY_H
#define HSPDF_BATCH_REPLY_H

#include "digest.h"
#include "hspdf.h"
#include "packet.h"

typedef enum {
    REPLY_WRITTEN,
    REPLY_REFUSED,  // the input has errors
    REPLY_UNREAD,   // the machine refused: permission, memory
    REPLY_UNWRITTEN // the output could not be written
} ReplyStatus;

// A file by its look, which is quick to compare, and by its content.
typedef struct {
    uint64_t size, inode;
    int64_t modified_ns, changed_ns;
    Digest digest;
} FileState;

typedef struct {
    const char *path;
    uint32_t found;
    FileState state;
} ReplyFile;

typedef struct {
    uint32_t job;
    ReplyStatus status;
    uint32_t page_count, microseconds; // of CPU
    uint32_t resident_kb;              // the worker's own memory, which it shares with nobody
    FileState output;                  // where it was written
    uint32_t file_count, diagnostic_count;
} Reply;

// The head, then file_count files, then diagnostic_count diagnostics.
void reply_put(Packet *packet, const Reply *reply);
void reply_put_file(Packet *packet, const ReplyFile *file);
void reply_put_diagnostic(Packet *packet, const hspdf_diagnostic *diagnostic);

// Texts are borrowed from what is read.
Reply reply_take(PacketReader *reader);
ReplyFile reply_take_file(PacketReader *reader);
hspdf_diagnostic reply_take_diagnostic(PacketReader *reader);

// Does the body hold just what its head says?
bool reply_is_sound(const unsigned char *bytes, size_t length, uint32_t job);

#endif
