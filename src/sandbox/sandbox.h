// Takes from the calling process, for the rest of its life, every power that compiling does not need, by Linux' own
// means: Landlock (files) and seccomp (system calls). Neither needs privileges, and what a process gave up its children
// and new threads lack, too. Threads that run already are not confined: call it before there are any.
//
// Afterwards nothing can be opened but for reading, and only what is named here; nothing can be made, renamed, removed
// or run, no socket opened, no process made, no other one signalled or looked into. Open descriptors stay as they are.
//
// See landlock(7), seccomp(2).
#ifndef HSPDF_SANDBOX_SANDBOX_H
#define HSPDF_SANDBOX_SANDBOX_H

#include <stddef.h>

typedef enum {
    SANDBOX_FILES = 1, // Landlock
    SANDBOX_CALLS = 2, // seccomp
} SandboxKinds;

// Which of them this kernel has.
SandboxKinds sandbox_kinds(void);

// Files and folders (with all below them) that may be read. Paths are borrowed; what does not exist is passed over.
typedef struct {
    const char **items;
    size_t count, capacity;
} SandboxPaths;

// Confines the calling thread by all kinds that there are, and those in `required` at least. 0, or an error number:
// ENOSYS where a required one is lacking. After an error some powers may be gone already.
int sandbox_enter(const SandboxPaths *readable, SandboxKinds required);

#endif
