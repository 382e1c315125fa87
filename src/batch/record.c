#include "record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool record_begin(Record *record, const char *name)
{
    *record = (Record){.name = name};
    if (!name)
        return true;
    size_t length = strlen(name);
    record->is_xml = length > 4 && strcmp(name + length - 4, ".xml") == 0;
    record->rows = tmpfile();
    return record->rows != NULL;
}

// ---- JSON: one document a line

static void add_json(Record *record, const Job *job, Outcome outcome, const Reply *reply, PacketReader *reader)
{
    FILE *rows = record->rows;
    fputs(record->count > 0 ? ",\n{\"input\":" : "{\"input\":", rows);
    print_json_string(rows, job->source);
    fputs(",\"output\":", rows);
    print_json_string(rows, job->output);
    fprintf(rows, ",\"outcome\":\"%s\",\"pages\":%u,\"cpu_us\":%u,\"bytes\":%llu,\"diagnostics\":[",
            outcome_name(outcome), reply->page_count, reply->microseconds, (unsigned long long)reply->output.size);
    for (uint32_t i = 0; i < reply->diagnostic_count; i++) {
        hspdf_diagnostic diagnostic = reply_take_diagnostic(reader);
        if (i > 0)
            putc(',', rows);
        print_json_diagnostic(rows, &diagnostic);
    }
    fputs("]}", rows);
}

static void json_head(FILE *out, const Summary *summary, int signal_number)
{
    const BatchOptions *options = summary->options;
    fputs("{\"format\":\"hspdf-report 1\",\"version\":", out);
    print_json_string(out, hspdf_version());
    fprintf(out, ",\"shard\":%u,\"shards\":%u,\"documents\":%zu", options->shard, options->shards, summary->total);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        fprintf(out, ",\"%s\":%zu", i == OUTCOME_NOT_REACHED ? "not_reached" : outcome_name((Outcome)i),
                summary->counts[i]);
    fprintf(out, ",\"removed\":%zu,\"warnings\":%zu,\"pages\":%zu,\"signal\":%d,\"results\":[\n", summary->removed,
            summary->warnings, summary->pages, signal_number);
}

// ---- JUnit: a document is a test case; its errors are the failure

static void add_xml(Record *record, const Job *job, Outcome outcome, const Reply *reply, PacketReader *reader)
{
    FILE *rows = record->rows;
    fputs("<testcase classname=\"hspdf\" name=\"", rows);
    print_xml_text(rows, job->source);
    fprintf(rows, "\" time=\"%.6f\">", reply->microseconds / 1e6);
    if (outcome == OUTCOME_UNCHANGED)
        fputs("<system-out>unchanged</system-out>", rows);
    if (outcome == OUTCOME_NOT_REACHED)
        fputs("<skipped message=\"not reached\"/>", rows);
    bool failed = outcome == OUTCOME_REFUSED || outcome == OUTCOME_FAILED;
    if (reply->diagnostic_count > 0) {
        fputs(failed ? "<failure message=\"" : "<system-err>", rows);
        if (failed)
            fprintf(rows, "%s\">", outcome_name(outcome));
        for (uint32_t i = 0; i < reply->diagnostic_count; i++) {
            hspdf_diagnostic diagnostic = reply_take_diagnostic(reader);
            print_xml_text(rows, diagnostic.file ? diagnostic.file : "hspdf");
            fprintf(rows, ":%u:%u: %s: ", diagnostic.line, diagnostic.column, severity_name(diagnostic.severity));
            print_xml_text(rows, diagnostic.message);
            fprintf(rows, " [%s]\n", diagnostic.code);
        }
        fputs(failed ? "</failure>" : "</system-err>", rows);
    }
    fputs("</testcase>\n", rows);
}

static void xml_head(FILE *out, const Summary *summary)
{
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite name=\"hspdf\" tests=\"%zu\" "
            "failures=\"%zu\" errors=\"0\" skipped=\"%zu\">\n",
            summary->total, summary->counts[OUTCOME_REFUSED] + summary->counts[OUTCOME_FAILED],
            summary->counts[OUTCOME_NOT_REACHED]);
}

// ---- both

void record_add(Record *record, const Job *job, Outcome outcome, const unsigned char *bytes, size_t length)
{
    if (!record->rows)
        return;
    PacketReader reader = {bytes, bytes + length, false};
    Reply reply = bytes ? reply_take(&reader) : (Reply){0};
    for (uint32_t i = 0; i < reply.file_count; i++)
        reply_take_file(&reader);
    (record->is_xml ? add_xml : add_json)(record, job, outcome, &reply, &reader);
    record->count++;
}

static int copy_rows(FILE *rows, FILE *out)
{
    char buffer[16 * 1024];
    rewind(rows);
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, rows)) > 0;)
        fwrite(buffer, 1, got, out);
    return ferror(rows) ? EIO : 0;
}

static int write_whole(Record *record, const Summary *summary, int signal_number, const char *part)
{
    FILE *out = fopen(part, "wxe");
    if (!out)
        return errno;
    if (record->is_xml)
        xml_head(out, summary);
    else
        json_head(out, summary, signal_number);
    int error = copy_rows(record->rows, out);
    fputs(record->is_xml ? "</testsuite>\n</testsuites>\n" : "\n]}\n", out);
    if (!error && (fflush(out) != 0 || ferror(out)))
        error = errno ? errno : EIO;
    if (fclose(out) != 0 && !error)
        error = errno;
    if (!error && rename(part, record->name) != 0)
        error = errno;
    if (error)
        unlink(part);
    return error;
}

int record_end(Record *record, const Summary *summary, int signal_number)
{
    if (!record->rows)
        return 0;
    char *part = NULL;
    int error = ENOMEM;
    if (asprintf(&part, "%s.%ld.part", record->name, (long)getpid()) >= 0) {
        error = write_whole(record, summary, signal_number, part);
        free(part);
    }
    fclose(record->rows);
    return error;
}
