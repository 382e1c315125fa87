// What data.c and the module that reads CSV and JSON agree on. The module is loaded when data of these kinds are first
// met (support/module.h). It exports one name, READER_SYMBOL, a `const RecordReader`. It knows nothing of arenas, whose
// jumps must not cross a library's frames.
#ifndef HSPDF_SOURCE_RECORDS_READER_H
#define HSPDF_SOURCE_RECORDS_READER_H

#include "source/record.h"

enum { READER_VERSION = 1 };
#define READER_SYMBOL "hspdf_record_reader"

typedef enum { DATA_CSV, DATA_JSON, DATA_YAML } DataFormat;

// Fills `buffer` and gives the number of bytes; 0 at the end, -1 on a fault of the machine.
typedef long ReadBytes(void *context, char *buffer, size_t size);

typedef enum { READ_RECORD, READ_END, READ_FAULT, READ_MACHINE, READ_NO_MEMORY } ReadStatus;

typedef struct {
    size_t line;          // from 1: where the record begins, or the fault lies
    char message[256];    // READ_FAULT: what is wrong, UTF-8, without the values
    bool is_windows_1252; // the text is no UTF-8
} ReadPlace;

typedef struct {
    unsigned version;
    void *(*open)(DataFormat format, ReadBytes *read, void *context); // NULL: no memory
    // Puts the next record into `record`.
    ReadStatus (*next)(void *session, Record *record, ReadPlace *place);
    void (*close)(void *session);
} RecordReader;

#endif
