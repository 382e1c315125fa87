// Plan, lock, compile, tell, note, prune, save.
//
// Replies come in any order and are told in that of the input: each waits, packed, until all before it were told. A job
// whose inputs and output are as the manifest has them is answered from there, with the diagnostics of its time.
#include "batch.h"

#include <errno.h>
#include <fcntl.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cores.h"
#include "deliver.h"
#include "manifest.h"
#include "pool.h"
#include "program.h"
#include "record.h"

// How much may wait to be told, so that one slow document does not gather the messages of all behind it.
enum { WAITING_BYTES_MAX = 64 * 1024 * 1024, FAILURES_NAMED_MAX = 100 };

typedef struct {
    const unsigned char *reply; // NULL: not done, or told
    size_t length;
    bool is_unchanged, is_owned;
} Waiting;

typedef struct {
    const BatchOptions *options;
    Plan plan;
    Manifest manifest;
    Digest program;
    Waiting *waiting;
    size_t waiting_bytes;
    size_t next; // job to be looked at
    size_t told; // jobs that were told
    Outcome *outcomes;
    Reporter reporter;
    Summary summary;
    Record record;
    FILE *rules; // of the depfile, in memory; NULL: none
    char *rules_text;
    size_t rules_size;
    bool machine_failed;
} Run;

// ---- telling

static Outcome outcome_of(const Run *run, const Waiting *waiting, ReplyStatus status)
{
    (void)run;
    if (waiting->is_unchanged)
        return OUTCOME_UNCHANGED;
    return status == REPLY_WRITTEN ? OUTCOME_WRITTEN : status == REPLY_REFUSED ? OUTCOME_REFUSED : OUTCOME_FAILED;
}

static void tell(Run *run, size_t job)
{
    Waiting *waiting = &run->waiting[job];
    PacketReader reader = {waiting->reply, waiting->reply + waiting->length, false};
    Reply reply = reply_take(&reader);
    if (run->rules && reply.status == REPLY_WRITTEN)
        depfile_target(run->rules, run->options->output, run->plan.jobs[job].output);
    for (uint32_t i = 0; i < reply.file_count; i++) {
        ReplyFile file = reply_take_file(&reader);
        if (run->rules && reply.status == REPLY_WRITTEN && file.found)
            depfile_input(run->rules, file.path);
    }
    if (run->rules && reply.status == REPLY_WRITTEN)
        putc('\n', run->rules);
    Outcome outcome = outcome_of(run, waiting, reply.status);
    run->outcomes[job] = outcome;
    run->machine_failed |= outcome == OUTCOME_FAILED;
    run->summary.counts[outcome]++;
    run->summary.pages += reply.page_count;
    for (uint32_t i = 0; i < reply.diagnostic_count; i++) {
        hspdf_diagnostic diagnostic = reply_take_diagnostic(&reader);
        run->summary.warnings += diagnostic.severity == HSPDF_WARNING;
        if (run->options->is_quiet && diagnostic.severity != HSPDF_ERROR)
            continue;
        summary_hide_progress(&run->summary);
        report(&run->reporter, &diagnostic);
    }
    if (run->options->is_verbose && run->options->format == REPORT_TEXT) {
        summary_hide_progress(&run->summary);
        fprintf(stderr, "%s ", outcome_name(outcome));
        print_visible(stderr, run->plan.jobs[job].output);
        putc('\n', stderr);
    }
    record_add(&run->record, &run->plan.jobs[job], outcome, waiting->reply, waiting->length);
    run->waiting_bytes -= waiting->length;
    if (waiting->is_owned)
        free((unsigned char *)waiting->reply);
    waiting->reply = NULL;
}

static void tell_what_is_next(Run *run)
{
    while (run->told < run->plan.count && run->waiting[run->told].reply)
        tell(run, run->told++);
}

static void keep_waiting(Run *run, size_t job, Waiting waiting)
{
    run->waiting[job] = waiting;
    run->waiting_bytes += waiting.length;
}

// ---- what the pool asks

static bool next_job(void *context, uint32_t *job)
{
    Run *run = context;
    while (run->next < run->plan.count && run->waiting_bytes < WAITING_BYTES_MAX) {
        size_t at = run->next++;
        const Job *candidate = &run->plan.jobs[at];
        const ManifestEntry *entry = NULL;
        if (!run->options->is_forced && !run->options->use_system_fonts) {
            Digest key = output_key(&run->program, candidate->source);
            entry = manifest_find_unchanged(&run->manifest, candidate->output, &key);
        }
        if (!entry) {
            *job = (uint32_t)at;
            return true;
        }
        keep_waiting(run, at, (Waiting){entry->reply, entry->reply_length, .is_unchanged = true});
        tell_what_is_next(run);
    }
    return false;
}

static void job_done(void *context, uint32_t job, unsigned char *bytes, size_t length)
{
    Run *run = context;
    PacketReader reader = {bytes, bytes + length, false};
    if (reply_take(&reader).status == REPLY_WRITTEN) {
        Digest key = output_key(&run->program, run->plan.jobs[job].source);
        manifest_note(&run->manifest, run->plan.jobs[job].output, &key, bytes, length);
    }
    keep_waiting(run, job, (Waiting){bytes, length, .is_owned = true});
    tell_what_is_next(run);
}

static void tick(void *context)
{
    Run *run = context;
    summary_tick(&run->summary);
}

static bool open_engine(void *context, WorkerSetup *setup)
{
    Run *run = context;
    char message[512];
    setup->engine =
        hspdf_engine_open(run->options->data_folder, run->options->use_system_fonts, message, sizeof message);
    if (!setup->engine)
        fail(HSPDF_MACHINE, "%s", message);
    return setup->engine != NULL;
}

// ---- the end

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef struct {
    const char **names;
    size_t count;
    Run *run;
} SourceNames;

static bool is_source(void *context, const char *path)
{
    SourceNames *sources = context;
    return sources->count > 0 && bsearch(&path, sources->names, sources->count, sizeof *sources->names, compare_names);
}

static void tell_removed(void *context, const char *output)
{
    SourceNames *sources = context;
    if (!sources->run->options->is_verbose || sources->run->options->format != REPORT_TEXT)
        return;
    fputs("removed ", stderr);
    print_visible(stderr, output);
    putc('\n', stderr);
}

static void prune(Run *run)
{
    SourceNames sources = {.count = run->plan.count, .run = run};
    sources.names = grow(NULL, run->plan.count + 1, sizeof *sources.names);
    for (size_t i = 0; i < run->plan.count; i++)
        sources.names[i] = run->plan.jobs[i].source;
    if (sources.count > 0)
        qsort(sources.names, sources.count, sizeof *sources.names, compare_names);
    manifest_keep(&run->manifest, run->plan.jobs, run->plan.count);
    run->summary.removed = manifest_prune(&run->manifest, is_source, &sources, tell_removed);
    free(sources.names);
}

static void name_failures(const Run *run)
{
    size_t failures = run->summary.counts[OUTCOME_REFUSED] + run->summary.counts[OUTCOME_FAILED], named = 0;
    if (run->options->format != REPORT_TEXT)
        return;
    for (size_t i = 0; i < run->plan.count && named < FAILURES_NAMED_MAX; i++) {
        if (run->outcomes[i] != OUTCOME_REFUSED && run->outcomes[i] != OUTCOME_FAILED)
            continue;
        fprintf(stderr, "%s: ", outcome_name(run->outcomes[i]));
        print_visible(stderr, run->plan.jobs[i].source);
        putc('\n', stderr);
        named++;
    }
    if (failures > named)
        fprintf(stderr, "and %zu more, which --report lists\n", failures - named);
}

static int exit_status(const Run *run, PoolEnd end, int signal_number)
{
    if (end == POOL_INTERRUPTED)
        return 128 + signal_number;
    if (end == POOL_BROKEN || run->machine_failed)
        return HSPDF_MACHINE;
    return run->summary.counts[OUTCOME_REFUSED] > 0 ? HSPDF_REFUSED : HSPDF_OK;
}

static int write_rules(Run *run, const char *part)
{
    FILE *file = fopen(part, "wxe");
    if (!file)
        return errno;
    bool is_written = fwrite(run->rules_text, 1, run->rules_size, file) == run->rules_size;
    is_written = fclose(file) == 0 && is_written;
    int error = is_written && rename(part, run->options->depfile) == 0 ? 0 : errno ? errno : EIO;
    if (error)
        unlink(part);
    return error;
}

static void end_depfile(Run *run)
{
    char *part = NULL;
    if (!run->rules)
        return;
    int error = fclose(run->rules) == 0 && asprintf(&part, "%s.%ld.part", run->options->depfile, (long)getpid()) >= 0
                    ? write_rules(run, part)
                    : ENOMEM;
    if (error) {
        run->machine_failed = true;
        fail(HSPDF_MACHINE, "cannot write '%s': %s", run->options->depfile, strerror(error));
    }
    free(part);
    free(run->rules_text);
}

static int finish(Run *run, PoolEnd end, int signal_number)
{
    // What was done behind what was not is told too.
    for (size_t i = run->told; i < run->plan.count; i++) {
        if (run->waiting[i].reply) {
            tell(run, i);
        } else {
            run->outcomes[i] = OUTCOME_NOT_REACHED;
            run->summary.counts[OUTCOME_NOT_REACHED]++;
            record_add(&run->record, &run->plan.jobs[i], OUTCOME_NOT_REACHED, NULL, 0);
        }
    }
    summary_hide_progress(&run->summary);
    if (run->options->prunes && end == POOL_DONE)
        prune(run);
    int error = manifest_save(&run->manifest);
    if (error) {
        run->machine_failed = true;
        report_output_failure(&run->reporter, run->options->output, error);
    }
    report_end(&run->reporter);
    error = record_end(&run->record, &run->summary, signal_number);
    if (error) {
        run->machine_failed = true;
        fail(HSPDF_MACHINE, "cannot write '%s': %s", run->options->report, strerror(error));
    }
    end_depfile(run);
    name_failures(run);
    summary_end(&run->summary, signal_number);
    return exit_status(run, end, signal_number);
}

// ---- the whole

static int run_locked(Run *run, int out)
{
    size_t count = run->plan.count;
    run->waiting = grow(NULL, count + 1, sizeof *run->waiting);
    memset(run->waiting, 0, (count + 1) * sizeof *run->waiting);
    run->outcomes = grow(NULL, count + 1, sizeof *run->outcomes);
    if (!record_begin(&run->record, run->options->report))
        return fail(HSPDF_MACHINE, "cannot make a temporary file: %s", strerror(errno));
    if (run->options->depfile)
        run->rules = open_memstream(&run->rules_text, &run->rules_size);
    report_begin(&run->reporter, stderr, run->options->format, run->options->has_colors);
    summary_begin(&run->summary, run->options, count);
    run->program = program_digest(run->options);
    WorkerSetup setup = {.options = run->options, .plan = &run->plan, .out = out};
    PoolWork work = {run, next_job, job_done, tick, open_engine};
    unsigned workers = run->options->workers ? run->options->workers : cores_usable();
    int signal_number = 0;
    PoolEnd end = pool_run(&setup, &work, workers, &signal_number);
    int status = finish(run, end, signal_number);
    hspdf_engine_close(setup.engine);
    return status;
}

static int make_folder(const char *path)
{
    char *copy = strdup(path);
    if (!copy)
        return ENOMEM;
    int error = 0;
    for (char *slash = strchr(copy + 1, '/'); slash && !error; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        error = mkdir(copy, 0777) == 0 || errno == EEXIST ? 0 : errno;
        *slash = '/';
    }
    if (!error)
        error = mkdir(copy, 0777) == 0 || errno == EEXIST ? 0 : errno;
    free(copy);
    return error;
}

static int run_planned(Run *run)
{
    const char *name = run->options->output;
    int error = make_folder(name);
    int out = error ? -1 : open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (out < 0)
        return fail(HSPDF_MACHINE, "cannot write in '%s': %s", name, strerror(error ? error : errno));
    int status = manifest_open(&run->manifest, out, name, run->options->shard, run->options->shards);
    if (status == 0)
        status = run_locked(run, out);
    manifest_close(&run->manifest);
    close(out);
    return status;
}

int batch_run(const BatchOptions *options)
{
    Run run = {.options = options, .manifest = {.lock = -1, .journal = -1}};
    int status = plan_make(&run.plan, options);
    if (status == 0 && run.plan.whole_count == 0)
        status = fail(HSPDF_REFUSED, "there is no *.md among the inputs");
    if (status == 0)
        status = run_planned(&run);
    free(run.waiting);
    free(run.outcomes);
    plan_clear(&run.plan);
    return status;
}
