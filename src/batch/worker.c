#include "worker.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "compiler.h"
#include "deliver.h"
#include "files.h"

typedef struct {
    const WorkerSetup *setup;
    const char *part;
    Compiler compiler;
} WorkerState;

static FileState state_of(const struct stat *info, const void *bytes, size_t size)
{
    return (FileState){
        .size = size,
        .inode = info->st_ino,
        .modified_ns = timespec_ns(info->st_mtim),
        .changed_ns = timespec_ns(info->st_ctim),
        .digest = digest_of(bytes, size),
    };
}

// Writes what was made, and puts the reply with what became of it.
static void put_reply(Packet *packet, WorkerState *worker, const Order *order, const Made *made)
{
    PacketReader reader = {made->reply, made->reply + made->reply_length, false};
    Reply reply = reply_take(&reader);
    reply.resident_kb = compiler_memory_kb(&worker->compiler);
    int error = 0;
    struct stat info;
    if (reply.status == REPLY_WRITTEN)
        error = deliver(worker->setup->out, worker->part, order->output, made->document, made->size, &info);
    if (reply.status == REPLY_WRITTEN && !error)
        reply.output = state_of(&info, made->document, made->size);
    reply.status = error ? REPLY_UNWRITTEN : reply.status;
    reply.diagnostic_count += error != 0;
    reply_put(packet, &reply);
    packet_put(packet, reader.at, (size_t)(reader.end - reader.at));
    if (!error)
        return;
    char message[256];
    snprintf(message, sizeof message, "cannot write: %s", strerror(error));
    reply_put_diagnostic(
        packet, &(hspdf_diagnostic){
                    .file = order->output, .severity = HSPDF_ERROR, .code = "output-failed", .message = message});
}

_Noreturn void worker_serve(const WorkerSetup *setup, int socket, const char *part)
{
    WorkerState worker = {.setup = setup, .part = part};
    Packet asked = {0}, said = {0};
    Order order;
    Made made;
    if (!compiler_start(&worker.compiler, setup))
        _exit(1);
    while (frame_read(socket, &asked) && order_take(asked.bytes, asked.length, &order)) {
        if (!compiler_make(&worker.compiler, &asked, &order, &made))
            compiler_follow(&worker.compiler);
        packet_begin(&said);
        put_reply(&said, &worker, &order, &made);
        packet_end(&said);
        if (write_all(socket, said.bytes, said.length) != 0)
            break;
    }
    compiler_end(&worker.compiler);
    _exit(0);
}
