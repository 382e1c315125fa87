// Inputs to one document, as a file; or, for `hspdf check`, to diagnostics alone.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "fields.h"
#include "help.h"
#include "message.h"
#include "output.h"
#include "setup.h"

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

// Where the output goes, as a new string; or an exit status other than 0, after a message.
static int choose_output(const Arguments *arguments, char **output)
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
        return usage_error("standard input has no name to go by: say where the PDF goes with -o FILE"), HSPDF_USAGE;
    if (!name && errno == ENOMEM)
        return out_of_memory();
    if (!name)
        return usage_error("no name for the output goes with '%s': use -o FILE", first), HSPDF_USAGE;
    for (size_t i = 0; i < arguments->input_count; i++) {
        if (output_is_input(name, arguments->inputs[i])) {
            usage_error("the output '%s' would overwrite an input", name);
            free(name);
            return HSPDF_USAGE;
        }
    }
    *output = name;
    return EXIT_SUCCESS;
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
               HSPDF_USAGE;
    for (size_t i = 0; i < count; i++) {
        char *name = count > 1 ? output_name_numbered(output, i + 1, count) : strdup(output);
        int error = name ? output_write(name, fill_output, &(OutputOfResult){result, i}) : ENOMEM;
        if (error)
            output_failed(reporter, name ? name : output, error);
        free(name);
        if (error)
            return HSPDF_MACHINE;
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
    int exit_status = HSPDF_MACHINE;
    Reporter reporter;
    hspdf_engine *engine = open_engine(arguments, program);
    hspdf_request *request = engine ? hspdf_request_open() : NULL;
    if (request && !set_date(request, arguments)) {
        hspdf_request_close(request);
        hspdf_engine_close(engine);
        return HSPDF_USAGE;
    }
    hspdf_status filled = request ? fill_request(request, arguments) : HSPDF_MACHINE;
    begin_report(&reporter, arguments);
    if (filled == HSPDF_OK)
        filled = fields_take(engine, request, arguments, &reporter);
    hspdf_result *result = filled == HSPDF_OK ? hspdf_compile(engine, request) : NULL;
    if (result)
        exit_status = write_result(&reporter, result, output, arguments->values[OPTION_DEPFILE]);
    else if (filled == HSPDF_REFUSED)
        exit_status = HSPDF_REFUSED;
    else if (filled == HSPDF_USAGE)
        usage_error("an option has a value that can not be"), exit_status = HSPDF_USAGE;
    else if (engine && reporter.count == 0)
        out_of_memory();
    report_end(&reporter);
    hspdf_result_close(result);
    hspdf_request_close(request);
    hspdf_engine_close(engine);
    return exit_status;
}

int compile_command(const Arguments *arguments, const char *program)
{
    if (arguments->input_count == 0) {
        print_usage(stderr);
        fputs("Try 'hspdf --help'.\n", stderr);
        return HSPDF_USAGE;
    }
    if (!inputs_are_sound(arguments))
        return HSPDF_USAGE;
    if (arguments->command == COMMAND_CHECK)
        return compile_to(arguments, program, NULL);
    char *output = NULL;
    int exit_status = choose_output(arguments, &output);
    if (exit_status != EXIT_SUCCESS)
        return exit_status;
    exit_status = compile_to(arguments, program, output);
    free(output);
    return exit_status;
}
