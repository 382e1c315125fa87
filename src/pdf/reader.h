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

    PdfObject *packed; // while reading: those that lay in object streams
    size_t packed_count;
    const bool *skipped; // by number: streams that held objects, and their lengths
} PdfFile;

// False where the bytes are not such a file; `*fault` then says what was met.
bool pdf_read(Str bytes, Arena *arena, PdfFile *file, const char **fault);

// NULL where the file has no such object.
PdfObject *pdf_object_find(const PdfFile *file, uint32_t number);

#endif
