#include "records.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "fail.h"
#include "names.h"
#include "share.h"
#include "store.h"

enum { DIGITS_LEAST = 4, NAME_HASH_BYTES = 16 };

struct Records {
    const BatchOptions *options;
    hspdf_engine *engine;
    const char *name; // of the data, for messages
    char path[PATH_MAX];
    FILE *spool; // of data that can be read once only; NULL: none
    hspdf_data *data;
    hspdf_front *front; // of the text, for names
    int digits;
    Digest *digests; // by record
    bool *is_ours;
    size_t count, capacity, ours;
    size_t next;
    int status;
};

// A name's hash, and the line of the record that has it.
typedef struct {
    unsigned char hash[NAME_HASH_BYTES];
    uint32_t number, line;
} NameHash;

typedef struct {
    NameHash *items;
    size_t count, capacity;
} NameHashes;

// ---- reading

// What comes by a pipe is kept in a file without a name while the run lasts.
static int spool(Records *records)
{
    bool is_standard = strcmp(records->options->data, "-") == 0;
    struct stat info;
    records->name = is_standard ? "<stdin>" : records->options->data;
    snprintf(records->path, sizeof records->path, "%s", records->options->data);
    if (!is_standard && (stat(records->path, &info) != 0 || !(S_ISFIFO(info.st_mode) || S_ISCHR(info.st_mode))))
        return 0;
    FILE *from = is_standard ? stdin : fopen(records->path, "re");
    records->spool = from ? tmpfile() : NULL;
    int error = records->spool ? 0 : errno;
    char buffer[16 * 1024];
    for (size_t got; !error && (got = fread(buffer, 1, sizeof buffer, from)) > 0;)
        error = fwrite(buffer, 1, got, records->spool) == got ? 0 : errno;
    if (!error && (ferror(from) || fflush(records->spool) != 0))
        error = errno ? errno : EIO;
    if (from && !is_standard)
        fclose(from);
    if (!error)
        snprintf(records->path, sizeof records->path, "/proc/self/fd/%d", fileno(records->spool));
    return error ? fail(HSPDF_MACHINE, "cannot read '%s': %s", records->name, strerror(error)) : 0;
}

static int open_data(Records *records)
{
    records->data = hspdf_data_open(records->engine, records->path);
    return records->data ? 0 : fail(HSPDF_MACHINE, "out of memory");
}

static Digest record_digest(const Records *records)
{
    size_t size;
    const void *record = hspdf_data_record(records->data, &size);
    return digest_of(record, size);
}

// "patients.csv:7"
static void record_name(const Records *records, char name[PATH_MAX])
{
    snprintf(name, PATH_MAX, "%s:%zu", records->name, hspdf_data_line(records->data));
}

static int output_name(const Records *records, char name[PATH_MAX])
{
    char source[PATH_MAX];
    record_name(records, source);
    NameOf of = {.options = records->options,
                 .source = source,
                 .place = records->options->inputs[0],
                 .front = records->front,
                 .data = records->data,
                 .digits = records->digits};
    return records->options->name ? name_by_template(&of, name) : name_by_number(&of, name);
}

// ---- the first pass

static int compare_hashes(const void *a, const void *b)
{
    const NameHash *left = a, *right = b;
    int order = memcmp(left->hash, right->hash, sizeof left->hash);
    return order ? order : (left->number > right->number) - (left->number < right->number);
}

// By lines, since names are made of what the data say.
static int refuse_doubles(const Records *records, NameHashes *names)
{
    if (names->count > 0)
        qsort(names->items, names->count, sizeof *names->items, compare_hashes);
    for (size_t i = 1; i < names->count; i++) {
        const NameHash *before = &names->items[i - 1], *name = &names->items[i];
        if (memcmp(before->hash, name->hash, sizeof name->hash) == 0)
            return fail(HSPDF_USAGE,
                        "%s: the records in lines %u and %u would both be written to one file; nothing was "
                        "written",
                        records->name, before->line, name->line);
    }
    return 0;
}

static int add_record(Records *records, NameHashes *names)
{
    char name[PATH_MAX];
    make_room(records->digests, records->count, records->capacity);
    records->digests[records->count++] = record_digest(records);
    if (!records->options->name)
        return 0; // numbers differ
    int status = output_name(records, name);
    Digest hash = digest_of(name, status == 0 ? strlen(name) : 0);
    make_room(names->items, names->count, names->capacity);
    NameHash *added = &names->items[names->count++];
    *added = (NameHash){.number = (uint32_t)records->count, .line = (uint32_t)hspdf_data_line(records->data)};
    memcpy(added->hash, hash.bytes, sizeof added->hash);
    return status;
}

static int first_pass(Records *records)
{
    NameHashes names = {0};
    int status = open_data(records);
    records->digits = DIGITS_LEAST;
    while (status == 0 && records->count < UINT32_MAX && hspdf_data_next(records->data))
        status = add_record(records, &names);
    if (status == 0)
        status = (int)hspdf_data_status(records->data);
    if (status == 0)
        status = refuse_doubles(records, &names);
    free(names.items);
    return status;
}

static int one_text(const BatchOptions *options)
{
    struct stat info;
    if (options->input_count != 1 || options->files_from)
        return fail(HSPDF_USAGE, "--data fills one text: name one input");
    const char *text = options->inputs[0];
    if (strcmp(text, "-") == 0 || (stat(text, &info) == 0 && S_ISDIR(info.st_mode)))
        return fail(HSPDF_USAGE, "--data fills one text: '%s' is no file", text);
    return stat(text, &info) == 0 ? 0 : fail(HSPDF_REFUSED, "cannot read '%s': %s", text, strerror(errno));
}

int records_open(Records **out, const BatchOptions *options, hspdf_engine *engine)
{
    int status = one_text(options);
    if (status != 0)
        return status;
    Records *records = *out = grow(NULL, 1, sizeof *records);
    *records = (Records){.options = options, .engine = engine};
    status = spool(records);
    if (status == 0 && options->name)
        records->front = hspdf_front_open(options->inputs[0]);
    if (status == 0)
        status = first_pass(records);
    if (status != 0)
        return status;
    for (size_t most = records->count; most >= 10000; most /= 10)
        records->digits++;
    records->is_ours = share_take(options->share, records->digests, records->count);
    for (size_t i = 0; i < records->count; i++)
        records->ours += records->is_ours[i];
    return 0;
}

PlanMark records_mark(const Records *records)
{
    return (PlanMark){records->count, digest_of(records->digests, records->count * sizeof *records->digests)};
}

size_t records_count(const Records *records)
{
    return records->ours;
}

void records_tell(Records *records, Reporter *reporter)
{
    for (size_t i = 0; records->data && i < hspdf_data_diagnostic_count(records->data); i++) {
        hspdf_diagnostic diagnostic = hspdf_data_diagnostic_at(records->data, i);
        diagnostic.file = records->name;
        report(reporter, &diagnostic);
    }
    hspdf_data_close(records->data);
    records->data = NULL;
}

// ---- the second pass

// One piece of memory: texts, then the record.
static void fill_job(const Records *records, Job *job, const char *output)
{
    char name[PATH_MAX];
    size_t size;
    const void *record = hspdf_data_record(records->data, &size);
    record_name(records, name);
    size_t name_size = strlen(name) + 1, output_size = strlen(output) + 1;
    char *owned = grow(NULL, name_size + output_size + size + 1, 1);
    memcpy(owned, name, name_size);
    memcpy(owned + name_size, output, output_size);
    memcpy(owned + name_size + output_size, record, size);
    *job = (Job){.number = hspdf_data_number(records->data),
                 .source = records->options->inputs[0],
                 .output = owned + name_size,
                 .record_name = owned,
                 .record_line = hspdf_data_line(records->data),
                 .record = owned + name_size + output_size,
                 .record_size = size,
                 .owned = owned};
}

static int step(Records *records, Job *job)
{
    char output[PATH_MAX];
    if (!records->data && open_data(records) != 0)
        return HSPDF_MACHINE;
    bool is_same = hspdf_data_next(records->data);
    if (is_same) {
        Digest digest = record_digest(records);
        is_same = digest_equal(&digest, &records->digests[records->next]);
    }
    if (!is_same)
        return fail(HSPDF_MACHINE, "'%s' changed while it was read", records->name);
    int status = output_name(records, output);
    if (status == 0)
        fill_job(records, job, output);
    return status;
}

bool records_next(Records *records, Job *job)
{
    if (records->status != 0 || records->next == records->count)
        return false;
    records->status = step(records, job);
    if (records->status != 0)
        return false;
    job->is_other_shards = !records->is_ours[records->next++];
    return true;
}

int records_status(const Records *records)
{
    return records->status;
}

const char *records_source(const Records *records)
{
    return records->options->inputs[0];
}

void records_close(Records *records)
{
    if (!records)
        return;
    hspdf_data_close(records->data);
    hspdf_front_close(records->front);
    if (records->spool)
        fclose(records->spool);
    free(records->digests);
    free(records->is_ours);
    free(records);
}
