// The program, first user of libhspdf: a command line becomes a request, a result becomes a file, lines on
// standard error and an exit status. It knows the library by hspdf.h alone.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "batch/batch.h"
#include "data.h"
#include "fields.h"
#include "help.h"
#include "hspdf.h"
#include "message.h"
#include "output.h"
#include "report/report.h"

enum { EXIT_REFUSED = HSPDF_REFUSED, EXIT_USAGE = HSPDF_USAGE, EXIT_MACHINE = HSPDF_MACHINE };

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

static ReportFormat report_format(const Arguments *arguments)
{
    static const char *const names[] = {
        [REPORT_TEXT] = "text", [REPORT_JSON] = "json", [REPORT_GITHUB] = "github", [REPORT_SARIF] = "sarif"};
    const char *value = arguments->values[OPTION_DIAGNOSTICS];
    for (int format = REPORT_TEXT; value && format <= REPORT_SARIF; format++) {
        if (strcmp(value, names[format]) == 0)
            return (ReportFormat)format;
    }
    return REPORT_TEXT;
}

// Colours are for people at a terminal who have not said no (no-color.org).
static bool wants_colors(void)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && !(no_color && *no_color) && terminal && strcmp(terminal, "dumb") != 0;
}

static void begin_report(Reporter *reporter, const Arguments *arguments)
{
    report_begin(reporter, stderr, report_format(arguments), wants_colors());
}

static int output_failed(Reporter *reporter, const char *name, int error)
{
    bool is_standard = strcmp(name, "-") == 0;
    // A reader that went away, as head(1) does, needs no message.
    if (!(is_standard && error == EPIPE))
        report_output_failure(reporter, is_standard ? "standard output" : name, error);
    return EXIT_MACHINE;
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

// NULL after a failure, which was told.
static hspdf_engine *open_engine(const Arguments *arguments, const char *program)
{
    char message[512];
    char *folder = data_folder_find(program);
    hspdf_engine *engine = hspdf_engine_open(folder, arguments->given[OPTION_SYSTEM_FONTS], message, sizeof message);
    free(folder);
    if (!engine) {
        fputs("hspdf: ", stderr);
        print_visible(stderr, message);
        putc('\n', stderr);
    }
    return engine;
}

static int run_list(const Arguments *arguments, const char *program)
{
    if (arguments->input_count > 0)
        return usage_error("'hspdf %s' takes no inputs", command_names[arguments->command]), EXIT_USAGE;
    hspdf_engine *engine = open_engine(arguments, program);
    if (!engine)
        return EXIT_MACHINE;
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
    int printed = finish_printing(arguments);
    return printed ? printed : (int)status;
}

static bool inputs_are_sound(const Arguments *arguments)
{
    size_t standard_inputs = 0;
    for (size_t i = 0; i < arguments->input_count; i++)
        standard_inputs += strcmp(arguments->inputs[i], "-") == 0;
    const char *data = arguments->values[OPTION_DATA];
    standard_inputs += data && strcmp(data, "-") == 0;
    if (standard_inputs > 1)
        return usage_error("standard input, '-', stands twice among the inputs");
    return true;
}

static const char *output_suffix(const Arguments *arguments)
{
    const char *format = arguments->values[OPTION_FORMAT];
    if (!format || strcmp(format, "pdf") == 0)
        return ".pdf";
    return strcmp(format, "svg") == 0 ? ".svg" : ".png";
}

// Where the output goes, as a new string, or NULL after a message.
static char *choose_output(const Arguments *arguments)
{
    const char *first = arguments->inputs[0];
    const char *given = arguments->values[OPTION_OUTPUT];
    char *name = NULL;
    errno = ENOMEM;
    if (given)
        name = strdup(given);
    else if (arguments->given[OPTION_DUMP])
        name = strdup("-");
    else if (strcmp(first, "-") != 0)
        name = output_name_beside(first, output_suffix(arguments));
    else if (!isatty(STDOUT_FILENO))
        name = strdup("-");
    else
        return usage_error("standard input has no name to go by: say where the PDF goes with -o FILE"), NULL;
    if (!name)
        return usage_error("no name for the output goes with '%s': use -o FILE", first), NULL;
    for (size_t i = 0; i < arguments->input_count; i++) {
        if (output_is_input(name, arguments->inputs[i])) {
            usage_error("the output '%s' would overwrite an input", name);
            free(name);
            return NULL;
        }
    }
    return name;
}

// When the PDF was made: nobody asks the clock. NULL: it does not say.
static const char *date_given(const Arguments *arguments, char *buffer, size_t size)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (arguments->values[OPTION_DATE])
        return arguments->values[OPTION_DATE];
    if (arguments->command == COMMAND_CHECK || !epoch || !*epoch)
        return NULL;
    int length = snprintf(buffer, size, "@%s", epoch);
    return length < (int)size ? buffer : "@";
}

// False after a message.
static bool set_date(hspdf_request *request, const Arguments *arguments)
{
    char buffer[32];
    const char *value = date_given(arguments, buffer, sizeof buffer);
    if (!value || (*value && hspdf_request_set(request, "date", value) == HSPDF_OK))
        return true;
    if (arguments->values[OPTION_DATE])
        return usage_error("'%s' is not a date such as 2026-03-05 or 2026-03-05T08:30:00+01:00", value);
    return usage_error("SOURCE_DATE_EPOCH is '%s', which is no number of seconds since 1970",
                       getenv("SOURCE_DATE_EPOCH"));
}

static hspdf_status fill_request(hspdf_request *request, const Arguments *arguments)
{
    const char *output =
        arguments->values[OPTION_DUMP] ? arguments->values[OPTION_DUMP] : arguments->values[OPTION_FORMAT];
    if (arguments->command == COMMAND_CHECK)
        output = "nothing";
    const char *settings[][2] = {
        {"dpi", arguments->values[OPTION_DPI]},
        {"paper", arguments->values[OPTION_PAPER]},
        {"root", arguments->values[OPTION_ROOT]},
        {"style", arguments->values[OPTION_STYLE]},
        {"strict", arguments->given[OPTION_STRICT] ? "yes" : NULL},
        {"output", output},
    };
    hspdf_status status = HSPDF_OK;
    for (size_t i = 0; i < sizeof settings / sizeof *settings && status == HSPDF_OK; i++) {
        if (settings[i][1])
            status = hspdf_request_set(request, settings[i][0], settings[i][1]);
    }
    for (size_t i = 0; i < arguments->input_count && status == HSPDF_OK; i++)
        status = hspdf_request_add_file(request, arguments->inputs[i]);
    return status;
}

typedef struct {
    const hspdf_result *result;
    size_t index;
} OutputOfResult;

static int fill_output(OutputSink *sink, const void *context)
{
    const OutputOfResult *output = context;
    size_t size;
    const void *bytes = hspdf_result_output_at(output->result, output->index, &size);
    return size > 0 ? output_put(sink, bytes, size) : 0;
}

// One file, or as many numbered ones as there are pages.
static int write_outputs(Reporter *reporter, const hspdf_result *result, const char *output)
{
    size_t count = hspdf_result_output_count(result);
    if (count > 1 && strcmp(output, "-") == 0)
        return usage_error("standard output takes one picture, and there are %zu pages: use -o FILE", count),
               EXIT_USAGE;
    for (size_t i = 0; i < count; i++) {
        char *name = count > 1 ? output_name_numbered(output, i + 1, count) : strdup(output);
        int error = name ? output_write(name, fill_output, &(OutputOfResult){result, i}) : ENOMEM;
        if (error)
            output_failed(reporter, name ? name : output, error);
        free(name);
        if (error)
            return EXIT_MACHINE;
    }
    return EXIT_SUCCESS;
}

typedef struct {
    char *bytes;
    size_t size;
} Text;

static int fill_text(OutputSink *sink, const void *text)
{
    return output_put(sink, ((const Text *)text)->bytes, ((const Text *)text)->size);
}

// Names what the output was made of, for make and ninja.
static int write_depfile(Reporter *reporter, const hspdf_result *result, const char *output, const char *depfile)
{
    Text text = {NULL, 0};
    FILE *rules = open_memstream(&text.bytes, &text.size);
    if (!rules)
        return output_failed(reporter, depfile, ENOMEM);
    depfile_target(rules, NULL, output);
    for (size_t i = 0; i < hspdf_result_file_count(result); i++) {
        hspdf_file file = hspdf_result_file_at(result, i);
        if (file.found)
            depfile_input(rules, file.path);
    }
    putc('\n', rules);
    int error = fclose(rules) == 0 ? output_write(depfile, fill_text, &text) : ENOMEM;
    free(text.bytes);
    return error ? output_failed(reporter, depfile, error) : EXIT_SUCCESS;
}

static int write_result(Reporter *reporter, const hspdf_result *result, const char *output, const char *depfile)
{
    for (size_t i = 0; i < hspdf_result_diagnostic_count(result); i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        report(reporter, &diagnostic);
    }
    hspdf_status status = hspdf_result_status(result);
    if (status != HSPDF_OK || !output)
        return (int)status;
    int exit_status = write_outputs(reporter, result, output);
    if (exit_status != EXIT_SUCCESS || !depfile)
        return exit_status;
    return write_depfile(reporter, result, output, depfile);
}

static int compile_to(const Arguments *arguments, const char *program, const char *output)
{
    int exit_status = EXIT_MACHINE;
    Reporter reporter;
    hspdf_engine *engine = open_engine(arguments, program);
    hspdf_request *request = engine ? hspdf_request_open() : NULL;
    if (request && !set_date(request, arguments)) {
        hspdf_request_close(request);
        hspdf_engine_close(engine);
        return EXIT_USAGE;
    }
    hspdf_status filled = request ? fill_request(request, arguments) : HSPDF_MACHINE;
    begin_report(&reporter, arguments);
    if (filled == HSPDF_OK)
        filled = fields_take(engine, request, arguments, &reporter);
    hspdf_result *result = filled == HSPDF_OK ? hspdf_compile(engine, request) : NULL;
    if (result)
        exit_status = write_result(&reporter, result, output, arguments->values[OPTION_DEPFILE]);
    else if (filled == HSPDF_REFUSED)
        exit_status = EXIT_REFUSED;
    else if (filled == HSPDF_USAGE)
        usage_error("an option has a value that can not be"), exit_status = EXIT_USAGE;
    else if (engine && reporter.count == 0)
        fputs("hspdf: out of memory\n", stderr);
    report_end(&reporter);
    hspdf_result_close(result);
    hspdf_request_close(request);
    hspdf_engine_close(engine);
    return exit_status;
}

static int run_compile(const Arguments *arguments, const char *program)
{
    if (arguments->input_count == 0) {
        print_usage(stderr);
        fputs("Try 'hspdf --help'.\n", stderr);
        return EXIT_USAGE;
    }
    if (!inputs_are_sound(arguments))
        return EXIT_USAGE;
    if (arguments->command == COMMAND_CHECK)
        return compile_to(arguments, program, NULL);
    char *output = choose_output(arguments);
    if (!output)
        return EXIT_USAGE;
    int exit_status = compile_to(arguments, program, output);
    free(output);
    return exit_status;
}

// A whole number from 1 to `most`, whatever stands behind it; 0 where there is none.
static unsigned number_at(const char *text, unsigned most, char **end)
{
    errno = 0;
    unsigned long number = *text >= '0' && *text <= '9' ? strtoul(text, end, 10) : 0;
    return errno == 0 && number <= most ? (unsigned)number : 0;
}

static bool take_number(const Arguments *arguments, OptionId id, unsigned most, unsigned *number)
{
    char *end = "";
    if (!arguments->given[id])
        return true;
    *number = number_at(arguments->values[id], most, &end);
    if (*number > 0 && *end == '\0')
        return true;
    return usage_error("'%s' is not a value of --%s: a number from 1 to %u", arguments->values[id],
                       option_rows[id].long_name, most);
}

static bool take_shard(const Arguments *arguments, BatchOptions *options)
{
    const char *value = arguments->values[OPTION_SHARD];
    char *end = "";
    if (!value)
        return true;
    options->shard = number_at(value, 1000000, &end);
    if (options->shard > 0 && *end == '/')
        options->shards = number_at(end + 1, 1000000, &end);
    if (options->shards > 0 && *end == '\0' && options->shard <= options->shards)
        return true;
    return usage_error("'%s' is not a value of --shard: I/N, as 2/8", value);
}

// What each request is told. False where a value can not be.
static bool batch_settings(BatchOptions *options, const Arguments *arguments, char *date, size_t date_size)
{
    static const OptionId ids[] = {OPTION_PAPER, OPTION_ROOT, OPTION_STYLE, OPTION_STRICT};
    size_t count = 0;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (!arguments->given[ids[i]])
            continue;
        const char *value = arguments->values[ids[i]];
        options->settings[count][0] = option_rows[ids[i]].long_name;
        options->settings[count++][1] = value ? value : "yes";
    }
    options->settings[count][1] = date_given(arguments, date, date_size);
    options->settings[count][0] = options->settings[count][1] ? "date" : NULL;
    hspdf_request *request = hspdf_request_open();
    bool is_sound = request && set_date(request, arguments);
    hspdf_request_close(request);
    return is_sound;
}

static int run_batch(const Arguments *arguments, const char *program)
{
    BatchOptions options = {
        .inputs = arguments->inputs,
        .input_count = arguments->input_count,
        .files_from = arguments->values[OPTION_FILES_FROM],
        .output = arguments->values[OPTION_OUTPUT],
        .base = arguments->values[OPTION_BASE],
        .name = arguments->values[OPTION_NAME],
        .is_flat = arguments->given[OPTION_FLAT],
        .is_forced = arguments->given[OPTION_FORCE],
        .prunes = arguments->given[OPTION_PRUNE],
        .is_quiet = arguments->given[OPTION_QUIET],
        .is_verbose = arguments->given[OPTION_VERBOSE],
        .timeout_s = 120,
        .report = arguments->values[OPTION_REPORT],
        .depfile = arguments->values[OPTION_DEPFILE],
        .use_system_fonts = arguments->given[OPTION_SYSTEM_FONTS],
        .format = report_format(arguments),
        .has_colors = wants_colors(),
    };
    char date[32];
    if (!batch_settings(&options, arguments, date, sizeof date))
        return EXIT_USAGE;
    if (!take_number(arguments, OPTION_JOBS, 256, &options.workers) ||
        !take_number(arguments, OPTION_TIMEOUT, 1000000, &options.timeout_s) || !take_shard(arguments, &options))
        return EXIT_USAGE;
    if (arguments->input_count == 0 && !options.files_from)
        return usage_error("'hspdf batch' wants inputs"), EXIT_USAGE;
    if (!options.output)
        return usage_error("'hspdf batch' wants a folder for its PDFs: -o DIR"), EXIT_USAGE;
    char *folder = data_folder_find(program);
    options.data_folder = folder;
    int exit_status = batch_run(&options);
    free(folder);
    return exit_status;
}

int main(int argc, char **argv)
{
    Arguments arguments;
    if (!hold_standard_descriptors())
        return EXIT_MACHINE;
    signal(SIGPIPE, SIG_IGN); // writing fails with EPIPE instead,
    signal(SIGXFSZ, SIG_IGN); // and with EFBIG beyond a limit on the size of files
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    if (!arguments_parse(&arguments, argc, argv))
        return EXIT_USAGE;
    if (arguments.given[OPTION_HELP]) {
        print_help(stdout);
        return finish_printing(&arguments);
    }
    if (arguments.given[OPTION_VERSION])
        return run_version(&arguments);
    if (arguments.command == COMMAND_FONTS || arguments.command == COMMAND_STYLES)
        return run_list(&arguments, argv[0]);
    if (arguments.command == COMMAND_BATCH)
        return run_batch(&arguments, argv[0]);
    return run_compile(&arguments, argv[0]);
}
