// The order of the stages. Start reading in compile.c.
#ifndef HSPDF_COMPILE_COMPILE_H
#define HSPDF_COMPILE_COMPILE_H

#include "layout/layout.h"
#include "source/source.h"
#include "text/text.h"

typedef enum {
    OUTPUT_PDF,
    OUTPUT_PNG,   // a picture of each page,
    OUTPUT_SHEET, // or one of all,
    OUTPUT_SVG,   // or one of each, in vectors
    OUTPUT_DOCUMENT_DUMP,
    OUTPUT_LAYOUT_DUMP,
    OUTPUT_NOTHING
} OutputKind;

typedef struct {
    const char *path; // a file, or "-"; or NULL, and then `name` and `bytes` count
    Str name, bytes;
} CompileInput;

typedef struct {
    Str key, value;
} CompileField;

// What fills the fields of the inputs. Without record and fields there are no data.
typedef struct {
    Str record, record_name; // as data_record gives it
    const CompileField *fields;
    size_t field_count;
} CompileMerge;

typedef struct {
    const CompileInput *inputs;
    size_t input_count;
    OutputKind output;
    Str style, paper; // empty: as the document says
    Str date;         // of making, in the form of timestamp_read; empty: none is written
    const char *root; // the folder that files may be read from; NULL: each input has its own (source.h)
    bool warnings_are_errors;
    double dpi; // of pictures
    Limits limits;
    CompileMerge merge;
} CompileRequest;

typedef struct {
    Arena *arena; // holds all below; the caller closes it
    Status status;
    const Str *outputs;  // one, or one a page
    size_t output_count; // 0 after an error
    const Diagnostics *diagnostics;
    const Sources *sources;
    size_t page_count;
} CompileResult;

// Takes layouts, in place of an output: what several documents go into.
typedef struct {
    Arena *arena; // of what outlives a document; where its memory ends, the document's compilation does
    ImageStore *images;
    void (*take)(void *context, Arena *arena, const Document *document, const Layout *layout,
                 Diagnostics *diagnostics); // not called where there are errors. `arena` is the document's
    void *context;
} CompileSink;

// Never exits and never prints. On STATUS_NO_MEMORY `diagnostics` may be NULL.
CompileResult compile(Engine *engine, ImageDecoders *decoders, const char *data_folder, const CompileRequest *request);
CompileResult compile_into(Engine *engine, ImageDecoders *decoders, const char *data_folder,
                           const CompileRequest *request, const CompileSink *sink);

// ---- letters into one file to print: merged.c

typedef struct Merged Merged;

// Opens the memory that it lives in; NULL where there is none. The engine outlives it, and compiles nothing else
// meanwhile.
Merged *merged_open(Engine *engine, ImageDecoders *decoders, const char *data_folder);
void merged_close(Merged *merged); // NULL is allowed

// All letters are laid out twice, in the same order: first to know which glyphs and pictures the file needs, then to be
// written. So one letter is in memory at a time. The results hold no output, and are the caller's to close.
CompileResult merged_look(Merged *merged, const CompileRequest *request);
CompileResult merged_add(Merged *merged, const CompileRequest *request, Str label);

// Between the two, and after them. `fallback` is the file's title where the letters have different ones. False where
// memory ended, or after a diagnostic in the last result.
bool merged_turn(Merged *merged, Str fallback, Str date);
bool merged_end(Merged *merged, Str *finished);
size_t merged_page_count(const Merged *merged);

#endif
