// Where fonts and styles lie.
#ifndef HSPDF_CLI_DATA_H
#define HSPDF_CLI_DATA_H

// $HSPDF_DATA; else share/hspdf beside the program, as in a build folder; else ../share/hspdf, as installed.
// The caller frees it. NULL stands for the folder that the library was built for.
char *data_folder_find(const char *program);

#endif
