// A reader of the output's name sees the old file or the new one, never a part: the bytes go to a file
// without a name in the same folder (O_TMPFILE), are synced, get a temporary name, and take the place of the
// old file by a rename. Should the process be killed while it writes, the kernel drops the nameless file.
// Where the file system has no such files, the temporary name stands from the start, and the signals that end
// a process by habit wait meanwhile.
//
// A link is followed, and what it points to replaced. The new file takes the permission bits of the old one,
// which may hold a patient's data, and a file that may not be written is not replaced, though its folder
// would allow that.
#include "output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

struct OutputSink {
    int descriptor;
};

// ---- names

static bool ends_with(const char *text, size_t length, const char *suffix)
{
    size_t suffix_length = strlen(suffix);
    return length > suffix_length && strncasecmp(text + length - suffix_length, suffix, suffix_length) == 0;
}

// Only suffixes of texts are taken off, so that "dose-v1.2" is not cut to "dose-v1".
static size_t length_without_suffix(const char *name)
{
    static const char *const suffixes[] = {".md", ".markdown", ".mkd", ".mdown", ".txt", ".text"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        size_t suffix_length = strlen(suffixes[i]);
        if (ends_with(name, length, suffixes[i]) && name[length - suffix_length - 1] != '/')
            return length - suffix_length;
    }
    return length;
}

static char *name_with_suffix(const char *stem, size_t length, const char *suffix)
{
    char *name;
    return asprintf(&name, "%.*s%s", (int)length, stem, suffix) < 0 ? NULL : name;
}

char *output_name_beside(const char *input, const char *suffix)
{
    struct stat status;
    if (stat(input, &status) != 0 || !S_ISDIR(status.st_mode))
        return name_with_suffix(input, length_without_suffix(input), suffix);
    size_t length = strlen(input);
    while (length > 1 && input[length - 1] == '/')
        length--;
    const char *last = memrchr(input, '/', length);
    last = last ? last + 1 : input;
    size_t last_length = (size_t)(input + length - last);
    bool is_dots = (last_length == 1 && last[0] == '.') || (last_length == 2 && last[0] == '.' && last[1] == '.');
    if (last_length > 0 && !is_dots)
        return name_with_suffix(input, length, suffix);
    char *real = realpath(input, NULL);
    if (!real)
        return NULL;
    errno = 0; // the root folder has no name
    char *name = strcmp(real, "/") == 0 ? NULL : name_with_suffix(real, strlen(real), suffix);
    free(real);
    return name;
}

char *output_name_numbered(const char *name, size_t number, size_t count)
{
    const char *slash = strrchr(name, '/'), *dot = strrchr(name, '.');
    size_t stem = dot && dot > (slash ? slash + 1 : name) ? (size_t)(dot - name) : strlen(name);
    int width = snprintf(NULL, 0, "%zu", count);
    char *numbered;
    return asprintf(&numbered, "%.*s-%0*zu%s", (int)stem, name, width, number, name + stem) < 0 ? NULL : numbered;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

// The folder in which `name` lies, as a new string; NULL where there is no memory.
static char *folder_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    if (!slash)
        return strdup(".");
    return slash == name ? strdup("/") : strndup(name, (size_t)(slash - name));
}

bool output_is_input(const char *output, const char *input)
{
    struct stat output_status, input_status;
    if (strcmp(output, "-") == 0 || strcmp(input, "-") == 0)
        return false;
    if (stat(output, &output_status) != 0 || stat(input, &input_status) != 0 || !S_ISREG(output_status.st_mode))
        return false;
    if (!S_ISDIR(input_status.st_mode))
        return is_same_file(&output_status, &input_status);
    DIR *folder = opendir(input);
    if (!folder)
        return false;
    bool found = false;
    for (const struct dirent *entry; !found && (entry = readdir(folder));) {
        struct stat status;
        found = ends_with(entry->d_name, strlen(entry->d_name), ".md") &&
                fstatat(dirfd(folder), entry->d_name, &status, 0) == 0 && is_same_file(&status, &output_status);
    }
    closedir(folder);
    return found;
}

// The name at the end of all symbolic links, which need not exist yet. The caller frees it; NULL with errno
// set.
static char *follow_links(const char *name)
{
    enum { LINKS_MAX = 40 }; // as the kernel's own limit
    char *at = strdup(name);
    for (int links = 0; at; links++) {
        char target[PATH_MAX];
        ssize_t length = readlink(at, target, sizeof target - 1);
        if (length < 0)
            return at; // no link, or not there
        target[length] = '\0';
        if (links == LINKS_MAX) {
            free(at);
            errno = ELOOP;
            return NULL;
        }
        char *folder = folder_of(at);
        char *next = NULL;
        if (folder && (target[0] == '/' ? !(next = strdup(target)) : asprintf(&next, "%s/%s", folder, target) < 0))
            next = NULL;
        free(folder);
        free(at);
        at = next;
    }
    errno = ENOMEM;
    return NULL;
}

// ---- bytes

int output_put(void *sink, const void *bytes, size_t size)
{
    int descriptor = ((OutputSink *)sink)->descriptor;
    const char *at = bytes;
    while (size > 0) {
        ssize_t written = write(descriptor, at, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        at += written;
        size -= (size_t)written;
    }
    return 0;
}

// Some file systems report a full disk or quota only here.
static int close_checked(int descriptor)
{
    return close(descriptor) != 0 && errno != EINTR ? errno : 0;
}

static int write_descriptor(int descriptor, OutputFill *fill, const void *context)
{
    OutputSink sink = {descriptor};
    int error = fill(&sink, context);
    int close_error = close_checked(descriptor);
    return error ? error : close_error;
}

static int write_directly(const char *name, OutputFill *fill, const void *context)
{
    int descriptor = open(name, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY);
    return descriptor < 0 ? errno : write_descriptor(descriptor, fill, context);
}

// ---- whole files

typedef struct {
    int folder;               // open descriptor
    const char *name;         // in the folder
    const struct stat *older; // the file that is replaced; NULL: there is none
    char temporary[32];       // its name while it has one, else empty
    int descriptor;
} Replacement;

static void temporary_name(Replacement *file)
{
    uint64_t random;
    if (getrandom(&random, sizeof random, GRND_NONBLOCK) != (ssize_t)sizeof random)
        random = (uint64_t)getpid();
    snprintf(file->temporary, sizeof file->temporary, ".hspdf-%016llx", (unsigned long long)random);
}

static int open_named(Replacement *file)
{
    enum { TRIES = 100 };
    for (int try = 0; try < TRIES; try++) {
        temporary_name(file);
        file->descriptor = openat(file->folder, file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file->descriptor >= 0)
            return 0;
        if (errno != EEXIST)
            break;
    }
    file->temporary[0] = '\0';
    return errno;
}

// Gives the nameless file its temporary name.
static int link_temporary(Replacement *file)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file->descriptor);
    temporary_name(file);
    if (linkat(AT_FDCWD, path, file->folder, file->temporary, AT_SYMLINK_FOLLOW) == 0)
        return 0;
    file->temporary[0] = '\0';
    return errno;
}

// Gives the file the owner and the permission bits of the older one. What this process may not give (another owner),
// or the file system does not have (FAT), is no reason to write nothing.
static int keep_access(const Replacement *file)
{
    const struct stat *older = file->older;
    if (!older)
        return 0;
    bool kept = fchown(file->descriptor, older->st_uid, older->st_gid) == 0 ||
                fchown(file->descriptor, (uid_t)-1, older->st_gid) == 0;
    // Bits for a group are those of the older file's group, and not of ours.
    mode_t mode = older->st_mode & (kept ? 0777 : 0707);
    return fchmod(file->descriptor, mode) == 0 || errno == EPERM || errno == EOPNOTSUPP ? 0 : errno;
}

static int fill_and_sync(Replacement *file, OutputFill *fill, const void *context)
{
    OutputSink sink = {file->descriptor};
    int error = fill(&sink, context);
    if (!error)
        error = keep_access(file);
    // EINVAL: this file system has nothing to sync.
    if (!error && fsync(file->descriptor) != 0 && errno != EINVAL && errno != EROFS)
        error = errno;
    return error;
}

// With the file complete and named: puts it in its place.
static int take_place(Replacement *file)
{
    if (renameat(file->folder, file->temporary, file->folder, file->name) != 0)
        return errno;
    file->temporary[0] = '\0';
    // The name is in place; that the folder can not be synced is no reason to say that nothing was written.
    (void)fsync(file->folder);
    return 0;
}

typedef enum { NAMED, NAMELESS } TemporaryKind;

// `*cannot_link` becomes true where a nameless file was written and can not be given a name.
static int replace_as(Replacement *file, TemporaryKind kind, OutputFill *fill, const void *context, bool *cannot_link)
{
    int error = 0;
    if (kind == NAMELESS) {
        file->descriptor = openat(file->folder, ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
        *cannot_link = file->descriptor < 0;
        error = file->descriptor < 0 ? errno : 0;
    } else {
        error = open_named(file);
    }
    if (error)
        return error;
    error = fill_and_sync(file, fill, context);
    if (!error && kind == NAMELESS) {
        error = link_temporary(file);
        *cannot_link = error != 0;
    }
    int close_error = close_checked(file->descriptor);
    error = error ? error : close_error;
    if (!error)
        error = take_place(file);
    if (file->temporary[0])
        unlinkat(file->folder, file->temporary, 0);
    return error;
}

static int replace(Replacement *file, OutputFill *fill, const void *context)
{
    bool cannot_link = true; // without /proc, a nameless file could never be named
    int error = 0;
    if (access("/proc/self/fd", X_OK) == 0)
        error = replace_as(file, NAMELESS, fill, context, &cannot_link);
    return cannot_link ? replace_as(file, NAMED, fill, context, &cannot_link) : error;
}

// Signals that end a process by habit wait while a temporary name may stand.
static int replace_undisturbed(Replacement *file, OutputFill *fill, const void *context)
{
    sigset_t waiting, before;
    sigemptyset(&waiting);
    sigaddset(&waiting, SIGINT);
    sigaddset(&waiting, SIGTERM);
    sigaddset(&waiting, SIGHUP);
    sigprocmask(SIG_BLOCK, &waiting, &before);
    int error = replace(file, fill, context);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return error;
}

static int write_whole(const char *name, OutputFill *fill, const void *context)
{
    char *target = follow_links(name);
    if (!target)
        return errno;
    int error = 0;
    char *folder = folder_of(target);
    const char *slash = strrchr(target, '/');
    Replacement file = {.name = slash ? slash + 1 : target};
    struct stat status;
    if (!folder)
        error = ENOMEM;
    else if (!*file.name)
        error = EISDIR; // "out/"
    else if (stat(target, &status) == 0) {
        file.older = &status;
        if (faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
            error = errno;
    }
    if (!error) {
        file.folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (file.folder < 0 && errno == EACCES) // may be entered and written, but not listed
            file.folder = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
        error = file.folder < 0 ? errno : replace_undisturbed(&file, fill, context);
        if (file.folder >= 0)
            close(file.folder);
    }
    free(folder);
    free(target);
    return error;
}

// The open descriptor that `name` stands for, or -1. Such names are taken as they are read, since they lead nowhere
// where /proc is not mounted, and opening one anew would cut off what `>>` wants to keep.
static int descriptor_named(const char *name)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    if (strcmp(name, "-") == 0 || strcmp(name, "/dev/stdout") == 0)
        return STDOUT_FILENO;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const char *number = name + strlen(folders[i]);
        if (strncmp(name, folders[i], strlen(folders[i])) == 0 && *number && strlen(number) < 6 &&
            strspn(number, "0123456789") == strlen(number))
            return atoi(number);
    }
    return -1;
}

int output_write(const char *name, OutputFill *fill, const void *context)
{
    struct stat status;
    int descriptor = descriptor_named(name);
    if (descriptor >= 0)
        return write_descriptor(descriptor, fill, context);
    if (stat(name, &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return EISDIR;
        if (!S_ISREG(status.st_mode))
            return write_directly(name, fill, context);
    } else if (errno != ENOENT) {
        return errno;
    }
    return write_whole(name, fill, context);
}
