#include "summary.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"

enum { TERMINAL_MS = 100, LOG_MS = 30000 };

const char *outcome_name(Outcome outcome)
{
    static const char *const names[] = {[OUTCOME_WRITTEN] = "written",
                                        [OUTCOME_UNCHANGED] = "unchanged",
                                        [OUTCOME_REFUSED] = "refused",
                                        [OUTCOME_FAILED] = "failed",
                                        [OUTCOME_NOT_REACHED] = "not reached"};
    return names[outcome];
}

void summary_begin(Summary *summary, const BatchOptions *options, size_t total)
{
    const char *terminal = getenv("TERM");
    *summary = (Summary){.options = options, .total = total, .started_ms = clock_ms()};
    summary->told_ms = summary->started_ms;
    summary->is_terminal = isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}

void summary_hide_progress(Summary *summary)
{
    if (summary->has_line)
        fputs("\r\x1b[K", stderr);
    summary->has_line = false;
}

static void print_time(double seconds)
{
    if (seconds < 100)
        fprintf(stderr, "%.0f s", seconds);
    else if (seconds < 6000)
        fprintf(stderr, "%.0f min", seconds / 60);
    else
        fprintf(stderr, "%.1f h", seconds / 3600);
}

void summary_tick(Summary *summary)
{
    int64_t now = clock_ms();
    bool is_machine_read = summary->options->format != REPORT_TEXT;
    if (summary->options->is_quiet || is_machine_read ||
        now - summary->told_ms < (summary->is_terminal ? TERMINAL_MS : LOG_MS))
        return;
    summary->told_ms = now;
    size_t done = summary->under_way / 2;
    for (int i = 0; i < OUTCOME_NOT_REACHED; i++)
        done += summary->counts[i];
    double seconds = (double)(now - summary->started_ms) / 1000;
    double rate = seconds > 0 ? (double)done / seconds : 0;
    size_t failures = summary->counts[OUTCOME_REFUSED] + summary->counts[OUTCOME_FAILED];
    summary_hide_progress(summary);
    fprintf(stderr, "%zu of %zu, %.0f/s, ", done, summary->total, rate);
    if (rate > 0)
        print_time((double)(summary->total - done) / rate);
    else
        putc('?', stderr);
    fprintf(stderr, " left, %zu failed", failures);
    if (!summary->is_terminal)
        putc('\n', stderr);
    summary->has_line = summary->is_terminal;
    fflush(stderr);
}

void summary_end(Summary *summary, int signal_number)
{
    summary_hide_progress(summary);
    size_t failures = summary->counts[OUTCOME_REFUSED] + summary->counts[OUTCOME_FAILED];
    bool is_machine_read = summary->options->format != REPORT_TEXT;
    if (is_machine_read || (summary->options->is_quiet && failures == 0 && signal_number == 0))
        return;
    fprintf(stderr, "hspdf: %zu of %zu written", summary->counts[OUTCOME_WRITTEN], summary->total);
    for (int i = OUTCOME_UNCHANGED; i < OUTCOME_COUNT; i++) {
        if (summary->counts[i] > 0)
            fprintf(stderr, ", %zu %s", summary->counts[i], outcome_name((Outcome)i));
    }
    if (summary->removed > 0)
        fprintf(stderr, ", %zu removed", summary->removed);
    if (summary->warnings > 0)
        fprintf(stderr, ", %zu warning%s", summary->warnings, summary->warnings == 1 ? "" : "s");
    fprintf(stderr, ", %.1f s", (double)(clock_ms() - summary->started_ms) / 1000);
    if (signal_number)
        fprintf(stderr, "; stopped by signal %d (%s)", signal_number, sigdescr_np(signal_number));
    putc('\n', stderr);
}
