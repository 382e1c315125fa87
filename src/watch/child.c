// The process is forked from the watch, which has the engine open, so that fonts are not opened anew: that is as warm
// as a worker can be that forgets all that a broken document may have done to it. It costs 2 ms against one that is
// kept.
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STOP_MS = 2000, NOTES_BYTES_MAX = 1 << 30 };

int64_t clock_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void write_all(int pipe, const Packet *packet)
{
    for (size_t at = 0; at < packet->length;) {
        ssize_t written = write(pipe, packet->bytes + at, packet->length - at);
        if (written < 0 && errno != EINTR)
            return;
        at += written > 0 ? (size_t)written : 0;
    }
}

// What compiles a stranger's text has no business with the browser's connections.
static bool close_others(int *pipe)
{
    enum { OWN = STDERR_FILENO + 1 };
    if (*pipe != OWN && dup2(*pipe, OWN) < 0)
        return false;
    *pipe = OWN;
    return close_range(OWN + 1, ~0u, 0) == 0;
}

static _Noreturn void be_child(const WatchOptions *options, int pipe, pid_t parent)
{
    struct timespec now;
    sigset_t none;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent || !close_others(&pipe))
        _exit(0);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    clock_gettime(CLOCK_REALTIME, &now);
    WatchNotes notes = {.wants_pages = options->serves, .started_ns = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec};
    int status = options->run(options->context, &notes);
    notes_end(&notes, status);
    fflush(NULL);
    write_all(pipe, &notes.packet);
    notes_clear(&notes);
    _exit(0);
}

bool child_start(Child *child, const WatchOptions *options)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    fflush(NULL); // else what is still to be printed is printed twice
    pid_t parent = getpid(), pid = fork();
    if (pid == 0) {
        close(ends[0]);
        be_child(options, ends[1], parent);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *child = (Child){.pid = pid, .pipe = ends[0], .started_ms = clock_ms()};
    return true;
}

// The pid is given up; `said` stays.
static int reap(Child *child)
{
    int how = 0;
    close(child->pipe);
    while (waitpid(child->pid, &how, 0) < 0 && errno == EINTR)
        continue;
    child->pid = 0;
    return how;
}

// A process that compiled somebody's text may have been taken over by it: all is looked at before any is believed.
static bool notes_are_sound(const Packet *said)
{
    PacketReader reader = {said->bytes, said->bytes + said->length, false};
    Note note = {0};
    while (note_take(&reader, &note))
        continue;
    return !reader.failed && note.kind == NOTE_STATUS;
}

ChildState child_listen(Child *child, int *how)
{
    unsigned char buffer[64 * 1024];
    for (;;) {
        ssize_t got = read(child->pipe, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN)
            return CHILD_RUNS;
        if (got <= 0)
            break;
        if (child->said.length + (size_t)got > NOTES_BYTES_MAX) {
            kill(child->pid, SIGKILL);
            break;
        }
        packet_put(&child->said, buffer, (size_t)got);
    }
    *how = reap(child);
    if (WIFEXITED(*how) && WEXITSTATUS(*how) == 0 && notes_are_sound(&child->said))
        return CHILD_DONE;
    free(child->said.bytes);
    child->said = (Packet){0};
    return CHILD_LOST;
}

// It ends when the pipe does: what it still says is thrown away.
static bool waits_for_end(const Child *child, int64_t until_ms)
{
    char buffer[16 * 1024];
    for (int64_t now; (now = clock_ms()) < until_ms;) {
        struct pollfd polled = {.fd = child->pipe, .events = POLLIN};
        if (poll(&polled, 1, (int)(until_ms - now)) > 0 && read(child->pipe, buffer, sizeof buffer) == 0)
            return true;
    }
    return false;
}

void child_stop(Child *child)
{
    if (child->pid == 0)
        return;
    kill(child->pid, SIGTERM);
    if (!waits_for_end(child, clock_ms() + STOP_MS))
        kill(child->pid, SIGKILL);
    reap(child);
    free(child->said.bytes);
    *child = (Child){0};
}
