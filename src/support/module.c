#include "module.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>

static void *open_in(const char *folder, const char *place, const char *file)
{
    char path[PATH_MAX];
    int length = snprintf(path, sizeof path, "%s%s%s", folder, place, file);
    return length > 0 && length < PATH_MAX ? dlopen(path, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE) : NULL;
}

void *module_open(const char *data_folder, const char *file)
{
    void *module = open_in(data_folder, "/", file);
    if (!module)
        module = open_in(data_folder, "/" HSPDF_MODULE_FROM_DATA "/", file);
    return module ? module : open_in(HSPDF_MODULE_FOLDER, "/", file);
}
