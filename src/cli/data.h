// Where fonts and styles lie.
#ifndef HSPDF_CLI_DATA_H
#define HSPDF_CLI_DATA_H

#include <stdbool.h>

// $HSPDF_DATA; else share/hspdf beside the program, as in a build folder; else ../share/hspdf, as installed.
// `*folder` is the caller's to free; NULL stands for the folder that the library was built for. False where there was
// no memory.
bool data_folder_find(const char *program, char **folder);

#endif
