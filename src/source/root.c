// Files that a document names are read only within its root: the folder that was asked for, else the nearest one above
// the input that holds .git or hspdf.yaml, else the input's own. The kernel itself is told to stay beneath it
// (openat2, RESOLVE_BENEATH), so that no link that changes meanwhile leads out. Where there is no such call, a path is
// walked step by step, with a descriptor for each folder, to the same end.
//
// Links are followed where they stay within; absolute ones are refused, as the kernel does.
#include "root.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    DEPTH_MAX = 64, // folders, one descriptor each
    LINKS_MAX = 40, // as Linux has it
    OPEN_FLAGS = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK,
    STEP_FLAGS = O_PATH | O_DIRECTORY | O_CLOEXEC,
};

struct Root {
    Str path;   // absolute, without links
    Str start;  // from there to where relative paths start; empty or without '/' at its ends
    int folder; // descriptors; -1: none
    int file;   // that is being read
    int error;  // of the machine, that was met last
    FilesRead *files;
};

// ---- what was read

static int64_t nanoseconds(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void files_note(FilesRead *files, const char *path, const struct stat *info, Str bytes)
{
    if (!files)
        return;
    FileRead *file = arena_push(files->arena, files->items, files->count, files->capacity);
    *file = (FileRead){.path = path, .found = info != NULL, .bytes = bytes};
    if (info) {
        file->modified_ns = nanoseconds(info->st_mtim);
        file->changed_ns = nanoseconds(info->st_ctim);
        file->inode = info->st_ino;
    }
}

// ---- opening

typedef struct {
    int folders[DEPTH_MAX]; // folders[0] is the caller's
    size_t count;
    char rest[PATH_MAX]; // of the path
    int links;
} Steps;

static int refuse(int error)
{
    errno = error;
    return -1;
}

// Takes the next name off the rest; an empty one at its end.
static bool take_name(Steps *steps, char name[NAME_MAX + 1])
{
    char *start = steps->rest + strspn(steps->rest, "/");
    size_t length = strcspn(start, "/");
    if (length > NAME_MAX)
        return false;
    memcpy(name, start, length);
    name[length] = '\0';
    char *behind = start + length;
    memmove(steps->rest, behind, strlen(behind) + 1);
    return true;
}

// Puts a link's target before the rest. False, with errno, where it can not be.
static bool follow(Steps *steps, const char *target)
{
    size_t length = strlen(target), rest = strlen(steps->rest);
    errno = target[0] == '/' ? EXDEV : ++steps->links > LINKS_MAX ? ELOOP : ENAMETOOLONG;
    if (errno != ENAMETOOLONG || length + rest + 2 > sizeof steps->rest)
        return false;
    memmove(steps->rest + length + 1, steps->rest, rest + 1);
    memcpy(steps->rest, target, length);
    steps->rest[length] = '/';
    return true;
}

// One name further. A descriptor of the file; or -1, and errno is 0 where the walk goes on.
static int step(Steps *steps, const char *name)
{
    int folder = steps->folders[steps->count - 1];
    char target[PATH_MAX];
    if (strcmp(name, ".") == 0)
        return refuse(0);
    if (strcmp(name, "..") == 0) {
        if (steps->count == 1)
            return refuse(EXDEV);
        close(folder);
        steps->count--;
        return refuse(0);
    }
    ssize_t length = readlinkat(folder, name, target, sizeof target - 1);
    if (length >= 0) {
        target[length] = '\0';
        return refuse(follow(steps, target) ? 0 : errno);
    }
    bool is_last = steps->rest[strspn(steps->rest, "/")] == '\0';
    if (is_last)
        return openat(folder, name, OPEN_FLAGS | O_NOFOLLOW);
    if (steps->count == DEPTH_MAX)
        return refuse(ENAMETOOLONG);
    int next = openat(folder, name, STEP_FLAGS | O_NOFOLLOW);
    if (next < 0)
        return -1;
    steps->folders[steps->count++] = next;
    return refuse(0);
}

int open_beneath_by_steps(int folder, const char *path)
{
    Steps steps = {.folders = {folder}, .count = 1};
    if (path[0] == '/')
        return refuse(EXDEV);
    if (strlen(path) >= sizeof steps.rest)
        return refuse(ENAMETOOLONG);
    strcpy(steps.rest, path);
    char name[NAME_MAX + 1];
    int opened = -1, error = 0;
    while (opened < 0 && error == 0) {
        if (!take_name(&steps, name))
            error = ENAMETOOLONG;
        else if (name[0] == '\0')
            error = EISDIR;
        else if ((opened = step(&steps, name)) < 0)
            error = errno;
    }
    while (steps.count > 1)
        close(steps.folders[--steps.count]);
    return opened >= 0 ? opened : refuse(error);
}

int open_beneath(int folder, const char *path)
{
    struct open_how how = {.flags = OPEN_FLAGS, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    int opened = (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
    // EAGAIN: something was renamed on the way, and the kernel can not be sure. EPERM: a filter that does not know it.
    bool is_unknown = opened < 0 && (errno == ENOSYS || errno == EPERM || errno == EAGAIN || errno == E2BIG);
    return is_unknown ? open_beneath_by_steps(folder, path) : opened;
}

// ---- finding the root

static void close_descriptor(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

void root_close(void *object)
{
    Root *root = object;
    close_descriptor(&root->file);
    close_descriptor(&root->folder);
}

// Absolute, without links; empty where there is none.
static Str real_path(Arena *arena, const char *path)
{
    char resolved[PATH_MAX];
    if (!realpath(path, resolved))
        return (Str){0};
    return arena_str(arena, resolved, strlen(resolved));
}

static Str parent_of(Arena *arena, Str path)
{
    uint32_t length = path.length;
    while (length > 1 && path.bytes[length - 1] != '/')
        length--;
    if (length > 1)
        length--;
    return arena_str(arena, path.bytes, length);
}

static Str folder_of_input(Arena *arena, const char *input)
{
    if (!input)
        return (Str){0};
    if (strcmp(input, "-") == 0)
        return real_path(arena, ".");
    const char *slash = strrchr(input, '/');
    if (!slash)
        return real_path(arena, ".");
    return real_path(arena, arena_str(arena, input, (size_t)(slash - input) + 1).bytes);
}

static bool is_marked(Arena *arena, Str folder)
{
    static const char *const marks[] = {".git", "hspdf.yaml"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (access(arena_format(arena, "%.*s/%s", STR_ARGS(folder), marks[i]).bytes, F_OK) == 0)
            return true;
        if (error_is_of_machine(errno)) // where nobody can tell, the nearer root is the narrower one
            return true;
    }
    return false;
}

// A hspdf.yaml that comes to lie nearer moves the root, so its absence is noted.
static void note_unmarked(FilesRead *files, Arena *arena, Str folder)
{
    if (!files)
        return;
    const char *slash = folder.length > 1 ? "/" : "";
    files_note(files, arena_format(arena, "%.*s%shspdf.yaml", STR_ARGS(folder), slash).bytes, NULL, (Str){0});
}

static Str marked_above(Arena *arena, Str folder, FilesRead *files)
{
    for (Str above = folder;; above = parent_of(arena, above)) {
        if (is_marked(arena, above))
            return above;
        note_unmarked(files, arena, above);
        if (above.length <= 1)
            return folder;
    }
}

// What is left of `path` within `folder`; false where it is not within.
static bool path_within(Str path, Str folder, Str *rest)
{
    if (folder.length == 1) // "/"
        folder.length = 0;
    if (!str_starts_with(path, folder) || (path.length > folder.length && path.bytes[folder.length] != '/'))
        return false;
    *rest = str_from_offset(path, folder.length);
    while (rest->length > 0 && rest->bytes[0] == '/')
        *rest = str_from_offset(*rest, 1);
    return true;
}

static Str path_of_root(Arena *arena, const char *folder, Str start, FilesRead *files)
{
    return folder ? real_path(arena, folder) : start.length > 0 ? marked_above(arena, start, files) : start;
}

Str root_find(Arena *arena, const char *folder, const char *input, FilesRead *files)
{
    return path_of_root(arena, folder, folder ? (Str){0} : folder_of_input(arena, input), files);
}

Root *root_open(Arena *arena, const char *folder, const char *input, FilesRead *files)
{
    Str start = folder_of_input(arena, input);
    Str path = path_of_root(arena, folder, start, NULL); // root_find has noted
    if (path.length == 0)
        return NULL;
    Root *root = arena_new(arena, Root);
    *root = (Root){.path = path, .folder = -1, .file = -1, .files = files};
    arena_defer(arena, root_close, root);
    root->folder = open(path.bytes, STEP_FLAGS);
    if (root->folder < 0)
        return NULL;
    path_within(start, path, &root->start); // of an input that lies elsewhere paths start at the root
    return root;
}

// ---- reading

int root_error(const Root *root)
{
    return root->error;
}

static RootStatus status_of(Root *root, int error)
{
    if (error_is_of_machine(error)) {
        root->error = error;
        return ROOT_MACHINE;
    }
    switch (error) {
    case EXDEV:
        return ROOT_OUTSIDE;
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP:
        return ROOT_MISSING;
    default:
        return ROOT_UNREADABLE;
    }
}

static RootStatus read_open(Root *root, Arena *arena, size_t limit_bytes, struct stat *info, Str *bytes)
{
    if (fstat(root->file, info) != 0)
        return status_of(root, errno);
    if (!S_ISREG(info->st_mode))
        return ROOT_UNREADABLE; // a pipe would never end, a device does things
    if (info->st_size < 0 || (uint64_t)info->st_size > limit_bytes)
        return ROOT_TOO_LARGE;
    size_t size = (size_t)info->st_size, length = 0;
    char *buffer = arena_alloc(arena, size + 1);
    while (length < size) {
        ssize_t got = read(root->file, buffer + length, size - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return status_of(root, errno);
        if (got == 0)
            break;
        length += (size_t)got;
    }
    *bytes = (Str){buffer, (uint32_t)length};
    return ROOT_OK;
}

RootStatus root_read(Root *root, Arena *arena, Str path, size_t limit_bytes, Str *bytes)
{
    Str inner = path, start = root->start;
    *bytes = (Str){0};
    if (path.length == 0 || memchr(path.bytes, '\0', path.length))
        return ROOT_MISSING;
    if (path.bytes[0] == '/') {
        if (!path_within(path, root->path, &inner))
            return ROOT_OUTSIDE;
        start.length = 0;
    }
    Str whole = start.length > 0 ? arena_format(arena, "%.*s/%.*s", STR_ARGS(start), STR_ARGS(inner))
                                 : arena_str(arena, inner.bytes, inner.length);
    const char *slash = root->path.length > 1 ? "/" : "";
    const char *name =
        root->files ? arena_format(arena, "%s%s%s", root->path.bytes, slash, whole.bytes).bytes : whole.bytes;
    root->file = open_beneath(root->folder, whole.bytes);
    if (root->file < 0) {
        RootStatus status = status_of(root, errno);
        if (status == ROOT_MISSING) // what lies outside is the same whether it is there or not
            files_note(root->files, name, NULL, *bytes);
        return status;
    }
    struct stat info = {0};
    RootStatus status = read_open(root, arena, limit_bytes, &info, bytes);
    close_descriptor(&root->file);
    files_note(root->files, name, &info, *bytes);
    return status;
}
