// Writes what the program makes once it is confined: a process of its own, forked before, that knows the names of the
// outputs, and is sent bytes alone. So what compiles a stranger's text can open nothing for writing.
#ifndef HSPDF_CLI_KEEPER_H
#define HSPDF_CLI_KEEPER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef enum { KEPT_OUTPUT, KEPT_DEPFILE } KeptFile;

typedef struct {
    const char *output, *depfile; // borrowed; NULL: nothing is written there
    bool is_numbered;             // `output` may become as many files as there are pages
} KeptNames;

typedef struct {
    KeptNames names;
    pid_t process; // 0: none, we write ourselves
    int socket;
} Keeper;

// 0, or an error number.
int keeper_start(Keeper *keeper, KeptNames names);

// Writes the `number`-th of `count` files, as output_write does. 0, or an error number.
int keeper_write(const Keeper *keeper, KeptFile file, size_t number, size_t count, const void *bytes, size_t size);

void keeper_end(Keeper *keeper);

#endif
