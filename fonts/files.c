// Where fonts come from and what is made of them: copies, or what hb-subset (libharfbuzz-bin) writes without
// hints, or without subroutines, of which cairo 1.16 loses some.
#include "stage.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void join_path(char path[PATH_SIZE], const char *folder, const char *name)
{
    int length = snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    if (length < 0 || length >= PATH_SIZE)
        fail("too long a path", folder, name);
}

void find_source(const Row *row, const char *fonts_folder, char path[PATH_SIZE])
{
    char files[sizeof row->files];
    snprintf(files, sizeof files, "%s", row->files);
    char *rest = NULL;
    for (char *file = strtok_r(files, "|", &rest); file; file = strtok_r(NULL, "|", &rest)) {
        join_path(path, fonts_folder, file);
        if (access(path, R_OK) == 0)
            return;
    }
    fprintf(stderr, "fonts/stage: %s/%s is missing: install the package %s\n", fonts_folder, row->files, row->package);
    exit(1);
}

void name_staged(Row *row)
{
    size_t end = strcspn(row->files, "|"), start = end;
    while (start > 0 && row->files[start - 1] != '/')
        start--;
    const char *dot = memrchr(row->files + start, '.', end - start);
    size_t stem_end = dot ? (size_t)(dot - row->files) : end;
    int stem = (int)(stem_end - start), suffix = (int)(end - stem_end);
    int length;
    if (strcmp(row->how, "copy") == 0 || strcmp(row->how, "unhinted") == 0)
        length =
            snprintf(row->name, sizeof row->name, "%.*s%.*s", stem, row->files + start, suffix, row->files + stem_end);
    else if (strcmp(row->how, "flatten") == 0)
        length = snprintf(row->name, sizeof row->name, "%.*s.otf", stem, row->files + start);
    else
        length = snprintf(row->name, sizeof row->name, "%.*s-%s.otf", stem, row->files + start, row->scripts);
    if (length < 0 || (size_t)length >= sizeof row->name)
        fail("too long a name", row->files, "raise its size");
}

static void copy_file(const char *from, const char *to)
{
    static char block[1 << 16];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    if (!in || !out)
        fail("cannot copy", from, strerror(errno));
    for (size_t size; (size = fread(block, 1, sizeof block, in)) > 0;) {
        if (fwrite(block, 1, size, out) != size)
            fail("cannot write", to, strerror(errno));
    }
    if (ferror(in) || fclose(out) != 0)
        fail("cannot copy", from, strerror(errno));
    fclose(in);
}

static void run_subset(char *const arguments[])
{
    pid_t child = fork();
    if (child == 0) {
        execvp("hb-subset", arguments);
        _exit(127);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail("hb-subset failed on", arguments[1], "is the package libharfbuzz-bin installed?");
}

// Latin letters and digits of a font for Han are left out: the text's own serve there too, so that a number looks the
// same beside Han as beside Latin. Spaces stay, and the dot between the parts of a name, which is wide. Kana are not
// kerned: each has its square, where words are set one by one and lines end between any two.
static void flatten_file(const Row *row, const char *from, const char *to)
{
    char face[32], output[PATH_SIZE + 32];
    snprintf(face, sizeof face, "--face-index=%d", row->face);
    snprintf(output, sizeof output, "--output-file=%s", to);
    run_subset((char *[]){"hb-subset", (char *)from, face, "--unicodes=*", "--unicodes-=21-7E,A1-B6,B8-FF",
                          "--desubroutinize", "--no-hinting", "--layout-features=*", "--layout-features-=kern", output,
                          NULL});
}

// Without `locl` and its glyphs for other languages, which would double the size; what is set upright goes too.
static void subset_file(const Row *row, const char *from, const char *to)
{
    char face[32], output[PATH_SIZE + 32], list[PATH_SIZE], characters[PATH_SIZE + 32];
    if (snprintf(list, sizeof list, "%s.txt", to) >= (int)sizeof list)
        fail("too long a path", to, "");
    write_common_characters(row->scripts, list);
    snprintf(face, sizeof face, "--face-index=%d", row->face);
    snprintf(output, sizeof output, "--output-file=%s", to);
    snprintf(characters, sizeof characters, "--unicodes-file=%s", list);
    run_subset((char *[]){"hb-subset", (char *)from, face, characters, "--desubroutinize", "--no-hinting",
                          "--layout-features=ccmp,mark,mkmk,ljmo,vjmo,tjmo,calt,rlig", output, NULL});
    unlink(list);
}

static void unhint_file(const Row *row, const char *from, const char *to)
{
    char face[32], output[PATH_SIZE + 32];
    snprintf(face, sizeof face, "--face-index=%d", row->face);
    snprintf(output, sizeof output, "--output-file=%s", to);
    run_subset((char *[]){"hb-subset", (char *)from, face, "--unicodes=*", "--gids=*", "--retain-gids", "--no-hinting",
                          "--notdef-outline", "--layout-features=*", output, NULL});
}

void write_staged(const Row *row, const char *from, const char *to)
{
    if (strcmp(row->how, "copy") == 0)
        copy_file(from, to);
    else if (strcmp(row->how, "unhinted") == 0)
        unhint_file(row, from, to);
    else if (strcmp(row->how, "unhinted") == 0)
        unhint_file(row, from, to);
    else if (strcmp(row->how, "flatten") == 0)
        flatten_file(row, from, to);
    else if (strcmp(row->how, "common") == 0)
        subset_file(row, from, to);
    else
        fail("unknown way to stage", row->name, row->how);
}
