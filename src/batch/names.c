// Values of front matter come from anyone, and become names of files: of them only letters, digits and marks that no
// shell and no file system gives a meaning are kept, everything else is a dash, and dots and dashes at an end of a
// value are dropped. What is left of a value is never a way out of the folder.
#include "names.h"

#include <stdio.h>
#include <string.h>

#include "fail.h"

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

static const char *given_value(const BatchOptions *options, const char *key)
{
    const char *value = NULL;
    for (size_t i = 0; i < options->field_count; i++) {
        if (strcmp(options->fields[i].key, key) == 0)
            value = options->fields[i].value;
    }
    return value;
}

static const char *copy_into(char text[PATH_MAX], const char *from, size_t length)
{
    snprintf(text, PATH_MAX, "%.*s", (int)length, from);
    return text;
}

// Of what fills the text: what was given, or the record.
static const char *filled_value(const NameOf *of, const char *key)
{
    const char *value = given_value(of->options, key);
    return value || !of->data ? value : hspdf_data_value(of->data, key);
}

// The value of a field: of what fills the text, of the input's place, or of its front matter. `text` is room for it.
static const char *field_value(const NameOf *of, const char *field, char text[PATH_MAX])
{
    const char *filled = filled_value(of, field);
    if (filled)
        return filled;
    const char *slash = strrchr(of->place, '/');
    const char *name = slash ? slash + 1 : of->place;
    if (strcmp(field, "name") == 0) {
        const char *dot = strrchr(name, '.');
        return copy_into(text, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
    }
    if (strcmp(field, "folder") == 0)
        return slash ? copy_into(text, of->place, (size_t)(slash - of->place)) : "";
    if (strcmp(field, "number") == 0 && of->data) {
        snprintf(text, PATH_MAX, "%0*zu", of->digits, hspdf_data_number(of->data));
        return text;
    }
    const char *value = of->front ? hspdf_front_find(of->front, field) : NULL;
    return value && of->data && strstr(value, "{{") ? NULL : value; // it has to be asked for by the data's name
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

static size_t length_without_suffix(const char *place)
{
    size_t length = strlen(place);
    static const char *const suffixes[] = {".md", ".markdown", ".txt"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        size_t suffix = strlen(suffixes[i]);
        if (length > suffix && place[length - suffix - 1] != '/' && strcmp(place + length - suffix, suffixes[i]) == 0)
            return length - suffix;
    }
    return length;
}

static int name_is_long(const NameOf *of)
{
    return fail(HSPDF_USAGE, "%s: --name makes a name that is too long", of->source);
}

// From `at`, behind which there is "}}". Gives where it ends; NULL after a message.
static const char *append_field(const NameOf *of, const char *at, char name[PATH_MAX], size_t *length, int *status)
{
    char field[NAME_BYTES_MAX + 1], text[PATH_MAX];
    const char *start = at + 2 + strspn(at + 2, " "), *end = strstr(at, "}}");
    size_t size = start < end ? (size_t)(end - start) : 0;
    while (size > 0 && start[size - 1] == ' ')
        size--;
    snprintf(field, sizeof field, "%.*s", (int)size, start);
    const char *value = field_value(of, field, text);
    bool is_folder = strcmp(field, "folder") == 0 && value && !filled_value(of, field);
    end += 2;
    if (is_folder && !*value && *end == '/' && *length == 0)
        return end + 1; // "{{folder}}/{{name}}.pdf" of a file at the top
    if (value && (is_folder ? append_folder(name, length, value) : append_value(name, length, value)))
        return end;
    *status = fail(HSPDF_REFUSED, "%s: --name wants '%s', which %s; nothing was written", of->source, field,
                   of->data ? "the record does not have" : "the front matter does not have");
    return NULL;
}

int name_by_template(const NameOf *of, char name[PATH_MAX])
{
    size_t length = 0;
    int status = 0;
    for (const char *at = of->options->name; *at;) {
        if (length + 1 >= PATH_MAX)
            return name_is_long(of);
        if (strncmp(at, "{{", 2) == 0 && strstr(at, "}}")) {
            at = append_field(of, at, name, &length, &status);
            if (!at)
                return status;
            continue;
        }
        if ((unsigned char)*at < 0x20)
            return fail(HSPDF_USAGE, "--name has a control character");
        name[length++] = *at++;
    }
    name[length] = '\0';
    if (parts_are_sound(name))
        return 0;
    return of->data ? fail(HSPDF_REFUSED, "%s: --name makes what can not be the name of an output; nothing was written",
                           of->source)
                    : fail(HSPDF_REFUSED, "%s: '%s' can not be the name of an output; nothing was written", of->source,
                           name);
}

int name_by_number(const NameOf *of, char name[PATH_MAX])
{
    const char *slash = strrchr(of->place, '/'), *stem = slash ? slash + 1 : of->place;
    int length = snprintf(name, PATH_MAX, "%.*s-%0*zu.pdf", (int)length_without_suffix(stem), stem, of->digits,
                          hspdf_data_number(of->data));
    return length < PATH_MAX && parts_are_sound(name) ? 0 : name_is_long(of);
}

int name_output(Store *store, const BatchOptions *options, const char *source, const char *place, const char **output)
{
    if (options->name) {
        char name[PATH_MAX];
        NameOf of = {.options = options, .source = source, .place = place, .front = hspdf_front_open(source)};
        int status = name_by_template(&of, name);
        hspdf_front_close((hspdf_front *)of.front);
        *output = status == 0 ? store_text(store, name, strlen(name)) : NULL;
        return status;
    }
    const char *slash = strrchr(place, '/'), *named = options->is_flat && slash ? slash + 1 : place;
    *output = store_format(store, "%.*s.pdf", (int)length_without_suffix(named), named);
    // Folders that were walked have no such parts; names in a list may.
    for (const char *at = *output; at; at = strchr(at, '/') ? strchr(at, '/') + 1 : NULL) {
        if (at[0] == '/' || at[0] == '\0' || (at[0] == '.' && strncmp(at, "..", 2) == 0) || strncmp(at, "./", 2) == 0 ||
            strncmp(at, ".hspdf/", 7) == 0)
            return fail(HSPDF_USAGE, "'%s' can not be the name of an output", *output);
    }
    return 0;
}
