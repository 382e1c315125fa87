// One look over the source for what cmark-gfm 0.29.0.gfm.6 takes quadratic time or memory for, measured there:
//
//     block quotes and lists nested by the thousand        every line walks through all that are open
//     `![` that are never closed, by the thousand          each link walks past all of them
//     a delimiter row under a paragraph of many lines      the square of the lines
//     a wide table with many short rows                    each row is filled up to the header's width
//     a row of many cells                                  each cell walks past those before it
//
// The first two are [nesting-deep], the last one is [table-columns], the others are [table-large]. Bounds lie far above
// what people write, so a rough count will do: it may take code for a list, but no one writes code with a hundred list
// marks at a line's start. The look also notes lines that may define footnotes, since cmark-gfm drops definitions that
// nothing refers to.
#include "guard.h"

enum {
    INDENT_MAX = 800,      // columns before a list's mark
    OPEN_IMAGES_MAX = 1000 // in one paragraph
};

static const uint64_t header_cost_max = 200 * 1000 * 1000; // lines squared; 0.2 s

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    const Source *source;
    Guard result;
    uint32_t *note_lines;
    size_t note_line_capacity;

    // Of the paragraph or table at hand, since the last blank line.
    uint64_t line_count, columns, pipes_before; // pipes of the line before
    uint32_t open_brackets, open_images;

    uint64_t cells, header_cost;
    uint64_t marks_most, cells_most, columns_most; // the limits
} Scan;

static void report_deep(Scan *scan, uint32_t at)
{
    if (!scan->result.is_deep)
        limit_holds(scan->diagnostics, LIMIT_NESTING, /*amount*/ UINT64_MAX, (Span){scan->source->id, at, at + 1});
    scan->result.is_deep = true;
}

static void report_table(Scan *scan, LimitId limit, uint32_t at)
{
    if (!scan->result.has_large_table)
        limit_holds(scan->diagnostics, limit, /*amount*/ UINT64_MAX, (Span){scan->source->id, at, at + 1});
    scan->result.has_large_table = true;
}

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\t';
}

// Length of the list's mark at `at`, or 0.
static uint32_t list_mark_length(Str line, uint32_t at)
{
    uint32_t end = at;
    if (line.bytes[at] == '-' || line.bytes[at] == '+' || line.bytes[at] == '*') {
        end++;
    } else {
        while (end < line.length && line.bytes[end] >= '0' && line.bytes[end] <= '9')
            end++;
        if (end == at || end == line.length || (line.bytes[end] != '.' && line.bytes[end] != ')'))
            return 0;
        end++;
    }
    return end == line.length || is_blank_byte(line.bytes[end]) ? end - at : 0;
}

// `* * *`, `---`: no list.
static bool is_thematic_break(Str line)
{
    for (uint32_t i = 0; i < line.length; i++) {
        if (line.bytes[i] != line.bytes[0] && !is_blank_byte(line.bytes[i]))
            return false;
    }
    return line.length > 0 && (line.bytes[0] == '-' || line.bytes[0] == '*');
}

// Gives the offset of the line's content behind marks of quotes and lists.
static uint32_t scan_marks(Scan *scan, Str line, uint32_t start)
{
    uint32_t at = 0, marks = 0, indent = 0;
    while (at < line.length) {
        if (is_blank_byte(line.bytes[at])) {
            indent += line.bytes[at] == '\t' ? 4 : 1;
            at++;
            continue;
        }
        uint32_t length = line.bytes[at] == '>' ? 1 : list_mark_length(line, at);
        if (length == 0)
            break;
        if (marks >= scan->marks_most || indent > INDENT_MAX) {
            if (!is_thematic_break(str_from_offset(line, at)))
                report_deep(scan, start + at);
            break;
        }
        marks++;
        at += length;
    }
    return at;
}

// `|---|:-:|`: gives its columns, or 0.
static uint64_t delimiter_columns(Str line)
{
    uint64_t pipes = 0;
    bool has_colon = false, has_dash = false;
    for (uint32_t i = 0; i < line.length; i++) {
        char byte = line.bytes[i];
        if (byte == '|')
            pipes++;
        else if (byte == ':')
            has_colon = true;
        else if (byte == '-')
            has_dash = true;
        else if (!is_blank_byte(byte) && byte != '>')
            return 0;
    }
    Str marks = str_trim(line);
    uint64_t outer = str_starts_with(marks, STR("|")) + str_ends_with(marks, STR("|"));
    return has_dash && (pipes > 0 || has_colon) ? pipes + 1 - (outer < pipes ? outer : pipes) : 0;
}

static uint64_t count_pipes(Str line)
{
    uint64_t count = 0;
    for (const char *at = line.bytes, *end = at + line.length; (at = memchr(at, '|', (size_t)(end - at))); at++)
        count++;
    return count;
}

static void scan_table(Scan *scan, Str line, uint32_t start)
{
    scan->cells += scan->columns;
    uint64_t columns = delimiter_columns(line);
    if (columns > 0) {
        scan->header_cost += scan->line_count * scan->line_count;
        scan->cells += columns; // of the header
        scan->columns = columns > scan->columns ? columns : scan->columns;
    }
    if (scan->cells > scan->cells_most || scan->header_cost > header_cost_max)
        report_table(scan, LIMIT_TABLE_CELLS, start);
    uint64_t pipes = count_pipes(line), most = scan->columns_most + 1;
    if (scan->columns > most - 1 || (scan->columns > 0 && (pipes > most || scan->pipes_before > most)))
        report_table(scan, LIMIT_TABLE_COLUMNS, start);
    scan->pipes_before = pipes;
}

static void scan_brackets(Scan *scan, Str line, uint32_t start)
{
    for (uint32_t at = 0; at < line.length; at++) {
        char byte = line.bytes[at];
        if (byte == '\\') {
            at++;
        } else if (byte == '[') {
            bool is_image = at > 0 && line.bytes[at - 1] == '!';
            if (is_image && ++scan->open_images > OPEN_IMAGES_MAX)
                report_deep(scan, start + at);
            scan->open_brackets += !is_image;
        } else if (byte == ']') {
            if (scan->open_brackets > 0)
                scan->open_brackets--;
            else if (scan->open_images > 0)
                scan->open_images--;
        }
    }
}

static void scan_line(Scan *scan, size_t index, Str line, uint32_t start)
{
    uint32_t content_at = scan_marks(scan, line, start);
    Str content = str_from_offset(line, content_at);
    if (content.length == 0) {
        scan->line_count = scan->columns = scan->pipes_before = 0;
        scan->open_brackets = scan->open_images = 0;
        return;
    }
    scan_table(scan, line, start);
    scan->line_count++;
    scan_brackets(scan, content, start + content_at);
    if (str_starts_with(content, STR("[^")) && memmem(content.bytes, content.length, "]:", 2))
        *arena_push(scan->arena, scan->note_lines, scan->result.note_line_count, scan->note_line_capacity) =
            (uint32_t)index;
}

Guard guard_source(Arena *arena, const Source *source, Diagnostics *diagnostics)
{
    Scan scan = {.arena = arena,
                 .diagnostics = diagnostics,
                 .source = source,
                 .marks_most = limit_value(diagnostics, LIMIT_NESTING),
                 .cells_most = limit_value(diagnostics, LIMIT_TABLE_CELLS),
                 .columns_most = limit_value(diagnostics, LIMIT_TABLE_COLUMNS)};
    for (size_t i = 0; i < source->line_count; i++) {
        uint32_t start = source->line_starts[i];
        if (start < source->body_start)
            continue;
        uint32_t end = i + 1 < source->line_count ? source->line_starts[i + 1] : source->text.length;
        while (end > start && (source->text.bytes[end - 1] == '\n' || source->text.bytes[end - 1] == '\r'))
            end--;
        scan_line(&scan, i, (Str){source->text.bytes + start, end - start}, start);
    }
    scan.result.note_lines = scan.note_lines;
    return scan.result;
}
