#include "worker.h"

#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "deliver.h"
#include "files.h"
#include "known.h"
#include "order.h"
#include "reply.h"
#include "request.h"

static ReplyFile describe_file(KnownFiles *known, const hspdf_file *file, int64_t started_ns)
{
    ReplyFile out = {.path = file->path, .found = (uint32_t)file->found};
    if (file->found)
        out.state = known_state(known, file, started_ns);
    return out;
}

static void describe_output(Reply *reply, const struct stat *info, const void *bytes, size_t size)
{
    reply->output = (FileState){
        .size = size,
        .inode = info->st_ino,
        .modified_ns = timespec_ns(info->st_mtim),
        .changed_ns = timespec_ns(info->st_ctim),
        .digest = digest_of(bytes, size),
    };
}

static uint32_t own_memory_kb(void)
{
    unsigned long size, resident = 0, shared = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file && fscanf(file, "%lu %lu %lu", &size, &resident, &shared) != 3)
        resident = shared = 0;
    if (file)
        fclose(file);
    return (uint32_t)((resident - shared) * ((unsigned long)sysconf(_SC_PAGESIZE) / 1024));
}

static hspdf_result *compile_order(const WorkerSetup *setup, const Order *order)
{
    hspdf_request *request = hspdf_request_open();
    hspdf_status status = request ? request_fill(request, setup->options, order) : HSPDF_MACHINE;
    hspdf_result *result = status == HSPDF_OK ? hspdf_compile(setup->engine, request) : NULL;
    hspdf_request_close(request);
    return result;
}

static void pack_result(KnownFiles *known, Packet *packet, Reply *reply, const hspdf_result *result,
                        const hspdf_diagnostic *failure, int64_t started_ns)
{
    size_t files = result ? hspdf_result_file_count(result) : 0;
    size_t diagnostics = result ? hspdf_result_diagnostic_count(result) : 0;
    reply->file_count = (uint32_t)files;
    reply->diagnostic_count = (uint32_t)(diagnostics + (failure != NULL));
    reply_put(packet, reply);
    for (size_t i = 0; i < files; i++) {
        hspdf_file file = hspdf_result_file_at(result, i);
        ReplyFile described = describe_file(known, &file, started_ns);
        reply_put_file(packet, &described);
    }
    for (size_t i = 0; i < diagnostics; i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        reply_put_diagnostic(packet, &diagnostic);
    }
    if (failure)
        reply_put_diagnostic(packet, failure);
}

static void do_order(const WorkerSetup *setup, KnownFiles *known, const char *part, const Order *order, Packet *packet)
{
    int64_t started_ns = clock_ns(CLOCK_REALTIME), cpu_ns = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
    Reply reply = {.job = order->job, .status = REPLY_UNREAD};
    char message[256];
    hspdf_diagnostic failure = {.severity = HSPDF_ERROR, .message = message};
    hspdf_result *result = compile_order(setup, order);
    if (!result) {
        snprintf(message, sizeof message, "out of memory");
        failure.code = "memory";
        failure.file = order->source;
    } else if (hspdf_result_status(result) == HSPDF_OK) {
        size_t size;
        const void *bytes = hspdf_result_bytes(result, &size);
        struct stat info;
        int error = deliver(setup->out, part, order->output, bytes, size, &info);
        reply.status = error ? REPLY_UNWRITTEN : REPLY_WRITTEN;
        reply.page_count = (uint32_t)hspdf_result_page_count(result);
        if (error) {
            snprintf(message, sizeof message, "cannot write: %s", strerror(error));
            failure.code = "output-failed";
            failure.file = order->output;
        } else {
            describe_output(&reply, &info, bytes, size);
        }
    } else {
        reply.status = hspdf_result_status(result) == HSPDF_MACHINE ? REPLY_UNREAD : REPLY_REFUSED;
    }
    reply.microseconds = (uint32_t)((clock_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu_ns) / 1000);
    reply.resident_kb = own_memory_kb();
    pack_result(known, packet, &reply, result, failure.code ? &failure : NULL, started_ns);
    hspdf_result_close(result);
}

static bool read_all(int socket, void *bytes, size_t size)
{
    for (size_t have = 0; have < size;) {
        ssize_t got = read(socket, (char *)bytes + have, size - have);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        have += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static bool read_frame(int socket, Packet *packet)
{
    uint32_t length;
    if (!read_all(socket, &length, sizeof length))
        return false;
    packet->length = 0;
    packet_room(packet, length);
    packet->length = length;
    return read_all(socket, packet->bytes, length);
}

// What a document frees is there for the next one, and not given back to the kernel, to be asked for and cleared again:
// that is an eighth of a leaflet's time.
static void keep_memory(void)
{
    enum { KEPT = 8 * 1024 * 1024 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT);
}

_Noreturn void worker_serve(const WorkerSetup *setup, int socket, const char *part)
{
    KnownFiles known = {0};
    Packet asked = {0}, said = {0};
    Order order;
    keep_memory();
    while (read_frame(socket, &asked) && order_take(asked.bytes, asked.length, &order)) {
        packet_begin(&said);
        do_order(setup, &known, part, &order, &said);
        packet_end(&said);
        if (write_all(socket, said.bytes, said.length) != 0)
            break;
    }
    _exit(0);
}
