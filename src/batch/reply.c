#include "reply.h"

static void put_state(Packet *packet, const FileState *state)
{
    packet_put_u64(packet, state->size);
    packet_put_u64(packet, state->inode);
    packet_put_u64(packet, (uint64_t)state->modified_ns);
    packet_put_u64(packet, (uint64_t)state->changed_ns);
    packet_put(packet, state->digest.bytes, sizeof state->digest.bytes);
}

static FileState take_state(PacketReader *reader)
{
    FileState state = {.size = packet_take_u64(reader), .inode = packet_take_u64(reader)};
    state.modified_ns = (int64_t)packet_take_u64(reader);
    state.changed_ns = (int64_t)packet_take_u64(reader);
    const void *bytes = packet_take(reader, sizeof state.digest.bytes);
    if (bytes)
        memcpy(state.digest.bytes, bytes, sizeof state.digest.bytes);
    return state;
}

void reply_put(Packet *packet, const Reply *reply)
{
    const uint32_t numbers[] = {
        reply->job,         (uint32_t)reply->status, reply->page_count,      reply->microseconds,
        reply->resident_kb, reply->file_count,       reply->diagnostic_count};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        packet_put_u32(packet, numbers[i]);
    put_state(packet, &reply->output);
}

Reply reply_take(PacketReader *reader)
{
    Reply reply = {.job = packet_take_u32(reader)};
    reply.status = (ReplyStatus)packet_take_u32(reader);
    reply.page_count = packet_take_u32(reader);
    reply.microseconds = packet_take_u32(reader);
    reply.resident_kb = packet_take_u32(reader);
    reply.file_count = packet_take_u32(reader);
    reply.diagnostic_count = packet_take_u32(reader);
    reply.output = take_state(reader);
    return reply;
}

void reply_put_file(Packet *packet, const ReplyFile *file)
{
    packet_put_text(packet, file->path);
    packet_put_u32(packet, file->found);
    if (file->found)
        put_state(packet, &file->state);
}

ReplyFile reply_take_file(PacketReader *reader)
{
    ReplyFile file = {.path = packet_take_text(reader), .found = packet_take_u32(reader)};
    if (file.found)
        file.state = take_state(reader);
    return file;
}

void reply_put_diagnostic(Packet *packet, const hspdf_diagnostic *diagnostic)
{
    packet_put_text(packet, diagnostic->file);
    packet_put_u32(packet, diagnostic->line);
    packet_put_u32(packet, diagnostic->column);
    packet_put_u32(packet, (uint32_t)diagnostic->severity);
    packet_put_text(packet, diagnostic->code);
    packet_put_text(packet, diagnostic->message);
    packet_put_text(packet, diagnostic->hint);
}

hspdf_diagnostic reply_take_diagnostic(PacketReader *reader)
{
    hspdf_diagnostic diagnostic = {.file = packet_take_text(reader)};
    diagnostic.line = packet_take_u32(reader);
    diagnostic.column = packet_take_u32(reader);
    diagnostic.severity = (hspdf_severity)packet_take_u32(reader);
    diagnostic.code = packet_take_text(reader);
    diagnostic.message = packet_take_text(reader);
    diagnostic.hint = packet_take_text(reader);
    return diagnostic;
}

bool reply_is_sound(const unsigned char *bytes, size_t length, uint32_t job)
{
    PacketReader reader = {bytes, bytes + length, false};
    Reply reply = reply_take(&reader);
    if (reader.failed || reply.job != job || (uint32_t)reply.status > REPLY_UNWRITTEN)
        return false;
    for (uint32_t i = 0; i < reply.file_count && !reader.failed; i++) {
        if (!reply_take_file(&reader).path)
            return false;
    }
    for (uint32_t i = 0; i < reply.diagnostic_count && !reader.failed; i++) {
        hspdf_diagnostic diagnostic = reply_take_diagnostic(&reader);
        if (!diagnostic.code || !diagnostic.message || (unsigned)diagnostic.severity > HSPDF_ERROR)
            return false;
    }
    return !reader.failed && reader.at == reader.end;
}
