#include "notes.h"

#include <stdlib.h>
#include <string.h>

#include "batch/store.h"

#define TICK_NS ((int64_t)20 * 1000 * 1000) // more than file systems' clocks are behind

// ---- writing

static void put_file(WatchNotes *notes, const char *path, const Look *look)
{
    Packet *packet = &notes->packet;
    packet_put_u32(packet, NOTE_FILE);
    packet_put_text(packet, path);
    packet_put_u32(packet, look->is_there);
    packet_put_u64(packet, look->size);
    packet_put_u64(packet, look->inode);
    packet_put_u64(packet, (uint64_t)look->modified_ns);
    packet_put_u64(packet, (uint64_t)look->changed_ns);
}

void watch_note_name(WatchNotes *notes, const char *path)
{
    Look look = look_at(path);
    put_file(notes, path, &look);
}

void watch_note_file(WatchNotes *notes, const hspdf_file *file)
{
    Look look = {true, file->size, file->inode, file->modified_ns, file->changed_ns};
    if (!file->found) {
        // There and not readable, or not there when it was looked for? What came since counts as not there.
        look = look_at(file->path);
        if (look.changed_ns + TICK_NS >= notes->started_ns)
            look = (Look){0};
    }
    put_file(notes, file->path, &look);
}

static void put_bytes(Packet *packet, const void *bytes, size_t size)
{
    packet_put_u64(packet, size);
    packet_put(packet, bytes, size);
}

static bool is_named(const WatchNotes *notes, const char *path)
{
    for (size_t i = 0; i < notes->named_count; i++) {
        if (strcmp(notes->named[i], path) == 0)
            return true;
    }
    return false;
}

static void name_file(WatchNotes *notes, const char *path)
{
    char *copy = is_named(notes, path) ? NULL : strdup(path);
    if (!copy)
        return;
    make_room(notes->named, notes->named_count, notes->named_capacity);
    notes->named[notes->named_count++] = copy;
}

void watch_note_diagnostic(WatchNotes *notes, const hspdf_diagnostic *diagnostic)
{
    Packet *packet = &notes->packet;
    if (!notes->wants_pages)
        return;
    packet_put_u32(packet, NOTE_DIAGNOSTIC);
    packet_put_text(packet, diagnostic->file);
    packet_put_u32(packet, diagnostic->line);
    packet_put_u32(packet, diagnostic->column);
    packet_put_u32(packet, (uint32_t)diagnostic->severity);
    packet_put_text(packet, diagnostic->code);
    packet_put_text(packet, diagnostic->message);
    packet_put_text(packet, diagnostic->hint);
    if (diagnostic->file)
        name_file(notes, diagnostic->file);
}

static void put_source(WatchNotes *notes, const hspdf_file *file)
{
    if (!file->found || !is_named(notes, file->path))
        return;
    packet_put_u32(&notes->packet, NOTE_SOURCE);
    packet_put_text(&notes->packet, file->path);
    put_bytes(&notes->packet, file->bytes, file->size);
}

void watch_note_result(WatchNotes *notes, const hspdf_result *result)
{
    for (size_t i = 0; i < hspdf_result_file_count(result); i++) {
        hspdf_file file = hspdf_result_file_at(result, i);
        watch_note_file(notes, &file);
        if (notes->wants_pages)
            put_source(notes, &file);
    }
}

bool watch_wants_pages(const WatchNotes *notes)
{
    return notes->wants_pages;
}

void watch_note_pages(WatchNotes *notes, const hspdf_result *svgs)
{
    for (size_t i = 0; i < hspdf_result_output_count(svgs); i++) {
        size_t size;
        const void *bytes = hspdf_result_output_at(svgs, i, &size);
        packet_put_u32(&notes->packet, NOTE_PAGE);
        put_bytes(&notes->packet, bytes, size);
    }
}

void notes_end(WatchNotes *notes, int status)
{
    packet_put_u32(&notes->packet, NOTE_STATUS);
    packet_put_u32(&notes->packet, (uint32_t)status);
}

void notes_clear(WatchNotes *notes)
{
    for (size_t i = 0; i < notes->named_count; i++)
        free(notes->named[i]);
    free(notes->named);
    free(notes->packet.bytes);
    *notes = (WatchNotes){0};
}

// ---- reading

static Look take_look(PacketReader *reader)
{
    Look look = {.is_there = packet_take_u32(reader) != 0};
    look.size = packet_take_u64(reader);
    look.inode = packet_take_u64(reader);
    look.modified_ns = (int64_t)packet_take_u64(reader);
    look.changed_ns = (int64_t)packet_take_u64(reader);
    return look;
}

static hspdf_diagnostic take_diagnostic(PacketReader *reader)
{
    hspdf_diagnostic diagnostic = {.file = packet_take_text(reader)};
    diagnostic.line = packet_take_u32(reader);
    diagnostic.column = packet_take_u32(reader);
    uint32_t severity = packet_take_u32(reader);
    diagnostic.severity = severity < HSPDF_ERROR ? (hspdf_severity)severity : HSPDF_ERROR;
    diagnostic.code = packet_take_text(reader);
    diagnostic.message = packet_take_text(reader);
    diagnostic.hint = packet_take_text(reader);
    reader->failed |= !diagnostic.code || !diagnostic.message;
    return diagnostic;
}

static void take_bytes(PacketReader *reader, Note *note)
{
    note->size = packet_take_u64(reader);
    note->bytes = packet_take(reader, note->size);
}

bool note_take(PacketReader *reader, Note *note)
{
    if (reader->at == reader->end || reader->failed)
        return false;
    *note = (Note){.kind = (NoteKind)packet_take_u32(reader)};
    switch (note->kind) {
    case NOTE_FILE:
        note->path = packet_take_text(reader);
        note->look = take_look(reader);
        reader->failed |= !note->path;
        break;
    case NOTE_DIAGNOSTIC:
        note->diagnostic = take_diagnostic(reader);
        break;
    case NOTE_SOURCE:
        note->path = packet_take_text(reader);
        take_bytes(reader, note);
        reader->failed |= !note->path;
        break;
    case NOTE_PAGE:
        take_bytes(reader, note);
        break;
    case NOTE_STATUS:
        note->status = (int)packet_take_u32(reader);
        break;
    default:
        reader->failed = true;
    }
    return !reader->failed;
}
