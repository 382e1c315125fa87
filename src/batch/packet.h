// What parent and workers say to each other: frames of a length and a body. All numbers in the machine's own order,
// since both ends are one program on one machine.
//
//     parent to worker   u32 length of the body, the body: one Order (order.h)
//     worker to parent   u32 length of the body, the body: one Reply (reply.h)
//
// A worker has compiled somebody's text and may have been taken over by it: what it says is read with each length
// checked, and a frame that does not fit is the end of the worker.
#ifndef HSPDF_BATCH_PACKET_H
#define HSPDF_BATCH_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PACKET_BYTES_MAX = 64 * 1024 * 1024 };

// Zero is empty. Bytes are the owner's to free.
typedef struct {
    unsigned char *bytes;
    size_t length, capacity;
} Packet;

void packet_room(Packet *packet, size_t length); // for as many bytes more
void packet_put(Packet *packet, const void *bytes, size_t length);
void packet_put_u32(Packet *packet, uint32_t value);
void packet_put_u64(Packet *packet, uint64_t value);
void packet_put_text(Packet *packet, const char *text); // NULL is kept

// A frame: what is put between the two.
void packet_begin(Packet *packet);
void packet_end(Packet *packet);

// From a socket: bytes, or a frame's body in place of what the packet held. False at the end, or on an error.
bool socket_read(int socket, void *bytes, size_t size);
bool frame_read(int socket, Packet *body);

// Reads from the front; once something did not fit, `failed` stays, and all further values are zero.
typedef struct {
    const unsigned char *at, *end;
    bool failed;
} PacketReader;

const void *packet_take(PacketReader *reader, size_t length); // NULL where it did not fit
uint32_t packet_take_u32(PacketReader *reader);
uint64_t packet_take_u64(PacketReader *reader);
const char *packet_take_text(PacketReader *reader); // borrowed, ended by NUL; NULL as it was put, or on failure

#endif
