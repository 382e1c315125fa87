#include "module.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

void *module_open(const char *data_folder, const char *file, char *fault, size_t fault_size)
{
    const char *const places[][2] = {
        {data_folder, "/"}, {data_folder, "/" HSPDF_MODULE_FROM_DATA "/"}, {HSPDF_MODULE_FOLDER, "/"}};
    fault[0] = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char path[PATH_MAX];
        int length = snprintf(path, sizeof path, "%s%s%s", places[i][0], places[i][1], file);
        bool is_named = length > 0 && length < PATH_MAX;
        if (!is_named || (access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)))
            continue;
        errno = 0;
        void *module = dlopen(path, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
        const char *why = module ? NULL : dlerror();
        if (!module)
            snprintf(fault, fault_size, "%s", why ? why : "it can not be loaded");
        return module;
    }
    errno = ENOENT;
    return NULL;
}
