// Preloaded into a program, it lets one allocation fail, or raises a signal there, or makes all reads and writes short.
//
//     HSPDF_FAULT=KIND:N:COUNTER LD_PRELOAD=inject.so program …
//
//     memory:N     the N-th allocation from main() on, in the program or any library, finds no memory; 0: none
//     memory+:N    and none after it does either
//     where:N      the N-th fails, and standard error is told who asked
//     signal-S:N   signal number S is raised at the N-th allocation, before it is made
//     short:N      no read or write moves more than N bytes
//
// COUNTER is a file of eight bytes, in which allocations are counted, over all processes that were forked. Calls that
// libc makes to itself, as those of stdio, do not pass here: for system calls there is strace (faults.py).
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef _Atomic uint64_t Counter;
typedef int Main(int argc, char **argv, char **environment);

static Main *program_main;
static Counter *counter; // NULL before main()
static uint64_t fail_at;
static bool fails_on, tells_where;
static int signal_number;
static size_t most_bytes = SIZE_MAX;

// ---- what is behind

// dlsym allocates before there is anything to allocate with.
static _Alignas(16) char early[16384];
static size_t early_used;

static bool is_early(const void *memory)
{
    return (uintptr_t)memory >= (uintptr_t)early && (uintptr_t)memory < (uintptr_t)(early + sizeof early);
}

static void *early_alloc(size_t size)
{
    size = (size + 15) / 16 * 16;
    if (size > sizeof early - early_used)
        abort();
    early_used += size;
    return early + early_used - size;
}

static struct {
    bool is_looking, is_ready;
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void *(*memalign)(size_t, size_t);
    void (*free)(void *);
    ssize_t (*read)(int, void *, size_t);
    ssize_t (*write)(int, const void *, size_t);
} next;

static bool is_ready(void)
{
    if (next.is_ready || next.is_looking)
        return next.is_ready;
    next.is_looking = true;
    *(void **)&next.malloc = dlsym(RTLD_NEXT, "malloc");
    *(void **)&next.calloc = dlsym(RTLD_NEXT, "calloc");
    *(void **)&next.realloc = dlsym(RTLD_NEXT, "realloc");
    *(void **)&next.memalign = dlsym(RTLD_NEXT, "memalign");
    *(void **)&next.free = dlsym(RTLD_NEXT, "free");
    *(void **)&next.read = dlsym(RTLD_NEXT, "read");
    *(void **)&next.write = dlsym(RTLD_NEXT, "write");
    next.is_ready = true;
    return true;
}

// ---- faults

static void tell_where(void)
{
    enum { FRAMES_MAX = 40 };
    void *frames[FRAMES_MAX];
    backtrace_symbols_fd(frames, backtrace(frames, FRAMES_MAX), STDERR_FILENO);
}

static bool allocation_fails(void)
{
    if (!counter)
        return false;
    uint64_t number = atomic_fetch_add(counter, 1) + 1;
    bool is_hit = fail_at > 0 && (number == fail_at || (fails_on && number > fail_at));
    if (is_hit && signal_number > 0) {
        raise(signal_number);
        return false;
    }
    if (is_hit && tells_where)
        tell_where();
    if (is_hit)
        errno = ENOMEM;
    return is_hit;
}

void *malloc(size_t size)
{
    if (!is_ready())
        return early_alloc(size);
    return allocation_fails() ? NULL : next.malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (!is_ready())
        return early_alloc(count * size);
    return allocation_fails() ? NULL : next.calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    if (!is_ready() || is_early(memory)) {
        void *moved = malloc(size);
        return moved && memory ? memcpy(moved, memory, size) : moved;
    }
    return allocation_fails() ? NULL : next.realloc(memory, size);
}

void *reallocarray(void *memory, size_t count, size_t size)
{
    size_t product;
    if (__builtin_mul_overflow(count, size, &product)) {
        errno = ENOMEM;
        return NULL;
    }
    return realloc(memory, product);
}

void *memalign(size_t alignment, size_t size)
{
    return !is_ready() || allocation_fails() ? NULL : next.memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size)
{
    void *made = memalign(alignment, size);
    if (!made)
        return ENOMEM;
    *memory = made;
    return 0;
}

void free(void *memory)
{
    if (is_ready() && !is_early(memory))
        next.free(memory);
}

static size_t shortened(size_t size)
{
    return size < most_bytes ? size : most_bytes;
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    return is_ready() ? next.read(descriptor, bytes, shortened(size)) : -1;
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    return is_ready() ? next.write(descriptor, bytes, shortened(size)) : -1;
}

// ---- from main() on: what a library's constructor does when it finds no memory is past all help

static void read_plan(const char *plan)
{
    char kind[32] = "", path[512] = "";
    unsigned long long number = 0;
    if (sscanf(plan, "%31[^:]:%llu:%511s", kind, &number, path) != 3)
        abort();
    int file = open(path, O_RDWR | O_CLOEXEC);
    Counter *mapped = mmap(NULL, sizeof *mapped, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED)
        abort();
    close(file);
    if (strcmp(kind, "short") == 0)
        most_bytes = number;
    else
        fail_at = number;
    fails_on = strcmp(kind, "memory+") == 0;
    tells_where = strcmp(kind, "where") == 0;
    if (tells_where)
        tell_where(); // once, so that what it loads is loaded before anything is counted
    if (strncmp(kind, "signal-", 7) == 0)
        signal_number = atoi(kind + 7);
    counter = mapped;
}

static int begin(int argc, char **argv, char **environment)
{
    const char *plan = getenv("HSPDF_FAULT");
    if (plan)
        read_plan(plan);
    return program_main(argc, argv, environment);
}

int __libc_start_main(Main *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);
int __libc_start_main(Main *called, int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*loader_fini)(void), void *stack_end)
{
    int (*start)(Main *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);
    *(void **)&start = dlsym(RTLD_NEXT, "__libc_start_main");
    program_main = called;
    return start(begin, argc, argv, init, fini, loader_fini, stack_end);
}
