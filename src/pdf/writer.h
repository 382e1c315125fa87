// Private to src/pdf: writes a file of object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
#ifndef HSPDF_PDF_WRITER_H
#define HSPDF_PDF_WRITER_H

#include "support/support.h"

struct libdeflate_compressor;

typedef struct {
    uint8_t kind;   // as in the cross-reference stream: 0 free, 1 at an offset, 2 in an object stream
    uint32_t place; // the offset, or the object stream's number
    uint16_t index; // in the object stream
} XrefRow;

typedef struct {
    Arena *arena;
    struct libdeflate_compressor *compressor;
    char *packed; // what was compressed last
    size_t packed_capacity;
    Buffer file;
    XrefRow *rows; // by object number
    size_t row_count, row_capacity;
    uint32_t next_free; // numbers below are taken
    const bool *taken;  // numbers that are not given out, `taken_count` of them
    uint32_t taken_count;
    Buffer pack, pack_head; // the object stream that is being filled, and its table
    uint32_t pack_number, pack_count;
} PdfWriter;

// Numbers in `taken` (count of them, the first for object 0) are the caller's; all others are given out.
void writer_init(PdfWriter *writer, Arena *arena, const bool *taken, uint32_t count);

uint32_t writer_number(PdfWriter *writer);

// Begins an object that is no stream, and gives the buffer for its value; the next call of the writer ends it.
Buffer *writer_object(PdfWriter *writer, uint32_t number);

// A stream whose data goes as it is, or compressed. `entries`: of its dictionary, but for Length and our own Filter.
void writer_stream(PdfWriter *writer, uint32_t number, Str entries, Str data);
void writer_stream_packed(PdfWriter *writer, uint32_t number, Str entries, Str data);

// Ends the file, whose ID is a hash of its bytes.
Str writer_close(PdfWriter *writer, uint32_t root, uint32_t info);

#endif
