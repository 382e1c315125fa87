// Many texts, each to a PDF of its own. Start reading in batch.c.
#ifndef HSPDF_BATCH_BATCH_H
#define HSPDF_BATCH_BATCH_H

#include "files.h"
#include "report/report.h"

typedef enum { SANDBOX_ON, SANDBOX_STRICT, SANDBOX_OFF } SandboxUse;

// A file that a document is made of, or that was looked for in vain.
typedef void BatchSaw(void *context, const char *path);

typedef struct {
    const char *key, *value;
} BatchField;

typedef struct {
    char **inputs; // files, folders, patterns
    size_t input_count;
    const char *files_from; // a list of files, "-": standard input; NULL: none
    const char *output;     // the folder
    const char *data;       // a document of each of its records; NULL: of each input
    const char *merge;      // one file of all records; NULL: a document each
    const char *base;       // files given by name lie below; NULL: their names count alone
    const char *name;       // with {{fields}}; NULL: as the input
    bool is_flat;
    bool is_forced; // compile what is unchanged, too
    bool prunes;    // remove outputs whose source is gone
    bool is_quiet, is_verbose;
    unsigned workers;   // 0: as many as there are cores to be used
    unsigned timeout_s; // for a document
    Share share;        // from 1; shards is 0 where all is to be done
    const char *report; // a file, NULL: none
    const char *depfile;
    const char *settings[48][2]; // for hspdf_request_set; ended by a key of NULL
    const BatchField *fields;    // that each text is filled with
    size_t field_count;
    const char *data_folder;
    bool use_system_fonts;
    SandboxUse sandbox;
    ReportFormat format;
    bool has_colors;
    BatchSaw *saw; // is told each such file, once for each document; NULL: nobody
    void *saw_context;
} BatchOptions;

// The exit status.
int batch_run(const BatchOptions *options);

// Joins the reports of a job's shards, and says what is missing. `output`: where to, NULL: nowhere. The exit status.
int batch_merge_reports(char **reports, size_t count, const char *output);

#endif
