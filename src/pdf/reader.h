// Private to src/pdf: the objects of a PDF as cairo writes it.
#ifndef HSPDF_PDF_READER_H
#define HSPDF_PDF_READER_H

#include "support/support.h"

typedef struct {
    uint32_t number;
    Str bytes; // from "N 0 obj" to behind "endobj"
} PdfObject;

typedef struct {
    PdfObject *objects; // in the order of the file, then those of object streams
    size_t count;
    uint32_t size; // one more than the highest number
    uint32_t root, info;

    PdfObject **by_number; // NULL where there is none

    PdfObject *packed; // while reading: those that lay in object streams
    size_t packed_count;
    const bool *skipped; // by number: streams that held objects, and their lengths
} PdfFile;

// False where the bytes are not such a file; `*fault` then says what was met.
bool pdf_read(Str bytes, Arena *arena, PdfFile *file, const char **fault);

// NULL where the file has no such object.
PdfObject *pdf_object_find(const PdfFile *file, uint32_t number);

// An object's value, and what stands behind it: of a stream "stream" and its data, else "endobj". False: no such
// object, or it is malformed.
bool pdf_value_find(const PdfFile *file, uint32_t number, Str *value, Str *rest);

// The data of a stream, as it is stored, of which `rest` begins with "stream". False: it is malformed.
bool pdf_stream_find(const PdfFile *file, Str dictionary, Str rest, Str *data);

#endif
