// The two readers of the module, and the text that they read. Private to the module.
#ifndef HSPDF_SOURCE_RECORDS_RECORDS_H
#define HSPDF_SOURCE_RECORDS_RECORDS_H

#include "source/records/reader.h"

typedef struct {
    ReadBytes *read;
    void *context;
    char *buffer; // CHUNK_BYTES
    size_t length, at;
    bool is_at_end, has_failed;
} Input;

// The rest of what was read, more where there is none. Empty at the end. Borrowed until the next call.
Str input_rest(Input *input);
static inline void input_skip(Input *input, size_t length)
{
    input->at += length;
}

typedef struct CsvReader CsvReader;
CsvReader *csv_reader_open(void);
void csv_reader_close(CsvReader *reader);
ReadStatus csv_reader_next(CsvReader *reader, Input *input, Record *record, ReadPlace *place);

typedef struct JsonReader JsonReader;
JsonReader *json_reader_open(void);
void json_reader_close(JsonReader *reader);
ReadStatus json_reader_next(JsonReader *reader, Input *input, Record *record, ReadPlace *place);

// Formats what is wrong into `place`.
ReadStatus read_fault(ReadPlace *place, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
