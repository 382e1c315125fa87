// Blocks of code: their lines as they are. One that is too long is broken, and a sign in the margin says so; it is
// decoration, so that who listens or copies has the line whole.
#include "layout/flow.h"

static Str code_take_line(Str *rest)
{
    const char *end = memchr(rest->bytes, '\n', rest->length);
    Str line = {rest->bytes, end ? (uint32_t)(end - rest->bytes) : rest->length};
    *rest = str_from_offset(*rest, end ? line.length + 1 : line.length);
    return line;
}

// A line of code as it is set: leading spaces must not be dropped as a paragraph's are, and a tab stands for
// the spaces up to the next multiple of four, the width that GitHub shows.
static Str code_line(Arena *arena, Str line)
{
    enum { TAB_COLUMNS = 4 };
    Buffer text = {.arena = arena};
    uint32_t column = 0;
    bool is_leading = true;
    for (uint32_t at = 0; at < line.length; at++) {
        char byte = line.bytes[at];
        unsigned spaces = byte == '\t' ? TAB_COLUMNS - column % TAB_COLUMNS : byte == ' ' ? 1 : 0;
        column += spaces ? spaces : 1;
        is_leading = is_leading && spaces > 0;
        if (spaces == 0)
            buffer_append_char(&text, byte);
        for (; spaces > 0; spaces--)
            buffer_append_str(&text, is_leading ? STR("\xC2\xA0") : STR(" "));
    }
    return buffer_str(&text);
}

// Nothing is wrong with a line that is broken: no diagnostic.
static LineList break_line(LayoutContext *context, const Node *node, Str line, const BlockStyle *style, Length measure)
{
    return paragraph_break(paragraph_of_text(context, node, line, style), measure, context->arena, NULL);
}

// The sign, as a line of glyphs without text: so who copies code does not have it.
static const Line *sign_line(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    LineList lines = lines_of_text(context, node, STR("\u21A9"), style, 2 * style->text.size);
    Line *line = arena_new(context->arena, Line);
    *line = lines.lines[0];
    if (line->run_count == 0)
        return line;
    GlyphRun *run = arena_new(context->arena, GlyphRun);
    Word *word = arena_new(context->arena, Word);
    Cluster *cluster = arena_new(context->arena, Cluster);
    *run = line->runs[0];
    *word = *run->word;
    *cluster = (Cluster){0, word->glyph_count, word->advance};
    word->text = (Str){0};
    word->clusters = cluster;
    word->cluster_count = 1;
    run->word = word;
    line->runs = run;
    line->run_count = 1;
    return line;
}

// Behind each of these lines but the last.
static void mark_breaks(LayoutContext *context, Flow *flow, size_t first, const Node *node, const BlockStyle *style,
                        Length x)
{
    const Line *sign = sign_line(context, node, style);
    for (size_t i = first; i + 1 < flow->count; i++) {
        if (flow->strips[i].boxes.boxes[0].line->ends_with_mark)
            continue;
        *box_add(context, &flow->strips[i].boxes) = (Box){.kind = BOX_LINE,
                                                          .is_artifact = true,
                                                          .x = x,
                                                          .width = 2 * style->text.size,
                                                          .height = flow->strips[i].height,
                                                          .node = node,
                                                          .line = sign};
    }
}

static void flow_line(LayoutContext *context, Flow *flow, const Node *node, Str text, const BlockStyle *style,
                      Area area)
{
    Length measure = measure_of(context, area), room = 2 * style->text.size;
    LineList lines = break_line(context, node, text, style, measure);
    size_t first = flow->count;
    if (lines.count > 1 && measure > 4 * room)
        lines = break_line(context, node, text, style, measure - room);
    flow_lines(context, flow, node, lines, style, area);
    if (lines.count > 1 && measure > 4 * room)
        mark_breaks(context, flow, first, node, style, area.x + measure - room);
}

void flow_code(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area)
{
    area.right_to_left = false;
    size_t first = flow->count;
    for (Str rest = node->text; rest.length > 0;)
        flow_line(context, flow, node, code_line(context->arena, code_take_line(&rest)), style, area);
    if (flow->count > first + 1)
        flow->strips[first].keep_with_next = flow->strips[flow->count - 2].keep_with_next = true;
}

Extent extent_of_code(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    Length widest = 0;
    for (Str rest = node->text; rest.length > 0;) {
        Str line = code_line(context->arena, code_take_line(&rest));
        widest = length_max(widest, paragraph_max_content(paragraph_of_text(context, node, line, style)));
    }
    return (Extent){length_min(widest, style->text.size * 8), widest};
}
