// cmark-gfm numbers notes in the order of their first references, puts them last in that order, and drops definitions
// that nothing refers to, and second ones of a label. So a line that looks like a definition, and that no leaf of the
// tree holds, was dropped. It counts references that HTML hides, too: their notes are dropped here, and the others
// numbered anew.
#include "notes.h"

#include "node.h"

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

static void report_unused(const Source *source, uint32_t start, Diagnostics *diagnostics)
{
    Str text = source->text;
    while (start < text.length && text.bytes[start] != '[')
        start++;
    Str label = start + 2 <= text.length ? str_from_offset(text, start + 2) : STR("");
    const char *end = label.length > 0 ? memchr(label.bytes, ']', label.length) : NULL;
    label.length = end ? (uint32_t)(end - label.bytes) : 0;
    diagnose(diagnostics, (Span){source->id, start, start + label.length + 3}, DIAG_FOOTNOTE_UNUSED, STR_ARGS(label));
}

void notes_report_unused(const Notes *notes, const Source *source, Diagnostics *diagnostics)
{
    for (size_t i = 0; i < notes->line_count; i++) {
        if (!notes->is_held[i])
            report_unused(source, source->line_starts[notes->lines[i]], diagnostics);
    }
}

// A note's span begins behind its label.
static uint32_t definition_start(const Source *source, const Node *note)
{
    uint32_t at = note->span.start;
    while (at > source->body_start && source->text.bytes[at - 1] != '\n' && source->text.bytes[at - 1] != '\r')
        at--;
    return at;
}

// ---- references and notes

// What the reference's text has: from 1; 0: there is no such note.
static size_t number_of(const Notes *notes, const Node *reference)
{
    size_t number = 0;
    for (uint32_t at = 0; at < reference->text.length && number <= notes->count; at++)
        number = number * 10 + (size_t)(reference->text.bytes[at] - '0');
    return number <= notes->count ? number : 0;
}

// Notes, by number, that what is shown leads to, if by other notes. References come in the order of the document, so
// those of a note stand together.
typedef struct {
    const Notes *notes;
    size_t *numbers; // of what each reference refers to
    size_t *within;  // number of the note that each reference stands in; 0: in none
    size_t *first;   // by note: its first reference of its own; reference_count where there is none
    bool *is_reached;
    size_t *waiting;
    size_t waiting_count;
} Reach;

static void reach(Reach *reach, size_t number)
{
    if (number == 0 || reach->is_reached[number])
        return;
    reach->is_reached[number] = true;
    reach->waiting[reach->waiting_count++] = number;
}

static size_t note_around(const Node *reference)
{
    const Node *node = reference;
    while (node && node->kind != NODE_NOTE)
        node = node->parent;
    size_t number = 0;
    for (uint32_t at = 0; node && at < node->text.length; at++)
        number = number * 10 + (size_t)(node->text.bytes[at] - '0');
    return number;
}

static Reach reach_start(const Notes *notes)
{
    size_t references = notes->reference_count, count = notes->count + 1;
    Reach start = {
        .notes = notes,
        .numbers = arena_array(notes->arena, size_t, references + 1),
        .within = arena_array(notes->arena, size_t, references + 1),
        .first = arena_array(notes->arena, size_t, count),
        .is_reached = arena_array(notes->arena, bool, count),
        .waiting = arena_array(notes->arena, size_t, count),
    };
    for (size_t i = 0; i < count; i++)
        start.first[i] = references;
    for (size_t i = references; i-- > 0;) {
        start.numbers[i] = number_of(notes, notes->references[i]);
        start.within[i] = note_around(notes->references[i]);
        start.first[start.within[i]] = i;
    }
    return start;
}

static void reach_all(Reach *all)
{
    size_t references = all->notes->reference_count;
    for (size_t i = 0; i < references; i++)
        reach(all, all->within[i] == 0 ? all->numbers[i] : 0);
    while (all->waiting_count > 0) {
        size_t number = all->waiting[--all->waiting_count];
        for (size_t i = all->first[number]; i < references && all->within[i] == number; i++)
            reach(all, all->numbers[i]);
    }
}

// The list has notes that are reached alone, numbered from 1; it goes where there are none.
static void keep_reached(const Reach *all, const Source *source, Diagnostics *diagnostics)
{
    const Notes *notes = all->notes;
    Node *list = notes->notes[0]->parent;
    size_t kept = 0;
    list->first_child = list->last_child = NULL;
    for (size_t i = 0; i < notes->count; i++) {
        Node *note = notes->notes[i];
        if (!all->is_reached[i + 1]) {
            report_unused(source, definition_start(source, note), diagnostics);
            continue;
        }
        note->text = arena_format(notes->arena, "%zu", ++kept);
        node_insert(list, list->last_child, note);
    }
    if (kept == 0)
        node_remove(list);
}

void notes_link(Notes *notes, const Source *source, Diagnostics *diagnostics)
{
    if (notes->count == 0)
        return;
    Reach all = reach_start(notes);
    reach_all(&all);
    keep_reached(&all, source, diagnostics);
    for (size_t i = 0; i < notes->reference_count; i++) {
        Node *reference = notes->references[i];
        if (all.numbers[i] == 0 || (all.within[i] != 0 && !all.is_reached[all.within[i]]))
            continue;
        Node *note = notes->notes[all.numbers[i] - 1];
        reference->text = note->text;
        reference->reference.note = note;
        if (!note->note.reference)
            note->note.reference = reference;
    }
}
