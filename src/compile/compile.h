// The order of the stages. Start reading in compile.c.
#ifndef HSPDF_COMPILE_COMPILE_H
#define HSPDF_COMPILE_COMPILE_H

#include "image/image.h"
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

// Never exits and never prints. On STATUS_NO_MEMORY `diagnostics` may be NULL.
CompileResult compile(Engine *engine, ImageDecoders *decoders, const char *data_folder, const CompileRequest *request);

#endif
