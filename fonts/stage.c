// Stages the fonts that fonts.table names, and writes what hspdf knows of them as C: a build tool.
//
//     stage TABLE FONTS-FOLDER OUTPUT-FOLDER OUTPUT.c
//
// Files are copied, or, where the row says so, written anew by hb-subset (libharfbuzz-bin) with all glyphs and no
// subroutines. The fingerprint is FNV-1a, 64 bits, over the bytes of all staged files in the order of the table.
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <ft2build.h>
#include FT_FREETYPE_H

typedef struct {
    char role[8], scripts[64], style[16], package[64], file[256], how[16];
    int face;
} Row;

typedef struct {
    const char *fonts_folder, *output_folder;
    FILE *code;
    uint64_t fingerprint;
    int row_count;
    FT_Library library;
} Stage;

static _Noreturn void fail(const char *what, const char *name, const char *why)
{
    fprintf(stderr, "fonts/stage: %s %s: %s\n", what, name, why);
    exit(1);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// "NotoSansCJK-Regular.ttc" is staged as one face: "NotoSansCJK-Regular.otf".
static void staged_name(const Row *row, char *name, size_t size)
{
    snprintf(name, size, "%s", base_name(row->file));
    char *dot = strrchr(name, '.');
    if (dot && strcmp(row->how, "flatten") == 0)
        memcpy(dot, ".otf", 5);
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

static void flatten_file(const Row *row, const char *from, const char *to)
{
    char face[32], output[4200];
    snprintf(face, sizeof face, "--face-index=%d", row->face);
    snprintf(output, sizeof output, "--output-file=%s", to);
    pid_t child = fork();
    if (child == 0) {
        execlp("hb-subset", "hb-subset", from, face, "--unicodes=*", "--desubroutinize", "--layout-features=*", output,
               (char *)NULL);
        _exit(127);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail("hb-subset failed on", from, "is the package libharfbuzz-bin installed?");
}

static void hash_file(Stage *stage, const char *path)
{
    static unsigned char block[1 << 16];
    FILE *file = fopen(path, "rb");
    if (!file)
        fail("cannot read", path, strerror(errno));
    for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;) {
        for (size_t i = 0; i < size; i++)
            stage->fingerprint = (stage->fingerprint ^ block[i]) * 0x100000001B3u;
    }
    fclose(file);
}

static void write_ranges(Stage *stage, FT_Face face)
{
    fprintf(stage->code, "static const CoverageRange ranges_%d[] = {\n", stage->row_count);
    FT_UInt glyph;
    FT_ULong character = FT_Get_First_Char(face, &glyph), first = character, last = character;
    while (glyph != 0) {
        last = character;
        character = FT_Get_Next_Char(face, character, &glyph);
        if (glyph == 0 || character != last + 1) {
            fprintf(stage->code, "{0x%lX, 0x%lX},\n", first, last);
            first = character;
        }
    }
    fputs("};\n", stage->code);
}

static void stage_row(Stage *stage, const Row *row, char *entry, size_t entry_size)
{
    char name[256], from[4096], to[4096];
    staged_name(row, name, sizeof name);
    snprintf(from, sizeof from, "%s/%s", stage->fonts_folder, row->file);
    snprintf(to, sizeof to, "%s/%s", stage->output_folder, name);
    if (access(from, R_OK) != 0) {
        fprintf(stderr, "fonts/stage: %s is missing: install the package %s\n", from, row->package);
        exit(1);
    }
    if (strcmp(row->how, "flatten") == 0)
        flatten_file(row, from, to);
    else
        copy_file(from, to);
    hash_file(stage, to);
    FT_Face face;
    if (FT_New_Face(stage->library, to, 0, &face) != 0)
        fail("FreeType can not open", to, "not a font");
    write_ranges(stage, face);
    snprintf(entry, entry_size,
             "{\"%s\", \"%s\", \"%s\", \"%s\", %d, %d, %d, 0, ranges_%d, sizeof ranges_%d / sizeof *ranges_%d},\n",
             name, face->family_name, row->role, row->scripts, strncmp(row->style, "bold", 4) == 0,
             strstr(row->style, "italic") != NULL, face->units_per_EM, stage->row_count, stage->row_count,
             stage->row_count);
    FT_Done_Face(face);
}

int main(int argc, char **argv)
{
    if (argc != 5)
        fail("usage:", "stage", "TABLE FONTS-FOLDER OUTPUT-FOLDER OUTPUT.c");
    Stage stage = {.fonts_folder = argv[2], .output_folder = argv[3], .fingerprint = 0xCBF29CE484222325u};
    FILE *table = fopen(argv[1], "r");
    stage.code = fopen(argv[4], "w");
    if (!table || !stage.code || FT_Init_FreeType(&stage.library) != 0)
        fail("cannot open", argv[1], strerror(errno));
    fputs("// Made by fonts/stage.c from fonts/fonts.table.\n#include \"text/staged.h\"\n\n", stage.code);
    enum { ROWS_MAX = 200, ENTRY_SIZE = 1024 };
    char(*entries)[ENTRY_SIZE] = calloc(ROWS_MAX, ENTRY_SIZE);
    char line[1024];
    while (fgets(line, sizeof line, table)) {
        Row row;
        if (line[0] == '#' || sscanf(line, "%7s %63s %15s %63s %255s %d %15s", row.role, row.scripts, row.style,
                                     row.package, row.file, &row.face, row.how) != 7)
            continue;
        if (stage.row_count == ROWS_MAX)
            fail("too many rows in", argv[1], "raise ROWS_MAX");
        stage_row(&stage, &row, entries[stage.row_count], ENTRY_SIZE);
        stage.row_count++;
    }
    fputs("const StagedFont staged_fonts[] = {\n", stage.code);
    for (int i = 0; i < stage.row_count; i++)
        fputs(entries[i], stage.code);
    fprintf(stage.code, "};\nconst size_t staged_font_count = %d;\n", stage.row_count);
    fprintf(stage.code, "const char staged_fingerprint[] = \"%016llx\";\n", (unsigned long long)stage.fingerprint);
    free(entries);
    fclose(table);
    if (fclose(stage.code) != 0)
        fail("cannot write", argv[4], strerror(errno));
    FT_Done_FreeType(stage.library);
    return 0;
}
