// Inputs to jobs. A folder stands for each *.md below it, in the order of their paths, byte by byte. What begins with a
// dot is hidden, and left out, folders too. A symbolic link to a file is the file; one to a folder is not followed, so
// that no loop and nothing outside is met; a folder that is given as an input may be a link.
//
// Names of outputs are made before anything is written, so that two inputs that would be one file are refused at once.
#include "plan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "digest.h"
#include "fail.h"
#include "names.h"
#include "packet.h"
#include "share.h"

static void add(Plan *plan, const char *source, const char *place)
{
    make_room(plan->jobs, plan->count, plan->capacity);
    plan->jobs[plan->count++] = (Job){.source = source, .place = place};
}

// ---- folders

typedef struct {
    const char **paths; // relative to the folder that was given; "" is itself
    size_t count, capacity;
} Folders;

static bool is_markdown(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > 3 && strcmp(name + length - 3, ".md") == 0;
}

typedef enum { ENTRY_OTHER, ENTRY_FILE, ENTRY_FOLDER } EntryKind;

static EntryKind entry_kind(int folder, const struct dirent *entry)
{
    struct stat info;
    if (entry->d_type == DT_REG)
        return ENTRY_FILE;
    if (entry->d_type == DT_DIR)
        return ENTRY_FOLDER;
    if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
        return ENTRY_OTHER;
    if (fstatat(folder, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(info.st_mode))
        return ENTRY_FOLDER;
    return fstatat(folder, entry->d_name, &info, 0) == 0 && S_ISDIR(info.st_mode) ? ENTRY_OTHER : ENTRY_FILE;
}

static int list_folder(Plan *plan, const char *base, const char *inner, Folders *folders)
{
    const char *path = *inner ? store_format(&plan->store, "%s/%s", base, inner) : base;
    DIR *folder = opendir(path);
    if (!folder)
        return fail(errno == ENOENT ? HSPDF_REFUSED : HSPDF_MACHINE, "cannot read folder '%s': %s", path,
                    strerror(errno));
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        bool may_be_text = is_markdown(entry->d_name);
        if (!may_be_text && entry->d_type == DT_REG)
            continue;
        EntryKind kind = entry_kind(dirfd(folder), entry);
        const char *place = store_format(&plan->store, "%s%s%s", inner, *inner ? "/" : "", entry->d_name);
        if (kind == ENTRY_FOLDER) {
            make_room(folders->paths, folders->count, folders->capacity);
            folders->paths[folders->count++] = place;
        } else if (kind == ENTRY_FILE && may_be_text) {
            add(plan, store_format(&plan->store, "%s/%s", strcmp(base, "/") == 0 ? "" : base, place), place);
        }
    }
    closedir(folder);
    return 0;
}

static int compare_sources(const void *a, const void *b)
{
    return strcmp(((const Job *)a)->source, ((const Job *)b)->source);
}

static int add_folder(Plan *plan, const char *path)
{
    size_t length = strlen(path), first = plan->count;
    while (length > 1 && path[length - 1] == '/')
        length--;
    const char *base = store_text(&plan->store, path, length);
    Folders folders = {0};
    int status = list_folder(plan, base, "", &folders);
    while (status == 0 && folders.count > 0)
        status = list_folder(plan, base, folders.paths[--folders.count], &folders);
    free(folders.paths);
    if (plan->count > first)
        qsort(plan->jobs + first, plan->count - first, sizeof *plan->jobs, compare_sources);
    return status;
}

// ---- files, patterns, lists

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static int add_file(Plan *plan, const char *base, const char *path)
{
    const char *place = last_name(path);
    if (base) {
        size_t length = strlen(base);
        while (length > 0 && base[length - 1] == '/')
            length--;
        if (strncmp(path, base, length) != 0 || path[length] != '/')
            return fail(HSPDF_USAGE, "'%s' does not lie below --base=%s", path, base);
        place = path + length + strspn(path + length, "/");
    }
    if (!*place)
        return fail(HSPDF_USAGE, "'%s' is no name of a file", path);
    add(plan, store_text(&plan->store, path, strlen(path)), store_text(&plan->store, place, strlen(place)));
    return 0;
}

static int add_path(Plan *plan, const BatchOptions *options, const char *path)
{
    struct stat info;
    if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
        return add_folder(plan, path);
    return add_file(plan, options->base, path);
}

static int add_pattern(Plan *plan, const BatchOptions *options, const char *pattern)
{
    struct stat info;
    if (lstat(pattern, &info) == 0 || !strpbrk(pattern, "*?["))
        return add_path(plan, options, pattern);
    glob_t found;
    int result = glob(pattern, 0, NULL, &found);
    int status = 0;
    if (result == GLOB_NOMATCH)
        status = fail(HSPDF_REFUSED, "nothing matches '%s'", pattern);
    else if (result != 0)
        status = fail(HSPDF_MACHINE, "cannot look for '%s'", pattern);
    for (size_t i = 0; result == 0 && status == 0 && i < found.gl_pathc; i++)
        status = add_path(plan, options, found.gl_pathv[i]);
    if (result == 0)
        globfree(&found);
    return status;
}

// Names end with NUL where there is one in the list, else with lines.
static int add_list(Plan *plan, const BatchOptions *options)
{
    bool is_standard = strcmp(options->files_from, "-") == 0;
    FILE *list = is_standard ? stdin : fopen(options->files_from, "re");
    if (!list)
        return fail(HSPDF_MACHINE, "cannot read '%s': %s", options->files_from, strerror(errno));
    char *text = NULL;
    size_t length = 0, capacity = 0;
    for (size_t got = 1; got > 0; length += got) {
        if (capacity - length < 4096)
            text = grow(text, capacity = 2 * capacity + 64 * 1024, 1);
        got = fread(text + length, 1, capacity - length - 1, list);
    }
    int status = ferror(list) ? fail(HSPDF_MACHINE, "cannot read '%s'", options->files_from) : 0;
    if (!is_standard)
        fclose(list);
    char end = memchr(text, '\0', length) ? '\0' : '\n';
    for (char *at = text; status == 0 && at < text + length;) {
        char *stop = memchr(at, end, (size_t)(text + length - at));
        stop = stop ? stop : text + length;
        *stop = '\0';
        if (end == '\n' && stop > at && stop[-1] == '\r')
            stop[-1] = '\0';
        if (*at)
            status = add_path(plan, options, at);
        at = stop + 1;
    }
    free(text);
    return status;
}

// ---- names

typedef struct {
    const char *output;
    size_t job;
} Named;

static int compare_named(const void *a, const void *b)
{
    const Named *left = a, *right = b;
    int order = strcmp(left->output, right->output);
    return order ? order : left->job < right->job ? -1 : 1;
}

// An input that stands twice is done once, at its first place; two that would be one file are refused.
static int refuse_doubles(Plan *plan)
{
    Named *named = grow(NULL, plan->count, sizeof *named);
    for (size_t i = 0; i < plan->count; i++)
        named[i] = (Named){plan->jobs[i].output, i};
    qsort(named, plan->count, sizeof *named, compare_named);
    int status = 0;
    for (size_t i = 1; i < plan->count; i++) {
        Job *before = &plan->jobs[named[i - 1].job], *job = &plan->jobs[named[i].job];
        if (strcmp(named[i - 1].output, named[i].output) != 0)
            continue;
        if (strcmp(before->source, job->source) == 0) {
            job->output = NULL;
            named[i].job = named[i - 1].job;
        } else {
            status = fail(HSPDF_USAGE, "'%s' and '%s' would both be written to '%s'; nothing was written",
                          before->source, job->source, named[i].output);
        }
    }
    free(named);
    size_t kept = 0;
    for (size_t i = 0; i < plan->count; i++) {
        if (plan->jobs[i].output)
            plan->jobs[kept++] = plan->jobs[i];
    }
    plan->count = kept;
    return status;
}

// Names and not contents are hashed, so that a text that is changed stays in its shard.
static void take_shard(Plan *plan, Share share)
{
    Digest *digests = grow(NULL, plan->count + 1, sizeof *digests);
    for (size_t i = 0; i < plan->count; i++)
        digests[i] = digest_of(plan->jobs[i].output, strlen(plan->jobs[i].output));
    bool *is_ours = share_take(share, digests, plan->count);
    size_t kept = 0;
    for (size_t i = 0; i < plan->count; i++) {
        if (is_ours[i])
            plan->jobs[kept++] = plan->jobs[i];
    }
    plan->count = kept;
    free(is_ours);
    free(digests);
}

static int name_all(Plan *plan, const BatchOptions *options)
{
    int status = 0;
    for (size_t i = 0; i < plan->count && status == 0; i++)
        status = name_output(&plan->store, options, plan->jobs[i].source, plan->jobs[i].place, &plan->jobs[i].output);
    return status;
}

static void number_all(Plan *plan)
{
    Packet link = {0}; // a chain of hashes, since the names together may be long
    plan->mark = (PlanMark){.count = plan->count};
    for (size_t i = 0; i < plan->count; i++) {
        plan->jobs[i].number = i + 1;
        link.length = 0;
        packet_put(&link, plan->mark.digest.bytes, sizeof plan->mark.digest.bytes);
        packet_put_text(&link, plan->jobs[i].output);
        plan->mark.digest = digest_of(link.bytes, link.length);
    }
    free(link.bytes);
}

static int plan_files(Plan *plan, const BatchOptions *options)
{
    int status = 0;
    for (size_t i = 0; i < options->input_count && status == 0; i++)
        status = add_pattern(plan, options, options->inputs[i]);
    if (status == 0 && options->files_from)
        status = add_list(plan, options);
    if (status == 0 && plan->count == 0)
        status = fail(HSPDF_REFUSED, "there is no *.md among the inputs");
    if (status == 0 && plan->count >= UINT32_MAX)
        status = fail(HSPDF_USAGE, "too many inputs");
    if (status == 0)
        status = name_all(plan, options);
    if (status == 0)
        status = refuse_doubles(plan);
    if (status == 0)
        number_all(plan);
    if (status == 0 && options->share.shards > 0)
        take_shard(plan, options->share);
    return status;
}

int plan_make(Plan *plan, const BatchOptions *options, hspdf_engine *engine)
{
    *plan = (Plan){0};
    if (!options->data)
        return plan_files(plan, options);
    int status = records_open(&plan->records, options, engine);
    if (status == 0) {
        plan->count = records_count(plan->records);
        plan->mark = records_mark(plan->records);
    }
    return status;
}

void plan_tell(Plan *plan, Reporter *reporter)
{
    if (plan->records)
        records_tell(plan->records, reporter);
}

int plan_status(const Plan *plan)
{
    return plan->records ? records_status(plan->records) : 0;
}

bool plan_next(Plan *plan, Job *job)
{
    if (plan->records)
        return records_next(plan->records, job);
    if (plan->next == plan->count)
        return false;
    *job = plan->jobs[plan->next++];
    return true;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool plan_has_source(Plan *plan, const char *path)
{
    if (plan->records)
        return strcmp(path, records_source(plan->records)) == 0;
    if (!plan->sources) {
        plan->sources = grow(NULL, plan->count + 1, sizeof *plan->sources);
        for (size_t i = 0; i < plan->count; i++)
            plan->sources[i] = plan->jobs[i].source;
        qsort(plan->sources, plan->count, sizeof *plan->sources, compare_names);
    }
    return bsearch(&path, plan->sources, plan->count, sizeof *plan->sources, compare_names);
}

void plan_clear(Plan *plan)
{
    records_close(plan->records);
    free(plan->jobs);
    free(plan->sources);
    store_clear(&plan->store);
    *plan = (Plan){0};
}
