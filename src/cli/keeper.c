// Over the socket goes a head with the bytes behind it, and back an error number. The keeper believes nothing but the
// size: which names there are it was told before. It ends with its socket; signals that end a process by habit are for
// the program, whose end ends the socket, so that no half file stays.
#include "keeper.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output.h"

typedef struct {
    uint32_t file;          // KeptFile
    uint32_t number, count; // of none: it is the end
    uint64_t size;
} Head;

static int send_all(int socket, const void *bytes, size_t size)
{
    for (size_t sent = 0; sent < size;) {
        ssize_t count = write(socket, (const char *)bytes + sent, size - sent);
        if (count < 0 && errno != EINTR)
            return errno;
        sent += count > 0 ? (size_t)count : 0;
    }
    return 0;
}

static int receive_all(int socket, void *bytes, size_t size)
{
    for (size_t have = 0; have < size;) {
        ssize_t count = read(socket, (char *)bytes + have, size - have);
        if (count == 0)
            return EPIPE;
        if (count < 0 && errno != EINTR)
            return errno;
        have += count > 0 ? (size_t)count : 0;
    }
    return 0;
}

// ---- what is written

// A new string; NULL with errno set: EPERM where there is no such name.
static char *name_of(const KeptNames *names, const Head *head)
{
    const char *name = head->file == KEPT_OUTPUT ? names->output : head->file == KEPT_DEPFILE ? names->depfile : NULL;
    bool is_one = head->count == 1 && head->number == 1;
    bool is_of_many =
        head->file == KEPT_OUTPUT && names->is_numbered && head->number >= 1 && head->number <= head->count;
    if (!name || (!is_one && !is_of_many)) {
        errno = EPERM;
        return NULL;
    }
    return is_one ? strdup(name) : output_name_numbered(name, head->number, head->count);
}

static int write_named(const KeptNames *names, const Head *head, OutputFill *fill, const void *context)
{
    errno = ENOMEM;
    char *name = name_of(names, head);
    int error = name ? output_write(name, fill, context) : errno;
    free(name);
    return error;
}

// ---- the keeper

typedef struct {
    const void *bytes;
    size_t size;
} Held;

static int fill_held(OutputSink *sink, const void *context)
{
    const Held *held = context;
    return held->size > 0 ? output_put(sink, held->bytes, held->size) : 0;
}

// All is taken up before a file is made: where one way of making it fails, the bytes are wanted again.
static int32_t take_and_write(const KeptNames *names, const Head *head, int socket)
{
    char *bytes = malloc((size_t)head->size + 1);
    int32_t error = bytes ? receive_all(socket, bytes, (size_t)head->size) : ENOMEM;
    if (!error)
        error = write_named(names, head, fill_held, &(Held){bytes, (size_t)head->size});
    free(bytes);
    return error;
}

static _Noreturn void keep(const KeptNames *names, int socket)
{
    Head head;
    int32_t error = 0;
    while (error != ENOMEM && receive_all(socket, &head, sizeof head) == 0 && head.count > 0) {
        error = take_and_write(names, &head, socket);
        if (send_all(socket, &error, sizeof error) != 0)
            break;
    }
    _exit(0);
}

// ---- the program

static void block_signals(sigset_t *before)
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    sigprocmask(SIG_BLOCK, &ending, before);
}

int keeper_start(Keeper *keeper, KeptNames names)
{
    int ends[2];
    *keeper = (Keeper){.names = names};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return errno;
    sigset_t before;
    block_signals(&before); // from the keeper's first moment
    pid_t process = fork();
    int error = process < 0 ? errno : 0;
    if (process == 0) {
        close(ends[0]);
        keep(&names, ends[1]);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    close(ends[1]);
    if (error)
        close(ends[0]);
    else
        *keeper = (Keeper){names, process, ends[0]};
    return error;
}

static int ask(const Keeper *keeper, const Head *head, const void *bytes)
{
    int32_t answer = 0;
    int error = send_all(keeper->socket, head, sizeof *head);
    if (!error)
        error = send_all(keeper->socket, bytes, (size_t)head->size);
    // A keeper without memory for the bytes answers before they are sent, and is gone.
    if (!error || error == EPIPE)
        error = receive_all(keeper->socket, &answer, sizeof answer);
    // EPIPE is what a reader of our output gives; that the keeper is gone is another matter.
    return error == EPIPE ? EIO : error ? error : answer;
}

int keeper_write(const Keeper *keeper, KeptFile file, size_t number, size_t count, const void *bytes, size_t size)
{
    Head head = {file, (uint32_t)number, (uint32_t)count, size};
    if (keeper->process == 0)
        return write_named(&keeper->names, &head, fill_held, &(Held){bytes, size});
    sigset_t before;
    block_signals(&before); // else we could end while the file comes to be
    int error = ask(keeper, &head, bytes);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return error;
}

void keeper_end(Keeper *keeper)
{
    if (keeper->process == 0)
        return;
    send_all(keeper->socket, &(Head){0}, sizeof(Head)); // closing may fail, and leave it waiting
    close(keeper->socket);
    while (waitpid(keeper->process, NULL, 0) < 0 && errno == EINTR)
        continue;
    keeper->process = 0;
}
