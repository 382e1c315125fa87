#include "order.h"

void order_put(Packet *packet, uint32_t number, const Job *job)
{
    packet_put_u32(packet, number);
    packet_put_text(packet, job->source);
    packet_put_text(packet, job->output);
    packet_put_u32(packet, job->record != NULL);
    packet_put_u32(packet, (uint32_t)job->record_size);
    packet_put(packet, job->record, job->record_size);
}

bool order_take(const unsigned char *bytes, size_t length, Order *order)
{
    PacketReader reader = {bytes, bytes + length, false};
    *order = (Order){.job = packet_take_u32(&reader)};
    order->source = packet_take_text(&reader);
    order->output = packet_take_text(&reader);
    bool has_record = packet_take_u32(&reader) != 0;
    order->record_size = packet_take_u32(&reader);
    const void *record = packet_take(&reader, order->record_size);
    order->record = has_record ? record : NULL;
    return !reader.failed && reader.at == reader.end && order->source && order->output;
}
