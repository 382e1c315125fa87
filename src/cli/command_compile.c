// Inputs to one document, as a file; or, for `hspdf check`, to diagnostics alone.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "fields.h"
#include "help.h"
#include "keeper.h"
#include "message.h"
#include "output.h"
#include "setup.h"
#include "time_limit.h"

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

int choose_output(const Arguments *arguments, char **output)
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
    for (size_t i = 0; i < arguments->limit_count && status == HSPDF_OK; i++)
        status = hspdf_request_set(request, "limit", arguments->limits[i]);
    for (size_t i = 0; i < arguments->input_count && status == HSPDF_OK; i++)
        status = hspdf_request_add_file(request, arguments->inputs[i]);
    return status;
}

// One file, or as many numbered ones as there are pages.
static int write_outputs(Reporter *reporter, const hspdf_result *result, const Keeper *keeper)
{
    const char *output = keeper->names.output;
    size_t count = hspdf_result_output_count(result);
    if (count > 1 && strcmp(output, "-") == 0)
        return usage_error("standard output takes one picture, and there are %zu pages: use -o FILE", count),
               HSPDF_USAGE;
    for (size_t i = 0; i < count; i++) {
        size_t size;
        const void *bytes = hspdf_result_output_at(result, i, &size);
        int error = keeper_write(keeper, KEPT_OUTPUT, i + 1, count, bytes, size);
        if (!error)
            continue;
        char *name = count > 1 ? output_name_numbered(output, i + 1, count) : NULL;
        output_failed(reporter, name ? name : output, error);
        free(name);
        return HSPDF_MACHINE;
    }
    return EXIT_SUCCESS;
}

// Names what the output was made of, for make and ninja.
static int write_depfile(Reporter *reporter, const hspdf_result *result, const Keeper *keeper)
{
    char *text = NULL;
    size_t size = 0;
    FILE *rules = open_memstream(&text, &size);
    const char *depfile = keeper->names.depfile;
    if (!rules)
        return output_failed(reporter, depfile, ENOMEM);
    depfile_target(rules, NULL, keeper->names.output);
    for (size_t i = 0; i < hspdf_result_file_count(result); i++) {
        hspdf_file file = hspdf_result_file_at(result, i);
        if (file.found)
            depfile_input(rules, file.path);
    }
    putc('\n', rules);
    int error = fclose(rules) == 0 ? keeper_write(keeper, KEPT_DEPFILE, 1, 1, text, size) : ENOMEM;
    free(text);
    return error ? output_failed(reporter, depfile, error) : EXIT_SUCCESS;
}

static int write_result(Reporter *reporter, const hspdf_result *result, const Keeper *keeper)
{
    for (size_t i = 0; i < hspdf_result_diagnostic_count(result); i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        report(reporter, &diagnostic);
    }
    hspdf_status status = hspdf_result_status(result);
    if (status != HSPDF_OK || !keeper->names.output)
        return (int)status;
    int exit_status = write_outputs(reporter, result, keeper);
    if (exit_status != EXIT_SUCCESS || !keeper->names.depfile)
        return exit_status;
    return write_depfile(reporter, result, keeper);
}

bool sandbox_is(const Arguments *arguments, const char *value)
{
    const char *given = arguments->values[OPTION_SANDBOX];
    return given && strcmp(given, value) == 0;
}

// From here on this process can read what the request names, write to the keeper, and nothing else.
static hspdf_status confine(const Arguments *arguments, const hspdf_engine *engine, const hspdf_request *request)
{
    const char *data = arguments->values[OPTION_DATA];
    int required = sandbox_is(arguments, "strict") ? HSPDF_CONFINES_FILES | HSPDF_CONFINES_CALLS : 0;
    if (sandbox_is(arguments, "off"))
        return HSPDF_OK;
    hspdf_status status = hspdf_confine(engine, request, &data, data != NULL, required);
    if (status == HSPDF_REFUSED)
        fputs("hspdf: this kernel lacks Landlock or seccomp, which --sandbox=strict wants\n", stderr);
    else if (status != HSPDF_OK)
        fputs("hspdf: the machine refuses to confine this process; --sandbox=off goes without\n", stderr);
    return status == HSPDF_OK ? HSPDF_OK : HSPDF_MACHINE;
}

// A request that is filled is confined, then compiled; data are read on the way, since they are a stranger's, too.
static int compile_request(hspdf_engine *engine, hspdf_request *request, const Arguments *arguments,
                           const Keeper *keeper, const CompileWitness *witness)
{
    int exit_status = HSPDF_MACHINE;
    Reporter reporter;
    hspdf_status filled = fill_request(request, arguments);
    if (!witness)
        time_limit_start(request);
    if (filled == HSPDF_OK && confine(arguments, engine, request) != HSPDF_OK)
        return HSPDF_MACHINE;
    begin_report(&reporter, arguments);
    if (witness) {
        reporter.also = witness->diagnostic;
        reporter.context = witness->context;
    }
    if (filled == HSPDF_OK)
        filled = fields_take(engine, request, arguments, &reporter);
    hspdf_result *result = filled == HSPDF_OK ? hspdf_compile(engine, request) : NULL;
    if (result)
        exit_status = write_result(&reporter, result, keeper);
    else if (filled == HSPDF_REFUSED)
        exit_status = HSPDF_REFUSED;
    else if (filled == HSPDF_USAGE)
        usage_error("an option has a value that can not be"), exit_status = HSPDF_USAGE;
    else if (reporter.count == 0)
        out_of_memory();
    report_end(&reporter);
    if (witness && result)
        witness->result(witness->context, engine, request, result);
    hspdf_result_close(result);
    return exit_status;
}

static int compile_by(hspdf_engine *engine, const Arguments *arguments, const Keeper *keeper,
                      const CompileWitness *witness)
{
    int exit_status = HSPDF_MACHINE;
    hspdf_request *request = hspdf_request_open();
    if (request && !set_date(request, arguments))
        exit_status = HSPDF_USAGE;
    else if (request)
        exit_status = compile_request(engine, request, arguments, keeper, witness);
    else
        out_of_memory();
    hspdf_request_close(request);
    return exit_status;
}

static KeptNames kept_names(const Arguments *arguments, const char *output)
{
    const char *format = arguments->values[OPTION_FORMAT];
    bool is_pages = format && (strcmp(format, "png") == 0 || strcmp(format, "svg") == 0);
    return (KeptNames){output, output ? arguments->values[OPTION_DEPFILE] : NULL, is_pages};
}

// `engine`: NULL, it is opened once the keeper is there.
static int compile_kept(hspdf_engine *engine, const Arguments *arguments, const char *program, const char *output,
                        const CompileWitness *witness)
{
    KeptNames names = kept_names(arguments, output);
    Keeper keeper = {.names = names};
    int error = output && !sandbox_is(arguments, "off") ? keeper_start(&keeper, names) : 0;
    if (error) {
        fprintf(stderr, "hspdf: no process could be made to write the output: %s\n", strerror(error));
        return HSPDF_MACHINE;
    }
    hspdf_engine *own = engine ? NULL : open_engine(arguments, program);
    int exit_status = HSPDF_MACHINE;
    if (engine || own)
        exit_status = compile_by(engine ? engine : own, arguments, &keeper, witness);
    hspdf_engine_close(own);
    keeper_end(&keeper);
    return exit_status;
}

int compile_with(hspdf_engine *engine, const Arguments *arguments, const char *output, const CompileWitness *witness)
{
    return compile_kept(engine, arguments, NULL, output, witness);
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
        return compile_kept(NULL, arguments, program, NULL, NULL);
    char *output = NULL;
    int exit_status = choose_output(arguments, &output);
    if (exit_status != EXIT_SUCCESS)
        return exit_status;
    exit_status = compile_kept(NULL, arguments, program, output, NULL);
    free(output);
    return exit_status;
}
