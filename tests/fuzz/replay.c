// Runs a target over files, and over those in folders, without a fuzzer.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

static size_t count;

static void run_file(const char *path)
{
    FILE *file = fopen(path, "re");
    struct stat info;
    if (!file || fstat(fileno(file), &info) != 0)
        fuzz_found(path);
    // As large as the input, so that a sanitizer sees what is read beyond it.
    size_t size = (size_t)info.st_size;
    uint8_t *bytes = malloc(size);
    if (size > 0 && (!bytes || fread(bytes, 1, size, file) != size))
        fuzz_found(path);
    fclose(file);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    count++;
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void run_folder(const char *path)
{
    struct dirent **entries;
    int entry_count = scandir(path, &entries, is_shown, alphasort);
    for (int i = 0; i < entry_count; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entries[i]->d_name);
        run_file(name);
        free(entries[i]);
    }
    free(entries);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct stat info;
        if (stat(argv[i], &info) == 0 && S_ISDIR(info.st_mode))
            run_folder(argv[i]);
        else
            run_file(argv[i]);
    }
    hspdf_engine_close(fuzz_engine());
    fprintf(stderr, "%zu inputs\n", count);
    return count == 0;
}
