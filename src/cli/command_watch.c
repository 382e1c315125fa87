// A plain run, or a batch, again and again: each in a process that the watch forks.
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "commands.h"
#include "data.h"
#include "message.h"
#include "setup.h"
#include "watch/watch.h"

typedef struct {
    const Arguments *arguments;
    const char *program, *output;
    hspdf_engine *engine; // NULL for a batch, which opens its own
    size_t page_count;
} Job;

typedef struct {
    Job *job;
    WatchNotes *notes;
} JobNotes;

// ---- one document

static void note_diagnostic(void *context, const hspdf_diagnostic *diagnostic)
{
    watch_note_diagnostic(((JobNotes *)context)->notes, diagnostic);
}

static void note_result(void *context, hspdf_engine *engine, hspdf_request *request, const hspdf_result *result)
{
    JobNotes *job = context;
    watch_note_result(job->notes, result);
    job->job->page_count = hspdf_result_page_count(result);
    if (!watch_wants_pages(job->notes) || hspdf_result_status(result) != HSPDF_OK ||
        hspdf_request_set(request, "output", "svg") != HSPDF_OK)
        return;
    hspdf_result *pages = hspdf_compile(engine, request);
    if (pages)
        watch_note_pages(job->notes, pages);
    hspdf_result_close(pages);
}

static double clock_s(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void tell_outcome(const Job *job, int status, double seconds)
{
    if (report_format(job->arguments) != REPORT_TEXT || (job->arguments->given[OPTION_QUIET] && status == 0))
        return;
    fputs("hspdf: ", stderr);
    print_visible(stderr, job->output);
    if (status == 0)
        fprintf(stderr, ": %zu page%s, %.0f ms\n", job->page_count, job->page_count == 1 ? "" : "s", seconds * 1000);
    else
        fputs(" is as it was\n", stderr);
}

static int run_document(void *context, WatchNotes *notes)
{
    Job *job = context;
    JobNotes job_notes = {job, notes};
    CompileWitness witness = {note_diagnostic, note_result, &job_notes};
    double started_s = clock_s();
    if (job->arguments->values[OPTION_DATA])
        watch_note_name(notes, job->arguments->values[OPTION_DATA]);
    int status = compile_with(job->engine, job->arguments, job->output, &witness);
    tell_outcome(job, status, clock_s() - started_s);
    return status;
}

// ---- a folder of documents

static void note_name(void *notes, const char *path)
{
    watch_note_name(notes, path);
}

static int run_folder(void *context, WatchNotes *notes)
{
    Job *job = context;
    if (job->arguments->values[OPTION_DATA])
        watch_note_name(notes, job->arguments->values[OPTION_DATA]);
    return batch_with(job->arguments, job->program, note_name, notes);
}

// ---- the command line

static bool is_folder(const char *output)
{
    struct stat status;
    return output && (output[strlen(output) - 1] == '/' || (stat(output, &status) == 0 && S_ISDIR(status.st_mode)));
}

static bool options_fit(const Arguments *arguments, bool makes_folder)
{
    const unsigned other = makes_folder ? FOR_COMPILE : FOR_BATCH, own = makes_folder ? FOR_BATCH : FOR_COMPILE;
    for (size_t id = 0; id < OPTION_COUNT; id++) {
        if (!arguments->given[id] || !(option_rows[id].commands & other) || (option_rows[id].commands & own) ||
            id == OPTION_TIMEOUT || id == OPTION_QUIET)
            continue;
        return makes_folder ? usage_error("option '--%s' is for one document: -o FILE", option_rows[id].long_name)
                            : usage_error("option '--%s' is for a folder of PDFs: -o DIR/", option_rows[id].long_name);
    }
    if (makes_folder && arguments->given[OPTION_SERVE])
        return usage_error("option '--serve' is for one document: -o FILE");
    return true;
}

static bool can_be_watched(const Arguments *arguments)
{
    if (arguments->input_count == 0)
        return usage_error("'hspdf watch' wants inputs");
    const char *data = arguments->values[OPTION_DATA], *output = arguments->values[OPTION_OUTPUT];
    bool has_standard = (data && strcmp(data, "-") == 0) || (output && strcmp(output, "-") == 0);
    for (size_t i = 0; i < arguments->input_count; i++)
        has_standard |= strcmp(arguments->inputs[i], "-") == 0;
    return !has_standard || usage_error("'hspdf watch' reads and writes files, not standard input and output");
}

static int watch_document(Job *job, WatchOptions *options)
{
    char *output = NULL;
    int exit_status = choose_output(job->arguments, &output);
    if (exit_status != HSPDF_OK)
        return exit_status;
    exit_status = HSPDF_MACHINE;
    const char *slash = strrchr(output, '/');
    job->output = output;
    options->title = slash ? slash + 1 : output;
    options->run = run_document;
    options->can_be_replaced = true;
    job->engine = open_engine(job->arguments, job->program);
    if (job->engine)
        exit_status = watch_run(options);
    hspdf_engine_close(job->engine);
    free(output);
    return exit_status;
}

int watch_command(const Arguments *arguments, const char *program)
{
    bool makes_folder = is_folder(arguments->values[OPTION_OUTPUT]);
    Job job = {.arguments = arguments, .program = program};
    WatchOptions options = {
        .context = &job,
        .inputs = arguments->inputs,
        .input_count = arguments->input_count,
        .timeout_s = 120,
        .is_quiet = arguments->given[OPTION_QUIET],
        .serves = arguments->given[OPTION_SERVE],
    };
    if (!can_be_watched(arguments) || !options_fit(arguments, makes_folder) ||
        !take_number(arguments, OPTION_TIMEOUT, 1000000, &options.timeout_s))
        return HSPDF_USAGE;
    char *folder = NULL;
    if (!data_folder_find(program, &folder))
        return out_of_memory();
    options.data_folder = folder;
    if (makes_folder) {
        options.run = run_folder;
        options.has_trees = true;
        options.timeout_s = UINT_MAX; // each document has its own
    }
    int exit_status = makes_folder ? watch_run(&options) : watch_document(&job, &options);
    free(folder);
    return exit_status;
}
