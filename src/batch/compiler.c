#include "compiler.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "files.h"
#include "reply.h"
#include "request.h"

enum {
    DOCUMENT_BYTES_MAX = 1 << 30,
    DOCUMENT_BYTES_STEP = 1 << 20, // for which room is made before they are there
    DOCUMENT_BYTES_KEPT = 4 << 20, // of room for the next one
    EXIT_UNCONFINED = 70,
};

// ---- compiling

static ReplyFile describe_file(KnownFiles *known, const hspdf_file *file, int64_t started_ns)
{
    ReplyFile out = {.path = file->path, .found = (uint32_t)file->found};
    if (file->found)
        out.state = known_state(known, file, started_ns);
    return out;
}

static hspdf_result *compile(const WorkerSetup *setup, const Order *order)
{
    hspdf_request *request = hspdf_request_open();
    hspdf_status status = request ? request_fill(request, setup->options, order) : HSPDF_MACHINE;
    hspdf_result *result = status == HSPDF_OK ? hspdf_compile(setup->engine, request) : NULL;
    hspdf_request_close(request);
    return result;
}

static ReplyStatus status_of(const hspdf_result *result)
{
    hspdf_status status = result ? hspdf_result_status(result) : HSPDF_MACHINE;
    return status == HSPDF_OK ? REPLY_WRITTEN : status == HSPDF_MACHINE ? REPLY_UNREAD : REPLY_REFUSED;
}

static void put_result(Packet *packet, KnownFiles *known, Reply *reply, const hspdf_result *result, int64_t started_ns)
{
    reply->page_count = (uint32_t)hspdf_result_page_count(result);
    reply->file_count = (uint32_t)hspdf_result_file_count(result);
    reply->diagnostic_count = (uint32_t)hspdf_result_diagnostic_count(result);
    reply_put(packet, reply);
    for (size_t i = 0; i < reply->file_count; i++) {
        hspdf_file file = hspdf_result_file_at(result, i);
        ReplyFile described = describe_file(known, &file, started_ns);
        reply_put_file(packet, &described);
    }
    for (size_t i = 0; i < reply->diagnostic_count; i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        reply_put_diagnostic(packet, &diagnostic);
    }
}

// The result is the caller's to close; NULL: there was no memory for one, as the reply says.
static hspdf_result *make(Compiler *compiler, const Order *order, Packet *packet)
{
    int64_t started_ns = clock_ns(CLOCK_REALTIME), cpu_ns = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
    hspdf_result *result = compile(compiler->setup, order);
    Reply reply = {.job = order->job, .status = status_of(result)};
    reply.microseconds = (uint32_t)((clock_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu_ns) / 1000);
    if (result) {
        put_result(packet, &compiler->known, &reply, result, started_ns);
        return result;
    }
    reply.diagnostic_count = 1;
    reply_put(packet, &reply);
    reply_put_diagnostic(
        packet, &(hspdf_diagnostic){
                    .file = order->source, .severity = HSPDF_ERROR, .code = "memory", .message = "out of memory"});
    return NULL;
}

static const void *document_of(const hspdf_result *result, size_t *size)
{
    *size = 0;
    return result && hspdf_result_status(result) == HSPDF_OK ? hspdf_result_bytes(result, size) : NULL;
}

// ---- the confined process

// What a document frees is there for the next one, and not given back to the kernel, to be asked for and cleared again:
// that is an eighth of a leaflet's time.
static void keep_memory(void)
{
    enum { KEPT = 8 * 1024 * 1024 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT);
}

// Among the descriptors that came with the fork are other documents' data, and files that can be written.
static bool close_others(int *socket)
{
    enum { OWN = STDERR_FILENO + 1 };
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0)
        return false;
    if (*socket != OWN && dup2(*socket, OWN) < 0)
        return false;
    *socket = OWN;
    return close_range(OWN + 1, ~0u, 0) == 0;
}

static bool confine(const WorkerSetup *setup)
{
    int required = setup->options->sandbox == SANDBOX_STRICT ? HSPDF_CONFINES_FILES | HSPDF_CONFINES_CALLS : 0;
    return hspdf_confine(setup->engine, setup->readable, NULL, 0, required) == HSPDF_OK;
}

static bool answer(Compiler *compiler, const Packet *asked, int socket)
{
    Order order;
    if (!order_take(asked->bytes, asked->length, &order))
        return false;
    packet_begin(&compiler->body);
    hspdf_result *result = make(compiler, &order, &compiler->body);
    packet_end(&compiler->body);
    size_t size;
    const void *document = document_of(result, &size);
    uint64_t announced = size;
    struct iovec pieces[] = {
        {compiler->body.bytes, compiler->body.length},
        {&announced, sizeof announced},
        {(void *)document, size},
    };
    bool is_said = write_pieces(socket, pieces, sizeof pieces / sizeof *pieces) == 0;
    hspdf_result_close(result);
    return is_said;
}

static _Noreturn void serve(Compiler *compiler, int socket, pid_t parent)
{
    Packet asked = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0);
    if (!close_others(&socket) || !confine(compiler->setup)) {
        fputs("hspdf: the machine refuses to confine this process; --sandbox=off goes without\n", stderr);
        _exit(EXIT_UNCONFINED);
    }
    while (frame_read(socket, &asked) && answer(compiler, &asked, socket))
        continue;
    _exit(0);
}

// ---- the worker's side

bool compiler_start(Compiler *compiler, const WorkerSetup *setup)
{
    int ends[2];
    *compiler = (Compiler){.setup = setup};
    keep_memory();
    if (setup->options->sandbox == SANDBOX_OFF)
        return true;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    pid_t parent = getpid();
    compiler->process = fork();
    if (compiler->process == 0) {
        close(ends[0]);
        serve(compiler, ends[1], parent);
    }
    close(ends[1]);
    compiler->socket = ends[0];
    return compiler->process > 0;
}

static bool read_document(int socket, Packet *document)
{
    uint64_t size;
    document->length = 0;
    if (document->capacity > DOCUMENT_BYTES_KEPT) {
        free(document->bytes);
        *document = (Packet){0};
    }
    if (!socket_read(socket, &size, sizeof size) || size > DOCUMENT_BYTES_MAX)
        return false;
    while (document->length < size) {
        size_t left = size - document->length, step = left < DOCUMENT_BYTES_STEP ? left : DOCUMENT_BYTES_STEP;
        packet_room(document, step);
        if (!socket_read(socket, document->bytes + document->length, step))
            return false;
        document->length += step;
    }
    return true;
}

static bool ask(Compiler *compiler, const Packet *asked, const Order *order, Made *made)
{
    uint32_t length = (uint32_t)asked->length;
    struct iovec pieces[] = {{&length, sizeof length}, {asked->bytes, asked->length}};
    if (write_pieces(compiler->socket, pieces, sizeof pieces / sizeof *pieces) != 0 ||
        !frame_read(compiler->socket, &compiler->body) ||
        !reply_is_sound(compiler->body.bytes, compiler->body.length, order->job) ||
        !read_document(compiler->socket, &compiler->document))
        return false;
    *made = (Made){compiler->body.bytes, compiler->body.length, compiler->document.bytes, compiler->document.length};
    return true;
}

bool compiler_make(Compiler *compiler, const Packet *asked, const Order *order, Made *made)
{
    if (compiler->process > 0)
        return ask(compiler, asked, order, made);
    hspdf_result_close(compiler->result);
    compiler->body.length = 0;
    compiler->result = make(compiler, order, &compiler->body);
    *made = (Made){.reply = compiler->body.bytes, .reply_length = compiler->body.length};
    made->document = document_of(compiler->result, &made->size);
    return true;
}

static int wait_for(const Compiler *compiler)
{
    int how = 0;
    close(compiler->socket);
    while (waitpid(compiler->process, &how, 0) < 0 && errno == EINTR)
        continue;
    return how;
}

void compiler_end(const Compiler *compiler)
{
    if (compiler->process <= 0)
        return;
    kill(compiler->process, SIGKILL); // it may not heed that its socket ends
    wait_for(compiler);
}

_Noreturn void compiler_follow(const Compiler *compiler)
{
    int how = wait_for(compiler);
    if (WIFSIGNALED(how)) {
        sigset_t all;
        signal(WTERMSIG(how), SIG_DFL);
        sigfillset(&all);
        sigprocmask(SIG_UNBLOCK, &all, NULL);
        raise(WTERMSIG(how));
    }
    _exit(WIFEXITED(how) ? WEXITSTATUS(how) : EXIT_FAILURE);
}

uint32_t compiler_memory_kb(const Compiler *compiler)
{
    char name[64] = "/proc/self/statm";
    unsigned long size, resident = 0, shared = 0;
    if (compiler->process > 0)
        snprintf(name, sizeof name, "/proc/%ld/statm", (long)compiler->process);
    FILE *file = fopen(name, "re");
    if (file && fscanf(file, "%lu %lu %lu", &size, &resident, &shared) != 3)
        resident = shared = 0;
    if (file)
        fclose(file);
    return (uint32_t)((resident - shared) * ((unsigned long)sysconf(_SC_PAGESIZE) / 1024));
}
