// What a request may read, as a list of paths for the sandbox. Lists are made before anything is given up.
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "hspdf.h"
#include "public.h"
#include "sandbox/sandbox.h"

// What packages bring: libraries, which modules load, dictionaries, time zones, fonts and fontconfig's own settings.
// Nothing there is a user's.
static const char *const packages[] = {
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share",
    "/usr/local/share",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/fonts",
    "/sys/devices/system/cpu",
    "/dev/urandom",
    "/var/cache/fontconfig",
#ifdef __SANITIZE_ADDRESS__ // reads its own maps
    "/proc/self",
#endif
};

static const char *const font_places_of_home[] = {
    "/.fonts", "/.fonts.conf", "/.config/fontconfig", "/.local/share/fonts", "/.cache/fontconfig",
};

typedef struct {
    Arena *arena;
    SandboxPaths paths;
} PathList;

static void add(PathList *list, const char *path)
{
    if (!path || !*path)
        return;
    if (list->paths.count == list->paths.capacity) {
        size_t capacity = 2 * list->paths.capacity + 32;
        const char **items = arena_array(list->arena, const char *, capacity);
        if (list->paths.count > 0)
            memcpy(items, list->paths.items, list->paths.count * sizeof *items);
        list->paths.items = items;
        list->paths.capacity = capacity;
    }
    list->paths.items[list->paths.count++] = path;
}

static void add_all(PathList *list, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(list, paths[i]);
}

// A search path, as LD_LIBRARY_PATH.
static void add_search_path(PathList *list, const char *value)
{
    while (value && *value) {
        size_t length = strcspn(value, ":;");
        add(list, arena_str(list->arena, value, (uint32_t)length).bytes);
        value += length + (value[length] != '\0');
    }
}

#ifdef __SANITIZE_ADDRESS__
// Which leaks are not ours, is read when the program ends.
static void add_suppressions(PathList *list)
{
    const char *options = getenv("LSAN_OPTIONS"), *path = options ? strstr(options, "suppressions=") : NULL;
    if (path)
        add(list, arena_str(list->arena, path + 13, (uint32_t)strcspn(path + 13, ":")).bytes);
}
#endif

static void add_fonts_of_system(PathList *list)
{
    const char *home = getenv("HOME");
    for (size_t i = 0; home && *home && i < sizeof font_places_of_home / sizeof *font_places_of_home; i++)
        add(list, arena_format(list->arena, "%s%s", home, font_places_of_home[i]).bytes);
    add(list, getenv("FONTCONFIG_FILE"));
    add_search_path(list, getenv("FONTCONFIG_PATH"));
    const char *data = getenv("XDG_DATA_HOME");
    if (data && *data)
        add(list, arena_format(list->arena, "%s/fonts", data).bytes);
}

// A style that the command line names, and those beside it, which it may extend.
static void add_style(PathList *list, const char *style)
{
    const char *slash = style ? strrchr(style, '/') : NULL;
    if (slash)
        add(list, arena_str(list->arena, style, (uint32_t)(slash - style + 1)).bytes);
    else if (style && strchr(style, '.'))
        add(list, ".");
}

// What links in a folder lead to, by those whose names end with `suffix`. False where it is no folder.
static bool add_links(PathList *list, const char *path, Str suffix)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (entry->d_type == DT_LNK && str_ends_with(str_from(entry->d_name), suffix))
            add(list, arena_format(list->arena, "%s/%s", path, entry->d_name).bytes);
    }
    if (folder)
        closedir(folder);
    return folder != NULL;
}

static void add_request(PathList *list, const hspdf_request *request)
{
    PublicPaths named = public_paths(request);
    Str previous = {0};
    for (size_t i = 0; i < named.input_count; i++) {
        const char *path = named.inputs[i].path;
        if (path && strcmp(path, "-") != 0) {
            add(list, path);
            if (add_links(list, path, STR(".md"))) // whose root is looked for from within
                path = arena_format(list->arena, "%s/", path).bytes;
        }
        Str root = root_find(list->arena, named.root, path, NULL);
        if (!str_equal(root, previous))
            add(list, root.bytes);
        previous = root;
    }
    add_style(list, named.style);
}

// May jump.
static void list_paths(PathList *list, const hspdf_engine *engine, const hspdf_request *request,
                       const char *const *more, size_t more_count)
{
    add_all(list, packages, sizeof packages / sizeof *packages);
    add_search_path(list, getenv("LD_LIBRARY_PATH"));
    add(list, public_data_folder(engine));
    add_links(list, public_data_folder(engine), STR(""));
    add(list, arena_format(list->arena, "%s/" HSPDF_MODULE_FROM_DATA, public_data_folder(engine)).bytes);
    add(list, HSPDF_MODULE_FOLDER);
    if (public_uses_system_fonts(engine))
        add_fonts_of_system(list);
    add_request(list, request);
    add_all(list, more, more_count);
#ifdef __SANITIZE_ADDRESS__
    add_suppressions(list);
#endif
}

int hspdf_confinement(void)
{
    return (int)sandbox_kinds();
}

hspdf_status hspdf_confine(const hspdf_engine *engine, const hspdf_request *request, const char *const *more,
                           size_t more_count, int required)
{
    PathList list = {.arena = arena_open(limits_default.values[LIMIT_MEMORY])};
    jmp_buf landing;
    if (!list.arena)
        return HSPDF_MACHINE;
    if (setjmp(landing) != 0) {
        arena_close(list.arena);
        return HSPDF_MACHINE;
    }
    arena_set_landing(list.arena, &landing);
    list_paths(&list, engine, request, more, more_count);
    int error = sandbox_enter(&list.paths, (SandboxKinds)required);
    arena_close(list.arena);
    return error == ENOSYS ? HSPDF_REFUSED : error ? HSPDF_MACHINE : HSPDF_OK;
}
