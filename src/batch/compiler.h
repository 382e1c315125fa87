// What compiles a worker's orders: a process of its own that has given up all other power, or, where --sandbox=off says
// so, the worker itself.
//
// To it goes what the worker was told (packet.h), and back comes a frame, the reply, and then
//
//     u64 size of the document, the document
//
// All that it says is taken for a stranger's: it may be what a text made of it. So the worker, which alone can write,
// knows from elsewhere what the output is called.
#ifndef HSPDF_BATCH_COMPILER_H
#define HSPDF_BATCH_COMPILER_H

#include <sys/types.h>

#include "known.h"
#include "order.h"
#include "worker.h"

typedef struct {
    const WorkerSetup *setup;
    KnownFiles known;
    pid_t process; // 0: none, the worker compiles
    int socket;
    Packet body; // of the reply, as read
    Packet document;
    hspdf_result *result;
} Compiler;

// What was made of an order. Lent by the compiler until the next one.
typedef struct {
    const unsigned char *reply; // its body, which is sound. REPLY_WRITTEN: there is a document, to be written
    size_t reply_length;
    const void *document;
    size_t size;
} Made;

// False with errno set where there can be no process.
bool compiler_start(Compiler *compiler, const WorkerSetup *setup);

// `asked`: the order as a frame's body. False where the process is lost.
bool compiler_make(Compiler *compiler, const Packet *asked, const Order *order, Made *made);

// Ends the process, and sees to it that its time is counted as the worker's.
void compiler_end(const Compiler *compiler);

// Ends the calling process in the way in which the one that was lost ended.
_Noreturn void compiler_follow(const Compiler *compiler);

// The memory, in kB, that is the compiling process's alone.
uint32_t compiler_memory_kb(const Compiler *compiler);

#endif
