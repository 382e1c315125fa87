// What a run tells the watch, packed, through a pipe.
#ifndef HSPDF_WATCH_NOTES_H
#define HSPDF_WATCH_NOTES_H

#include "batch/packet.h"
#include "inputs.h"
#include "watch.h"

struct WatchNotes {
    Packet packet;
    bool wants_pages;
    int64_t started_ns; // since 1970
    size_t diagnostic_count, diagnostic_capacity;
    char **named; // files that diagnostics name, each once; to be freed
    size_t named_count, named_capacity;
};

// A run's notes as they came. All that it points to is borrowed from `bytes`, which is the owner's to free.
typedef enum { NOTE_FILE = 1, NOTE_DIAGNOSTIC, NOTE_SOURCE, NOTE_PAGE, NOTE_STATUS } NoteKind;

typedef struct {
    NoteKind kind;
    const char *path; // of a file or source
    Look look;        // of a file
    hspdf_diagnostic diagnostic;
    const char *bytes; // of a source or page
    size_t size;
    int status; // the last note: the run came to its end
} Note;

void notes_end(WatchNotes *notes, int status);
void notes_clear(WatchNotes *notes);

// The next note; false at the end, or where what comes can not be one: then `reader->failed` is set.
bool note_take(PacketReader *reader, Note *note);

#endif
