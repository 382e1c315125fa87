// Two files in the state folder, of one format: the manifest, put in place whole when a run ends, and the journal, to
// which each output is added as soon as it is there. A reader takes the manifest, then the journal; the last record of
// an output counts.
//
// In memory is only where each output's record lies, so that a hundred thousand of them are a few megabytes.
//
// The manifest is written after the file system was synced: what it lists survives a power failure. The journal is not
// synced; after another boot its outputs are compared by content.
#include "manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "fail.h"
#include "reply.h"

enum { LOCK_WAIT_MS = 3000, NAME_BYTES = 16 };

typedef struct {
    unsigned char name[NAME_BYTES]; // the output's, by the first bytes of its SHA-256
    uint64_t at;                    // of its record,
    uint32_t length;
    bool is_in_journal; // in the one file or the other
    bool is_kept;       // seen in this run, or still wanted
} Entry;

static int compare_entries(const void *a, const void *b)
{
    return memcmp(((const Entry *)a)->name, ((const Entry *)b)->name, NAME_BYTES);
}

static Entry entry_named(const char *output)
{
    Entry entry = {.at = 0};
    Digest digest = digest_of(output, strlen(output));
    memcpy(entry.name, digest.bytes, NAME_BYTES);
    return entry;
}

static Entry *find(const Manifest *manifest, const char *output)
{
    Entry wanted = entry_named(output);
    void *const *found = tfind(&wanted, &manifest->entries, compare_entries);
    return found ? *(Entry *const *)found : NULL;
}

static Entry *find_or_add(Manifest *manifest, const char *output)
{
    Entry wanted = entry_named(output);
    void *const *found = tfind(&wanted, &manifest->entries, compare_entries);
    if (found)
        return *(Entry *const *)found;
    Entry *entry = store_alloc(&manifest->store, sizeof *entry);
    *entry = wanted;
    tsearch(entry, &manifest->entries, compare_entries);
    return entry;
}

// ---- records of entries

// Into `packet`, from which `record` borrows. False where it can not be read any more.
static bool read_record(const Manifest *manifest, const Entry *entry, Packet *packet, ManifestRecord *record)
{
    int file = entry->is_in_journal ? manifest->journal : manifest->manifest;
    packet->length = 0;
    packet_room(packet, entry->length);
    packet->length = entry->length;
    for (size_t have = 0; have < entry->length;) {
        ssize_t got = pread(file, packet->bytes + have, entry->length - have, (off_t)(entry->at + have));
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        have += got > 0 ? (size_t)got : 0;
    }
    PacketReader reader = {packet->bytes, packet->bytes + packet->length, false};
    return manifest_record_take(&reader, record);
}

// A record that does not fit, on a full disk, costs what it saves, no more; what is cut off is taken back.
static void append_to_journal(Manifest *manifest, Entry *entry, const ManifestRecord *record)
{
    Packet packet = {0};
    manifest_record_put(&packet, record);
    manifest->is_changed = true;
    if (!manifest->journal_is_full && write_all(manifest->journal, packet.bytes, packet.length) == 0) {
        entry->at = manifest->journal_end;
        entry->length = (uint32_t)packet.length;
        entry->is_in_journal = true;
        manifest->journal_end += packet.length;
    } else if (!manifest->journal_is_full) {
        manifest->journal_is_full = ftruncate(manifest->journal, (off_t)manifest->journal_end) != 0;
    }
    free(packet.bytes);
}

// ---- reading

static void index_records(Manifest *manifest, const unsigned char *bytes, size_t size, bool is_journal)
{
    PacketReader reader = {bytes + MANIFEST_HEAD_BYTES, bytes + size, false};
    ManifestRecord record;
    for (const unsigned char *start = reader.at; start < reader.end && manifest_record_take(&reader, &record);
         start = reader.at) {
        Entry *entry = find_or_add(manifest, record.output);
        entry->at = (uint64_t)(start - bytes);
        entry->length = (uint32_t)(reader.at - start);
        entry->is_in_journal = is_journal;
    }
}

// Gives the open file, or -1.
static int index_file(Manifest *manifest, const char *kind, bool is_journal)
{
    char path[STATE_PATH_BYTES], head[MANIFEST_HEAD_BYTES];
    struct stat info;
    state_path(path, kind, manifest->share);
    int file = openat(manifest->out, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    size_t size = file >= 0 && fstat(file, &info) == 0 && info.st_size > MANIFEST_HEAD_BYTES ? (size_t)info.st_size : 0;
    unsigned char *bytes = size > 0 ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    if (bytes == MAP_FAILED)
        return file;
    manifest_head(head);
    if (memcmp(bytes, head, MANIFEST_FORMAT_BYTES) == 0)
        index_records(manifest, bytes, size, is_journal);
    if (is_journal)
        manifest->journal_is_of_old_boot = memcmp(bytes, head, sizeof head) != 0;
    munmap(bytes, size);
    return file;
}

static bool take_lock(Manifest *manifest)
{
    for (int waited = 0;; waited += 20) {
        if (flock(manifest->lock, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (waited >= LOCK_WAIT_MS)
            return false;
        nanosleep(&(struct timespec){.tv_nsec = 20 * 1000 * 1000}, NULL);
    }
}

static void remove_parts(const Manifest *manifest)
{
    char path[STATE_PATH_BYTES];
    for (unsigned worker = 0; worker < WORKERS_MAX; worker++) {
        part_path(path, manifest->share, worker);
        unlinkat(manifest->out, path, 0);
    }
}

static int journal_begin(Manifest *manifest)
{
    char path[STATE_PATH_BYTES], head[MANIFEST_HEAD_BYTES];
    state_path(path, "journal", manifest->share);
    if (manifest->journal >= 0)
        close(manifest->journal);
    manifest->journal =
        openat(manifest->out, path, O_RDWR | O_CREAT | O_APPEND | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (manifest->journal < 0)
        return errno;
    manifest_head(head);
    manifest->journal_end = sizeof head;
    manifest->journal_is_of_old_boot = false;
    return write_all(manifest->journal, head, sizeof head);
}

static void keep_nothing(void *node)
{
    (void)node;
}

static void forget_entries(Manifest *manifest)
{
    tdestroy(manifest->entries, keep_nothing); // the entries are the store's
    manifest->entries = NULL;
    if (manifest->manifest >= 0)
        close(manifest->manifest);
    manifest->manifest = -1;
}

// What a journal says that was left by a killed run goes into the manifest first.
static int open_locked(Manifest *manifest)
{
    remove_parts(manifest);
    manifest->from = path_from(&manifest->store, manifest->out);
    manifest->manifest = index_file(manifest, "manifest", /*is_journal*/ false);
    manifest->journal = index_file(manifest, "journal", /*is_journal*/ true);
    if (manifest->journal >= 0) {
        manifest->is_changed = true;
        int error = manifest_save(manifest);
        if (error)
            return error;
        forget_entries(manifest);
        manifest->manifest = index_file(manifest, "manifest", /*is_journal*/ false);
        manifest->is_changed = false;
    }
    return journal_begin(manifest);
}

int manifest_open(Manifest *manifest, int out, const char *out_name, Share share)
{
    char path[STATE_PATH_BYTES];
    *manifest = (Manifest){.out = out, .share = share, .lock = -1, .manifest = -1, .journal = -1};
    state_path(path, "lock", share);
    bool has_folder = mkdirat(out, STATE_FOLDER, 0777) == 0 || errno == EEXIST;
    if (has_folder)
        manifest->lock = openat(out, path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (manifest->lock < 0)
        return fail(HSPDF_MACHINE, "cannot write in '%s': %s", out_name, strerror(errno));
    if (!take_lock(manifest))
        return fail(HSPDF_MACHINE, "another 'hspdf batch' is writing to '%s'", out_name);
    int error = open_locked(manifest);
    return error ? fail(HSPDF_MACHINE, "cannot write in '%s': %s", out_name, strerror(error)) : 0;
}

// ---- what is unchanged

// Puts the reply into `renewed`, with the looks of today. False where something is not as it was.
static bool renew_reply(Manifest *manifest, const ManifestRecord *record, Packet *renewed, bool *looks_new)
{
    PacketReader reader = {record->reply, record->reply + record->reply_length, false};
    Reply reply = reply_take(&reader);
    if (!file_matches(manifest->out, record->output, &reply.output, looks_new))
        return false;
    reply_put(renewed, &reply);
    for (uint32_t i = 0; i < reply.file_count; i++) {
        ReplyFile file = reply_take_file(&reader);
        bool is_same = file.found ? input_matches(&manifest->looks, file.path, &file.state, looks_new)
                                  : faccessat(AT_FDCWD, file.path, F_OK, 0) != 0 && errno == ENOENT;
        if (!is_same)
            return false;
        reply_put_file(renewed, &file);
    }
    packet_put(renewed, reader.at, (size_t)(reader.end - reader.at));
    return true;
}

unsigned char *manifest_find_unchanged(Manifest *manifest, const char *output, const Digest *key, size_t *length)
{
    Entry *entry = find(manifest, output);
    Packet packet = {0}, renewed = {0};
    ManifestRecord record;
    bool looks_new = false;
    bool is_unchanged = entry && read_record(manifest, entry, &packet, &record) && digest_equal(&record.key, key) &&
                        strcmp(record.output, output) == 0 && strcmp(record.from, manifest->from) == 0 &&
                        renew_reply(manifest, &record, &renewed, &looks_new);
    if (is_unchanged && looks_new) {
        record.reply = renewed.bytes;
        record.reply_length = renewed.length;
        append_to_journal(manifest, entry, &record);
    }
    free(packet.bytes);
    if (!is_unchanged)
        free(renewed.bytes);
    else
        entry->is_kept = true;
    *length = renewed.length;
    return is_unchanged ? renewed.bytes : NULL;
}

void manifest_note(Manifest *manifest, const char *output, const Digest *key, const unsigned char *reply, size_t length)
{
    Entry *entry = find_or_add(manifest, output);
    entry->is_kept = true;
    ManifestRecord record = {*key, manifest->from, output, reply, length};
    append_to_journal(manifest, entry, &record);
}

void manifest_keep(Manifest *manifest, const char *output)
{
    Entry *entry = find(manifest, output);
    if (entry)
        entry->is_kept = true;
}

// ---- walking the tree: the C library's walks have no context, so the entries are listed first

typedef struct {
    Entry **items;
    size_t count, capacity;
} EntryList;

static void list_one(const void *node, VISIT visit, void *list)
{
    EntryList *entries = list;
    if (visit != postorder && visit != leaf)
        return;
    make_room(entries->items, entries->count, entries->capacity);
    entries->items[entries->count++] = *(Entry *const *)node;
}

static EntryList entry_list(const Manifest *manifest)
{
    EntryList list = {0};
    twalk_r(manifest->entries, list_one, &list);
    return list;
}

// ---- removing

static bool source_is_gone(const Manifest *manifest, const char *from, const char *source)
{
    char path[8192];
    struct stat info;
    int length = source[0] == '/' ? snprintf(path, sizeof path, "%s", source)
                                  : snprintf(path, sizeof path, "%s/%s", from, source);
    return length > 0 && (size_t)length < sizeof path && fstatat(manifest->out, path, &info, 0) != 0 && errno == ENOENT;
}

static bool remove_output(const Manifest *manifest, const char *output, const FileState *state)
{
    Digest digest;
    if (!digest_of_file(manifest->out, output, &digest))
        return errno == ENOENT;
    if (!digest_equal(&digest, &state->digest) || unlinkat(manifest->out, output, 0) != 0)
        return false;
    char *folder = strdup(output);
    for (char *slash; folder && (slash = strrchr(folder, '/'));) {
        *slash = '\0';
        if (unlinkat(manifest->out, folder, AT_REMOVEDIR) != 0)
            break;
    }
    free(folder);
    return true;
}

size_t manifest_prune(Manifest *manifest, bool (*is_source)(void *context, const char *path), void *context,
                      void (*removed)(void *context, const char *output))
{
    EntryList list = entry_list(manifest);
    Packet packet = {0};
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        ManifestRecord record;
        if (list.items[i]->is_kept || !read_record(manifest, list.items[i], &packet, &record))
            continue;
        PacketReader reader = {record.reply, record.reply + record.reply_length, false};
        Reply reply = reply_take(&reader);
        ReplyFile source = reply.file_count > 0 ? reply_take_file(&reader) : (ReplyFile){0};
        bool is_here = strcmp(record.from, manifest->from) == 0;
        bool is_stale = source.path && ((is_here && is_source(context, source.path)) ||
                                        source_is_gone(manifest, record.from, source.path));
        if (!is_stale || !remove_output(manifest, record.output, &reply.output))
            continue;
        removed(context, record.output);
        tdelete(list.items[i], &manifest->entries, compare_entries);
        manifest->is_changed = true;
        count++;
    }
    free(packet.bytes);
    free(list.items);
    return count;
}

// ---- saving

// Of an output that was written before another boot: whether it reached the disk, its look does not tell.
static void forget_look(ManifestRecord *record, Packet *copy)
{
    PacketReader reader = {record->reply, record->reply + record->reply_length, false};
    Reply reply = reply_take(&reader);
    reply.output.inode = 0;
    copy->length = 0;
    reply_put(copy, &reply);
    packet_put(copy, reader.at, (size_t)(reader.end - reader.at));
    record->reply = copy->bytes;
    record->reply_length = copy->length;
}

static int write_records(Manifest *manifest, int file)
{
    enum { FLUSH_BYTES = 256 * 1024 };
    Packet out = {0}, packet = {0}, forgotten = {0};
    char head[MANIFEST_HEAD_BYTES];
    manifest_head(head);
    packet_put(&out, head, sizeof head);
    EntryList list = entry_list(manifest);
    int error = 0;
    for (size_t i = 0; i < list.count && !error; i++) {
        ManifestRecord record;
        if (!read_record(manifest, list.items[i], &packet, &record))
            continue;
        if (list.items[i]->is_in_journal && manifest->journal_is_of_old_boot)
            forget_look(&record, &forgotten);
        manifest_record_put(&out, &record);
        if (out.length >= FLUSH_BYTES) {
            error = write_all(file, out.bytes, out.length);
            out.length = 0;
        }
    }
    error = error ? error : write_all(file, out.bytes, out.length);
    free(list.items);
    free(out.bytes);
    free(packet.bytes);
    free(forgotten.bytes);
    return error ? error : fsync(file) == 0 || errno == EINVAL ? 0 : errno;
}

static int write_manifest(Manifest *manifest)
{
    char part[STATE_PATH_BYTES], path[STATE_PATH_BYTES];
    part_path(part, manifest->share, 0);
    state_path(path, "manifest", manifest->share);
    int file = openat(manifest->out, part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return errno;
    int error = write_records(manifest, file);
    if (close(file) != 0 && !error)
        error = errno;
    if (!error && renameat(manifest->out, part, manifest->out, path) != 0)
        error = errno;
    if (error)
        unlinkat(manifest->out, part, 0);
    return error;
}

int manifest_save(Manifest *manifest)
{
    char journal[STATE_PATH_BYTES];
    state_path(journal, "journal", manifest->share);
    if (manifest->is_changed) {
        int error = syncfs(manifest->lock) == 0 ? write_manifest(manifest) : errno;
        if (error)
            return error;
    }
    return unlinkat(manifest->out, journal, 0) == 0 || errno == ENOENT ? 0 : errno;
}

void manifest_close(Manifest *manifest)
{
    forget_entries(manifest);
    if (manifest->journal >= 0)
        close(manifest->journal);
    if (manifest->lock >= 0)
        close(manifest->lock);
    looks_clear(&manifest->looks);
    store_clear(&manifest->store);
}
