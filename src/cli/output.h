// Where the output goes, and how it gets there: whole or not at all.
#ifndef HSPDF_CLI_OUTPUT_H
#define HSPDF_CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

// The name beside `input`: with ".pdf", leaflet.md gives leaflet.pdf, the folder texts/ gives texts.pdf. The caller
// frees it. NULL with errno set where there is none: 0 for an input that has no name to go by.
char *output_name_beside(const char *input, const char *suffix);

// The name of one of `count` files: out.png gives out-07.png, so that they sort as they count. The caller frees it.
char *output_name_numbered(const char *name, size_t number, size_t count);

// Does writing to `output` destroy `input`, a file or a folder of *.md?
bool output_is_input(const char *output, const char *input);

// Hands the bytes to `fill`, which returns 0 or stops with an error number.
typedef struct OutputSink OutputSink;
typedef int OutputFill(OutputSink *sink, const void *context);
int output_put(void *sink, const void *bytes, size_t size); // fits hspdf_write; 0, or an error number

// Writes a file, or "-" for standard output. 0, or an error number; a file that was there before is then
// untouched, and nothing else is left behind. Pipes, devices and /dev/stdout are written as they are.
int output_write(const char *name, OutputFill *fill, const void *context);

#endif
