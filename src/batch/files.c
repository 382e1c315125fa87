#include "files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void state_path(char path[STATE_PATH_BYTES], const char *kind, Share share)
{
    snprintf(path, STATE_PATH_BYTES, STATE_FOLDER "/%s.%u-of-%u", kind, share.shard, share.shards);
}

void part_path(char path[STATE_PATH_BYTES], Share share, unsigned worker)
{
    state_path(path, "part", share);
    size_t length = strlen(path);
    snprintf(path + length, STATE_PATH_BYTES - length, ".%u", worker);
}

int write_all(int file, const void *bytes, size_t size)
{
    for (const char *at = bytes; size > 0;) {
        ssize_t written = write(file, at, size);
        if (written < 0 && errno != EINTR)
            return errno;
        at += written > 0 ? written : 0;
        size -= written > 0 ? (size_t)written : 0;
    }
    return 0;
}

static int make_one(const char *path)
{
    return mkdir(path, 0777) == 0 || errno == EEXIST ? 0 : errno;
}

int make_folder(const char *path)
{
    char *copy = strdup(path);
    if (!copy)
        return ENOMEM;
    int error = 0;
    for (char *slash = strchr(copy + 1, '/'); slash && !error; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        error = make_one(copy);
        *slash = '/';
    }
    error = error ? error : make_one(copy);
    free(copy);
    return error;
}

static int fill_part(const char *part, int (*fill)(FILE *out, void *context), void *context)
{
    FILE *out = fopen(part, "wxe");
    if (!out)
        return errno;
    int error = fill(out, context);
    errno = 0;
    if (!error && (fflush(out) != 0 || ferror(out)))
        error = errno ? errno : EIO;
    if (fclose(out) != 0 && !error)
        error = errno;
    return error;
}

int replace_file(const char *name, int (*fill)(FILE *out, void *context), void *context)
{
    char *part = NULL;
    if (asprintf(&part, "%s.%ld.part", name, (long)getpid()) < 0)
        return ENOMEM;
    int error = fill_part(part, fill, context);
    if (!error && rename(part, name) != 0)
        error = errno;
    if (error && error != EEXIST)
        unlink(part);
    free(part);
    return error;
}

int copy_file(FILE *from, FILE *to)
{
    char buffer[16 * 1024];
    rewind(from);
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, from)) > 0;)
        fwrite(buffer, 1, got, to);
    return ferror(from) ? EIO : 0;
}
