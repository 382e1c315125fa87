#include "manifest_record.h"

#include <stdio.h>
#include <string.h>

#include "reply.h"

#define MAGIC "hspdf manifest 1\n"
enum { CHECK_BYTES = 8, BOOT_BYTES = 36 };
_Static_assert(sizeof MAGIC - 1 + sizeof(uint32_t) == MANIFEST_FORMAT_BYTES, "");

void manifest_head(char head[MANIFEST_HEAD_BYTES])
{
    memset(head, 0, MANIFEST_HEAD_BYTES);
    memcpy(head, MAGIC, sizeof MAGIC - 1);
    uint32_t order = 0x01020304;
    memcpy(head + sizeof MAGIC - 1, &order, sizeof order);
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    if (file && !fgets(head + MANIFEST_FORMAT_BYTES, BOOT_BYTES + 1, file))
        head[MANIFEST_FORMAT_BYTES] = '\0';
    if (file)
        fclose(file);
}

void manifest_record_put(Packet *packet, const ManifestRecord *record)
{
    size_t start = packet->length;
    packet_put_u32(packet, 0);
    packet_put(packet, record->key.bytes, sizeof record->key.bytes);
    packet_put_text(packet, record->from);
    packet_put_text(packet, record->output);
    packet_put_u32(packet, (uint32_t)record->reply_length);
    packet_put(packet, record->reply, record->reply_length);
    uint32_t length = (uint32_t)(packet->length - start - sizeof length);
    memcpy(packet->bytes + start, &length, sizeof length);
    Digest check = digest_of(packet->bytes + start + sizeof length, length);
    packet_put(packet, check.bytes, CHECK_BYTES);
}

static bool is_whole(const void *body, uint32_t length, const void *check)
{
    Digest digest = digest_of(body, length);
    return memcmp(digest.bytes, check, CHECK_BYTES) == 0;
}

bool manifest_record_take(PacketReader *file, ManifestRecord *record)
{
    uint32_t length = packet_take_u32(file), job;
    const unsigned char *body = packet_take(file, length), *check = packet_take(file, CHECK_BYTES);
    if (file->failed || !is_whole(body, length, check))
        return false;
    PacketReader reader = {body, body + length, false};
    const void *key = packet_take(&reader, sizeof record->key.bytes);
    *record = (ManifestRecord){0};
    if (key)
        memcpy(record->key.bytes, key, sizeof record->key.bytes);
    record->from = packet_take_text(&reader);
    record->output = packet_take_text(&reader);
    record->reply_length = packet_take_u32(&reader);
    record->reply = packet_take(&reader, record->reply_length);
    if (reader.failed || reader.at != reader.end || !record->from || !record->output ||
        record->reply_length < sizeof job)
        return false;
    memcpy(&job, record->reply, sizeof job);
    return reply_is_sound(record->reply, record->reply_length, job);
}
