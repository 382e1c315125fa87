// One function goes over all members, and writes or reads them, so that both agree.
#include "report_head.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    FILE *out;      // NULL: it is read
    const char *at; // NULL: it is none
} Pass;

static void literal(Pass *pass, const char *text)
{
    size_t length = strlen(text);
    if (pass->out)
        fputs(text, pass->out);
    else if (pass->at)
        pass->at = strncmp(pass->at, text, length) == 0 ? pass->at + length : NULL;
}

static void name(Pass *pass, const char *key)
{
    literal(pass, ",\"");
    literal(pass, key);
    literal(pass, "\":");
}

static void number(Pass *pass, const char *key, size_t *value)
{
    name(pass, key);
    if (pass->out) {
        fprintf(pass->out, "%zu", *value);
    } else if (pass->at) {
        char *end;
        *value = strtoull(pass->at, &end, 10);
        pass->at = end > pass->at && *pass->at != '-' ? end : NULL;
    }
}

static void unsigned_number(Pass *pass, const char *key, unsigned *value)
{
    size_t wide = *value;
    number(pass, key, &wide);
    *value = (unsigned)wide;
}

static void digest(Pass *pass, const char *key, Digest *value)
{
    name(pass, key);
    literal(pass, "\"");
    for (size_t i = 0; i < sizeof value->bytes; i++) {
        if (pass->out) {
            fprintf(pass->out, "%02x", value->bytes[i]);
        } else if (pass->at) {
            char digits[] = {pass->at[0], pass->at[0] ? pass->at[1] : '\0', '\0'}, *end;
            value->bytes[i] = (unsigned char)strtoul(digits, &end, 16);
            pass->at = end == digits + 2 ? pass->at + 2 : NULL;
        }
    }
    literal(pass, "\"");
}

// The version tells people who wrote it; any is read.
static void version(Pass *pass)
{
    name(pass, "version");
    if (pass->out)
        print_json_string(pass->out, hspdf_version());
    else if (pass->at)
        pass->at = *pass->at == '"' ? strchr(pass->at + 1, '"') : NULL;
    if (!pass->out && pass->at)
        pass->at++;
}

static void go_over(Pass *pass, ReportHead *head)
{
    literal(pass, "{\"format\":\"hspdf-report 2\"");
    version(pass);
    unsigned_number(pass, "shard", &head->share.shard);
    unsigned_number(pass, "shards", &head->share.shards);
    number(pass, "plan_documents", &head->plan.count);
    digest(pass, "plan", &head->plan.digest);
    number(pass, "documents", &head->documents);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        number(pass, i == OUTCOME_NOT_REACHED ? "not_reached" : outcome_name((Outcome)i), &head->counts[i]);
    number(pass, "removed", &head->removed);
    number(pass, "warnings", &head->warnings);
    number(pass, "pages", &head->pages);
    number(pass, "signal", &head->signal);
    literal(pass, ",\"results\":[\n");
}

void report_head_write(FILE *out, const ReportHead *head)
{
    ReportHead copy = *head;
    go_over(&(Pass){.out = out}, &copy);
}

size_t report_head_read(const char *text, ReportHead *head)
{
    Pass pass = {.at = text};
    *head = (ReportHead){.documents = 0};
    go_over(&pass, head);
    return pass.at ? (size_t)(pass.at - text) : 0;
}
