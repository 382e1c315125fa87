#include "time_limit.h"

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { GRACE_S = 2, MS_PER_S = 1000 };

// Only what POSIX calls safe in a handler.
static void give_up(int signal_number)
{
    static const char text[] = "hspdf: error: a step takes more than the document's limit of the processor's time; "
                               "--limit=time=SECONDS sets this limit [time-limit]\n";
    (void)signal_number;
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(HSPDF_REFUSED);
}

// A machine that does not grant it goes without, as any program that does not ask.
void time_limit_start(const hspdf_request *request)
{
    struct timespec used = {0};
    struct rlimit limit;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    rlim_t wanted = (rlim_t)used.tv_sec + (rlim_t)(hspdf_request_limit(request, "time") / MS_PER_S) + GRACE_S;
    if (getrlimit(RLIMIT_CPU, &limit) != 0 || (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur <= wanted))
        return;
    struct sigaction action = {.sa_handler = give_up};
    sigaction(SIGXCPU, &action, NULL);
    limit.rlim_cur = wanted;
    setrlimit(RLIMIT_CPU, &limit);
}
