// Preloaded into the program, it stands in for a function that a stage calls, as a fault in a library would that runs
// a stranger's code, and there tries to break out, for real. Standard error is told of each try once a stage:
//
//     escape STAGE TRY: out           it worked
//     escape STAGE TRY: held NUMBER   it did not, and errno's number
//
// HSPDF_ESCAPE is a folder that nothing but an unconfined program may reach; it holds a file `secret`.
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char path[4096];

static const char *in_folder(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", getenv("HSPDF_ESCAPE"), name);
    return path;
}

static bool closed(int descriptor)
{
    return descriptor >= 0 && close(descriptor) == 0;
}

static bool reads_file(void)
{
    return closed(open(in_folder("secret"), O_RDONLY));
}

static bool reads_by_openat2(void)
{
    unsigned long long how[3] = {O_RDONLY, 0, 0};
    return closed((int)syscall(SYS_openat2, AT_FDCWD, in_folder("secret"), how, sizeof how));
}

static bool lists_folder(void)
{
    return closed(open(in_folder(""), O_RDONLY | O_DIRECTORY));
}

static bool writes_file(void)
{
    return closed(open(in_folder("secret"), O_WRONLY));
}

static bool writes_input_folder(void) // which may be read
{
    return closed(open("planted", O_WRONLY | O_CREAT, 0600));
}

static bool truncates_file(void)
{
    return truncate("leave", 0) == 0;
}

static bool removes_file(void)
{
    return unlink("leave") == 0;
}

static bool renames_file(void)
{
    return rename("leave", "left") == 0 && rename("left", "leave") == 0;
}

static bool makes_folder(void)
{
    return mkdir("planted.d", 0700) == 0;
}

static bool makes_link(void)
{
    return symlink("/etc/passwd", "planted.link") == 0;
}

static bool changes_mode(void)
{
    return chmod("leave", 0600) == 0;
}

static bool opens_network(void)
{
    return closed(socket(AF_INET, SOCK_STREAM, 0));
}

static bool opens_local_socket(void)
{
    return closed(socket(AF_UNIX, SOCK_STREAM, 0));
}

static bool makes_process(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return pid > 0 && waitpid(pid, NULL, 0) == pid;
}

static bool runs_program(void) // a process that shares our memory until it runs another program
{
    pid_t pid = vfork();
    if (pid == 0) {
        execl("/bin/true", "true", (char *)NULL);
        _exit(1);
    }
    int how = 1;
    return pid > 0 && waitpid(pid, &how, 0) == pid && how == 0;
}

static bool becomes_program(void) // execve by itself fails either way: for the program's sake it is given no file
{
    return syscall(SYS_execve, "", NULL, NULL) != 0 && errno == ENOENT;
}

static bool signals_parent(void)
{
    return kill(getppid(), 0) == 0;
}

static bool looks_into_parent(void)
{
    char memory[64];
    snprintf(memory, sizeof memory, "/proc/%d/environ", (int)getppid());
    return closed(open(memory, O_RDONLY));
}

static bool uses_open_file(void) // that can be written, and came with a fork
{
    struct stat info;
    for (int descriptor = STDERR_FILENO + 1; descriptor < 256; descriptor++) {
        int mode = fcntl(descriptor, F_GETFL);
        if (mode < 0 || fstat(descriptor, &info) != 0)
            continue;
        if (S_ISREG(info.st_mode) && (mode & O_ACCMODE) != O_RDONLY)
            return true;
    }
    return false;
}

static const struct {
    const char *name;
    bool (*try)(void);
} tries[] = {
    {"read", reads_file},
    {"read-openat2", reads_by_openat2},
    {"list", lists_folder},
    {"write", writes_file},
    {"create", writes_input_folder},
    {"truncate", truncates_file},
    {"rename", renames_file},
    {"mode", changes_mode},
    {"mkdir", makes_folder},
    {"symlink", makes_link},
    {"unlink", removes_file},
    {"network", opens_network},
    {"local-socket", opens_local_socket},
    {"fork", makes_process},
    {"exec", runs_program},
    {"execve", becomes_program},
    {"signal", signals_parent},
    {"environ", looks_into_parent},
    {"open-file", uses_open_file},
};

// What an unconfined try left behind is put as it was.
static void prepare(void)
{
    closed(open("leave", O_WRONLY | O_CREAT, 0600));
    unlink("planted");
    unlink("planted.link");
    rmdir("planted.d");
}

static void try_all(const char *stage, bool *was_here)
{
    if (*was_here || !getenv("HSPDF_ESCAPE"))
        return;
    *was_here = true;
    prepare();
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        errno = 0;
        bool is_out = tries[i].try();
        int error = errno;
        fprintf(stderr, is_out ? "escape %s %s: out\n" : "escape %s %s: held %d\n", stage, tries[i].name, error);
    }
}

// A function with up to eight arguments that are whole numbers or pointers, as all of these have. Libraries that a
// module brings with it are no one else's, so they are asked for by name.
#define STAND_IN(stage, library, name)                                                                                 \
    void *name(void *, void *, void *, void *, void *, void *, void *, void *);                                        \
    void *name(void *a, void *b, void *c, void *d, void *e, void *f, void *g, void *h)                                 \
    {                                                                                                                  \
        static bool was_here;                                                                                          \
        void *(*real)(void *, void *, void *, void *, void *, void *, void *, void *);                                 \
        *(void **)&real = dlsym(library ? dlopen(library, RTLD_LAZY | RTLD_NOLOAD) : RTLD_NEXT, #name);                \
        if (!real)                                                                                                     \
            abort();                                                                                                   \
        try_all(stage, &was_here);                                                                                     \
        return real(a, b, c, d, e, f, g, h);                                                                           \
    }

STAND_IN("records", "libjson-c.so.5", json_tokener_parse_ex)
STAND_IN("source", NULL, yaml_parser_parse)
STAND_IN("document", NULL, cmark_parser_finish)
STAND_IN("raster", NULL, png_image_begin_read_from_memory)
STAND_IN("svg", "librsvg-2.so.2", rsvg_handle_render_document)
STAND_IN("text", NULL, hb_shape)
STAND_IN("paint", NULL, cairo_show_text_glyphs)
STAND_IN("pdf", NULL, libdeflate_zlib_compress)
