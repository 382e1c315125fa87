#include "report_file.h"

#include <stdio.h>
#include <string.h>

bool report_file_begin(ReportFile *report, const char *name, const PlanMark *plan)
{
    *report = (ReportFile){.name = name, .plan = *plan};
    if (!name)
        return true;
    size_t length = strlen(name);
    report->is_xml = length > 4 && strcmp(name + length - 4, ".xml") == 0;
    report->rows = tmpfile();
    return report->rows != NULL;
}

// ---- JSON: one document a line

static void add_json(ReportFile *report, const Job *job, Outcome outcome, const Reply *reply, PacketReader *reader)
{
    FILE *rows = report->rows;
    fprintf(rows, "%s{\"number\":%zu,\"input\":", report->count > 0 ? ",\n" : "", job->number);
    print_json_string(rows, job->source);
    fputs(",\"output\":", rows);
    print_json_string(rows, job->output);
    if (job->record_name)
        fprintf(rows, ",\"record_line\":%zu", job->record_line);
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

static void json_head(FILE *out, const Summary *summary, const PlanMark *plan, int signal_number)
{
    ReportHead head = {.share = summary->options->share,
                       .plan = *plan,
                       .documents = summary->total,
                       .removed = summary->removed,
                       .warnings = summary->warnings,
                       .pages = summary->pages,
                       .signal = (size_t)signal_number};
    memcpy(head.counts, summary->counts, sizeof head.counts);
    report_head_write(out, &head);
}

// ---- JUnit: a document is a test case; its errors are the failure

static void add_xml(ReportFile *report, const Job *job, Outcome outcome, const Reply *reply, PacketReader *reader)
{
    FILE *rows = report->rows;
    fputs("<testcase classname=\"hspdf\" name=\"", rows);
    print_xml_text(rows, job->source);
    if (job->record_name) {
        fputs(", ", rows);
        print_xml_text(rows, job->record_name);
    }
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

void report_file_add(ReportFile *report, const Job *job, Outcome outcome, const unsigned char *bytes, size_t length)
{
    if (!report->rows)
        return;
    PacketReader reader = {bytes, bytes + length, false};
    Reply reply = bytes ? reply_take(&reader) : (Reply){0};
    for (uint32_t i = 0; i < reply.file_count; i++)
        reply_take_file(&reader);
    (report->is_xml ? add_xml : add_json)(report, job, outcome, &reply, &reader);
    report->count++;
}

typedef struct {
    const ReportFile *report;
    const Summary *summary;
    int signal_number;
} Whole;

static int fill_whole(FILE *out, void *context)
{
    const Whole *whole = context;
    bool is_xml = whole->report->is_xml;
    if (is_xml)
        xml_head(out, whole->summary);
    else
        json_head(out, whole->summary, &whole->report->plan, whole->signal_number);
    int error = copy_file(whole->report->rows, out);
    fputs(is_xml ? "</testsuite>\n</testsuites>\n" : REPORT_TAIL, out);
    return error;
}

int report_file_end(ReportFile *report, const Summary *summary, int signal_number)
{
    if (!report->rows)
        return 0;
    Whole whole = {report, summary, signal_number};
    int error = replace_file(report->name, fill_whole, &whole);
    fclose(report->rows);
    return error;
}
