// Letters of records in one file: first all are looked at, then all are added. A letter with errors is told, and then
// there is no file: one that lacks a letter looks like a whole one.
//
// Here no workers are needed, since layouts can not be sent from process to process. Jobs wait with their records, some
// hundred bytes each, so that the data are not read again.
#include "merge.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "fail.h"
#include "queue.h"
#include "request.h"

typedef struct {
    const BatchOptions *options;
    hspdf_merge *merge;
    Telling telling;
    Queue queue;
    size_t refused;
    bool machine_failed;
} Merging;

typedef hspdf_result *Compile(Merging *merging, hspdf_request *request, const Job *job);

static hspdf_result *look(Merging *merging, hspdf_request *request, const Job *job)
{
    (void)job;
    return hspdf_merge_look(merging->merge, request);
}

// What its own file would be called.
static hspdf_result *add(Merging *merging, hspdf_request *request, const Job *job)
{
    size_t length = strlen(job->output);
    if (length > 4 && strcmp(job->output + length - 4, ".pdf") == 0)
        length -= 4;
    char *label = strndup(job->output, length);
    hspdf_result *result = label ? hspdf_merge_add(merging->merge, request, label) : NULL;
    free(label);
    return result;
}

static void pack(Packet *packet, size_t number, const hspdf_result *result, int64_t started_ns)
{
    static const ReplyStatus statuses[] = {[HSPDF_OK] = REPLY_WRITTEN,
                                           [HSPDF_REFUSED] = REPLY_REFUSED,
                                           [HSPDF_USAGE] = REPLY_REFUSED,
                                           [HSPDF_MACHINE] = REPLY_UNREAD};
    Reply reply = {.job = (uint32_t)number, .status = statuses[hspdf_result_status(result)]};
    reply.page_count = (uint32_t)hspdf_result_page_count(result);
    reply.microseconds = (uint32_t)((clock_ns(CLOCK_PROCESS_CPUTIME_ID) - started_ns) / 1000);
    reply.diagnostic_count = (uint32_t)hspdf_result_diagnostic_count(result);
    reply_put(packet, &reply);
    for (size_t i = 0; i < reply.diagnostic_count; i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        reply_put_diagnostic(packet, &diagnostic);
    }
}

// False where the machine failed. Of the first reading only what is refused is kept to be told.
static bool compile(Merging *merging, size_t number, Compile *how, bool is_last)
{
    const Job *job = &queue_at(&merging->queue, number)->job;
    int64_t started_ns = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
    Order order = {0, job->source, job->output, job->record, job->record_size};
    hspdf_request *request = hspdf_request_open();
    hspdf_status status = request ? request_fill(request, merging->options, &order) : HSPDF_MACHINE;
    hspdf_result *result = status == HSPDF_OK ? how(merging, request, job) : NULL;
    hspdf_request_close(request);
    if (!result) {
        fail(HSPDF_MACHINE, "out of memory");
        return false;
    }
    bool is_fine = hspdf_result_status(result) == HSPDF_OK;
    merging->refused += !is_fine;
    if (is_last || !is_fine) {
        Packet packet = {0};
        pack(&packet, number, result, started_ns);
        queue_reply(&merging->queue, number, packet.bytes, packet.length, /*is_unchanged*/ false);
    }
    bool goes_on = hspdf_result_status(result) != HSPDF_MACHINE;
    hspdf_result_close(result);
    merging->telling.summary.under_way++;
    summary_tick(&merging->telling.summary);
    return goes_on;
}

static bool look_at_all(Merging *merging, Plan *plan)
{
    Job job;
    while (plan_next(plan, &job)) {
        if (job.is_other_shards) {
            job_clear(&job);
            continue;
        }
        if (!compile(merging, queue_add(&merging->queue, &job), look, /*is_last*/ false))
            return false;
    }
    return plan_status(plan) == 0;
}

// The file's name without folders and suffix.
static char *title_of(const char *name)
{
    const char *slash = strrchr(name, '/'), *stem = slash ? slash + 1 : name, *dot = strrchr(stem, '.');
    return strndup(stem, dot && dot > stem ? (size_t)(dot - stem) : strlen(stem));
}

static bool turn(Merging *merging)
{
    char *title = title_of(merging->options->merge);
    hspdf_request *request = hspdf_request_open();
    Order order = {0};
    hspdf_status status = title && request ? request_fill(request, merging->options, &order) : HSPDF_MACHINE;
    if (status == HSPDF_OK)
        status = hspdf_merge_turn(merging->merge, request, title);
    hspdf_request_close(request);
    free(title);
    if (status != HSPDF_OK)
        fail(HSPDF_MACHINE, "no memory for the fonts of all letters");
    return status == HSPDF_OK;
}

static bool add_all(Merging *merging)
{
    for (size_t i = 0; i < merging->queue.end; i++) {
        if (!compile(merging, i, add, /*is_last*/ true) || merging->refused > 0)
            return false;
    }
    return true;
}

typedef struct {
    const void *bytes;
    size_t size;
} Whole;

static int fill_file(FILE *out, void *context)
{
    const Whole *whole = context;
    errno = 0;
    if (fwrite(whole->bytes, 1, whole->size, out) != whole->size || fflush(out) != 0)
        return errno ? errno : EIO;
    return fsync(fileno(out)) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

// Gives an exit status.
static int write_file(Merging *merging)
{
    Whole whole;
    if (hspdf_merge_end(merging->merge, &whole.bytes, &whole.size) != HSPDF_OK)
        return fail(HSPDF_MACHINE, "the letters could not be put into one file");
    int error = replace_file(merging->options->merge, fill_file, &whole);
    if (error)
        tell_output_failure(&merging->telling, merging->options->merge, error);
    return error ? HSPDF_MACHINE : HSPDF_OK;
}

// What is fine in itself counts as not reached where there is no file.
static void tell_all(Merging *merging, Plan *plan, bool is_written)
{
    Job job;
    Queue *queue = &merging->queue;
    merging->telling.summary.under_way = 0;
    while (queue->first < queue->end) {
        Pending *pending = queue_at(queue, queue->first);
        PacketReader reader = {pending->reply, pending->reply + pending->length, false};
        bool is_told = pending->reply && (is_written || reply_take(&reader).status != REPLY_WRITTEN);
        Job told = pending->job;
        told.output = merging->options->merge;
        tell(&merging->telling, &told, is_told ? pending->reply : NULL, is_told ? pending->length : 0,
             /*is_unchanged*/ false);
        queue_drop_first(queue);
    }
    while (plan_next(plan, &job)) {
        if (!job.is_other_shards)
            tell(&merging->telling, &job, NULL, 0, /*is_unchanged*/ false);
        job_clear(&job);
    }
}

static int run(Merging *merging, Plan *plan)
{
    bool goes_on = look_at_all(merging, plan) && merging->refused == 0 && turn(merging) && add_all(merging);
    if (goes_on)
        return write_file(merging);
    return merging->refused > 0 ? HSPDF_REFUSED : HSPDF_MACHINE;
}

int merge_run(Plan *plan, const BatchOptions *options, hspdf_engine *engine)
{
    Merging merging = {.options = options, .merge = hspdf_merge_open(engine)};
    if (!merging.merge)
        return fail(HSPDF_MACHINE, "out of memory");
    if (!telling_begin(&merging.telling, options, plan)) {
        hspdf_merge_close(merging.merge);
        return fail(HSPDF_MACHINE, "cannot make a temporary file: %s", strerror(errno));
    }
    plan_tell(plan, &merging.telling.reporter);
    int status = plan->count > 0 ? run(&merging, plan) : HSPDF_REFUSED;
    tell_all(&merging, plan, status == HSPDF_OK);
    if (plan->count == 0)
        fail(status, "there is no record in this shard; nothing was written");
    telling_end(&merging.telling, /*signal_number*/ 0);
    if (status == HSPDF_REFUSED && plan->count > 0 && options->format == REPORT_TEXT)
        fail(status, "'%s' was not written, since it would lack letters", options->merge);
    queue_clear(&merging.queue);
    hspdf_merge_close(merging.merge);
    return merging.telling.machine_failed ? HSPDF_MACHINE : status;
}
