// Runs a command and tells what it took, all of its processes together:
//
//     measure SECONDS COMMAND...        prints: status, wall time, CPU time (s), largest resident set (kB)
//
// A browser leaves processes behind that nobody waits for: this one takes them over (PR_SET_CHILD_SUBREAPER), so that
// the kernel's account of each is read. It is small, for a process begins with the resident set of the one that forked
// it. After SECONDS all are killed, and the status is 124.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMED_OUT = 124, NOT_FOUND = 127, STRAGGLERS_S = 5, ALARMS_MAX = 3 };

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void on_alarm(int number)
{
    (void)number;
}

static double cpu_of(const struct rusage *usage)
{
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

static pid_t start(char **command)
{
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        execvp(command[0], command);
        _exit(NOT_FOUND);
    }
    return pid;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = on_alarm}, NULL); // no SA_RESTART: wait4 is to be interrupted
    double began = seconds(), wall = 0, cpu = 0;
    long resident_kb = 0;
    int result = NOT_FOUND, status, alarms = 0;
    struct rusage usage;
    pid_t main_pid = start(&argv[2]);
    alarm((unsigned)atoi(argv[1]));
    for (;;) {
        pid_t pid = wait4(-1, &status, 0, &usage);
        if (pid < 0 && errno == EINTR) { // the time is over
            if (wall == 0)
                result = TIMED_OUT;
            kill(-main_pid, SIGKILL);
            if (++alarms == ALARMS_MAX)
                break;
            alarm(STRAGGLERS_S);
            continue;
        }
        if (pid < 0)
            break;
        cpu += cpu_of(&usage);
        resident_kb = usage.ru_maxrss > resident_kb ? usage.ru_maxrss : resident_kb;
        if (pid == main_pid) {
            wall = seconds() - began;
            if (result != TIMED_OUT)
                result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            alarm(STRAGGLERS_S);
        }
    }
    printf("%d %.6f %.6f %ld\n", result, wall, cpu, resident_kb);
    return 0;
}
