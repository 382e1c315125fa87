// Values of front matter come from anyone, and become names of files: of them only letters, digits and marks that no
// shell and no file system gives a meaning are kept, everything else is a dash, and dots and dashes at an end of a
// value are dropped. What is left of a value is never a way out of the folder.
#include "names.h"

#include <limits.h>
#include <string.h>

#include "plan.h"

enum { NAME_BYTES_MAX = 255 };

static bool is_kept(const char *at, size_t *length)
{
    *length = 1;
    unsigned char byte = (unsigned char)*at;
    if (byte < 0x80)
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
               strchr("-_.+@=,", byte);
    return character_is_safe(at, length);
}

// Appends what may be of `value`; false where nothing is left.
static bool append_value(char *name, size_t *length, const char *value)
{
    size_t start = *length;
    for (size_t size; *value; value += size) {
        bool kept = is_kept(value, &size);
        bool is_edge = *length == start && (!kept || *value == '.' || *value == '-');
        if (is_edge)
            continue;
        if (*length + size >= PATH_MAX)
            return false;
        if (kept)
            memcpy(name + *length, value, size);
        else
            name[*length] = '-';
        *length += kept ? size : 1;
    }
    while (*length > start && strchr(".-", name[*length - 1]))
        --*length;
    return *length > start;
}

// The value of a field: of the input's place, or of its front matter.
static const char *field_value(Store *store, const char *place, const hspdf_front *front, const char *field)
{
    const char *slash = strrchr(place, '/');
    const char *name = slash ? slash + 1 : place;
    if (strcmp(field, "name") == 0) {
        const char *dot = strrchr(name, '.');
        return store_text(store, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
    }
    if (strcmp(field, "folder") == 0)
        return slash ? store_text(store, place, (size_t)(slash - place)) : "";
    return front ? hspdf_front_find(front, field) : NULL;
}

// The folder of a place is the caller's own, and kept with its slashes.
static bool append_folder(char *name, size_t *length, const char *folder)
{
    for (const char *at = folder; *at;) {
        char part[NAME_BYTES_MAX + 1];
        size_t size = strcspn(at, "/");
        if (size > NAME_BYTES_MAX || (at > folder && *length + 1 >= PATH_MAX))
            return false;
        memcpy(part, at, size);
        part[size] = '\0';
        if (at > folder)
            name[(*length)++] = '/';
        if (!append_value(name, length, part))
            return false;
        at += size + strspn(at + size, "/");
    }
    return true;
}

static bool parts_are_sound(const char *name)
{
    for (const char *at = name;; at++) {
        size_t size = strcspn(at, "/");
        if (size == 0 || size > NAME_BYTES_MAX || at[0] == '.' || at[0] == '-')
            return false;
        at += size;
        if (!*at)
            return true;
    }
}

static int name_by_template(Store *store, const BatchOptions *options, const char *source, const char *place,
                            const hspdf_front *front, const char **output)
{
    char name[PATH_MAX];
    size_t length = 0;
    for (const char *at = options->name; *at;) {
        const char *end = strncmp(at, "{{", 2) == 0 ? strstr(at, "}}") : NULL;
        if (!end) {
            if (length + 1 >= sizeof name)
                return fail(HSPDF_USAGE, "%s: --name makes a name that is too long", source);
            if ((unsigned char)*at < 0x20)
                return fail(HSPDF_USAGE, "--name has a control character");
            name[length++] = *at++;
            continue;
        }
        const char *start = at + 2 + strspn(at + 2, " ");
        size_t size = (size_t)(end - start);
        while (size > 0 && start[size - 1] == ' ')
            size--;
        const char *field = store_text(store, start, size);
        const char *value = field_value(store, place, front, field);
        bool is_folder = strcmp(field, "folder") == 0;
        at = end + 2;
        if (is_folder && !*value && *at == '/' && length == 0) {
            at++; // "{{folder}}/{{name}}.pdf" of a file at the top
            continue;
        }
        if (!value || !(is_folder ? append_folder(name, &length, value) : append_value(name, &length, value)))
            return fail(HSPDF_REFUSED,
                        "%s: --name wants '%s', which the front matter does not have; nothing was written", source,
                        field);
    }
    name[length] = '\0';
    if (!parts_are_sound(name))
        return fail(HSPDF_REFUSED, "%s: '%s' can not be the name of an output; nothing was written", source, name);
    *output = store_text(store, name, length);
    return 0;
}

static const char *with_suffix(Store *store, const char *place)
{
    size_t length = strlen(place);
    static const char *const suffixes[] = {".md", ".markdown", ".txt"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        size_t suffix = strlen(suffixes[i]);
        if (length > suffix && place[length - suffix - 1] != '/' && strcmp(place + length - suffix, suffixes[i]) == 0) {
            length -= suffix;
            break;
        }
    }
    return store_format(store, "%.*s.pdf", (int)length, place);
}

int name_output(Store *store, const BatchOptions *options, const char *source, const char *place, const char **output)
{
    if (options->name) {
        hspdf_front *front = hspdf_front_open(source);
        int status = name_by_template(store, options, source, place, front, output);
        hspdf_front_close(front);
        return status;
    }
    const char *slash = strrchr(place, '/');
    *output = with_suffix(store, options->is_flat && slash ? slash + 1 : place);
    // Folders that were walked have no such parts; names in a list may.
    for (const char *at = *output; at; at = strchr(at, '/') ? strchr(at, '/') + 1 : NULL) {
        if (at[0] == '/' || at[0] == '\0' || (at[0] == '.' && strncmp(at, "..", 2) == 0) || strncmp(at, "./", 2) == 0 ||
            strncmp(at, ".hspdf/", 7) == 0)
            return fail(HSPDF_USAGE, "'%s' can not be the name of an output", *output);
    }
    return 0;
}
