// Rows of CSV, and what the first of them says of the others. Private to the module.
#ifndef HSPDF_SOURCE_RECORDS_COLUMNS_H
#define HSPDF_SOURCE_RECORDS_COLUMNS_H

#include "source/records/reader.h"

// Cells of a row, their bytes one behind the other.
typedef struct {
    char *bytes;
    size_t length, capacity;
    size_t *ends; // of the cells
    size_t count, end_capacity;
} Row;

static inline Str cell_at(const Row *row, size_t index)
{
    size_t start = index > 0 ? row->ends[index - 1] : 0;
    return (Str){row->bytes + start, (uint32_t)(row->ends[index] - start)};
}

// A column that stands in records. "patient.name" is the member "name" of the mapping "patient", and columns of one
// mapping follow each other.
typedef struct {
    size_t cell;
    Str key;         // the last part of its name
    const Str *maps; // mappings that begin before it
    size_t closes;   // mappings that end before that,
    size_t opens;    // and how many begin
} Column;

// Zero is empty.
typedef struct {
    Column *items;
    size_t count;
    size_t depth; // of mappings that are open behind the last one
    Str *maps;
} Columns;

// Borrows the header. Two columns of one name, or one with too many parts, are a fault. Columns without a name can not
// be meant by any field, nor such as "a.b" beside "a"; they are left out.
ReadStatus columns_read(Columns *columns, const Row *header, ReadPlace *place);
void columns_add_record(const Columns *columns, const Row *row, Record *record);
void columns_clear(Columns *columns);

#endif
