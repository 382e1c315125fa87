// What merging writes: text with its origins, and fields as characters of private use.
#include "merger.h"

enum { FIRST_FIELD = 0xF0000, PLANE = 0x10000, PLANE_FIELDS = 65534 };

void merger_stop(Merger *merger, Span span, unsigned limit, const char *what)
{
    if (!merger->has_stopped)
        diagnose(merger->diagnostics, span, DIAG_MERGE_LIMIT, limit, what);
    merger->has_stopped = true;
}

static void note_origin(Merger *merger, uint32_t source, uint32_t origin, bool is_taken_over)
{
    *arena_push(merger->arena, merger->segments, merger->merged.segment_count, merger->segment_capacity) =
        (Segment){(uint32_t)merger->out.length, source, origin, is_taken_over};
}

static bool has_room(Merger *merger, Span span, size_t length)
{
    if (!merger->has_stopped)
        merger->has_stopped = !limit_holds(merger->diagnostics, LIMIT_MERGE_BYTES, merger->out.length + length, span);
    return !merger->has_stopped;
}

void merger_write_field(Merger *merger, Field field)
{
    size_t index = merger->merged.field_count;
    if (index == BOUND_MERGE_FIELDS)
        merger_stop(merger, field.span, BOUND_MERGE_FIELDS, "fields in a document");
    if (!has_room(merger, field.span, 4))
        return;
    *arena_push(merger->arena, merger->fields, merger->merged.field_count, merger->field_capacity) = field;
    note_origin(merger, field.span.source, field.span.start, /*is_taken_over*/ false);
    uint32_t plane = (uint32_t)(index / PLANE_FIELDS), place = (uint32_t)(index % PLANE_FIELDS);
    buffer_append_utf8(&merger->out, FIRST_FIELD + plane * PLANE + place);
}

static bool is_reserved(unsigned char first, unsigned char second)
{
    return (first == 0xF3 && second >= 0xB0) || first == 0xF4;
}

// Characters of planes 15 and 16 that a text has itself become fields that stand for them.
void merger_write_text(Merger *merger, Str text, Span place, bool is_taken_over)
{
    if (text.length == 0 || !has_room(merger, place, text.length))
        return;
    note_origin(merger, place.source, place.start, is_taken_over);
    uint32_t start = 0;
    for (uint32_t at = 0; at + 3 < text.length; at++) {
        if (!is_reserved((unsigned char)text.bytes[at], (unsigned char)text.bytes[at + 1]))
            continue;
        buffer_append(&merger->out, text.bytes + start, at - start);
        uint32_t origin = place.start + (is_taken_over ? at : 0);
        Str character = {text.bytes + at, 4};
        merger_write_field(merger, (Field){.text = character, .span = {place.source, origin, origin + 4}});
        start = at + 4;
        at += 3;
        note_origin(merger, place.source, place.start + (is_taken_over ? start : 0), is_taken_over);
    }
    buffer_append(&merger->out, text.bytes + start, text.length - start);
}

void merger_indent(Merger *merger, const Stretch *stretch, uint32_t at)
{
    bool starts_line = at == 0 || stretch->template->text.bytes[at - 1] == '\n';
    if (starts_line && stretch->indent.length > 0)
        merger_write_text(merger, stretch->indent, (Span){stretch->source_id, at, at + 1}, /*is_taken_over*/ false);
}

void merger_copy(Merger *merger, const Stretch *stretch, uint32_t start, uint32_t end)
{
    Str text = stretch->template->text;
    while (start < end) {
        uint32_t stop_at = end;
        if (stretch->indent.length > 0) {
            merger_indent(merger, stretch, start);
            const char *line = memchr(text.bytes + start, '\n', end - start);
            stop_at = line ? (uint32_t)(line - text.bytes) + 1 : end;
        }
        merger_write_text(merger, (Str){text.bytes + start, stop_at - start},
                          (Span){stretch->source_id, start, stop_at},
                          /*is_taken_over*/ true);
        start = stop_at;
    }
}

// ---- reading it again

const Field *merged_field(const Merged *merged, uint32_t character)
{
    if (character < FIRST_FIELD)
        return NULL;
    uint32_t plane = (character - FIRST_FIELD) / PLANE, place = (character - FIRST_FIELD) % PLANE;
    size_t index = (size_t)plane * PLANE_FIELDS + place;
    return place < PLANE_FIELDS && index < merged->field_count ? &merged->fields[index] : NULL;
}

Span merged_origin(const Merged *merged, uint32_t offset)
{
    size_t low = 0, high = merged->segment_count;
    if (high == 0)
        return SPAN_NONE;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (merged->segments[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    const Segment *segment = &merged->segments[low];
    uint32_t origin = segment->origin + (segment->is_taken_over ? offset - segment->start : 0);
    return (Span){segment->source, origin, origin + 1};
}
