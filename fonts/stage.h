// Private to fonts: what the build tool's files share.
#ifndef HSPDF_FONTS_STAGE_H
#define HSPDF_FONTS_STAGE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "text/carrier.h"

enum { PATH_SIZE = 4096 };

// A row of fonts.table, then what is found of its font.
typedef struct {
    char role[8], scripts[64], style[16], package[64], files[512], how[16];
    int face;
    int scale, leading; // per cent
    char name[256];     // of the staged file
    char family[128];
    int units_per_em, ascent, descent;
    bool touches_space, is_color;
} Row;

// Says what is wrong, and ends the program with status 1.
_Noreturn void fail(const char *what, const char *name, const char *why);

// ---- files.c

// Finds the first of the row's files that is there; without one, the program ends.
void find_source(const Row *row, const char *fonts_folder, char path[PATH_SIZE]);

void join_path(char path[PATH_SIZE], const char *folder, const char *name);

// Sets row->name, by the row's first file, so that the name is the same in all releases. What hb-subset wrote is one
// face: "NotoSansCJK-Regular.ttc" becomes "NotoSansCJK-Regular.otf", and for one form of Han "…-Regular-Hans.otf".
void name_staged(Row *row);

// Writes the staged file, as the row says.
void write_staged(const Row *row, const char *from, const char *to);

// ---- carrier.c

void write_carrier_font(const char *path);

// ---- characters.c

// Writes the common characters of a form of Han, by its ISO 15924 code, one a line as hb-subset reads them.
void write_common_characters(const char *form, const char *path);

// Writes the emoji properties of Unicode's emoji-data.txt as C.
void write_emoji(FILE *code, const char *data_path);

// ---- describe.c

// Fills in what `path` says of the row's font, and writes its characters as C, under the row's number.
void describe_font(FILE *code, Row *row, int number, const char *path);

#endif
