// Two files in the state folder, of one format: the manifest, put in place whole when a run ends, and the journal, to
// which each output is added as soon as it is there. A reader takes the manifest, then the journal; the last record of
// an output counts. Each record has its own checksum, so a tail that was cut off is noticed, and ends the reading.
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

#include "deliver.h"
#include "look.h"
#include "plan.h"

#define MAGIC "hspdf manifest 1\n"
enum { HEAD_BYTES = 64, CHECK_BYTES = 8, LOCK_WAIT_MS = 3000 };

static int compare_entries(const void *a, const void *b)
{
    return strcmp(((const ManifestEntry *)a)->output, ((const ManifestEntry *)b)->output);
}

// ---- records: u32 length, body, the first bytes of the body's SHA-256

static void put_record(Packet *packet, const ManifestEntry *entry)
{
    size_t start = packet->length;
    packet_put_u32(packet, 0);
    packet_put(packet, entry->key.bytes, sizeof entry->key.bytes);
    packet_put_text(packet, entry->from);
    packet_put_text(packet, entry->output);
    packet_put_u32(packet, (uint32_t)entry->reply_length);
    packet_put(packet, entry->reply, entry->reply_length);
    uint32_t length = (uint32_t)(packet->length - start - sizeof length);
    memcpy(packet->bytes + start, &length, sizeof length);
    Digest check = digest_of(packet->bytes + start + sizeof length, length);
    packet_put(packet, check.bytes, CHECK_BYTES);
}

static bool take_record(PacketReader *file, ManifestEntry *entry)
{
    uint32_t length = packet_take_u32(file);
    const unsigned char *body = packet_take(file, length);
    const unsigned char *check = packet_take(file, CHECK_BYTES);
    if (file->failed)
        return false;
    Digest digest = digest_of(body, length);
    if (memcmp(digest.bytes, check, CHECK_BYTES) != 0)
        return false;
    PacketReader reader = {body, body + length, false};
    const void *key = packet_take(&reader, sizeof entry->key.bytes);
    *entry = (ManifestEntry){0};
    if (key)
        memcpy(entry->key.bytes, key, sizeof entry->key.bytes);
    entry->from = packet_take_text(&reader);
    entry->output = packet_take_text(&reader);
    entry->reply_length = packet_take_u32(&reader);
    entry->reply = packet_take(&reader, entry->reply_length);
    if (reader.failed || reader.at != reader.end || !entry->from || !entry->output ||
        entry->reply_length < sizeof(uint32_t))
        return false;
    uint32_t job;
    memcpy(&job, entry->reply, sizeof job);
    return reply_is_sound(entry->reply, entry->reply_length, job);
}

static ManifestEntry *find(const Manifest *manifest, const char *output)
{
    ManifestEntry wanted = {.output = output};
    void *const *found = tfind(&wanted, &manifest->entries, compare_entries);
    return found ? *(ManifestEntry *const *)found : NULL;
}

// `entry`'s parts live in the store.
static ManifestEntry *put(Manifest *manifest, const ManifestEntry *entry)
{
    ManifestEntry *old = find(manifest, entry->output);
    if (!old) {
        old = store_alloc(&manifest->store, sizeof *old);
        old->output = entry->output;
        if (!tsearch(old, &manifest->entries, compare_entries))
            return NULL;
    }
    *old = *entry;
    return old;
}

// ---- files

static void boot_name(char name[HEAD_BYTES])
{
    memset(name, 0, HEAD_BYTES);
    memcpy(name, MAGIC, sizeof MAGIC - 1);
    uint32_t order = 0x01020304;
    memcpy(name + sizeof MAGIC - 1, &order, sizeof order);
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    if (file && !fgets(name + sizeof MAGIC + sizeof order, 37, file))
        name[sizeof MAGIC + sizeof order] = '\0';
    if (file)
        fclose(file);
}

static void forget_look(Manifest *manifest, ManifestEntry *entry)
{
    PacketReader reader = {entry->reply, entry->reply + entry->reply_length, false};
    Reply reply = reply_take(&reader);
    reply.output.inode = 0;
    Packet head = {0};
    reply_put(&head, &reply);
    unsigned char *copy = store_alloc(&manifest->store, entry->reply_length);
    memcpy(copy, entry->reply, entry->reply_length);
    memcpy(copy, head.bytes, head.length);
    free(head.bytes);
    entry->reply = copy;
}

static void read_file(Manifest *manifest, const char *kind, bool is_journal)
{
    const char *path = store_format(&manifest->store, STATE_FOLDER "/%s%s", kind, manifest->suffix);
    int file = openat(manifest->out, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat info;
    if (file < 0)
        return;
    size_t size = fstat(file, &info) == 0 && info.st_size > HEAD_BYTES ? (size_t)info.st_size : 0;
    unsigned char *bytes = size > 0 ? store_alloc(&manifest->store, size) : NULL;
    size_t have = 0;
    for (ssize_t got = 1; have < size && got > 0; have += got > 0 ? (size_t)got : 0)
        got = read(file, bytes + have, size - have);
    close(file);
    char head[HEAD_BYTES];
    boot_name(head);
    if (have < HEAD_BYTES || memcmp(bytes, head, sizeof MAGIC - 1 + sizeof(uint32_t)) != 0)
        return;
    bool other_boot = memcmp(bytes, head, HEAD_BYTES) != 0;
    PacketReader reader = {bytes + HEAD_BYTES, bytes + have, false};
    ManifestEntry entry;
    while (reader.at < reader.end && take_record(&reader, &entry)) {
        ManifestEntry *kept = put(manifest, &entry);
        if (kept && is_journal && other_boot)
            forget_look(manifest, kept);
    }
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
    for (unsigned worker = 0; worker < 256; worker++) {
        char path[96];
        snprintf(path, sizeof path, STATE_FOLDER "/part%s.%u", manifest->suffix, worker);
        unlinkat(manifest->out, path, 0);
    }
}

static int journal_open(Manifest *manifest, int flags)
{
    char path[96], head[HEAD_BYTES];
    snprintf(path, sizeof path, STATE_FOLDER "/journal%s", manifest->suffix);
    manifest->journal = openat(manifest->out, path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | flags, 0666);
    if (manifest->journal < 0)
        return errno;
    boot_name(head);
    return write(manifest->journal, head, sizeof head) == (ssize_t)sizeof head ? 0 : errno ? errno : EIO;
}

int manifest_open(Manifest *manifest, int out, const char *out_name, unsigned shard, unsigned shards)
{
    *manifest = (Manifest){.out = out, .lock = -1, .journal = -1};
    snprintf(manifest->suffix, sizeof manifest->suffix, ".%u-of-%u", shard, shards);
    if (mkdirat(out, STATE_FOLDER, 0777) != 0 && errno != EEXIST)
        return fail(HSPDF_MACHINE, "cannot write in '%s': %s", out_name, strerror(errno));
    char path[96];
    snprintf(path, sizeof path, STATE_FOLDER "/lock%s", manifest->suffix);
    manifest->lock = openat(out, path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (manifest->lock < 0)
        return fail(HSPDF_MACHINE, "cannot write in '%s': %s", out_name, strerror(errno));
    if (!take_lock(manifest))
        return fail(HSPDF_MACHINE, "another 'hspdf batch' is writing to '%s'", out_name);
    manifest->from = path_from(&manifest->store, out);
    remove_parts(manifest);
    read_file(manifest, "manifest", /*is_journal*/ false);
    read_file(manifest, "journal", /*is_journal*/ true);
    // What a journal says that was left by a killed run goes into the manifest first.
    char old[96];
    snprintf(old, sizeof old, STATE_FOLDER "/journal%s", manifest->suffix);
    bool has_journal = faccessat(out, old, F_OK, 0) == 0;
    manifest->is_changed = has_journal;
    int error = has_journal ? manifest_save(manifest) : 0;
    manifest->is_changed = false;
    if (!error)
        error = journal_open(manifest, O_TRUNC);
    return error ? fail(HSPDF_MACHINE, "cannot write in '%s': %s", out_name, strerror(error)) : 0;
}

// ---- what is unchanged

const ManifestEntry *manifest_find_unchanged(Manifest *manifest, const char *output, const Digest *key)
{
    ManifestEntry *entry = find(manifest, output);
    if (!entry || !digest_equal(&entry->key, key) || strcmp(entry->from, manifest->from) != 0)
        return NULL;
    PacketReader reader = {entry->reply, entry->reply + entry->reply_length, false};
    Reply reply = reply_take(&reader);
    bool looks_new = false;
    if (!look_matches(&manifest->looks, &manifest->store, manifest->out, output, &reply.output, &looks_new))
        return NULL;
    Packet renewed = {0};
    reply_put(&renewed, &reply);
    for (uint32_t i = 0; i < reply.file_count; i++) {
        ReplyFile file = reply_take_file(&reader);
        bool is_same =
            file.found ? look_matches(&manifest->looks, &manifest->store, AT_FDCWD, file.path, &file.state, &looks_new)
                       : faccessat(AT_FDCWD, file.path, F_OK, 0) != 0 && errno == ENOENT;
        if (!is_same) {
            free(renewed.bytes);
            return NULL;
        }
        reply_put_file(&renewed, &file);
    }
    if (looks_new) {
        packet_put(&renewed, reader.at, (size_t)(reader.end - reader.at));
        entry->reply = memcpy(store_alloc(&manifest->store, renewed.length), renewed.bytes, renewed.length);
        entry->reply_length = renewed.length;
        manifest->is_changed = true;
    }
    free(renewed.bytes);
    entry->is_kept = true;
    return entry;
}

void manifest_note(Manifest *manifest, const char *output, const Digest *key, const unsigned char *reply, size_t length)
{
    ManifestEntry entry = {
        .key = *key, .from = manifest->from, .output = output, .reply_length = length, .is_kept = true};
    entry.reply = memcpy(store_alloc(&manifest->store, length), reply, length);
    put(manifest, &entry);
    manifest->is_changed = true;
    Packet packet = {0};
    put_record(&packet, &entry);
    // A record that is cut off, on a full disk, costs what it saves, no more.
    ssize_t written = write(manifest->journal, packet.bytes, packet.length);
    (void)written;
    free(packet.bytes);
}

// ---- walking the tree: the C library's walks have no context, so the entries are listed first

typedef struct {
    ManifestEntry **items;
    size_t count, capacity;
} EntryList;

static void list_one(const void *node, VISIT visit, void *list)
{
    EntryList *entries = list;
    if (visit != postorder && visit != leaf)
        return;
    make_room(entries->items, entries->count, entries->capacity);
    entries->items[entries->count++] = *(ManifestEntry *const *)node;
}

static EntryList entry_list(const Manifest *manifest)
{
    EntryList list = {0};
    twalk_r(manifest->entries, list_one, &list);
    return list;
}

static bool source_is_gone(const Manifest *manifest, const char *from, const char *source)
{
    char path[8192];
    struct stat info;
    int length = source[0] == '/' ? snprintf(path, sizeof path, "%s", source)
                                  : snprintf(path, sizeof path, "%s/%s", from, source);
    return length > 0 && (size_t)length < sizeof path && fstatat(manifest->out, path, &info, 0) != 0 && errno == ENOENT;
}

static bool remove_output(const Manifest *manifest, const ManifestEntry *entry, const FileState *state)
{
    Digest digest;
    if (!digest_of_file(manifest->out, entry->output, &digest))
        return errno == ENOENT;
    if (!digest_equal(&digest, &state->digest) || unlinkat(manifest->out, entry->output, 0) != 0)
        return false;
    char *folder = strdup(entry->output);
    for (char *slash; folder && (slash = strrchr(folder, '/'));) {
        *slash = '\0';
        if (unlinkat(manifest->out, folder, AT_REMOVEDIR) != 0)
            break;
    }
    free(folder);
    return true;
}

void manifest_keep(Manifest *manifest, const Job *jobs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ManifestEntry *entry = find(manifest, jobs[i].output);
        if (entry)
            entry->is_kept = true;
    }
}

size_t manifest_prune(Manifest *manifest, bool (*is_source)(void *context, const char *path), void *context,
                      void (*removed)(void *context, const char *output))
{
    EntryList list = entry_list(manifest);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        ManifestEntry *entry = list.items[i];
        PacketReader reader = {entry->reply, entry->reply + entry->reply_length, false};
        Reply reply = reply_take(&reader);
        ReplyFile source = reply.file_count > 0 ? reply_take_file(&reader) : (ReplyFile){0};
        if (entry->is_kept || !source.path)
            continue;
        bool is_here = strcmp(entry->from, manifest->from) == 0;
        bool is_stale =
            (is_here && is_source(context, source.path)) || source_is_gone(manifest, entry->from, source.path);
        if (!is_stale || !remove_output(manifest, entry, &reply.output))
            continue;
        removed(context, entry->output);
        tdelete(entry, &manifest->entries, compare_entries);
        manifest->is_changed = true;
        count++;
    }
    free(list.items);
    return count;
}

// ---- saving

static int write_manifest(const Manifest *manifest, int file)
{
    Packet packet = {0};
    char head[HEAD_BYTES];
    boot_name(head);
    packet_put(&packet, head, sizeof head);
    EntryList list = entry_list(manifest);
    for (size_t i = 0; i < list.count; i++)
        put_record(&packet, list.items[i]);
    free(list.items);
    int error = 0;
    for (size_t at = 0; at < packet.length && !error;) {
        ssize_t written = write(file, packet.bytes + at, packet.length - at);
        if (written < 0 && errno != EINTR)
            error = errno;
        at += written > 0 ? (size_t)written : 0;
    }
    free(packet.bytes);
    return error ? error : fsync(file) == 0 || errno == EINVAL ? 0 : errno;
}

int manifest_save(Manifest *manifest)
{
    char part[96], path[96], journal[96];
    snprintf(part, sizeof part, STATE_FOLDER "/part%s.0", manifest->suffix);
    snprintf(path, sizeof path, STATE_FOLDER "/manifest%s", manifest->suffix);
    snprintf(journal, sizeof journal, STATE_FOLDER "/journal%s", manifest->suffix);
    if (!manifest->is_changed)
        return unlinkat(manifest->out, journal, 0) == 0 || errno == ENOENT ? 0 : errno;
    if (syncfs(manifest->lock) != 0)
        return errno;
    int file = openat(manifest->out, part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return errno;
    int error = write_manifest(manifest, file);
    if (close(file) != 0 && !error)
        error = errno;
    if (!error && renameat(manifest->out, part, manifest->out, path) != 0)
        error = errno;
    if (error)
        unlinkat(manifest->out, part, 0);
    else
        unlinkat(manifest->out, journal, 0);
    return error;
}

static void keep_nothing(void *node)
{
    (void)node;
}

void manifest_close(Manifest *manifest)
{
    if (manifest->journal >= 0)
        close(manifest->journal);
    if (manifest->lock >= 0)
        close(manifest->lock);
    tdestroy(manifest->entries, keep_nothing); // the entries are the store's
    tdestroy(manifest->looks, keep_nothing);
    store_clear(&manifest->store);
}
