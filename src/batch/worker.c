#include "worker.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "deliver.h"
#include "reply.h"

// A file that changed less than this before it was read may change again without another time stamp, as git's index
// knows ("racy git"): such a look is not kept, so that the content is compared the next time.
#define RACY_NS ((int64_t)2 * 1000 * 1000 * 1000)

static int64_t now_ns(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static ReplyFile describe_file(const hspdf_file *file, int64_t started_ns)
{
    ReplyFile out = {.path = file->path, .found = (uint32_t)file->found};
    if (!file->found)
        return out;
    out.state.digest = digest_of(file->bytes, file->size);
    if (file->modified_ns + RACY_NS >= started_ns || file->changed_ns + RACY_NS >= started_ns)
        return out;
    out.state.size = file->size;
    out.state.inode = file->inode;
    out.state.modified_ns = file->modified_ns;
    out.state.changed_ns = file->changed_ns;
    return out;
}

static void describe_output(Reply *reply, const struct stat *info, const void *bytes, size_t size)
{
    reply->output = (FileState){
        .size = size,
        .inode = info->st_ino,
        .modified_ns = (int64_t)info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec,
        .changed_ns = (int64_t)info->st_ctim.tv_sec * 1000000000 + info->st_ctim.tv_nsec,
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

static hspdf_result *compile_job(const WorkerSetup *setup, const Job *job)
{
    hspdf_request *request = hspdf_request_open();
    hspdf_status status = request ? hspdf_request_add_file(request, job->source) : HSPDF_MACHINE;
    for (size_t i = 0; setup->options->settings[i][0] && status == HSPDF_OK; i++)
        status = hspdf_request_set(request, setup->options->settings[i][0], setup->options->settings[i][1]);
    hspdf_result *result = status == HSPDF_OK ? hspdf_compile(setup->engine, request) : NULL;
    hspdf_request_close(request);
    return result;
}

static void pack_result(Packet *packet, Reply *reply, const hspdf_result *result, const hspdf_diagnostic *failure,
                        int64_t started_ns)
{
    // Of what was not written nobody asks what it was made of.
    size_t files = reply->status == REPLY_WRITTEN ? hspdf_result_file_count(result) : 0;
    size_t diagnostics = result ? hspdf_result_diagnostic_count(result) : 0;
    reply->file_count = (uint32_t)files;
    reply->diagnostic_count = (uint32_t)(diagnostics + (failure != NULL));
    reply_put(packet, reply);
    for (size_t i = 0; i < files; i++) {
        hspdf_file file = hspdf_result_file_at(result, i);
        ReplyFile described = describe_file(&file, started_ns);
        reply_put_file(packet, &described);
    }
    for (size_t i = 0; i < diagnostics; i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        reply_put_diagnostic(packet, &diagnostic);
    }
    if (failure)
        reply_put_diagnostic(packet, failure);
}

static void do_job(const WorkerSetup *setup, const char *part, uint32_t number, Packet *packet)
{
    const Job *job = &setup->plan->jobs[number];
    int64_t started_ns = now_ns(CLOCK_REALTIME), cpu_ns = now_ns(CLOCK_PROCESS_CPUTIME_ID);
    Reply reply = {.job = number, .status = REPLY_UNREAD};
    char message[256];
    hspdf_diagnostic failure = {.severity = HSPDF_ERROR, .message = message};
    hspdf_result *result = compile_job(setup, job);
    if (!result) {
        snprintf(message, sizeof message, "out of memory");
        failure.code = "memory";
        failure.file = job->source;
    } else if (hspdf_result_status(result) == HSPDF_OK) {
        size_t size;
        const void *bytes = hspdf_result_bytes(result, &size);
        struct stat info;
        int error = deliver(setup->out, part, job->output, bytes, size, &info);
        reply.status = error ? REPLY_UNWRITTEN : REPLY_WRITTEN;
        reply.page_count = (uint32_t)hspdf_result_page_count(result);
        if (error) {
            snprintf(message, sizeof message, "cannot write: %s", strerror(error));
            failure.code = "output-failed";
            failure.file = job->output;
        } else {
            describe_output(&reply, &info, bytes, size);
        }
    } else {
        reply.status = hspdf_result_status(result) == HSPDF_MACHINE ? REPLY_UNREAD : REPLY_REFUSED;
    }
    reply.microseconds = (uint32_t)((now_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu_ns) / 1000);
    reply.resident_kb = own_memory_kb();
    pack_result(packet, &reply, result, failure.code ? &failure : NULL, started_ns);
    hspdf_result_close(result);
}

static bool read_number(int socket, uint32_t *number)
{
    unsigned char *bytes = (unsigned char *)number;
    for (size_t have = 0; have < sizeof *number;) {
        ssize_t got = read(socket, bytes + have, sizeof *number - have);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        have += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static bool write_all(int socket, const void *bytes, size_t size)
{
    for (const char *at = bytes; size > 0;) {
        ssize_t written = write(socket, at, size);
        if (written < 0 && errno != EINTR)
            return false;
        at += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

_Noreturn void worker_serve(const WorkerSetup *setup, int socket, const char *part)
{
    Packet packet = {0};
    uint32_t number;
    while (read_number(socket, &number) && number < setup->plan->count) {
        packet.length = 0;
        packet_put_u32(&packet, 0);
        do_job(setup, part, number, &packet);
        uint32_t length = (uint32_t)(packet.length - sizeof length);
        memcpy(packet.bytes, &length, sizeof length);
        if (!write_all(socket, packet.bytes, packet.length))
            break;
    }
    _exit(0);
}
