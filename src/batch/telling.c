#include "telling.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

enum { FAILURES_NAMED_MAX = 100 };

bool telling_begin(Telling *telling, const BatchOptions *options, const Plan *plan)
{
    *telling = (Telling){.options = options};
    if (!report_file_begin(&telling->report, options->report, &plan->mark) || !rules_begin(&telling->rules, options))
        return false;
    report_begin(&telling->reporter, stderr, options->format, options->has_colors);
    summary_begin(&telling->summary, options, plan->count);
    return true;
}

// ---- one job

static Outcome outcome_of(ReplyStatus status, bool is_unchanged)
{
    if (is_unchanged)
        return OUTCOME_UNCHANGED;
    return status == REPLY_WRITTEN ? OUTCOME_WRITTEN : status == REPLY_REFUSED ? OUTCOME_REFUSED : OUTCOME_FAILED;
}

// A text is the same for all records: the message says which one was set.
static void tell_diagnostic(Telling *telling, const Job *job, hspdf_diagnostic diagnostic)
{
    char *message = NULL;
    telling->summary.warnings += diagnostic.severity == HSPDF_WARNING;
    if (telling->options->is_quiet && diagnostic.severity != HSPDF_ERROR)
        return;
    if (job->record_name && !repeats_take(&telling->repeats, &diagnostic))
        return;
    if (job->record_name && asprintf(&message, "%s (%s)", diagnostic.message, job->record_name) >= 0)
        diagnostic.message = message;
    summary_hide_progress(&telling->summary);
    report(&telling->reporter, &diagnostic);
    free(message);
}

static void tell_line(Telling *telling, const char *what, const char *name)
{
    if (!telling->options->is_verbose || telling->options->format != REPORT_TEXT)
        return;
    summary_hide_progress(&telling->summary);
    fprintf(stderr, "%s ", what);
    print_visible(stderr, name);
    putc('\n', stderr);
}

static void note_failure(Telling *telling, const Job *job, Outcome outcome)
{
    if (telling->failure_count == FAILURES_NAMED_MAX)
        return;
    make_room(telling->failures, telling->failure_count, telling->failure_capacity);
    const char *record = job->record_name ? job->record_name : "";
    telling->failures[telling->failure_count++] =
        store_format(&telling->store, "%s: %s%s%s", outcome_name(outcome), job->source, *record ? ", " : "", record);
}

void tell(Telling *telling, const Job *job, const unsigned char *bytes, size_t length, bool is_unchanged)
{
    PacketReader reader = {bytes, bytes + length, false};
    Reply reply = bytes ? reply_take(&reader) : (Reply){0};
    Outcome outcome = bytes ? outcome_of(reply.status, is_unchanged) : OUTCOME_NOT_REACHED;
    for (uint32_t i = 0; i < reply.file_count; i++) {
        ReplyFile file = reply_take_file(&reader);
        if (telling->options->saw)
            telling->options->saw(telling->options->saw_context, file.path);
    }
    for (uint32_t i = 0; i < reply.diagnostic_count; i++)
        tell_diagnostic(telling, job, reply_take_diagnostic(&reader));
    telling->summary.counts[outcome]++;
    telling->summary.pages += reply.page_count;
    telling->machine_failed |= outcome == OUTCOME_FAILED;
    if (outcome == OUTCOME_REFUSED || outcome == OUTCOME_FAILED)
        note_failure(telling, job, outcome);
    if (bytes) {
        tell_line(telling, outcome_name(outcome), job->output);
        rules_add(&telling->rules, job, bytes, length);
    }
    report_file_add(&telling->report, job, outcome, bytes, length);
}

// ---- the rest

void tell_output_failure(Telling *telling, const char *name, int error)
{
    telling->machine_failed = true;
    summary_hide_progress(&telling->summary);
    report_output_failure(&telling->reporter, name, error);
}

void tell_removed(Telling *telling, const char *output)
{
    tell_line(telling, "removed", output);
    telling->summary.removed++;
}

static void name_failures(const Telling *telling)
{
    if (telling->options->format != REPORT_TEXT)
        return;
    for (size_t i = 0; i < telling->failure_count; i++) {
        print_visible(stderr, telling->failures[i]);
        putc('\n', stderr);
    }
    size_t failures = telling->summary.counts[OUTCOME_REFUSED] + telling->summary.counts[OUTCOME_FAILED];
    if (failures > telling->failure_count)
        fprintf(stderr, "and %zu more, which --report lists\n", failures - telling->failure_count);
}

static void file_failed(Telling *telling, const char *name, int error)
{
    if (error == 0)
        return;
    telling->machine_failed = true;
    fail(HSPDF_MACHINE, "cannot write '%s': %s", name, strerror(error));
}

void telling_end(Telling *telling, int signal_number)
{
    summary_hide_progress(&telling->summary);
    repeats_tell(&telling->repeats, &telling->reporter, telling->options->is_quiet);
    report_end(&telling->reporter);
    file_failed(telling, telling->options->report, report_file_end(&telling->report, &telling->summary, signal_number));
    file_failed(telling, telling->options->depfile, rules_end(&telling->rules));
    name_failures(telling);
    summary_end(&telling->summary, signal_number);
    free(telling->failures);
    repeats_clear(&telling->repeats);
    store_clear(&telling->store);
}
