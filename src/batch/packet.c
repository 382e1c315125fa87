#include "packet.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

void packet_room(Packet *packet, size_t length)
{
    size_t capacity = packet->capacity ? packet->capacity : 1024;
    while (capacity < packet->length + length)
        capacity *= 2;
    if (capacity == packet->capacity)
        return;
    packet->bytes = grow(packet->bytes, capacity, 1);
    packet->capacity = capacity;
}

void packet_put(Packet *packet, const void *bytes, size_t length)
{
    packet_room(packet, length);
    if (length > 0)
        memcpy(packet->bytes + packet->length, bytes, length);
    packet->length += length;
}

void packet_begin(Packet *packet)
{
    packet->length = 0;
    packet_put_u32(packet, 0);
}

void packet_end(Packet *packet)
{
    uint32_t length = (uint32_t)(packet->length - sizeof length);
    memcpy(packet->bytes, &length, sizeof length);
}

bool socket_read(int socket, void *bytes, size_t size)
{
    for (size_t have = 0; have < size;) {
        ssize_t got = read(socket, (char *)bytes + have, size - have);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        have += got > 0 ? (size_t)got : 0;
    }
    return true;
}

bool frame_read(int socket, Packet *body)
{
    uint32_t length;
    if (!socket_read(socket, &length, sizeof length) || length > PACKET_BYTES_MAX)
        return false;
    body->length = 0;
    packet_room(body, length);
    body->length = length;
    return socket_read(socket, body->bytes, length);
}

void packet_put_u32(Packet *packet, uint32_t value)
{
    packet_put(packet, &value, sizeof value);
}

void packet_put_u64(Packet *packet, uint64_t value)
{
    packet_put(packet, &value, sizeof value);
}

void packet_put_text(Packet *packet, const char *text)
{
    // The length counts the NUL; 0 stands for NULL.
    uint32_t length = text ? (uint32_t)strlen(text) + 1 : 0;
    packet_put_u32(packet, length);
    packet_put(packet, text, length);
}

const void *packet_take(PacketReader *reader, size_t length)
{
    if (reader->failed || length > (size_t)(reader->end - reader->at)) {
        reader->failed = true;
        return NULL;
    }
    const void *bytes = reader->at;
    reader->at += length;
    return bytes;
}

uint32_t packet_take_u32(PacketReader *reader)
{
    uint32_t value = 0;
    const void *bytes = packet_take(reader, sizeof value);
    if (bytes)
        memcpy(&value, bytes, sizeof value);
    return value;
}

uint64_t packet_take_u64(PacketReader *reader)
{
    uint64_t value = 0;
    const void *bytes = packet_take(reader, sizeof value);
    if (bytes)
        memcpy(&value, bytes, sizeof value);
    return value;
}

const char *packet_take_text(PacketReader *reader)
{
    uint32_t length = packet_take_u32(reader);
    const char *text = length > 0 ? packet_take(reader, length) : NULL;
    if (text && memchr(text, '\0', length) != text + length - 1) {
        reader->failed = true;
        return NULL;
    }
    return text;
}
