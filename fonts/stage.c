// Stages the fonts that fonts.table names, and writes what hspdf knows of them as C: a build tool.
//
//     stage_fonts TABLE FONTS-FOLDER EMOJI-DATA OUTPUT-FOLDER OUTPUT.c
//
// What lies in OUTPUT-FOLDER and is of no row is removed, since the folder is installed whole. OUTPUT.c appears last
// and whole, so that a run that failed is repeated. The fingerprint is FNV-1a, 64 bits, over each row, which decides
// what a font is chosen for, and the bytes of its staged file.
#include "stage.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROWS_MAX = 200 };

typedef struct {
    const char *fonts_folder, *output_folder;
    FILE *code;
    uint64_t fingerprint;
    Row rows[ROWS_MAX];
    int row_count;
} Stage;

_Noreturn void fail(const char *what, const char *name, const char *why)
{
    fprintf(stderr, "fonts/stage: %s %s: %s\n", what, name, why);
    exit(1);
}

static void remove_strangers(const Stage *stage)
{
    DIR *folder = opendir(stage->output_folder);
    if (!folder)
        fail("cannot open", stage->output_folder, strerror(errno));
    for (const struct dirent *entry; (entry = readdir(folder));) {
        bool is_staged = entry->d_name[0] == '.' || strcmp(entry->d_name, CARRIER_FILE) == 0;
        for (int i = 0; i < stage->row_count && !is_staged; i++)
            is_staged = strcmp(entry->d_name, stage->rows[i].name) == 0;
        char path[PATH_SIZE];
        join_path(path, stage->output_folder, entry->d_name);
        if (!is_staged && unlink(path) != 0)
            fail("cannot remove", path, strerror(errno));
    }
    closedir(folder);
}

static void hash_bytes(Stage *stage, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < size; i++)
        stage->fingerprint = (stage->fingerprint ^ at[i]) * 0x100000001B3u;
}

static void hash_file(Stage *stage, const char *path)
{
    static unsigned char block[1 << 16];
    FILE *file = fopen(path, "rb");
    if (!file)
        fail("cannot read", path, strerror(errno));
    for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;)
        hash_bytes(stage, block, size);
    if (ferror(file))
        fail("cannot read", path, strerror(errno));
    fclose(file);
}

static void stage_row(Stage *stage, Row *row)
{
    char from[PATH_SIZE], to[PATH_SIZE];
    find_source(row, stage->fonts_folder, from);
    name_staged(row);
    join_path(to, stage->output_folder, row->name);
    write_staged(row, from, to);
    hash_bytes(stage, row->role, strlen(row->role));
    hash_bytes(stage, row->scripts, strlen(row->scripts));
    hash_bytes(stage, row->style, strlen(row->style));
    hash_bytes(stage, &row->scale, sizeof row->scale);
    hash_bytes(stage, &row->leading, sizeof row->leading);
    hash_file(stage, to);
    describe_font(stage->code, row, stage->row_count, to);
}

static void read_table(Stage *stage, const char *path)
{
    FILE *table = fopen(path, "r");
    if (!table)
        fail("cannot open", path, strerror(errno));
    char line[1024];
    while (fgets(line, sizeof line, table)) {
        if (line[0] == '#' || line[strspn(line, " \t\n")] == '\0')
            continue;
        if (stage->row_count == ROWS_MAX)
            fail("too many rows in", path, "raise ROWS_MAX");
        Row *row = &stage->rows[stage->row_count];
        row->scale = 100;
        if (sscanf(line, "%7s %63s %15s %63s %511s %d %15s %d %d", row->role, row->scripts, row->style, row->package,
                   row->files, &row->face, row->how, &row->scale, &row->leading) < 7)
            fail("seven columns are wanted in a row of", path, line);
        stage_row(stage, row);
        stage->row_count++;
    }
    fclose(table);
}

static void stage_carrier(Stage *stage)
{
    char path[PATH_SIZE];
    join_path(path, stage->output_folder, CARRIER_FILE);
    write_carrier_font(path);
    hash_file(stage, path);
}

static void write_rows(const Stage *stage)
{
    fputs("const StagedFont staged_fonts[] = {\n", stage->code);
    for (int i = 0; i < stage->row_count; i++) {
        const Row *row = &stage->rows[i];
        fprintf(stage->code, "{\"%s\", \"%s\", \"%s\", \"%s\", %d, %d, %d, %d, %d, %d, %d, %d, %d, 0, ", row->name,
                row->family, row->role, row->scripts, strncmp(row->style, "bold", 4) == 0,
                strstr(row->style, "italic") != NULL, row->touches_space, row->is_color, row->units_per_em, row->scale,
                row->leading, row->ascent, row->descent);
        fprintf(stage->code, "ranges_%d, sizeof ranges_%d / sizeof *ranges_%d},\n", i, i, i);
    }
    fprintf(stage->code, "};\nconst size_t staged_font_count = %d;\n", stage->row_count);
    fprintf(stage->code, "const char staged_fingerprint[] = \"%016llx\";\n", (unsigned long long)stage->fingerprint);
}

int main(int argc, char **argv)
{
    static Stage stage = {.fingerprint = 0xCBF29CE484222325u};
    if (argc != 6)
        fail("usage:", "stage_fonts", "TABLE FONTS-FOLDER EMOJI-DATA OUTPUT-FOLDER OUTPUT.c");
    stage.fonts_folder = argv[2];
    stage.output_folder = argv[4];
    char unfinished[PATH_SIZE];
    snprintf(unfinished, sizeof unfinished, "%s.new", argv[5]);
    stage.code = fopen(unfinished, "w");
    if (!stage.code)
        fail("cannot write", unfinished, strerror(errno));
    fputs("// Made by fonts/stage.c from fonts/fonts.table.\n#include \"text/staged.h\"\n\n", stage.code);
    write_emoji(stage.code, argv[3]);
    read_table(&stage, argv[1]);
    stage_carrier(&stage);
    write_rows(&stage);
    remove_strangers(&stage);
    if (fclose(stage.code) != 0 || rename(unfinished, argv[5]) != 0)
        fail("cannot write", argv[5], strerror(errno));
    return 0;
}
