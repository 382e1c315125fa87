// Plan, lock, compile, tell, note, prune, save.
//
// Replies come in any order and are told in that of the input: each waits, packed, until all before it were told. A job
// whose inputs and output are as the manifest has them is answered from there, with the diagnostics of its time.
//
// Of the jobs only those are in memory that were begun and not told, so that records may be many.
#include "batch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cores.h"
#include "fail.h"
#include "manifest.h"
#include "merge.h"
#include "order.h"
#include "plan.h"
#include "pool.h"
#include "program.h"
#include "queue.h"
#include "readable.h"
#include "telling.h"

// How much may wait to be told, so that one slow document does not gather all behind it.
enum { WAITING_BYTES_MAX = 64 * 1024 * 1024, WAITING_JOBS_MAX = 100000 };

typedef struct {
    const BatchOptions *options;
    hspdf_engine *engine;    // NULL until it is needed
    hspdf_request *readable; // NULL until the first worker
    Plan plan;
    Manifest manifest;
    Digest program;
    Queue queue;
    Telling telling;
} Run;

static void tell_what_is_next(Run *run)
{
    while (run->queue.first < run->queue.end) {
        Pending *pending = queue_at(&run->queue, run->queue.first);
        if (!pending->reply)
            return;
        tell(&run->telling, &pending->job, pending->reply, pending->length, pending->is_unchanged);
        queue_drop_first(&run->queue);
    }
}

// The next job of this shard; false where there is none.
static bool take_job(Run *run, Job *job)
{
    while (plan_next(&run->plan, job)) {
        if (!job->is_other_shards)
            return true;
        manifest_keep(&run->manifest, job->output); // which may be another's now, in the same place
        job_clear(job);
    }
    return false;
}

// ---- what the pool asks

static bool next_job(void *context, uint32_t *number, Packet *order)
{
    Run *run = context;
    Job job;
    while (run->queue.bytes < WAITING_BYTES_MAX && run->queue.end - run->queue.first < WAITING_JOBS_MAX &&
           take_job(run, &job)) {
        size_t at = queue_add(&run->queue, &job), length;
        unsigned char *reply = NULL;
        manifest_keep(&run->manifest, job.output);
        if (!run->options->is_forced && !run->options->use_system_fonts) {
            Digest key = output_key(&run->program, &job);
            reply = manifest_find_unchanged(&run->manifest, job.output, &key, &length);
        }
        if (!reply) {
            *number = (uint32_t)at;
            order_put(order, *number, &job);
            return true;
        }
        queue_reply(&run->queue, at, reply, length, /*is_unchanged*/ true);
        tell_what_is_next(run);
    }
    return false;
}

static void job_done(void *context, uint32_t number, unsigned char *bytes, size_t length)
{
    Run *run = context;
    const Job *job = &queue_at(&run->queue, number)->job;
    PacketReader reader = {bytes, bytes + length, false};
    if (reply_take(&reader).status == REPLY_WRITTEN) {
        Digest key = output_key(&run->program, job);
        manifest_note(&run->manifest, job->output, &key, bytes, length);
    }
    queue_reply(&run->queue, number, bytes, length, /*is_unchanged*/ false);
    tell_what_is_next(run);
}

static void job_lost(void *context, uint32_t number, const char *code, const char *message)
{
    Run *run = context;
    Packet packet = {0};
    reply_put(&packet, &(Reply){.job = number, .status = REPLY_REFUSED, .diagnostic_count = 1});
    reply_put_diagnostic(&packet, &(hspdf_diagnostic){.file = queue_at(&run->queue, number)->job.source,
                                                      .severity = HSPDF_ERROR,
                                                      .code = code,
                                                      .message = message});
    job_done(run, number, packet.bytes, packet.length);
}

static void tick(void *context)
{
    Run *run = context;
    summary_tick(&run->telling.summary);
}

static bool open_engine(Run *run)
{
    char message[512];
    if (!run->engine)
        run->engine =
            hspdf_engine_open(run->options->data_folder, run->options->use_system_fonts, message, sizeof message);
    if (!run->engine)
        fail(HSPDF_MACHINE, "%s", message);
    return run->engine != NULL;
}

static bool start_worker(void *context, WorkerSetup *setup)
{
    Run *run = context;
    if (!open_engine(run))
        return false;
    run->readable = readable_request(run->options, &run->plan);
    setup->engine = run->engine;
    setup->readable = run->readable;
    if (!run->readable)
        fail(HSPDF_MACHINE, "out of memory");
    return run->readable != NULL;
}

// ---- the end

static bool is_source(void *context, const char *path)
{
    return plan_has_source(&((Run *)context)->plan, path);
}

static void was_removed(void *context, const char *output)
{
    tell_removed(&((Run *)context)->telling, output);
}

static int exit_status(const Run *run, PoolEnd end, int signal_number)
{
    if (end == POOL_INTERRUPTED)
        return 128 + signal_number;
    if (end == POOL_BROKEN || run->telling.machine_failed)
        return HSPDF_MACHINE;
    return run->telling.summary.counts[OUTCOME_REFUSED] > 0 ? HSPDF_REFUSED : HSPDF_OK;
}

// What was done behind what was not is told too.
static void tell_the_rest(Run *run)
{
    Job job;
    while (run->queue.first < run->queue.end) {
        Pending *pending = queue_at(&run->queue, run->queue.first);
        tell(&run->telling, &pending->job, pending->reply, pending->length, pending->is_unchanged);
        queue_drop_first(&run->queue);
    }
    while (take_job(run, &job)) {
        tell(&run->telling, &job, NULL, 0, /*is_unchanged*/ false);
        job_clear(&job);
    }
    run->telling.machine_failed |= plan_status(&run->plan) != 0;
}

static int finish(Run *run, PoolEnd end, int signal_number)
{
    tell_the_rest(run);
    if (run->options->prunes && end == POOL_DONE && plan_status(&run->plan) == 0)
        manifest_prune(&run->manifest, is_source, run, was_removed);
    int error = manifest_save(&run->manifest);
    if (error)
        tell_output_failure(&run->telling, run->options->output, error);
    telling_end(&run->telling, signal_number);
    return exit_status(run, end, signal_number);
}

// ---- the whole

static int run_locked(Run *run, int out)
{
    if (!telling_begin(&run->telling, run->options, &run->plan))
        return fail(HSPDF_MACHINE, "cannot make a temporary file: %s", strerror(errno));
    plan_tell(&run->plan, &run->telling.reporter);
    run->program = program_digest(run->options);
    WorkerSetup setup = {.options = run->options, .out = out};
    PoolWork work = {run, next_job, job_done, job_lost, tick, start_worker};
    unsigned workers = run->options->workers ? run->options->workers : cores_usable();
    int signal_number = 0;
    PoolEnd end = pool_run(&setup, &work, workers, &signal_number);
    return finish(run, end, signal_number);
}

static int run_planned(Run *run)
{
    const char *name = run->options->output;
    int error = make_folder(name);
    int out = error ? -1 : open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (out < 0)
        return fail(HSPDF_MACHINE, "cannot write in '%s': %s", name, strerror(error ? error : errno));
    int status = manifest_open(&run->manifest, out, name, run->options->share);
    if (status == 0)
        status = run_locked(run, out);
    manifest_close(&run->manifest);
    close(out);
    return status;
}

static void tell_refused_data(Run *run)
{
    Reporter reporter;
    report_begin(&reporter, stderr, run->options->format, run->options->has_colors);
    plan_tell(&run->plan, &reporter);
    report_end(&reporter);
}

int batch_run(const BatchOptions *options)
{
    Run run = {.options = options, .manifest = {.lock = -1, .manifest = -1, .journal = -1}};
    int kinds = HSPDF_CONFINES_FILES | HSPDF_CONFINES_CALLS;
    if (options->sandbox == SANDBOX_STRICT && hspdf_confinement() != kinds)
        return fail(HSPDF_MACHINE, "this kernel lacks Landlock or seccomp, which --sandbox=strict wants");
    if (options->data && !open_engine(&run))
        return HSPDF_MACHINE;
    int status = plan_make(&run.plan, options, run.engine);
    if (status == 0 && options->merge)
        status = merge_run(&run.plan, options, run.engine);
    else if (status == 0)
        status = run_planned(&run);
    else
        tell_refused_data(&run);
    queue_clear(&run.queue);
    plan_clear(&run.plan);
    hspdf_request_close(run.readable);
    hspdf_engine_close(run.engine);
    return status;
}
