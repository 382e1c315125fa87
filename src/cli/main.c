// The program, first user of libhspdf: a command line becomes a request, a result becomes a file, lines on
// standard error and an exit status. It knows the library by hspdf.h alone.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "commands.h"
#include "help.h"
#include "message.h"
#include "report/report.h"
#include "setup.h"

// A descriptor 0 to 2 that was closed is taken up in the wrong direction: else the next file opened would get
// its number, and diagnostics would be written into the PDF.
static bool hold_standard_descriptors(void)
{
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF)
            continue;
        if (open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) != descriptor)
            return false;
    }
    return true;
}

// For what is printed: a full disk behind standard output is a failure too.
static int finish_printing(const Arguments *arguments)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_SUCCESS;
    Reporter reporter = {.stream = stderr, .format = report_format(arguments)};
    return output_failed(&reporter, "-", errno);
}

static int print_bytes(void *context, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, context) == size ? 0 : EIO;
}

static int run_explain(const Arguments *arguments)
{
    const char *key = arguments->values[OPTION_EXPLAIN];
    hspdf_status status = hspdf_explain_style(key, print_bytes, stdout);
    if (status == HSPDF_USAGE)
        usage_error("styles have no key '%s'", key);
    int printed = finish_printing(arguments);
    return printed ? printed : (int)status;
}

static int run_list(const Arguments *arguments, const char *program)
{
    if (arguments->input_count > 0)
        return usage_error("'hspdf %s' takes no inputs", command_names[arguments->command]), HSPDF_USAGE;
    if (arguments->given[OPTION_EXPLAIN])
        return run_explain(arguments);
    hspdf_engine *engine = open_engine(arguments, program);
    if (!engine)
        return HSPDF_MACHINE;
    hspdf_status status = arguments->command == COMMAND_FONTS ? hspdf_engine_list_fonts(engine, print_bytes, stdout)
                                                              : hspdf_engine_list_styles(engine, print_bytes, stdout);
    hspdf_engine_close(engine);
    int printed = finish_printing(arguments);
    return printed ? printed : (int)status;
}

static int run_version(const Arguments *arguments)
{
    printf("hspdf %s\n", hspdf_version());
    hspdf_status status = hspdf_version_details(print_bytes, stdout);
    int kinds = hspdf_confinement();
    printf("sandbox %s%s%s\n", kinds & HSPDF_CONFINES_FILES ? "Landlock" : "",
           kinds == (HSPDF_CONFINES_FILES | HSPDF_CONFINES_CALLS) ? ", " : "",
           kinds & HSPDF_CONFINES_CALLS ? "seccomp"
           : kinds                      ? ""
                                        : "none on this kernel");
    int printed = finish_printing(arguments);
    return printed ? printed : (int)status;
}

int main(int argc, char **argv)
{
    Arguments arguments;
    if (!hold_standard_descriptors())
        return HSPDF_MACHINE;
    signal(SIGPIPE, SIG_IGN); // writing fails with EPIPE instead,
    signal(SIGXFSZ, SIG_IGN); // and with EFBIG beyond a limit on the size of files
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    if (!arguments_parse(&arguments, argc, argv))
        return HSPDF_USAGE;
    if (arguments.given[OPTION_HELP]) {
        print_help(stdout);
        return finish_printing(&arguments);
    }
    abort_is_machine_failure();
    if (arguments.given[OPTION_VERSION])
        return run_version(&arguments);
    if (arguments.command == COMMAND_FONTS || arguments.command == COMMAND_STYLES)
        return run_list(&arguments, argv[0]);
    if (arguments.command == COMMAND_REPORT)
        return report_command(&arguments);
    if (arguments.command == COMMAND_BATCH)
        return batch_command(&arguments, argv[0]);
    if (arguments.command == COMMAND_WATCH)
        return watch_command(&arguments, argv[0]);
    return compile_command(&arguments, argv[0]);
}
