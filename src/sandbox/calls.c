// A filter in the kernel's BPF, made of a table of what is allowed; all else fails with EPERM. The table is short, so
// the filter asks row by row, the frequent calls first. Own code, not libseccomp: that would be a library more to load
// at each start, and takes longer to make the same filter than a leaflet takes to lay out.
#include "calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif // others have Landlock alone

#ifdef OWN_ARCHITECTURE

typedef enum {
    ANY,
    EQUALS,      // the argument's lower 32 bits are `value`
    HAS,         // some bit of `value` is set
    HAS_NONE,    // no bit of `value` is set
    OWN_PROCESS, // the argument is our process
    UNKNOWN,     // fails as in a kernel that has no such call, so that another one is taken
    UNSEEN,      // its flags are in memory, where no filter sees them: allowed with Landlock, else as UNKNOWN
} Condition;

typedef struct {
    uint32_t number;
    Condition condition;
    uint32_t argument, value;
} CallRow;

enum { WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY) };

#define CALL(name)                                                                                                     \
    {                                                                                                                  \
        SYS_##name, ANY, 0, 0                                                                                          \
    }
#define CALL_IF(name, condition, argument, value)                                                                      \
    {                                                                                                                  \
        SYS_##name, condition, argument, value                                                                         \
    }

static const CallRow rows[] = {
    CALL(read),
    CALL(mmap),
    CALL(close),
    CALL_IF(openat, HAS_NONE, 2, WRITING),
    CALL_IF(openat2, UNSEEN, 0, 0),
    CALL(fstat),
    CALL(newfstatat),
    CALL(lseek),
    CALL(munmap),
    CALL(mprotect),
    CALL(brk),
    CALL(madvise),
    CALL(mremap),
    CALL(futex),
    CALL(write),
    CALL(pread64),
    CALL(readv),
    CALL(writev),
    CALL(fadvise64),
    CALL(statx),
    CALL(statfs),
    CALL(fstatfs),
    CALL(readlinkat),
    CALL(faccessat),
    CALL(faccessat2),
    CALL(getdents64),
    CALL(getcwd),
    CALL(fcntl),
    CALL(dup),
    CALL(ppoll),
    CALL(rt_sigprocmask),
    CALL(rt_sigaction),
    CALL(rt_sigreturn),
    CALL(sigaltstack),
    CALL(restart_syscall),
    CALL(getrandom),
    CALL(clock_gettime),
    CALL(clock_nanosleep),
    CALL(nanosleep),
    CALL(gettimeofday),
    CALL(getrusage),
    CALL(uname),
    CALL(sysinfo),
    CALL(membarrier),
    CALL(sched_yield),
    CALL(sched_getaffinity),
    CALL(getpid),
    CALL(gettid),
    CALL(getppid),
    CALL(getuid),
    CALL(geteuid),
    CALL(getgid),
    CALL(getegid),
    CALL(exit),
    CALL(exit_group),
    CALL(wait4),
    // Threads, which librsvg's filters and Pango start; a new process is none.
    CALL_IF(clone3, UNKNOWN, 0, 0),
    CALL_IF(clone, HAS, 0, CLONE_THREAD),
    CALL(set_robust_list),
    CALL(rseq),
    CALL_IF(prctl, EQUALS, 0, PR_SET_NAME),
    // abort()
    CALL_IF(tgkill, OWN_PROCESS, 0, 0),
    // Asked, not set.
    CALL_IF(prlimit64, EQUALS, 2, 0),
    CALL_IF(ioctl, EQUALS, 1, TCGETS),
    CALL_IF(ioctl, EQUALS, 1, TIOCGWINSZ),
#ifdef SYS_open
    CALL_IF(open, HAS_NONE, 1, WRITING),
#endif
#ifdef SYS_access
    CALL(access),
    CALL(stat),
    CALL(lstat),
    CALL(readlink),
    CALL(poll),
#endif
#ifdef SYS_time
    CALL(time),
#endif
#ifdef __SANITIZE_ADDRESS__ // which looks for leaks from another process, as a debugger does
    CALL(clone),
    CALL(ptrace),
    CALL(prctl),
    CALL(arch_prctl),
    CALL(process_vm_readv),
    CALL(pipe2),
#ifdef SYS_getdents
    CALL(getdents),
#endif
#endif
};

enum { ROW_STEPS = 5, FRAME_STEPS = 5, FILTER_STEPS = sizeof rows / sizeof *rows * ROW_STEPS + FRAME_STEPS };

typedef struct {
    struct sock_filter steps[FILTER_STEPS];
    unsigned short count;
} Filter;

static void step(Filter *filter, uint16_t code, uint32_t value, uint8_t if_true, uint8_t if_false)
{
    filter->steps[filter->count++] = (struct sock_filter){code, if_true, if_false, value};
}

static void load(Filter *filter, size_t offset)
{
    step(filter, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void give(Filter *filter, uint32_t verdict)
{
    step(filter, BPF_RET | BPF_K, verdict, 0, 0);
}

// With the call's number loaded, before and after.
static void put_row(Filter *filter, const CallRow *row, bool files_are_confined)
{
    Condition condition = row->condition;
    bool is_unknown = condition == UNKNOWN || (condition == UNSEEN && !files_are_confined);
    if (is_unknown || condition == ANY || condition == UNSEEN) {
        step(filter, BPF_JMP | BPF_JEQ | BPF_K, row->number, 0, 1);
        give(filter, is_unknown ? SECCOMP_RET_ERRNO | ENOSYS : SECCOMP_RET_ALLOW);
        return;
    }
    uint32_t value = condition == OWN_PROCESS ? (uint32_t)getpid() : row->value;
    bool is_bits = condition == HAS || condition == HAS_NONE;
    step(filter, BPF_JMP | BPF_JEQ | BPF_K, row->number, 0, 4);
    // The lower half comes first: both architectures are little-endian.
    load(filter, offsetof(struct seccomp_data, args) + row->argument * sizeof(uint64_t));
    step(filter, BPF_JMP | (is_bits ? BPF_JSET : BPF_JEQ) | BPF_K, value, condition == HAS_NONE, condition != HAS_NONE);
    give(filter, SECCOMP_RET_ALLOW);
    load(filter, offsetof(struct seccomp_data, nr));
}

static void fill(Filter *filter, bool files_are_confined)
{
    load(filter, offsetof(struct seccomp_data, arch));
    step(filter, BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0);
    give(filter, SECCOMP_RET_KILL_PROCESS); // numbers of another architecture's calls mean other calls
    load(filter, offsetof(struct seccomp_data, nr));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put_row(filter, &rows[i], files_are_confined);
    give(filter, SECCOMP_RET_ERRNO | EPERM);
}

bool calls_are_there(void)
{
    uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

int calls_enter(bool files_are_confined)
{
    Filter filter = {.count = 0};
    fill(&filter, files_are_confined);
    struct sock_fprog program = {.len = filter.count, .filter = filter.steps};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0 ? 0 : errno;
}

#else

bool calls_are_there(void)
{
    return false;
}

int calls_enter(bool files_are_confined)
{
    (void)files_are_confined;
    return ENOSYS;
}

#endif
