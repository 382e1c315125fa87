// cmark-gfm aborts, GLib stops at a breakpoint, or calls itself without end where not even its message finds memory,
// libthai and FriBidi use what they did not get. What they said stands on standard error before ours, and so does what
// glibc says that finds the heap or the stack broken. While libraries work there is no temporary file: all is made in
// memory before the first byte is written.
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "hspdf.h"
#include "report.h"

enum { STACK_BYTES = 16 * 1024 };

// Only what POSIX calls safe in a handler: write and _exit.
static void give_up(int signal_number)
{
    char text[] = "hspdf: ended by signal 00, in a library that found no memory, or by a fault of hspdf\n";
    char *number = strstr(text, "00");
    number[0] = (char)('0' + signal_number / 10);
    number[1] = (char)('0' + signal_number % 10);
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(HSPDF_MACHINE);
}

static void handle(void (*handler)(int signal_number))
{
    static const int signals[] = {
        SIGABRT, SIGTRAP,
#ifndef __SANITIZE_ADDRESS__ // which tells more of these
        SIGSEGV, SIGBUS,  SIGFPE, SIGILL,
#endif
    };
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

void abort_is_machine_failure(void)
{
    static char stack[STACK_BYTES]; // of the handler: the program's own may be at its end
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
    handle(give_up);
}

void abort_is_signal(void)
{
    handle(SIG_DFL);
}
