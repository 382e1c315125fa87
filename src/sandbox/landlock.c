// All rights that this kernel knows are taken, and those to read given back beneath the paths. Its number of the
// interface says which rights it knows: asking for others is an error. Each row of them is from the kernel's
// Documentation/userspace-api/landlock.rst; numbers stand here since the headers of Debian 12 end at the third.
#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    CREATE_VERSION = 1,
    RULE_PATH_BENEATH = 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
};

typedef struct {
    uint64_t files, network, scopes;
} Rights;

// struct landlock_path_beneath_attr, which is packed.
typedef struct __attribute__((packed)) {
    uint64_t allowed;
    int32_t descriptor;
} PathRule;

static long interface_version(void)
{
    return syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, CREATE_VERSION);
}

bool landlock_is_there(void)
{
    return interface_version() > 0;
}

static Rights rights_known(long version)
{
    static const Rights added[] = {
        [1] = {.files = 0x1fff},  // run, write, read, list, remove, make
        [2] = {.files = 1 << 13}, // link and rename from one folder into another
        [3] = {.files = 1 << 14}, // truncate
        [4] = {.network = 0x3},   // bind and connect TCP
        [5] = {.files = 1 << 15}, // ioctl of devices
        [6] = {.scopes = 0x3},    // abstract sockets and signals to others
    };
    Rights known = {0};
    for (long i = 1; i <= version && i < (long)(sizeof added / sizeof *added); i++) {
        known.files |= added[i].files;
        known.network |= added[i].network;
        known.scopes |= added[i].scopes;
    }
    return known;
}

static size_t rights_size(long version)
{
    return version < 4 ? offsetof(Rights, network) : version < 6 ? offsetof(Rights, scopes) : sizeof(Rights);
}

static int allow_reading(int ruleset, const char *path)
{
    struct stat status;
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) // what is not there, or can not be looked up, can not be read either
        return errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ELOOP ? 0 : errno;
    PathRule rule = {.allowed = READ_FILE, .descriptor = descriptor};
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        rule.allowed |= READ_DIR;
    int error = syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0) == 0 ? 0 : errno;
    close(descriptor);
    return error == EBADFD ? 0 : error; // a pipe, which no rule stands in the way of
}

int landlock_enter(const SandboxPaths *readable)
{
    long version = interface_version();
    Rights rights = rights_known(version);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rights, rights_size(version), 0);
    int error = ruleset < 0 ? errno : 0;
    for (size_t i = 0; i < readable->count && !error; i++)
        error = allow_reading(ruleset, readable->items[i]);
    if (!error && syscall(SYS_landlock_restrict_self, ruleset, 0) != 0)
        error = errno;
    if (ruleset >= 0)
        close(ruleset);
    return error;
}
