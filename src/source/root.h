// Opening files beneath a folder. Private to source; its tests look in too.
#ifndef HSPDF_SOURCE_ROOT_H
#define HSPDF_SOURCE_ROOT_H

#include "source.h"

struct stat;

// Notes one. `info` is NULL where there is no such file. `path` is borrowed.
void files_note(FilesRead *files, const char *path, const struct stat *info, Str bytes);

// The root of `input` ("-": of the working directory; NULL: text from memory). `folder` is the one that was asked for,
// or NULL. What is read is noted in `files`, unless that is NULL. NULL where there is none.
Root *root_open(Arena *arena, const char *folder, const char *input, FilesRead *files);

// Closes what root_open opened, before its arena does. Nothing can be read from it any more.
void root_close(void *root);

// Opens `path` for reading, without leaving `folder` by "..", by a symbolic link or at its start. -1 and errno:
// EXDEV where it would leave. The second does without openat2, which old kernels and some filters refuse.
int open_beneath(int folder, const char *path);
int open_beneath_by_steps(int folder, const char *path);

#endif
