// cmark-gfm parses, its tree is walked once with its iterator, and each node is an event of the builder; so nothing
// here recurses. Inlines of HTML blocks and of Markdown come to the same builder.
//
// What cmark-gfm drops without a word is found here: cells beyond a table's header (they join the last cell), and
// footnotes that nothing refers to (notes.c).
//
// cmark-gfm's registry of extensions is global to the process, and its guard is no atomic: the first document must not
// race with a second one. Engines make their first document before threads start.
#define CMARK_NO_SHORT_NAMES // they are hspdf's own NODE_ names
#include "markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "alert.h"
#include "blank.h"
#include "guard.h"
#include "notes.h"

// Registered with the arena, so that a jump leaks nothing; emptied as soon as it is not needed.
typedef struct {
    cmark_parser *parser;
    cmark_node *root;
    cmark_iter *iterator;
} Parsed;

// The row of a Markdown table at hand.
typedef struct {
    const uint8_t *alignments; // cmark-gfm's: 'l', 'c', 'r' or 0
    int column_count, column;
    bool is_header;
    uint32_t cell_start, cell_end, line_end; // offsets; `cell_end` is a pipe or the line's end
} TableRow;

typedef struct {
    Arena *arena;
    const Source *source;
    Diagnostics *diagnostics;
    Builder *builder;
    Html *html;
    Locator locator;
    size_t first_line; // index of the body's
    TableRow row;
    Notes notes;
    bool is_masked;           // blanks_mask
    const cmark_node *headed; // a paragraph whose first line, an alert's, was taken
} Walk;

static void close_parsed(void *object)
{
    Parsed *parsed = object;
    if (parsed->iterator)
        cmark_iter_free(parsed->iterator);
    if (parsed->root)
        cmark_node_free(parsed->root);
    if (parsed->parser)
        cmark_parser_free(parsed->parser);
    *parsed = (Parsed){0};
}

// Without one of these there is nothing to link; with its extension on, cmark-gfm cuts all text at each 'w' and ':'.
static bool has_address(Str body)
{
    static const char *const signs[] = {"www.", "://", "@", "&#", "&commat;"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (memmem(body.bytes, body.length, signs[i], strlen(signs[i])))
            return true;
    }
    return false;
}

static Parsed *parse(Arena *arena, Str body, bool with_tables)
{
    Parsed *parsed = arena_new(arena, Parsed);
    arena_defer(arena, close_parsed, parsed);
    cmark_gfm_core_extensions_ensure_registered();
    parsed->parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    const struct {
        const char *name;
        bool is_wanted;
    } extensions[] = {
        {"strikethrough", true}, {"autolink", has_address(body)}, {"tasklist", true}, {"table", with_tables}};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[i].name);
        if (extension && extensions[i].is_wanted)
            cmark_parser_attach_syntax_extension(parsed->parser, extension);
    }
    cmark_parser_feed(parsed->parser, body.bytes, body.length);
    parsed->root = cmark_parser_finish(parsed->parser);
    cmark_parser_free(parsed->parser);
    parsed->parser = NULL;
    parsed->iterator = cmark_iter_new(parsed->root);
    return parsed;
}

// A string of cmark-gfm's.
static Str literal(const Walk *walk, const char *text)
{
    Str given = str_from(text ? text : "");
    return walk->is_masked ? blanks_unmask(walk->arena, given) : given;
}

static Str keep(Walk *walk, const char *text)
{
    Str given = literal(walk, text);
    if (given.length == 0)
        return (Str){0};
    uint32_t at = walk->locator.cursor;
    Str copy = arena_str(walk->arena, given.bytes, given.length);
    return text_clean(walk->arena, copy, (Span){walk->source->id, at, at + 1}, walk->diagnostics);
}

static uint32_t offset_of(const Walk *walk, int line, int column)
{
    const Source *source = walk->source;
    size_t index = walk->first_line + (size_t)(line > 0 ? line - 1 : 0);
    if (index >= source->line_count)
        return source->text.length;
    uint32_t offset = source->line_starts[index] + (uint32_t)(column > 0 ? column : 0);
    uint32_t line_end = index + 1 < source->line_count ? source->line_starts[index + 1] : source->text.length;
    return offset < line_end ? offset : line_end;
}

static Span block_span(const Walk *walk, cmark_node *node)
{
    uint32_t start = offset_of(walk, cmark_node_get_start_line(node), cmark_node_get_start_column(node) - 1);
    uint32_t end = offset_of(walk, cmark_node_get_end_line(node), cmark_node_get_end_column(node));
    return (Span){walk->source->id, start, end > start ? end : start + 1};
}

static void open_block(Walk *walk, FrameRole role, const Node *pattern)
{
    bool counts_empty = pattern->kind == NODE_ITEM || pattern->kind == NODE_CELL || pattern->kind == NODE_NOTE;
    Frame frame = {.role = role, .is_markdown = true, .is_lazy = !counts_empty, .pattern = *pattern};
    builder_open(walk->builder, &frame);
}

static Frame inline_frame(const Walk *walk, NodeKind kind)
{
    uint32_t at = walk->locator.cursor;
    Frame frame = {.role = FRAME_INLINE, .is_markdown = true};
    frame.pattern.kind = kind;
    frame.pattern.span = (Span){walk->source->id, at, at + 1};
    return frame;
}

static void open_inline(Walk *walk, NodeKind kind)
{
    Frame frame = inline_frame(walk, kind);
    builder_open(walk->builder, &frame);
}

// --- blocks

static Node list_pattern(cmark_node *list, Span span)
{
    Node pattern = {.kind = NODE_LIST, .span = span};
    pattern.list.ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    pattern.list.tight = cmark_node_get_list_tight(list) != 0;
    pattern.list.start = pattern.list.ordered ? cmark_node_get_list_start(list) : 1;
    pattern.list.delimiter = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.';
    return pattern;
}

static Node item_pattern(cmark_node *item, Span span)
{
    Node pattern = {.kind = NODE_ITEM, .span = span};
    if (strcmp(cmark_node_get_type_string(item), "tasklist") == 0)
        pattern.item.task = cmark_gfm_extensions_get_tasklist_item_checked(item) ? TASK_DONE : TASK_OPEN;
    return pattern;
}

// U+2028 and U+2029 as `mark`, since code has no LINE_BREAK in it.
static Str replace_separators(Walk *walk, Str text, char mark)
{
    if (text.length == 0 ||
        (!memmem(text.bytes, text.length, "\u2028", 3) && !memmem(text.bytes, text.length, "\u2029", 3)))
        return text;
    Buffer out = {.arena = walk->arena};
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at;
        uint32_t character = utf8_next(text, &at);
        if (character == 0x2028 || character == 0x2029)
            buffer_append_char(&out, mark);
        else
            buffer_append(&out, text.bytes + start, at - start);
    }
    return buffer_str(&out);
}

static void insert_code_block(Walk *walk, cmark_node *node, Span span)
{
    Node pattern = {.kind = NODE_CODE_BLOCK, .span = span};
    pattern.text = replace_separators(walk, keep(walk, cmark_node_get_literal(node)), '\n');
    const char *info = cmark_node_get_fence_info(node);
    size_t length = info ? strcspn(info, " \t") : 0;
    if (length > 2 && info[0] == '{' && info[1] == '.') { // as Pandoc has it: `{.sh}`
        info += 2;
        length = strcspn(info, " \t}");
    }
    if (length > 0)
        pattern.code_block.info = arena_str(walk->arena, info, length);
    builder_insert_block(walk->builder, &pattern);
}

static void open_note(Walk *walk, Span span)
{
    if (walk->notes.count == 0) {
        builder_close_all(walk->builder); // what HTML left open ends before the notes
        Node notes = {.kind = NODE_NOTES, .span = span};
        open_block(walk, FRAME_BLOCK, &notes);
    }
    Node pattern = {.kind = NODE_NOTE, .span = span};
    pattern.text = arena_format(walk->arena, "%zu", walk->notes.count + 1);
    open_block(walk, FRAME_BLOCK, &pattern);
    notes_add(&walk->notes, walk->builder->frames[walk->builder->count - 1].node);
}

// --- tables

// Offset of the next pipe that ends a cell, or `end`.
static uint32_t find_pipe(Str text, uint32_t at, uint32_t end)
{
    for (; at < end && text.bytes[at] != '|'; at++) {
        if (text.bytes[at] == '\\' && at + 1 < end)
            at++;
    }
    return at < end ? at : end;
}

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\t';
}

static void open_row(Walk *walk, cmark_node *node)
{
    Str text = walk->source->text;
    TableRow *row = &walk->row;
    row->column = 0;
    row->is_header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    uint32_t at = offset_of(walk, cmark_node_get_start_line(node), 0);
    row->line_end = at;
    while (row->line_end < text.length && text.bytes[row->line_end] != '\n' && text.bytes[row->line_end] != '\r')
        row->line_end++;
    // Marks of the blocks around the table may stand before the row.
    while (at < row->line_end && (is_blank_byte(text.bytes[at]) || text.bytes[at] == '>'))
        at++;
    Node pattern = {.kind = NODE_ROW};
    pattern.span = (Span){walk->source->id, at, row->line_end > at ? row->line_end : at + 1};
    pattern.row.is_header = row->is_header;
    row->cell_start = at < row->line_end && text.bytes[at] == '|' ? at + 1 : at;
    open_block(walk, FRAME_BLOCK, &pattern);
}

static Align column_align(const TableRow *row)
{
    if (!row->alignments || row->column >= row->column_count)
        return ALIGN_START;
    switch (row->alignments[row->column]) {
    case 'l':
        return ALIGN_LEFT;
    case 'c':
        return ALIGN_CENTER;
    case 'r':
        return ALIGN_RIGHT;
    default:
        return ALIGN_START;
    }
}

static void open_cell(Walk *walk)
{
    Str text = walk->source->text;
    TableRow *row = &walk->row;
    row->cell_end = find_pipe(text, row->cell_start, row->line_end);
    uint32_t start = row->cell_start, end = row->cell_end;
    while (start < end && is_blank_byte(text.bytes[start]))
        start++;
    locator_enter(&walk->locator, start, end);
    Node pattern = {.kind = NODE_CELL, .align = column_align(row)};
    pattern.span = (Span){walk->source->id, row->cell_start, end > row->cell_start ? end : row->cell_start + 1};
    pattern.cell.is_header = row->is_header;
    open_block(walk, FRAME_BLOCK, &pattern);
}

// GFM ignores cells beyond the header's number; we set them with the last one.
static void add_excess(Walk *walk)
{
    const TableRow *row = &walk->row;
    if (row->is_header || row->column + 1 < row->column_count || row->cell_end >= row->line_end)
        return;
    uint32_t start = row->cell_end + 1;
    Str rest = str_trim((Str){walk->source->text.bytes + start, row->line_end - start});
    if (rest.length > 0 && rest.bytes[rest.length - 1] == '|')
        rest = str_trim((Str){rest.bytes, rest.length - 1});
    if (rest.length == 0)
        return;
    uint32_t at = (uint32_t)(rest.bytes - walk->source->text.bytes);
    Span span = {walk->source->id, at, at + rest.length};
    diagnose(walk->diagnostics, span, DIAG_TABLE_EXCESS);
    builder_text(walk->builder, STR(" "), span);
    builder_text(walk->builder, rest, span);
}

static void close_cell(Walk *walk)
{
    add_excess(walk);
    builder_close_markdown(walk->builder);
    TableRow *row = &walk->row;
    row->cell_start = row->cell_end < row->line_end ? row->cell_end + 1 : row->line_end;
    row->column++;
}

static void open_table(Walk *walk, cmark_node *node)
{
    Node pattern = {.kind = NODE_TABLE, .span = block_span(walk, node)};
    pattern.table.column_count = cmark_gfm_extensions_get_table_columns(node);
    walk->row = (TableRow){.alignments = cmark_gfm_extensions_get_table_alignments(node),
                           .column_count = pattern.table.column_count};
    open_block(walk, FRAME_BLOCK, &pattern);
}

// --- inlines

static void put_text(Walk *walk, cmark_node *node)
{
    Str text = literal(walk, cmark_node_get_literal(node));
    builder_text(walk->builder, text, locator_find(&walk->locator, text));
}

static void put_code(Walk *walk, cmark_node *node)
{
    Node pattern = {.kind = NODE_CODE};
    pattern.text = replace_separators(walk, keep(walk, cmark_node_get_literal(node)), ' ');
    pattern.span = locator_find(&walk->locator, pattern.text);
    builder_insert_inline(walk->builder, &pattern);
}

// Behind a rule to write on a line ends, since it was written so.
static bool ends_with_blank(const Walk *walk, cmark_node *line_end)
{
    cmark_node *before = cmark_node_previous(line_end);
    return before && cmark_node_get_type(before) == CMARK_NODE_TEXT &&
           blank_ends(literal(walk, cmark_node_get_literal(before)));
}

static void put_line_end(Walk *walk, bool is_hard)
{
    uint32_t at = walk->locator.cursor;
    Span span = {walk->source->id, at, at + 1};
    locator_next_line(&walk->locator);
    if (is_hard)
        builder_line_break(walk->builder, span);
    else
        builder_text(walk->builder, STR("\n"), span);
}

static void put_reference(Walk *walk, cmark_node *node)
{
    Node pattern = {.kind = NODE_NOTE_REFERENCE, .text = keep(walk, cmark_node_get_literal(node))};
    pattern.span = locator_find(&walk->locator, STR("[^"));
    Node *reference = builder_insert_inline(walk->builder, &pattern);
    if (reference->kind == NODE_NOTE_REFERENCE)
        notes_add_reference(&walk->notes, reference);
}

static void open_link(Walk *walk, cmark_node *node)
{
    Frame frame = inline_frame(walk, NODE_LINK);
    frame.pattern.link.target = keep(walk, cmark_node_get_url(node));
    frame.pattern.link.title = keep(walk, cmark_node_get_title(node));
    builder_open(walk->builder, &frame);
}

static void open_image(Walk *walk, cmark_node *node)
{
    ImageRequest *request = arena_new(walk->arena, ImageRequest);
    request->target = keep(walk, cmark_node_get_url(node));
    request->title = keep(walk, cmark_node_get_title(node));
    request->has_alternative = cmark_node_first_child(node) != NULL;
    Node pattern = {.kind = NODE_IMAGE, .span = locator_find(&walk->locator, STR("![")), .image = request};
    html_open_image(walk->builder, walk->diagnostics, &pattern);
}

// Moves the cursor behind `](address`, where the next text must not be looked for.
static void pass_address(Walk *walk, cmark_node *node)
{
    Locator *locator = &walk->locator;
    Str rest = str_from_offset(walk->source->text, locator->cursor);
    if (!str_starts_with(rest, STR("](")))
        return;
    uint32_t at = 2;
    while (at < rest.length && (rest.bytes[at] == '<' || rest.bytes[at] == ' '))
        at++;
    Str address = literal(walk, cmark_node_get_url(node));
    if (str_starts_with(str_from_offset(rest, at), address))
        at += address.length;
    at += locator->cursor;
    locator->cursor = at < locator->limit ? at : locator->limit;
}

// --- the walk

static void enter_extension(Walk *walk, cmark_node *node)
{
    const char *type = cmark_node_get_type_string(node);
    if (strcmp(type, "table_cell") == 0)
        open_cell(walk);
    else if (strcmp(type, "table_row") == 0 || strcmp(type, "table_header") == 0)
        open_row(walk, node);
    else if (strcmp(type, "table") == 0)
        open_table(walk, node);
    else if (strcmp(type, "strikethrough") == 0)
        open_inline(walk, NODE_STRIKE);
}

static void exit_extension(Walk *walk, cmark_node *node)
{
    const char *type = cmark_node_get_type_string(node);
    if (strcmp(type, "table_cell") == 0)
        close_cell(walk);
    else if (strncmp(type, "table", 5) == 0 || strcmp(type, "strikethrough") == 0)
        builder_close_markdown(walk->builder);
}

// False where the node is no block of CommonMark.
static bool enter_block(Walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if ((type & CMARK_NODE_TYPE_MASK) != CMARK_NODE_TYPE_BLOCK || type > CMARK_NODE_FOOTNOTE_DEFINITION)
        return false;
    Span span = block_span(walk, node);
    Node pattern = {.span = span};
    locator_enter(&walk->locator, span.start, walk->source->text.length);
    switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
        pattern.kind = alert_take(node, walk->source->text, span, &pattern.alert.kind) ? NODE_ALERT : NODE_QUOTE;
        walk->headed = pattern.kind == NODE_ALERT ? cmark_node_first_child(node) : walk->headed;
        open_block(walk, FRAME_BLOCK, &pattern);
        break;
    case CMARK_NODE_LIST:
        pattern = list_pattern(node, span);
        open_block(walk, FRAME_BLOCK, &pattern);
        break;
    case CMARK_NODE_ITEM:
        pattern = item_pattern(node, span);
        open_block(walk, FRAME_BLOCK, &pattern);
        break;
    case CMARK_NODE_CODE_BLOCK:
        insert_code_block(walk, node, span);
        break;
    case CMARK_NODE_HTML_BLOCK:
        html_feed(walk->html, literal(walk, cmark_node_get_literal(node)), &walk->locator);
        html_end_block(walk->html);
        break;
    case CMARK_NODE_PARAGRAPH:
        pattern.kind = NODE_PARAGRAPH;
        if (node == walk->headed) {
            locator_next_line(&walk->locator);
            pattern.span.start = walk->locator.cursor;
        }
        open_block(walk, FRAME_LEAF, &pattern);
        break;
    case CMARK_NODE_HEADING:
        pattern.kind = NODE_HEADING;
        pattern.heading.level = cmark_node_get_heading_level(node);
        open_block(walk, FRAME_LEAF, &pattern);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        pattern.kind = NODE_THEMATIC_BREAK;
        builder_insert_block(walk->builder, &pattern);
        break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        open_note(walk, span);
        break;
    default:
        break;
    }
    return true;
}

static void enter_inline(Walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        put_text(walk, node);
        break;
    case CMARK_NODE_SOFTBREAK:
        put_line_end(walk, ends_with_blank(walk, node));
        break;
    case CMARK_NODE_LINEBREAK:
        put_line_end(walk, /*is_hard*/ true);
        break;
    case CMARK_NODE_CODE:
        put_code(walk, node);
        break;
    case CMARK_NODE_HTML_INLINE:
        html_feed(walk->html, literal(walk, cmark_node_get_literal(node)), &walk->locator);
        break;
    case CMARK_NODE_EMPH:
        open_inline(walk, NODE_EMPHASIS);
        break;
    case CMARK_NODE_STRONG:
        open_inline(walk, NODE_STRONG);
        break;
    case CMARK_NODE_LINK:
        open_link(walk, node);
        break;
    case CMARK_NODE_IMAGE:
        open_image(walk, node);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        put_reference(walk, node);
        break;
    default:
        enter_extension(walk, node);
        break;
    }
}

static void exit_node(Walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
    case CMARK_NODE_FOOTNOTE_DEFINITION:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
        builder_close_markdown(walk->builder);
        break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        builder_close_markdown(walk->builder);
        pass_address(walk, node);
        break;
    default:
        exit_extension(walk, node);
        break;
    }
}

// Frees each of the root's blocks behind it: the strings that cmark-gfm makes for us take its room.
static void walk_tree(Walk *walk, cmark_iter *iterator, cmark_node *root)
{
    cmark_iter_reset(iterator, root, CMARK_EVENT_ENTER);
    cmark_event_type event = CMARK_EVENT_ENTER;
    for (; event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event == CMARK_EVENT_EXIT) {
            exit_node(walk, node);
            if (cmark_node_parent(node) == root)
                cmark_node_free(node); // the iterator is beyond it
        } else if (!enter_block(walk, node))
            enter_inline(walk, node);
    }
}

// Tells notes.c which lines the tree holds.
static void hold_lines(Walk *walk, cmark_iter *iterator, cmark_node *root)
{
    if (walk->notes.line_count == 0)
        return;
    cmark_iter_reset(iterator, root, CMARK_EVENT_ENTER);
    cmark_event_type event = CMARK_EVENT_ENTER;
    for (; event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        bool is_definition = type == CMARK_NODE_FOOTNOTE_DEFINITION;
        bool is_leaf = type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK ||
                       type == CMARK_NODE_HTML_BLOCK || strcmp(cmark_node_get_type_string(node), "table") == 0;
        if (event != CMARK_EVENT_ENTER || (!is_leaf && !is_definition))
            continue;
        size_t first = walk->first_line + (size_t)cmark_node_get_start_line(node) - 1;
        size_t last = walk->first_line + (size_t)cmark_node_get_end_line(node) - 1;
        notes_hold_lines(&walk->notes, first, is_definition || last < first ? first : last);
    }
}

// Line by line, markup and all.
static void set_plainly(Walk *walk, Str body)
{
    const Source *source = walk->source;
    Node paragraph = {.kind = NODE_PARAGRAPH, .span = {source->id, source->body_start, source->text.length}};
    open_block(walk, FRAME_LEAF, &paragraph);
    for (uint32_t at = 0; at < body.length; at++) {
        uint32_t start = at;
        while (at < body.length && body.bytes[at] != '\n' && body.bytes[at] != '\r')
            at++;
        Span span = {source->id, source->body_start + start, source->body_start + at + 1};
        builder_text(walk->builder, (Str){body.bytes + start, at - start}, span);
        builder_line_break(walk->builder, span);
    }
    builder_close_markdown(walk->builder);
}

static size_t line_of(const Source *source, uint32_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void markdown_build(Arena *arena, const Source *source, Node *root, Diagnostics *diagnostics)
{
    Walk *walk = arena_new(arena, Walk);
    walk->arena = arena;
    walk->source = source;
    walk->diagnostics = diagnostics;
    walk->builder = builder_new(arena, root, diagnostics);
    walk->html = html_new(arena, walk->builder, diagnostics);
    walk->locator = (Locator){.source = source, .limit = source->text.length};
    walk->first_line = line_of(source, source->body_start);
    Guard guard = guard_source(arena, source, diagnostics);
    walk->notes = notes_start(arena, guard.note_lines, guard.note_line_count);

    Str body = str_from_offset(source->text, source->body_start);
    if (guard.is_deep) {
        set_plainly(walk, body);
    } else {
        Parsed *parsed = parse(arena, blanks_mask(arena, body, &walk->is_masked), !guard.has_large_table);
        hold_lines(walk, parsed->iterator, parsed->root);
        walk_tree(walk, parsed->iterator, parsed->root);
        close_parsed(parsed);
        notes_report_unused(&walk->notes, source, diagnostics);
    }
    builder_close_all(walk->builder);
    notes_link(&walk->notes, source, diagnostics);
}
