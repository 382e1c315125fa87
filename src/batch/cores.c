// A container on a machine of 64 cores sees them all, and may be given the time of two: the quota of its control group
// counts, and those of the groups above it (Linux, Documentation/admin-guide/cgroup-v2.rst, cpu.max; cgroup-v1 has
// cpu.cfs_quota_us).
#include "cores.h"

#include <limits.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned affinity(void)
{
    long all = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned count = all > 0 ? (unsigned)all : 1;
    enum { CPUS = 8192 };
    cpu_set_t *set = CPU_ALLOC(CPUS);
    if (set && sched_getaffinity(0, CPU_ALLOC_SIZE(CPUS), set) == 0)
        count = (unsigned)CPU_COUNT_S(CPU_ALLOC_SIZE(CPUS), set);
    CPU_FREE(set);
    return count;
}

// "200000 100000" is two cores, "max 100000" no quota.
static unsigned quota_of(const char *path, unsigned most)
{
    FILE *file = fopen(path, "re");
    double quota = 0, period = 0;
    if (!file)
        return most;
    bool is_limited = fscanf(file, "%lf %lf", &quota, &period) == 2 && quota > 0 && period > 0;
    fclose(file);
    if (!is_limited || quota / period >= most)
        return most;
    unsigned cores = (unsigned)(quota / period);
    return cores < quota / period ? cores + 1 : cores;
}

static unsigned quota_of_v1(const char *folder, unsigned most)
{
    char path[PATH_MAX + 32];
    double values[2] = {0, 0};
    static const char *const names[] = {"cpu.cfs_quota_us", "cpu.cfs_period_us"};
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        FILE *file = fopen(path, "re");
        if (!file || fscanf(file, "%lf", &values[i]) != 1)
            values[i] = 0;
        if (file)
            fclose(file);
    }
    if (values[0] <= 0 || values[1] <= 0 || values[0] / values[1] >= most)
        return most;
    unsigned cores = (unsigned)(values[0] / values[1]);
    return cores < values[0] / values[1] ? cores + 1 : cores;
}

static unsigned quotas_above(const char *mount, char *group, bool is_v1, unsigned most)
{
    char path[PATH_MAX];
    for (;;) {
        int length = snprintf(path, sizeof path - 16, "%s%s", mount, group);
        if (length > 0 && (size_t)length < sizeof path - 16) {
            if (is_v1)
                most = quota_of_v1(path, most);
            else
                most = quota_of(strcat(path, "/cpu.max"), most);
        }
        char *slash = strrchr(group, '/');
        if (!slash)
            return most;
        *slash = '\0';
    }
}

unsigned cores_usable(void)
{
    unsigned cores = affinity();
    FILE *file = fopen("/proc/self/cgroup", "re");
    char line[PATH_MAX];
    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        char *controllers = strchr(line, ':');
        char *group = controllers ? strchr(controllers + 1, ':') : NULL;
        if (!group)
            continue;
        *group++ = '\0';
        controllers++;
        if (*controllers == '\0') // "0::/path"
            cores = quotas_above("/sys/fs/cgroup", group, /*is_v1*/ false, cores);
        else if (strstr(controllers, "cpu") && !strstr(controllers, "cpuset"))
            cores = quotas_above("/sys/fs/cgroup/cpu", group, /*is_v1*/ true, cores);
    }
    if (file)
        fclose(file);
    return cores > 0 ? cores : 1;
}
