// Compiles again whenever an input changes. Start reading in watch.c.
#ifndef HSPDF_WATCH_WATCH_H
#define HSPDF_WATCH_WATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "hspdf.h"

// What a run says to the watch: what it read, and what is to be shown.
typedef struct WatchNotes WatchNotes;

void watch_note_file(WatchNotes *notes, const hspdf_file *file); // read, or looked for in vain
void watch_note_name(WatchNotes *notes, const char *path);       // the same, where only its name is known

void watch_note_diagnostic(WatchNotes *notes, const hspdf_diagnostic *diagnostic); // where the notes are for pages
// Its files; of those that diagnostics named before, the text.
void watch_note_result(WatchNotes *notes, const hspdf_result *result);
void watch_note_pages(WatchNotes *notes, const hspdf_result *svgs); // to be shown, if the notes are for that
bool watch_wants_pages(const WatchNotes *notes);

typedef struct {
    // Compiles, tells, writes; gives the exit status. Called in a process of its own, whose crash ends nothing else.
    int (*run)(void *context, WatchNotes *notes);
    void *context;

    char **inputs; // files, and folders, which stand for their *.md
    size_t input_count;
    bool has_trees;       // folders stand for the *.md below them, too
    bool can_be_replaced; // a run that is under way is of no use when an input changes, and is ended
    unsigned timeout_s;   // for a run
    bool is_quiet;        // say only what failed

    bool serves;             // show the pages in a browser, on this machine only
    const char *data_folder; // near which the module for that is looked for
    const char *title;       // the output's name
} WatchOptions;

// Until SIGINT, SIGTERM or SIGHUP. The exit status: 0, or 3 where nothing can be watched or served, which was told.
int watch_run(const WatchOptions *options);

#endif
