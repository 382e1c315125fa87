// cmark-gfm numbers notes in the order of their first references, puts them last in that order, and drops definitions
// that nothing refers to, and second ones of a label. So a line that looks like a definition, and that no leaf of the
// tree holds, was dropped.
#include "notes.h"

Notes notes_start(Arena *arena, const uint32_t *lines, size_t line_count)
{
    Notes notes = {.arena = arena, .lines = lines, .line_count = line_count};
    if (line_count > 0)
        notes.is_held = arena_array(arena, bool, line_count);
    return notes;
}

void notes_add(Notes *notes, Node *note)
{
    *arena_push(notes->arena, notes->notes, notes->count, notes->capacity) = note;
}

void notes_add_reference(Notes *notes, Node *reference)
{
    *arena_push(notes->arena, notes->references, notes->reference_count, notes->reference_capacity) = reference;
}

void notes_hold_lines(Notes *notes, size_t first, size_t last)
{
    size_t low = 0, high = notes->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (notes->lines[middle] < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < notes->line_count && notes->lines[low] <= last; low++)
        notes->is_held[low] = true;
}

void notes_report_unused(const Notes *notes, const Source *source, Diagnostics *diagnostics)
{
    Str text = source->text;
    for (size_t i = 0; i < notes->line_count; i++) {
        if (notes->is_held[i])
            continue;
        uint32_t start = source->line_starts[notes->lines[i]];
        while (text.bytes[start] != '[')
            start++;
        Str label = str_from_offset(text, start + 2);
        const char *end = memchr(label.bytes, ']', label.length);
        label.length = end ? (uint32_t)(end - label.bytes) : 0;
        diagnose(diagnostics, (Span){source->id, start, start + label.length + 3}, DIAG_FOOTNOTE_UNUSED,
                 STR_ARGS(label));
    }
}

void notes_link(Notes *notes)
{
    for (size_t i = 0; i < notes->reference_count; i++) {
        Node *reference = notes->references[i];
        size_t number = 0;
        for (uint32_t at = 0; at < reference->text.length; at++)
            number = number * 10 + (size_t)(reference->text.bytes[at] - '0');
        if (number < 1 || number > notes->count)
            continue;
        Node *note = notes->notes[number - 1];
        reference->reference.note = note;
        if (!note->note.reference)
            note->note.reference = reference;
    }
}
