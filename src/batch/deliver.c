// A file is written as a part in the state folder and takes its place by a rename. The part's name is the worker's own
// and always the same, so what a killed worker leaves behind is overwritten, and removed when the next run starts.
//
// Nothing is synced here: fsync for each of 1,000 leaflets takes longer than to compile them. Batch syncs the file
// system once, before it notes in the manifest what was written.
#include "deliver.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "files.h"

static int make_folders(int out, const char *name)
{
    char path[PATH_MAX];
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        size_t length = (size_t)(slash - name);
        if (length >= sizeof path)
            return ENAMETOOLONG;
        memcpy(path, name, length);
        path[length] = '\0';
        if (mkdirat(out, path, 0777) != 0 && errno != EEXIST)
            return errno;
    }
    return 0;
}

static int write_part(int file, const void *bytes, size_t size, const struct stat *older)
{
    int error = write_all(file, bytes, size);
    if (error || !older)
        return error;
    // The old file may have been closed to others for a patient's sake.
    return fchmod(file, older->st_mode & 0777) == 0 || errno == EPERM || errno == EOPNOTSUPP ? 0 : errno;
}

// May the file be replaced? What is not to be written is not replaced, though its folder would allow that.
static int check_target(int out, const char *name, struct stat *older, bool *is_there)
{
    *is_there = fstatat(out, name, older, 0) == 0;
    if (!*is_there)
        return 0;
    if (S_ISDIR(older->st_mode))
        return EISDIR;
    return faccessat(out, name, W_OK, AT_EACCESS) == 0 ? 0 : errno;
}

static int take_place(int out, const char *part, const char *name)
{
    if (renameat(out, part, out, name) == 0)
        return 0;
    if (errno != ENOENT)
        return errno;
    int error = make_folders(out, name);
    return error ? error : renameat(out, part, out, name) == 0 ? 0 : errno;
}

int deliver(int out, const char *part, const char *name, const void *bytes, size_t size, struct stat *info)
{
    struct stat older;
    bool is_there;
    int error = check_target(out, name, &older, &is_there);
    if (error)
        return error;
    int file = openat(out, part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return errno;
    error = write_part(file, bytes, size, is_there ? &older : NULL);
    if (close(file) != 0 && !error)
        error = errno;
    if (!error)
        error = take_place(out, part, name);
    if (error)
        unlinkat(out, part, 0);
    else if (fstatat(out, name, info, AT_SYMLINK_NOFOLLOW) != 0) // by its name: the rename changed its ctime
        error = errno;
    return error;
}
