// A run in a process of its own: what it does to itself is its own affair.
#ifndef HSPDF_WATCH_CHILD_H
#define HSPDF_WATCH_CHILD_H

#include <sys/types.h>

#include "notes.h"

// Zero: none.
typedef struct {
    pid_t pid;
    int pipe; // readable when it says something
    Packet said;
    int64_t started_ms;
} Child;

// False where no process could be made.
bool child_start(Child *child, const WatchOptions *options);

typedef enum { CHILD_RUNS, CHILD_DONE, CHILD_LOST } ChildState;

// Reads what there is. Done: it ended by itself, and its notes, which are sound, are in `said`, for the caller to free.
// Lost: it did not, and `how` is what waitpid gives.
ChildState child_listen(Child *child, int *how);

// Ends it, by a signal that lets it keep its files whole, or, where it does not listen, by force.
void child_stop(Child *child);

int64_t clock_ms(void);

#endif
