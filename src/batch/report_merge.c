// Reports of shards become one, whose rows are in the order of the input, as if one run had done all.
//
// A report knows of how many documents its job was, and a hash of what they are called, so reports of different jobs
// are not mixed; each row has its document's number in the job. So what is in no report is known by number, and by
// shard. Rows are copied as they are: only where each lies is in memory.
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch.h"
#include "fail.h"
#include "report_head.h"
#include "store.h"

typedef struct {
    const char *name;
    char *text; // mapped
    size_t size;
    ReportHead head;
} ReportText;

typedef struct {
    size_t number; // of the document
    const char *text;
    size_t length;
} Row;

typedef struct {
    ReportText *reports;
    size_t count;
    Row *rows;
    size_t row_count, row_capacity;
    ReportHead whole;
    size_t faults;
} Joining;

// ---- reading

static int map(ReportText *report)
{
    struct stat info;
    int file = open(report->name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0 || fstat(file, &info) != 0 || S_ISDIR(info.st_mode))
        return file < 0 ? errno : EISDIR;
    report->size = (size_t)info.st_size;
    // Private and writable, for a NUL behind the last byte that is needed.
    void *text = report->size > 0 ? mmap(NULL, report->size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0) : MAP_FAILED;
    int error = text != MAP_FAILED ? 0 : report->size > 0 ? errno : EINVAL;
    close(file);
    report->text = error ? NULL : text;
    return error;
}

static int not_a_report(const ReportText *report)
{
    return fail(HSPDF_REFUSED, "'%s' is no whole report of 'hspdf batch --report' in JSON, of this version",
                report->name);
}

// "{"number":17,…}" and a comma behind all but the last.
static int read_rows(Joining *joining, const ReportText *report, size_t start)
{
    static const char row_start[] = "{\"number\":";
    const char *at = report->text + start, *end = report->text + report->size - strlen(REPORT_TAIL);
    size_t count = 0;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        if (strncmp(at, row_start, strlen(row_start)) != 0)
            return not_a_report(report);
        size_t number = strtoull(at + strlen(row_start), NULL, 10);
        make_room(joining->rows, joining->row_count, joining->row_capacity);
        joining->rows[joining->row_count++] = (Row){number, at, (size_t)(stop - at) - (stop[-1] == ',')};
        count++;
        at = stop + 1;
    }
    return count == report->head.documents ? 0 : not_a_report(report);
}

static int read_report(Joining *joining, ReportText *report)
{
    size_t tail = strlen(REPORT_TAIL);
    int error = map(report);
    if (error == EINVAL)
        return not_a_report(report);
    if (error)
        return fail(error == ENOENT ? HSPDF_REFUSED : HSPDF_MACHINE, "cannot read '%s': %s", report->name,
                    strerror(error));
    if (report->size <= tail || memcmp(report->text + report->size - tail, REPORT_TAIL, tail) != 0)
        return not_a_report(report);
    report->text[report->size - 1] = '\0';
    size_t start = report_head_read(report->text, &report->head);
    // Without rows the line end before the tail is that of the head.
    if (start == 0 || start > report->size || report->head.share.shards > SHARDS_MAX)
        return not_a_report(report);
    return report->head.documents > 0 ? read_rows(joining, report, start) : 0;
}

// ---- what is missing

static void take_head(ReportHead *whole, const ReportHead *head)
{
    for (int i = 0; i < OUTCOME_COUNT; i++)
        whole->counts[i] += head->counts[i];
    whole->documents += head->documents;
    whole->removed += head->removed;
    whole->warnings += head->warnings;
    whole->pages += head->pages;
    whole->signal = whole->signal ? whole->signal : head->signal;
}

static int check_jobs(const Joining *joining)
{
    const ReportText *first = &joining->reports[0];
    for (size_t i = 1; i < joining->count; i++) {
        const ReportText *report = &joining->reports[i];
        if (report->head.share.shards != first->head.share.shards ||
            report->head.plan.count != first->head.plan.count ||
            !digest_equal(&report->head.plan.digest, &first->head.plan.digest))
            return fail(HSPDF_REFUSED, "'%s' and '%s' are not of one job: their inputs or shards differ", first->name,
                        report->name);
    }
    return 0;
}

static void find_shards(Joining *joining)
{
    unsigned shards = joining->reports[0].head.share.shards;
    const char **names = grow(NULL, (size_t)shards + 1, sizeof *names);
    memset(names, 0, ((size_t)shards + 1) * sizeof *names);
    for (size_t i = 0; i < joining->count; i++) {
        const ReportText *report = &joining->reports[i];
        unsigned shard = report->head.share.shard <= shards ? report->head.share.shard : 0;
        if (names[shard]) {
            fail(0, "'%s' and '%s' are both of shard %u of %u", names[shard], report->name, shard, shards);
            joining->faults++;
        }
        names[shard] = report->name;
    }
    for (unsigned shard = 1; shard <= shards; shard++) {
        if (names[shard])
            continue;
        fail(0, "there is no report of shard %u of %u", shard, shards);
        joining->faults++;
    }
    free(names);
}

static void say_missing(Joining *joining, size_t first, size_t last)
{
    if (first > last)
        return;
    if (first == last)
        fail(0, "document %zu of %zu is in no report", first, joining->whole.plan.count);
    else
        fail(0, "documents %zu to %zu of %zu are in no report", first, last, joining->whole.plan.count);
    joining->faults++;
}

static int compare_rows(const void *a, const void *b)
{
    const Row *left = a, *right = b;
    if (left->number != right->number)
        return left->number < right->number ? -1 : 1;
    return (left->text > right->text) - (left->text < right->text);
}

// The rows are in order.
static void find_documents(Joining *joining)
{
    size_t last = 0;
    for (size_t i = 0; i < joining->row_count; i++) {
        size_t number = joining->rows[i].number;
        if (number == last) {
            fail(0, "document %zu is in two reports", number);
            joining->faults++;
        }
        say_missing(joining, last + 1, number - 1);
        last = number;
    }
    say_missing(joining, last + 1, joining->whole.plan.count);
}

// ---- writing

static int fill_whole(FILE *out, void *context)
{
    const Joining *joining = context;
    report_head_write(out, &joining->whole);
    for (size_t i = 0; i < joining->row_count; i++) {
        if (i > 0)
            fputs(",\n", out);
        fwrite(joining->rows[i].text, 1, joining->rows[i].length, out);
    }
    fputs(REPORT_TAIL, out);
    return 0;
}

static int join(Joining *joining, const char *output)
{
    int status = 0;
    for (size_t i = 0; i < joining->count && status == 0; i++) {
        status = read_report(joining, &joining->reports[i]);
        take_head(&joining->whole, &joining->reports[i].head);
    }
    if (status == 0)
        status = check_jobs(joining);
    if (status != 0)
        return status;
    joining->whole.plan = joining->reports[0].head.plan;
    if (joining->row_count > 0)
        qsort(joining->rows, joining->row_count, sizeof *joining->rows, compare_rows);
    find_shards(joining);
    find_documents(joining);
    int error = output ? replace_file(output, fill_whole, joining) : 0;
    if (error)
        return fail(HSPDF_MACHINE, "cannot write '%s': %s", output, strerror(error));
    const size_t *counts = joining->whole.counts;
    size_t failures = counts[OUTCOME_REFUSED] + counts[OUTCOME_FAILED] + counts[OUTCOME_NOT_REACHED];
    return joining->faults + failures > 0 ? HSPDF_REFUSED : HSPDF_OK;
}

static void summarize(const Joining *joining)
{
    fprintf(stderr, "hspdf: %zu of %zu documents reported", joining->row_count, joining->whole.plan.count);
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        if (joining->whole.counts[i] > 0)
            fprintf(stderr, ", %zu %s", joining->whole.counts[i], outcome_name((Outcome)i));
    }
    putc('\n', stderr);
}

int batch_merge_reports(char **reports, size_t count, const char *output)
{
    Joining joining = {.count = count};
    joining.reports = grow(NULL, count, sizeof *joining.reports);
    for (size_t i = 0; i < count; i++)
        joining.reports[i] = (ReportText){.name = reports[i]};
    int status = join(&joining, output);
    if (joining.whole.plan.count > 0)
        summarize(&joining);
    for (size_t i = 0; i < count; i++) {
        if (joining.reports[i].text)
            munmap(joining.reports[i].text, joining.reports[i].size);
    }
    free(joining.reports);
    free(joining.rows);
    return status;
}
