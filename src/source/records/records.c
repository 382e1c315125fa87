// The module's face.
#include "source/records/records.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { CHUNK_BYTES = 64 * 1024 };

typedef struct {
    Input input;
    CsvReader *csv; // one of the two
    JsonReader *json;
} Session;

Str input_rest(Input *input)
{
    if (input->at == input->length && !input->is_at_end) {
        long got = input->read(input->context, input->buffer, CHUNK_BYTES);
        input->has_failed = got < 0;
        input->is_at_end = got <= 0;
        input->length = got > 0 ? (size_t)got : 0;
        input->at = 0;
    }
    return (Str){input->buffer + input->at, (uint32_t)(input->length - input->at)};
}

ReadStatus read_fault(ReadPlace *place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(place->message, sizeof place->message, format, arguments);
    va_end(arguments);
    return READ_FAULT;
}

static void close_session(void *object)
{
    Session *session = object;
    if (session->csv)
        csv_reader_close(session->csv);
    if (session->json)
        json_reader_close(session->json);
    free(session->input.buffer);
    free(session);
}

static void *open_session(DataFormat format, ReadBytes *read, void *context)
{
    Session *session = calloc(1, sizeof *session);
    if (!session)
        return NULL;
    session->input = (Input){.read = read, .context = context, .buffer = malloc(CHUNK_BYTES)};
    if (format == DATA_CSV)
        session->csv = csv_reader_open();
    else
        session->json = json_reader_open();
    if (session->input.buffer && (session->csv || session->json))
        return session;
    close_session(session);
    return NULL;
}

static ReadStatus read_next(void *object, Record *record, ReadPlace *place)
{
    Session *session = object;
    record_restart(record);
    ReadStatus status = session->csv ? csv_reader_next(session->csv, &session->input, record, place)
                                     : json_reader_next(session->json, &session->input, record, place);
    if (session->input.has_failed)
        return READ_MACHINE;
    if (record->has_no_memory)
        return READ_NO_MEMORY;
    if (status == READ_RECORD && record->is_too_large)
        return read_fault(place, "this record is larger than %d MB", BOUND_RECORD_BYTES / (1024 * 1024));
    return status;
}

__attribute__((visibility("default"))) const RecordReader hspdf_record_reader = {
    .version = READER_VERSION, .open = open_session, .next = read_next, .close = close_session};
