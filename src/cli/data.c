// The program looks near itself first, so that a build folder works uninstalled and an installed tree may be
// moved.
#include "data.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The folder of the running program as a new string, or NULL. Without /proc, by the name that it was started
// by.
static char *program_folder(const char *program)
{
    char *path = realpath("/proc/self/exe", NULL);
    if (!path && program && strchr(program, '/'))
        path = realpath(program, NULL);
    char *slash = path ? strrchr(path, '/') : NULL;
    if (slash)
        *slash = '\0';
    return path;
}

bool data_folder_find(const char *program, char **folder)
{
    const char *given = getenv("HSPDF_DATA");
    *folder = NULL;
    if (given && *given)
        return (*folder = strdup(given)) != NULL;
    static const char *const places[] = {"share/hspdf", "../share/hspdf"};
    errno = 0;
    char *own = program_folder(program);
    bool is_sure = own || errno != ENOMEM;
    for (size_t i = 0; own && is_sure && !*folder && i < sizeof places / sizeof *places; i++) {
        char path[PATH_MAX];
        int length = snprintf(path, sizeof path, "%s/%s/fonts", own, places[i]);
        if (length > 0 && (size_t)length < sizeof path && access(path, R_OK) == 0)
            is_sure = (*folder = strndup(path, (size_t)length - strlen("/fonts"))) != NULL;
    }
    free(own);
    return is_sure;
}
