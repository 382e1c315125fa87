// Footnotes: references led to their notes, and notes that the parser dropped.
#include "notes.h"

void notes_link(Document *document)
{
    // Marks are numbers within a part, and a part's notes stand behind its text, in the order of their numbers: the
    // notes seen last, going backwards, are those of the references before them.
    Node *first = NULL; // of the part's notes
    for (size_t i = document->node_count; i-- > 0;) {
        Node *node = document->nodes[i];
        if (node->kind == NODE_NOTES)
            first = node->first_child;
        if (node->kind != NODE_NOTE_REFERENCE)
            continue;
        for (Node *note = first; note && !node->reference.note; note = note->next) {
            if (str_equal(note->text, node->text))
                node->reference.note = note;
        }
    }
}

static bool is_holder(NodeKind kind)
{
    return kind == NODE_PARAGRAPH || kind == NODE_CODE_BLOCK || kind == NODE_NOTE || kind == NODE_HEADING ||
           kind == NODE_TABLE || kind == NODE_DIVISION;
}

static size_t line_of(const Source *source, uint32_t offset)
{
    size_t low = 0, high = source->line_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// Marks the lines that blocks of this source hold.
static bool *held_lines(const Document *document, const Source *source, Arena *arena)
{
    bool *held = arena_array(arena, bool, source->line_count + 1);
    for (size_t i = 0; i < document->node_count; i++) {
        const Node *node = document->nodes[i];
        if (!is_holder(node->kind) || node->span.source != source->id || node->span.end == 0)
            continue;
        size_t end = line_of(source, node->span.end - 1);
        for (size_t line = line_of(source, node->span.start); line <= end; line++)
            held[line] = true;
    }
    return held;
}

// The label of a line such as "[^label]: text", empty where it is none.
static Str note_label(Str line)
{
    while (line.length > 0 && strchr(" >", line.bytes[0]))
        line = str_from_offset(line, 1);
    const char *end = memmem(line.bytes, line.length, "]:", 2);
    if (!str_starts_with(line, STR("[^")) || !end || end == line.bytes + 2)
        return (Str){0};
    return (Str){line.bytes + 2, (uint32_t)(end - line.bytes - 2)};
}

void notes_diagnose_unused(const Document *document, const Source *source, Arena *arena, Diagnostics *diagnostics)
{
    Str body = str_from_offset(source->text, source->body_start);
    if (!memmem(body.bytes, body.length, "[^", 2))
        return;
    bool *held = held_lines(document, source, arena);
    for (size_t line = line_of(source, source->body_start); line < source->line_count; line++) {
        uint32_t start = source->line_starts[line];
        uint32_t end = line + 1 < source->line_count ? source->line_starts[line + 1] : source->text.length;
        Str label = note_label((Str){source->text.bytes + start, end - start});
        if (!held[line] && label.length > 0)
            diagnose(diagnostics, (Span){source->id, start, end}, DIAG_FOOTNOTE_UNUSED, STR_ARGS(label));
    }
}
