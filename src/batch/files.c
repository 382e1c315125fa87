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

int write_pieces(int file, struct iovec *pieces, int count)
{
    for (int first = 0; first < count;) {
        ssize_t written = writev(file, pieces + first, count - first);
        if (written < 0 && errno != EINTR)
            return errno;
        for (size_t left = written > 0 ? (size_t)written : 0; first < count; first++) {
            size_t step = left < pieces[first].iov_len ? left : pieces[first].iov_len;
            pieces[first].iov_base = (char *)pieces[first].iov_base + step;
            pieces[first].iov_len -= step;
            left -= step;
            if (pieces[first].iov_len > 0)
                break;
        }
    }
    return 0;
}

int write_all(int file, const void *bytes, size_t size)
{
    return write_pieces(file, &(struct iovec){(void *)bytes, size}, 1);
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
