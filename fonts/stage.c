// Stages the fonts that fonts.table names, and writes what hspdf knows of them as C: a build tool.
//
//     stage_fonts TABLE FONTS-FOLDER OUTPUT-FOLDER OUTPUT.c
//
// Files are copied, or, where the row says so, written anew by hb-subset (libharfbuzz-bin) with all glyphs and no
// subroutines. What lies in OUTPUT-FOLDER and is of no row is removed, since the folder is installed whole. OUTPUT.c
// appears last and whole, so that a run that failed is repeated. The fingerprint is FNV-1a, 64 bits, over each row,
// which decides what a font is chosen for, and the bytes of its staged file.
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

enum { ROWS_MAX = 200, PATH_SIZE = 4096 };

typedef struct {
    char role[8], scripts[64], style[16], package[64], files[512], how[16];
    int face;
    char name[256]; // of the staged file
    char family[128];
    int units_per_em, ascent, descent;
    bool touches_space;
} Row;

typedef struct {
    const char *fonts_folder, *output_folder;
    FILE *code;
    uint64_t fingerprint;
    Row rows[ROWS_MAX];
    int row_count;
    FT_Library library;
} Stage;

static _Noreturn void fail(const char *what, const char *name, const char *why)
{
    fprintf(stderr, "fonts/stage: %s %s: %s\n", what, name, why);
    exit(1);
}

static void join(char path[PATH_SIZE], const char *folder, const char *name)
{
    int length = snprintf(path, PATH_SIZE, "%s/%s", folder, name);
    if (length < 0 || length >= PATH_SIZE)
        fail("too long a path", folder, name);
}

// ---- files

// Finds the first of the row's files that is there.
static void find_source(const Stage *stage, const Row *row, char path[PATH_SIZE])
{
    char files[sizeof row->files];
    snprintf(files, sizeof files, "%s", row->files);
    char *rest = NULL;
    for (char *file = strtok_r(files, "|", &rest); file; file = strtok_r(NULL, "|", &rest)) {
        join(path, stage->fonts_folder, file);
        if (access(path, R_OK) == 0)
            return;
    }
    fprintf(stderr, "fonts/stage: %s/%s is missing: install the package %s\n", stage->fonts_folder, row->files,
            row->package);
    exit(1);
}

// "NotoSansCJK-Regular.ttc" is staged as one face: "NotoSansCJK-Regular.otf". Named by the row's first file, so that
// the name is the same in all releases.
static void name_staged(Row *row)
{
    size_t length = strcspn(row->files, "|"), start = length;
    while (start > 0 && row->files[start - 1] != '/')
        start--;
    if (length - start >= sizeof row->name)
        fail("too long a name", row->files, "raise its size");
    memcpy(row->name, row->files + start, length - start);
    row->name[length - start] = '\0';
    char *dot = strrchr(row->name, '.');
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
    char face[32], output[PATH_SIZE + 32];
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

static void remove_strangers(const Stage *stage)
{
    DIR *folder = opendir(stage->output_folder);
    if (!folder)
        fail("cannot open", stage->output_folder, strerror(errno));
    for (const struct dirent *entry; (entry = readdir(folder));) {
        bool is_staged = entry->d_name[0] == '.';
        for (int i = 0; i < stage->row_count && !is_staged; i++)
            is_staged = strcmp(entry->d_name, stage->rows[i].name) == 0;
        char path[PATH_SIZE];
        join(path, stage->output_folder, entry->d_name);
        if (!is_staged && unlink(path) != 0)
            fail("cannot remove", path, strerror(errno));
    }
    closedir(folder);
}

// ---- what the table says of a font

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

static void write_ranges(const Stage *stage, FT_Face face)
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

enum { SHAPED_MAX = 8 };

typedef struct {
    unsigned count;
    hb_glyph_info_t infos[SHAPED_MAX];
    hb_glyph_position_t positions[SHAPED_MAX];
} Shaped;

// Left to right whatever the script, so that glyphs stand in the order of the characters.
static Shaped shape(hb_font_t *font, hb_buffer_t *buffer, hb_script_t script, const uint32_t *characters, int count)
{
    hb_buffer_reset(buffer);
    hb_buffer_add_codepoints(buffer, characters, count, 0, count);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(font, buffer, NULL, 0);
    Shaped shaped = {0};
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &shaped.count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    unsigned kept = shaped.count < SHAPED_MAX ? shaped.count : SHAPED_MAX;
    memcpy(shaped.infos, infos, kept * sizeof *infos);
    memcpy(shaped.positions, positions, kept * sizeof *positions);
    return shaped;
}

static bool is_joint(const Shaped *joint, const Shaped *first, const Shaped *second)
{
    if (joint->count != first->count + second->count)
        return false;
    for (unsigned i = 0; i < joint->count && i < SHAPED_MAX; i++) {
        const Shaped *part = i < first->count ? first : second;
        unsigned at = i < first->count ? i : i - first->count;
        if (joint->infos[i].codepoint != part->infos[at].codepoint ||
            joint->positions[i].x_advance != part->positions[at].x_advance ||
            joint->positions[i].x_offset != part->positions[at].x_offset)
            return false;
    }
    return true;
}

// Whether a space changes with the character beside it, or changes that: then words can not be shaped one by one.
// Marks make one grapheme with a space before them, and so one word: they do not count.
static bool space_is_touched(const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(face, characters);
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    const uint32_t space = ' ';
    bool is_touched = false;
    for (hb_codepoint_t character = ' '; hb_set_next(characters, &character) && !is_touched;) {
        hb_unicode_general_category_t category = hb_unicode_general_category(unicode, character);
        if (category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
            category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
            category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK)
            continue;
        hb_script_t script = hb_unicode_script(unicode, character);
        Shaped alone = shape(font, buffer, script, &character, 1), blank = shape(font, buffer, script, &space, 1);
        Shaped before = shape(font, buffer, script, (uint32_t[]){character, space}, 2);
        Shaped after = shape(font, buffer, script, (uint32_t[]){space, character}, 2);
        is_touched = !is_joint(&before, &alone, &blank) || !is_joint(&after, &blank, &alone);
    }
    hb_set_destroy(characters);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return is_touched;
}

// ---- rows

static void stage_row(Stage *stage, Row *row)
{
    char from[PATH_SIZE], to[PATH_SIZE];
    find_source(stage, row, from);
    name_staged(row);
    join(to, stage->output_folder, row->name);
    if (strcmp(row->how, "flatten") == 0)
        flatten_file(row, from, to);
    else
        copy_file(from, to);
    hash_bytes(stage, row->role, strlen(row->role));
    hash_bytes(stage, row->scripts, strlen(row->scripts));
    hash_bytes(stage, row->style, strlen(row->style));
    hash_file(stage, to);
    FT_Face face;
    if (FT_New_Face(stage->library, to, 0, &face) != 0)
        fail("FreeType can not open", to, "not a font");
    write_ranges(stage, face);
    snprintf(row->family, sizeof row->family, "%s", face->family_name);
    row->units_per_em = face->units_per_EM;
    row->ascent = face->ascender;
    row->descent = -face->descender;
    row->touches_space = space_is_touched(to);
    FT_Done_Face(face);
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
        if (sscanf(line, "%7s %63s %15s %63s %511s %d %15s", row->role, row->scripts, row->style, row->package,
                   row->files, &row->face, row->how) != 7)
            fail("seven columns are wanted in a row of", path, line);
        stage_row(stage, row);
        stage->row_count++;
    }
    fclose(table);
}

static void write_rows(const Stage *stage)
{
    fputs("const StagedFont staged_fonts[] = {\n", stage->code);
    for (int i = 0; i < stage->row_count; i++) {
        const Row *row = &stage->rows[i];
        fprintf(stage->code, "{\"%s\", \"%s\", \"%s\", \"%s\", %d, %d, %d, %d, %d, %d, 0, ", row->name, row->family,
                row->role, row->scripts, strncmp(row->style, "bold", 4) == 0, strstr(row->style, "italic") != NULL,
                row->touches_space, row->units_per_em, row->ascent, row->descent);
        fprintf(stage->code, "ranges_%d, sizeof ranges_%d / sizeof *ranges_%d},\n", i, i, i);
    }
    fprintf(stage->code, "};\nconst size_t staged_font_count = %d;\n", stage->row_count);
    fprintf(stage->code, "const char staged_fingerprint[] = \"%016llx\";\n", (unsigned long long)stage->fingerprint);
}

int main(int argc, char **argv)
{
    static Stage stage = {.fingerprint = 0xCBF29CE484222325u};
    if (argc != 5)
        fail("usage:", "stage_fonts", "TABLE FONTS-FOLDER OUTPUT-FOLDER OUTPUT.c");
    stage.fonts_folder = argv[2];
    stage.output_folder = argv[3];
    char unfinished[PATH_SIZE];
    snprintf(unfinished, sizeof unfinished, "%s.new", argv[4]);
    stage.code = fopen(unfinished, "w");
    if (!stage.code || FT_Init_FreeType(&stage.library) != 0)
        fail("cannot write", unfinished, strerror(errno));
    fputs("// Made by fonts/stage.c from fonts/fonts.table.\n#include \"text/staged.h\"\n\n", stage.code);
    read_table(&stage, argv[1]);
    write_rows(&stage);
    remove_strangers(&stage);
    if (fclose(stage.code) != 0 || rename(unfinished, argv[4]) != 0)
        fail("cannot write", argv[4], strerror(errno));
    FT_Done_FreeType(stage.library);
    return 0;
}
