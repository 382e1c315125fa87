// A worker is forked when there is a job for it. It is killed when it takes longer than the timeout or says what can
// not be read, and replaced when there is a next job; either costs its one job, for which the pool makes the reply
// itself. A worker dies with its parent, so that no old worker writes into a folder that the next run has locked.
#include "pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "files.h"
#include "reply.h"
#include "report/report.h"
#include "store.h"

enum {
    GRACE_S = 10,                  // for what is begun when a signal comes
    OWN_MEMORY_KB_MAX = 40 * 1024, // beyond this a worker is replaced; a warm one has 15 MB
    TICK_MS = 200,
};

typedef struct {
    pid_t pid; // 0: none
    int socket;
    bool is_busy;
    uint32_t job;
    int64_t deadline_ms;
    Packet said;
} Worker;

typedef struct {
    WorkerSetup *setup;
    const PoolWork *work;
    Worker workers[WORKERS_MAX];
    unsigned count;
    int signals;
    int signal_number; // that ended the run; 0: none
    int64_t grace_ends_ms;
    bool is_broken;
    uint32_t job;      // that was taken last,
    Packet order;      // and what its worker is told
    bool has_put_back; // no process could be made for it while others were at work
} Pool;

// ---- one worker

static _Noreturn void become_worker(Pool *pool, const Worker *self, int socket, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    abort_is_signal();
    if (getppid() != parent)
        _exit(0);
    for (unsigned i = 0; i < pool->count; i++) {
        if (pool->workers[i].pid > 0)
            close(pool->workers[i].socket);
    }
    close(pool->signals);
    const BatchOptions *options = pool->setup->options;
    char part[STATE_PATH_BYTES];
    part_path(part, options->share, (unsigned)(self - pool->workers));
    worker_serve(pool->setup, socket, part);
}

static bool worker_start(Pool *pool, Worker *worker)
{
    int ends[2];
    if (!pool->setup->engine && !pool->work->start(pool->work->context, pool->setup))
        return false;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    fflush(NULL); // else what is still to be printed is printed twice
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        become_worker(pool, worker, ends[1], parent);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    struct timeval timeout = {.tv_sec = pool->setup->options->timeout_s};
    setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
    free(worker->said.bytes);
    *worker = (Worker){.pid = pid, .socket = ends[0]};
    return true;
}

// Gives how the process ended.
static int worker_end(Worker *worker, bool by_force)
{
    int how = 0;
    close(worker->socket);
    if (by_force)
        kill(worker->pid, SIGKILL);
    while (waitpid(worker->pid, &how, 0) < 0 && errno == EINTR)
        continue;
    free(worker->said.bytes);
    *worker = (Worker){0};
    return how;
}

static void job_lost(Pool *pool, uint32_t job, const char *code, const char *message)
{
    pool->work->lost(pool->work->context, job, code, message);
}

static void worker_lost(Pool *pool, Worker *worker)
{
    bool was_busy = worker->is_busy;
    uint32_t job = worker->job;
    int how = worker_end(worker, /*by_force*/ false);
    char message[128];
    if (WIFSIGNALED(how))
        snprintf(message, sizeof message, "the process that compiled this was ended by signal %d (%s)", WTERMSIG(how),
                 sigdescr_np(WTERMSIG(how)) ? sigdescr_np(WTERMSIG(how)) : "unknown");
    else
        snprintf(message, sizeof message, "the process that compiled this ended by itself, with status %d",
                 WEXITSTATUS(how));
    if (was_busy)
        job_lost(pool, job, "worker-lost", message);
}

static void worker_stopped(Pool *pool, Worker *worker, const char *code, const char *message)
{
    uint32_t job = worker->job;
    worker_end(worker, /*by_force*/ true);
    job_lost(pool, job, code, message);
}

// A worker that asks reads at once, so this waits for one that was stopped alone, and not longer than for its work.
static bool hand_out(Pool *pool, Worker *worker)
{
    worker->is_busy = true;
    worker->job = pool->job;
    worker->deadline_ms = clock_ms() + (int64_t)pool->setup->options->timeout_s * 1000;
    const unsigned char *at = pool->order.bytes;
    for (size_t left = pool->order.length; left > 0;) {
        ssize_t written = send(worker->socket, at, left, MSG_NOSIGNAL);
        if (written < 0 && errno != EINTR)
            return false;
        at += written > 0 ? written : 0;
        left -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

// ---- what workers say

// A whole frame is taken up; false where it can not be one.
static bool take_frame(Pool *pool, Worker *worker)
{
    uint32_t length;
    if (worker->said.length < sizeof length)
        return true;
    memcpy(&length, worker->said.bytes, sizeof length);
    if (length > PACKET_BYTES_MAX || worker->said.length > sizeof length + length)
        return false;
    if (worker->said.length < sizeof length + length)
        return true;
    unsigned char *body = worker->said.bytes + sizeof length;
    if (!reply_is_sound(body, length, worker->job))
        return false;
    unsigned char *copy = grow(NULL, length, 1);
    memcpy(copy, body, length);
    uint32_t job = worker->job;
    PacketReader reader = {copy, copy + length, false};
    bool is_fat = reply_take(&reader).resident_kb > OWN_MEMORY_KB_MAX;
    worker->said.length = 0;
    worker->is_busy = false;
    if (is_fat)
        worker_end(worker, /*by_force*/ true);
    pool->work->done(pool->work->context, job, copy, length);
    return true;
}

static void listen_to(Pool *pool, Worker *worker)
{
    unsigned char buffer[16 * 1024];
    ssize_t got = recv(worker->socket, buffer, sizeof buffer, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        worker_lost(pool, worker);
        return;
    }
    if (!worker->is_busy) { // nobody asked
        worker_end(worker, /*by_force*/ true);
        return;
    }
    packet_put(&worker->said, buffer, (size_t)got);
    if (!take_frame(pool, worker))
        worker_stopped(pool, worker, "worker-lost",
                       "the process that compiled this gave an answer that can not be read");
}

// ---- all workers

static unsigned busy_count(const Pool *pool)
{
    unsigned busy = 0;
    for (unsigned i = 0; i < pool->count; i++)
        busy += pool->workers[i].pid > 0 && pool->workers[i].is_busy;
    return busy;
}

static bool take_job(Pool *pool)
{
    if (!pool->has_put_back) {
        packet_begin(&pool->order);
        if (!pool->work->next(pool->work->context, &pool->job, &pool->order))
            return false;
        packet_end(&pool->order);
    }
    pool->has_put_back = false;
    return true;
}

// The limit on processes may be reached: those that are there go on, and are asked first the next time.
static void put_back(Pool *pool)
{
    pool->is_broken = busy_count(pool) == 0;
    if (pool->is_broken)
        job_lost(pool, pool->job, "worker-lost", "no process could be made to compile this");
    pool->has_put_back = !pool->is_broken;
}

// False where there is no job, or no process for it.
static bool feed_one(Pool *pool, Worker *worker)
{
    if (!take_job(pool))
        return false;
    if (worker->pid == 0 && !worker_start(pool, worker)) {
        put_back(pool);
        return false;
    }
    if (hand_out(pool, worker))
        return true;
    if (errno == EPIPE)
        worker_lost(pool, worker);
    else
        worker_stopped(pool, worker, "worker-lost", "the process that should compile this takes no orders");
    return true;
}

// Those that live come before those that would have to be made.
static void feed(Pool *pool)
{
    for (int pass = 0; pass < 2; pass++) {
        for (unsigned i = 0; i < pool->count && pool->signal_number == 0; i++) {
            Worker *worker = &pool->workers[i];
            bool is_wanted = pass == 0 ? worker->pid > 0 && !worker->is_busy : worker->pid == 0;
            if (is_wanted && !feed_one(pool, worker))
                return;
        }
    }
}

static void stop_the_late(Pool *pool)
{
    int64_t now = clock_ms();
    char message[96];
    snprintf(message, sizeof message, "this took longer than %u s, and was stopped; --timeout says how long it may",
             pool->setup->options->timeout_s);
    for (unsigned i = 0; i < pool->count; i++) {
        Worker *worker = &pool->workers[i];
        if (worker->pid > 0 && worker->is_busy && now >= worker->deadline_ms)
            worker_stopped(pool, worker, "timeout", message);
        else if (worker->pid > 0 && worker->is_busy && pool->signal_number && now >= pool->grace_ends_ms)
            worker_end(worker, /*by_force*/ true); // its job counts as not reached
    }
}

static void take_signal(Pool *pool)
{
    struct signalfd_siginfo info;
    if (read(pool->signals, &info, sizeof info) != (ssize_t)sizeof info)
        return;
    // The second one does not wait.
    pool->grace_ends_ms = pool->signal_number ? 0 : clock_ms() + GRACE_S * 1000;
    pool->signal_number = (int)info.ssi_signo;
}

static void wait_for_news(Pool *pool)
{
    struct pollfd polled[WORKERS_MAX + 1];
    unsigned owners[WORKERS_MAX + 1], count = 1;
    polled[0] = (struct pollfd){.fd = pool->signals, .events = POLLIN};
    for (unsigned i = 0; i < pool->count; i++) {
        if (pool->workers[i].pid == 0)
            continue;
        owners[count] = i;
        polled[count++] = (struct pollfd){.fd = pool->workers[i].socket, .events = POLLIN};
    }
    if (poll(polled, count, TICK_MS) <= 0)
        return;
    if (polled[0].revents)
        take_signal(pool);
    for (unsigned i = 1; i < count; i++) {
        Worker *worker = &pool->workers[owners[i]];
        if (polled[i].revents && worker->pid > 0)
            listen_to(pool, worker);
    }
}

PoolEnd pool_run(WorkerSetup *setup, const PoolWork *work, unsigned worker_count, int *signal_number)
{
    Pool *pool = grow(NULL, 1, sizeof *pool);
    *pool = (Pool){.setup = setup, .work = work};
    pool->count = worker_count < WORKERS_MAX ? worker_count : WORKERS_MAX;
    sigset_t waiting, before;
    sigemptyset(&waiting);
    sigaddset(&waiting, SIGINT);
    sigaddset(&waiting, SIGTERM);
    sigaddset(&waiting, SIGHUP);
    sigprocmask(SIG_BLOCK, &waiting, &before);
    pool->signals = signalfd(-1, &waiting, SFD_CLOEXEC | SFD_NONBLOCK);
    for (;;) {
        feed(pool);
        if (pool->is_broken || busy_count(pool) == 0)
            break;
        wait_for_news(pool);
        stop_the_late(pool);
        work->tick(work->context);
    }
    for (unsigned i = 0; i < pool->count; i++) {
        if (pool->workers[i].pid > 0)
            worker_end(&pool->workers[i], /*by_force*/ pool->workers[i].is_busy);
    }
    free(pool->order.bytes);
    close(pool->signals);
    sigprocmask(SIG_SETMASK, &before, NULL);
    *signal_number = pool->signal_number;
    PoolEnd end = pool->signal_number ? POOL_INTERRUPTED : pool->is_broken ? POOL_BROKEN : POOL_DONE;
    free(pool);
    return end;
}
