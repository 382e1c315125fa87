// What a start tag closes, and the frame that it opens.
//
// A table that is there for its layout (role=presentation) is no table: its cells are blocks below each other. In a
// <dl> names and what is said of them are grouped: an item has names, then descriptions; a name behind a description
// begins the next item. A <div> there may be around a group, and has no node.
#include "html_element.h"

enum {
    COLUMN_SPAN_MAX = 1000, // as in the HTML standard, section 4.9.11
    ROW_SPAN_MAX = 65534,
    LIST_NUMBER_MAX = 999999999,
};

static const NodeKind none = NODE_KIND_COUNT;

// ---- what is open

size_t html_find_open(const Builder *builder, const HtmlTag *tag, NodeKind kind, NodeKind stop)
{
    bool is_under_markdown = false; // an inline of Markdown's: what is no inline would close it
    for (size_t i = builder->count; i-- > 1;) {
        const Frame *frame = &builder->frames[i];
        bool is_block = frame->role <= FRAME_VERBATIM, is_inline = frame->role == FRAME_INLINE;
        if (frame->is_markdown && !is_inline)
            return 0;
        if ((tag && frame->tag == tag) || (is_block && frame->pattern.kind == kind))
            return is_under_markdown && !is_inline ? 0 : i;
        is_under_markdown |= frame->is_markdown;
        if (is_block && (frame->pattern.kind == stop || (stop == NODE_TABLE && html_tag_is(frame->tag, "table"))))
            return 0;
    }
    return 0;
}

bool html_is_section(const HtmlTag *tag)
{
    return tag->role == HTML_ROLE_PLAIN && tag->kind == NODE_ROW;
}

static void close_if_open(Builder *builder, const HtmlTag *tag, NodeKind kind, NodeKind stop)
{
    size_t index = html_find_open(builder, tag, kind, stop);
    if (index > 0)
        builder_close(builder, index);
}

static void close_tags(Builder *builder, const char *const *names, size_t count, NodeKind stop)
{
    for (size_t i = 0; i < count; i++)
        close_if_open(builder, html_tag_find(str_from(names[i])), none, stop);
}

// Whether the table around is one of layout alone.
static bool is_in_layout_table(const Builder *builder)
{
    for (size_t i = builder->count; i-- > 1;) {
        if (html_tag_is(builder->frames[i].tag, "table"))
            return builder->frames[i].pattern.kind == NODE_DIVISION;
    }
    return false;
}

// Index of the definition list whose items, or whose item's content, come next; 0 where there is none.
static size_t find_definitions(const Builder *builder)
{
    size_t list = html_find_open(builder, NULL, NODE_LIST, NODE_CELL);
    return list > 0 && builder->frames[list].pattern.list.is_definitions ? list : 0;
}

// ---- what the start of a tag ends

static void close_before_row(Builder *builder, const HtmlTag *tag)
{
    static const char *const sections[] = {"thead", "tbody", "tfoot"}, *const parts[] = {"td", "th", "tr"};
    close_if_open(builder, NULL, NODE_ROW, NODE_TABLE);
    close_if_open(builder, NULL, NODE_CAPTION, NODE_TABLE);
    close_tags(builder, parts, sizeof parts / sizeof *parts, NODE_TABLE); // of a table of layout
    if (html_is_section(tag))
        close_tags(builder, sections, sizeof sections / sizeof *sections, NODE_TABLE);
}

static void close_before_cell(Builder *builder)
{
    static const char *const cells[] = {"td", "th"};
    close_if_open(builder, NULL, NODE_CELL, NODE_TABLE);
    close_tags(builder, cells, sizeof cells / sizeof *cells, NODE_TABLE);
}

static void close_before_definition(Builder *builder, const HtmlTag *tag)
{
    close_if_open(builder, html_tag_find(STR("dt")), NODE_TERM, NODE_LIST);
    close_if_open(builder, html_tag_find(STR("dd")), NODE_DESCRIPTION, NODE_LIST);
    size_t item = html_find_open(builder, NULL, NODE_ITEM, NODE_LIST);
    if (item == 0 || find_definitions(builder) == 0)
        return;
    const Node *node = builder->frames[item].node;
    if (tag->kind == NODE_TERM && node && node->last_child && node->last_child->kind == NODE_DESCRIPTION)
        builder_close(builder, item);
}

static void close_before_inline(Builder *builder, const HtmlTag *tag)
{
    static const char *const ruby[] = {"rt", "rp", "rb", "rtc"}, *const options[] = {"option"};
    if (html_tag_is(tag, "a") || html_tag_is(tag, "nobr") || html_tag_is(tag, "button"))
        close_if_open(builder, tag, none, NODE_CELL);
    else if (html_tag_is(tag, "rt") || html_tag_is(tag, "rp") || html_tag_is(tag, "rb") || html_tag_is(tag, "rtc"))
        close_tags(builder, ruby, sizeof ruby / sizeof *ruby, NODE_CELL);
    else if (html_tag_is(tag, "option") || html_tag_is(tag, "optgroup"))
        close_tags(builder, options, sizeof options / sizeof *options, NODE_CELL);
    if (html_tag_is(tag, "optgroup"))
        close_if_open(builder, tag, none, NODE_CELL);
}

static void close_before(Builder *builder, const HtmlTag *tag)
{
    switch (tag->kind) {
    case NODE_ITEM:
        close_if_open(builder, NULL, NODE_ITEM, NODE_LIST);
        break;
    case NODE_CELL:
        close_before_cell(builder);
        break;
    case NODE_ROW:
        close_before_row(builder, tag);
        break;
    case NODE_CAPTION:
        if (html_tag_is(tag, "caption"))
            close_before_row(builder, tag);
        break;
    case NODE_TERM:
    case NODE_DESCRIPTION:
        close_before_definition(builder, tag);
        break;
    case NODE_HEADING:
        close_if_open(builder, NULL, NODE_HEADING, NODE_CELL);
        break;
    default:
        if (tag->role == HTML_ROLE_INLINE || tag->role == HTML_ROLE_PLAIN || tag->role == HTML_ROLE_SKIP)
            close_before_inline(builder, tag);
    }
}

// ---- patterns

static Direction read_direction(const HtmlElement *element)
{
    Str value = str_trim(element->values[ATTRIBUTE_DIR]);
    if (str_equal_nocase(value, STR("rtl")))
        return DIRECTION_RIGHT_TO_LEFT;
    if (str_equal_nocase(value, STR("ltr")))
        return DIRECTION_LEFT_TO_RIGHT;
    if (str_equal_nocase(value, STR("auto")) || html_tag_is(element->tag, "bdi"))
        return DIRECTION_AUTO;
    return element->declared.direction;
}

// A section of rows opens a group; a row is in the one that is open.
static void read_row(Html *html, const HtmlTag *tag, Node *pattern)
{
    Builder *builder = html->builder;
    if (html_is_section(tag)) {
        pattern->row.group = ++html->row_groups;
        pattern->row.is_header = html_tag_is(tag, "thead");
        pattern->row.is_footer = html_tag_is(tag, "tfoot");
        return;
    }
    size_t table = html_find_open(builder, NULL, NODE_TABLE, none);
    for (size_t i = builder->count; i-- > table;) {
        const Frame *frame = &builder->frames[i];
        if (frame->role == FRAME_PLAIN && frame->tag && html_is_section(frame->tag)) {
            pattern->row = frame->pattern.row;
            break;
        }
    }
    if (table > 0)
        pattern->row.number = ++builder->frames[table].pattern.table.row_number;
}

static const Size *read_width(Html *html, const HtmlElement *element)
{
    Size size = html_size(html, element, ATTRIBUTE_WIDTH, &element->declared.width);
    if (size.unit == SIZE_NONE)
        return NULL;
    Size *kept = arena_new(html->arena, Size);
    *kept = size;
    return kept;
}

static CellScope read_scope(Str value)
{
    if (str_equal_nocase(value, STR("row")) || str_equal_nocase(value, STR("rowgroup")))
        return SCOPE_ROW;
    bool is_column = str_equal_nocase(value, STR("col")) || str_equal_nocase(value, STR("colgroup"));
    return is_column ? SCOPE_COLUMN : SCOPE_NONE;
}

// At least `least`, else as if it were not written.
static int read_span(Str value, int least, int most)
{
    int number = -1;
    html_read_integer(value, most, &number);
    return number >= least ? number : -1;
}

static void read_cell(Html *html, const HtmlElement *element, Node *pattern)
{
    int columns = read_span(element->values[ATTRIBUTE_COLSPAN], 1, COLUMN_SPAN_MAX);
    int rows = read_span(element->values[ATTRIBUTE_ROWSPAN], 0, ROW_SPAN_MAX);
    pattern->cell.is_header = html_tag_is(element->tag, "th");
    pattern->cell.scope = read_scope(str_trim(element->values[ATTRIBUTE_SCOPE]));
    pattern->cell.column_span = columns > 0 ? columns : 0;
    pattern->cell.row_span = rows == 0 ? ROW_SPAN_MAX : rows > 0 ? rows : 0; // zero: all that follow in their group
    pattern->cell.width = read_width(html, element);
}

static void read_list(const HtmlElement *element, Node *pattern)
{
    pattern->list.ordered = html_tag_is(element->tag, "ol");
    pattern->list.is_definitions = html_tag_is(element->tag, "dl");
    pattern->list.is_reversed = pattern->list.ordered && element->has[ATTRIBUTE_REVERSED];
    pattern->list.tight = true;
    pattern->list.delimiter = '.';
    pattern->list.start = 1;
    pattern->list.has_start =
        html_read_integer(element->values[ATTRIBUTE_START], LIST_NUMBER_MAX, &pattern->list.start);
}

static void read_kind(Html *html, const HtmlElement *element, Node *pattern)
{
    switch (pattern->kind) {
    case NODE_HEADING:
        pattern->heading.level = element->tag->name.bytes[1] - '0';
        break;
    case NODE_LIST:
        read_list(element, pattern);
        break;
    case NODE_ITEM:
        pattern->item.has_value =
            html_read_integer(element->values[ATTRIBUTE_VALUE], LIST_NUMBER_MAX, &pattern->item.value);
        break;
    case NODE_ROW:
        read_row(html, element->tag, pattern);
        break;
    case NODE_CELL:
        read_cell(html, element, pattern);
        break;
    case NODE_LINK:
        pattern->link.target = html_value(html, element, ATTRIBUTE_HREF);
        pattern->link.title = html_value(html, element, ATTRIBUTE_TITLE);
        if (pattern->link.target.length == 0)
            pattern->kind = NODE_SPAN;
        break;
    case NODE_TABLE:
        pattern->table.width = read_width(html, element);
        pattern->table.columns = arena_new(html->arena, ColumnWidths);
        break;
    case NODE_ABBREVIATION:
        pattern->abbreviation.expansion = html_value(html, element, ATTRIBUTE_TITLE);
        break;
    default:
        break;
    }
}

static Node make_pattern(Html *html, const HtmlElement *element, NodeKind kind)
{
    const Declarations *declared = &element->declared;
    Node pattern = {.kind = kind,
                    .span = element->span,
                    .id = html_value(html, element, ATTRIBUTE_ID),
                    .classes = html_value(html, element, ATTRIBUTE_CLASS),
                    .direction = read_direction(element),
                    .align = declared->align.is_set ? declared->align.align : ALIGN_START,
                    .declared = css_keep(html->css, declared)};
    bool has_lang = element->has[ATTRIBUTE_LANG];
    pattern.lang = language_tag(html_value(html, element, has_lang ? ATTRIBUTE_LANG : ATTRIBUTE_XML_LANG), html->arena);
    if (pattern.id.length == 0 && html_tag_is(element->tag, "a"))
        pattern.id = html_value(html, element, ATTRIBUTE_NAME);
    read_kind(html, element, &pattern);
    return pattern;
}

// ---- opening

static bool is_presentation(const HtmlElement *element)
{
    Str role = str_trim(element->values[ATTRIBUTE_ROLE]);
    return str_equal_nocase(role, STR("presentation")) || str_equal_nocase(role, STR("none"));
}

static bool is_hidden(const HtmlElement *element)
{
    bool is_closed_dialog = html_tag_is(element->tag, "dialog") && !element->has[ATTRIBUTE_OPEN];
    return element->declared.hidden == FLAG_ON || is_closed_dialog;
}

typedef struct {
    FrameRole role;
    NodeKind kind;
} FrameShape;

static FrameShape table_shape(const Builder *builder, const HtmlElement *element, FrameShape shape)
{
    const FrameShape block = {FRAME_BLOCK, NODE_DIVISION}, plain = {FRAME_PLAIN, NODE_DIVISION};
    if (html_tag_is(element->tag, "table"))
        return is_presentation(element) ? block : shape;
    bool is_part = shape.kind == NODE_ROW || shape.kind == NODE_CELL;
    if (!is_part || !is_in_layout_table(builder))
        return shape;
    return shape.kind == NODE_CELL ? block : plain;
}

// What the tag opens here.
static FrameShape shape_of(const Builder *builder, const HtmlElement *element)
{
    static const FrameRole roles[] = {
        [HTML_ROLE_BLOCK] = FRAME_BLOCK,   [HTML_ROLE_LEAF] = FRAME_LEAF,   [HTML_ROLE_VERBATIM] = FRAME_VERBATIM,
        [HTML_ROLE_INLINE] = FRAME_INLINE, [HTML_ROLE_PLAIN] = FRAME_PLAIN, [HTML_ROLE_SKIP] = FRAME_SKIP,
    };
    const Declarations *declared = &element->declared;
    FrameShape shape = {roles[element->tag->role], element->tag->kind};
    bool breaks_page = declared->break_before != PAGE_BREAK_NONE || declared->break_after != PAGE_BREAK_NONE;
    if (builder->skip_count > 0 || is_hidden(element))
        return (FrameShape){FRAME_SKIP, NODE_SPAN};
    if (shape.kind == NODE_DIVISION && html_tag_is(element->tag, "div")) {
        size_t list = find_definitions(builder), innermost = builder->count - 1;
        if (list > 0 && (innermost == list || builder->frames[innermost].pattern.kind == NODE_ITEM))
            return (FrameShape){FRAME_PLAIN, NODE_DIVISION};
    }
    if (shape.role == FRAME_INLINE && shape.kind == NODE_SPAN && declared->block == FLAG_ON)
        return (FrameShape){FRAME_BLOCK, NODE_DIVISION};
    if (shape.kind == NODE_PARAGRAPH && breaks_page) // even where it is empty, as a mere place for the break
        return (FrameShape){FRAME_BLOCK, NODE_DIVISION};
    return table_shape(builder, element, shape);
}

// Items that hold paragraphs have space between them, as Markdown's have.
static void loosen_list(Builder *builder)
{
    size_t item = builder->count - 1;
    Frame *list = item > 1 ? &builder->frames[item - 1] : NULL;
    if (!list || builder->frames[item].pattern.kind != NODE_ITEM || list->pattern.kind != NODE_LIST || !list->node)
        return;
    list->pattern.list.tight = list->node->list.tight = false;
}

void html_open(Html *html, HtmlElement *element)
{
    Builder *builder = html->builder;
    if (builder->skip_count == 0)
        close_before(builder, element->tag);
    FrameShape shape = shape_of(builder, element);
    if (shape.kind == NODE_PARAGRAPH)
        loosen_list(builder);
    Frame frame = {.role = shape.role, .tag = element->tag, .pattern = make_pattern(html, element, shape.kind)};
    const Declarations *declared = &element->declared;
    // Items and cells count even where they are empty, and so do breaks of pages.
    bool breaks_page = declared->break_before != PAGE_BREAK_NONE || declared->break_after != PAGE_BREAK_NONE;
    frame.is_lazy = shape.kind != NODE_ITEM && shape.kind != NODE_CELL && !breaks_page;
    if (shape.role == FRAME_PLAIN && element->tag->kind == NODE_DIVISION && find_definitions(builder) > 0)
        close_if_open(builder, NULL, NODE_ITEM, NODE_LIST); // the group before
    builder_open(builder, &frame);
}
