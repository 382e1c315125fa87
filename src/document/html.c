// What each tag does is in html_tags.h; here is how tags open and close. As in browsers, a start tag closes what it
// can not stand in (an item in an item, a cell in a cell), and an end tag closes all that was opened behind its start,
// within bounds: a cell is closed to end tags from within, but for those of its table, and so is a block of Markdown.
// End tags that end nothing are ignored. Otherwise than in browsers, text astray in a table stays there, in a cell of
// its own, and a heading that was never closed ends at the next block of Markdown.
#include "html.h"

#include "extras.h"
#include "html_token.h"
#include "size.h"

enum {
    COLUMN_SPAN_MAX = 1000, // as in the HTML standard, section 4.9.11
    ROW_SPAN_MAX = 65534,
    UNKNOWN_MAX = 64, // different unknown tags that are reported
    TARGET_SHOWN = 60 // bytes of an address in a message; data addresses are long
};

typedef struct {
    Str id, classes, lang, dir, href, source, alternative, title, width, height, style;
    bool has_alternative; // though it may be empty
    Align align;
    CellScope scope;
    int start;
    int column_span, row_span; // 0: not given
} Attributes;

Html *html_new(Arena *arena, Builder *builder, Diagnostics *diagnostics)
{
    Html *html = arena_new(arena, Html);
    html->arena = arena;
    html->builder = builder;
    html->diagnostics = diagnostics;
    html->entities = entity_cache_new(arena);
    return html;
}

// --- attributes

static uint32_t read_count(Str text, uint32_t most)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9'; i++) {
        count = count * 10 + (uint32_t)(text.bytes[i] - '0');
        if (count > most)
            return most;
    }
    return count;
}

static Align read_align(Str value)
{
    if (str_equal_nocase(value, STR("left")))
        return ALIGN_LEFT;
    if (str_equal_nocase(value, STR("center")) || str_equal_nocase(value, STR("middle")))
        return ALIGN_CENTER;
    if (str_equal_nocase(value, STR("right")))
        return ALIGN_RIGHT;
    if (str_equal_nocase(value, STR("justify")))
        return ALIGN_JUSTIFY;
    return ALIGN_START;
}

static CellScope read_scope(Str value)
{
    if (str_equal_nocase(value, STR("row")) || str_equal_nocase(value, STR("rowgroup")))
        return SCOPE_ROW;
    bool is_column = str_equal_nocase(value, STR("col")) || str_equal_nocase(value, STR("colgroup"));
    return is_column ? SCOPE_COLUMN : SCOPE_NONE;
}

// Zero rows are all that follow in their group.
static int read_row_span(Str value)
{
    bool is_number = value.length > 0 && value.bytes[0] >= '0' && value.bytes[0] <= '9';
    int rows = (int)read_count(value, ROW_SPAN_MAX);
    return is_number && rows == 0 ? ROW_SPAN_MAX : rows;
}

static Str keep(Html *html, Str value, Span span)
{
    Str clean = str_trim(entity_decode(html->entities, value));
    clean = text_clean(html->arena, clean, span, html->diagnostics);
    return clean.length > 0 ? arena_str(html->arena, clean.bytes, clean.length) : (Str){0};
}

static void read_number_or_align(const HtmlAttribute *attribute, Attributes *result)
{
    Str value = str_trim(attribute->value);
    if (str_equal_nocase(attribute->name, STR("align")))
        result->align = read_align(value);
    else if (str_equal_nocase(attribute->name, STR("start")))
        result->start = (int)read_count(value, 999999999);
    else if (str_equal_nocase(attribute->name, STR("colspan")) || str_equal_nocase(attribute->name, STR("span")))
        result->column_span = (int)read_count(value, COLUMN_SPAN_MAX);
    else if (str_equal_nocase(attribute->name, STR("rowspan")))
        result->row_span = read_row_span(value);
    else if (str_equal_nocase(attribute->name, STR("scope")))
        result->scope = read_scope(value);
    else if (str_equal_nocase(attribute->name, STR("alt")))
        result->has_alternative = true;
}

static Attributes read_attributes(Html *html, const HtmlToken *token, Span span)
{
    Attributes result = {.start = 1};
    const struct {
        Str name;
        Str *value;
    } texts[] = {
        {STR("id"), &result.id},           {STR("name"), &result.id},     {STR("class"), &result.classes},
        {STR("lang"), &result.lang},       {STR("href"), &result.href},   {STR("src"), &result.source},
        {STR("alt"), &result.alternative}, {STR("title"), &result.title}, {STR("width"), &result.width},
        {STR("height"), &result.height},   {STR("style"), &result.style}, {STR("dir"), &result.dir},
    };
    Str rest = token->attributes;
    HtmlAttribute attribute;
    while (html_attribute_next(&rest, &attribute)) {
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            // The first of a name counts, and an id goes before a name.
            if (str_equal_nocase(attribute.name, texts[i].name) && (texts[i].value->length == 0 || i == 0))
                *texts[i].value = keep(html, attribute.value, span);
        }
        read_number_or_align(&attribute, &result);
    }
    result.lang = language_tag(result.lang, html->arena);
    return result;
}

// --- what is open

// Index of the innermost frame of `tag`, or of a block of `kind`, that an end tag or a start tag reaches; 0 where there
// is none. The search ends at a block of kind `stop`, and at a block of Markdown.
static size_t find_open(const Builder *builder, const HtmlTag *tag, NodeKind kind, NodeKind stop)
{
    for (size_t i = builder->count; i-- > 1;) {
        const Frame *frame = &builder->frames[i];
        bool is_block = frame->role <= FRAME_VERBATIM;
        if (frame->is_markdown && frame->role != FRAME_INLINE)
            return 0;
        if ((tag && frame->tag == tag) || (is_block && frame->pattern.kind == kind))
            return i;
        if (is_block && frame->pattern.kind == stop)
            return 0;
    }
    return 0;
}

static void close_if_open(Builder *builder, const HtmlTag *tag, NodeKind kind, NodeKind stop)
{
    size_t index = find_open(builder, tag, kind, stop);
    if (index > 0)
        builder_close(builder, index);
}

static bool is_section(const HtmlTag *tag)
{
    return tag->role == HTML_ROLE_PLAIN && tag->kind == NODE_ROW;
}

// What the start of `tag` ends.
static void close_before(Builder *builder, const HtmlTag *tag)
{
    const NodeKind none = NODE_KIND_COUNT;
    if (tag->kind == NODE_ITEM) {
        close_if_open(builder, NULL, NODE_ITEM, NODE_LIST);
    } else if (tag->kind == NODE_CELL) {
        close_if_open(builder, NULL, NODE_CELL, NODE_TABLE);
    } else if (tag->kind == NODE_ROW || tag->kind == NODE_CAPTION) {
        close_if_open(builder, NULL, NODE_ROW, NODE_TABLE);
        close_if_open(builder, NULL, NODE_CAPTION, NODE_TABLE);
        static const char *const sections[] = {"thead", "tbody", "tfoot"};
        for (size_t i = 0; is_section(tag) && i < sizeof sections / sizeof *sections; i++)
            close_if_open(builder, html_tag_find(str_from(sections[i])), none, NODE_TABLE);
    } else if (html_tag_is(tag, "dt") || html_tag_is(tag, "dd")) {
        close_if_open(builder, html_tag_find(STR("dt")), none, NODE_CELL);
        close_if_open(builder, html_tag_find(STR("dd")), none, NODE_CELL);
    } else if (tag->kind == NODE_HEADING) {
        close_if_open(builder, NULL, NODE_HEADING, NODE_CELL);
    } else if (html_tag_is(tag, "a")) {
        close_if_open(builder, tag, none, NODE_CELL);
    }
}

// --- start tags

static Direction read_direction(Str value)
{
    if (str_equal_nocase(value, STR("rtl")))
        return DIRECTION_RIGHT_TO_LEFT;
    return str_equal_nocase(value, STR("ltr")) ? DIRECTION_LEFT_TO_RIGHT : DIRECTION_NONE;
}

// A section of rows opens a group; a row is in the one that is open.
static void read_row(Html *html, const HtmlTag *tag, Node *pattern)
{
    Builder *builder = html->builder;
    if (is_section(tag)) {
        pattern->row.group = ++html->row_groups;
        pattern->row.is_header = html_tag_is(tag, "thead");
        pattern->row.is_footer = html_tag_is(tag, "tfoot");
        return;
    }
    size_t table = find_open(builder, NULL, NODE_TABLE, NODE_KIND_COUNT);
    for (size_t i = builder->count; i-- > table;) {
        const Frame *frame = &builder->frames[i];
        if (frame->role == FRAME_PLAIN && frame->tag && is_section(frame->tag)) {
            pattern->row = frame->pattern.row;
            break;
        }
    }
    if (table > 0)
        pattern->row.number = ++builder->frames[table].pattern.table.row_number;
}

// NULL where none is asked for, or it can not be read: how wide a column is is a matter of looks alone.
static const Size *read_width(Html *html, const Attributes *attributes)
{
    Str of_style = style_value(attributes->style, "width"), text = of_style.length > 0 ? of_style : attributes->width;
    Size size = {0};
    if (text.length == 0 || !size_read(text, &size) || size.unit == SIZE_NONE)
        return NULL;
    Size *kept = arena_new(html->arena, Size);
    *kept = size;
    return kept;
}

static void take_column(Html *html, const Attributes *attributes)
{
    size_t table = find_open(html->builder, NULL, NODE_TABLE, NODE_KIND_COUNT);
    ColumnWidths *columns = table > 0 ? html->builder->frames[table].pattern.table.columns : NULL;
    const Size *width = read_width(html, attributes);
    int count = attributes->column_span > 1 ? attributes->column_span : 1;
    for (int i = 0; i < count && columns && columns->count < COLUMN_SPAN_MAX; i++) {
        Size *added = arena_push(html->arena, columns->widths, columns->count, columns->capacity);
        *added = width ? *width : (Size){0};
    }
}

static Node make_pattern(Html *html, const HtmlTag *tag, const Attributes *attributes, Span span)
{
    Node pattern = {.kind = tag->kind,
                    .span = span,
                    .id = attributes->id,
                    .classes = attributes->classes,
                    .lang = attributes->lang,
                    .direction = read_direction(attributes->dir),
                    .align = html_tag_is(tag, "center") ? ALIGN_CENTER : attributes->align};
    switch (tag->kind) {
    case NODE_HEADING:
        pattern.heading.level = tag->name.bytes[1] - '0';
        break;
    case NODE_LIST:
        pattern.list.ordered = html_tag_is(tag, "ol");
        pattern.list.tight = true;
        pattern.list.start = attributes->start;
        pattern.list.delimiter = '.';
        break;
    case NODE_ROW:
        read_row(html, tag, &pattern);
        break;
    case NODE_CELL:
        pattern.cell.is_header = html_tag_is(tag, "th");
        pattern.cell.scope = attributes->scope;
        pattern.cell.column_span = attributes->column_span;
        pattern.cell.row_span = attributes->row_span;
        pattern.cell.width = read_width(html, attributes);
        break;
    case NODE_LINK:
        pattern.link.target = attributes->href;
        pattern.link.title = attributes->title;
        if (attributes->href.length == 0)
            pattern.kind = NODE_SPAN;
        break;
    case NODE_TABLE:
        pattern.table.width = read_width(html, attributes);
        pattern.table.columns = arena_new(html->arena, ColumnWidths);
        pattern.align = ALIGN_START; // where the table stands is not how its text is set
        break;
    default:
        break;
    }
    return pattern;
}

static FrameRole frame_role(HtmlRole role)
{
    static const FrameRole roles[] = {
        [HTML_ROLE_BLOCK] = FRAME_BLOCK,   [HTML_ROLE_LEAF] = FRAME_LEAF,   [HTML_ROLE_VERBATIM] = FRAME_VERBATIM,
        [HTML_ROLE_INLINE] = FRAME_INLINE, [HTML_ROLE_PLAIN] = FRAME_PLAIN, [HTML_ROLE_SKIP] = FRAME_SKIP,
    };
    return roles[role];
}

// The last part of a path, without query; "image" where there is none.
static Str file_name(Str target)
{
    if (str_starts_with(target, STR("data:")))
        return STR("image");
    uint32_t start = 0, end = 0;
    while (end < target.length && target.bytes[end] != '?' && target.bytes[end] != '#') {
        if (target.bytes[end] == '/')
            start = end + 1;
        end++;
    }
    return end > start ? (Str){target.bytes + start, end - start} : STR("image");
}

void html_open_image(Builder *builder, Diagnostics *diagnostics, const Node *pattern)
{
    const ImageRequest *request = pattern->image;
    Str target = str_shorten(request->target, TARGET_SHOWN);
    bool is_unnamed = !request->has_alternative && !request->is_decorative;
    if (is_unnamed)
        diagnose(diagnostics, pattern->span, DIAG_ALT_MISSING, STR_ARGS(target));
    Frame frame = {.role = FRAME_INLINE, .is_markdown = true, .pattern = *pattern};
    bool is_skipped = builder->skip_count > 0;
    if (!builder_open_image(builder, &frame) && !is_skipped)
        diagnose(diagnostics, pattern->span, DIAG_IMAGE_PLAIN, STR_ARGS(target));
    if (is_unnamed)
        builder_text(builder, file_name(request->target), pattern->span);
}

static Size read_size(Html *html, Str attribute, Str style, const char *property, Span span)
{
    Str of_style = style_value(style, property), text = of_style.length > 0 ? of_style : attribute;
    Size size = {0};
    Str shown = str_shorten(text, TARGET_SHOWN);
    if (text.length > 0 && !size_read(text, &size))
        diagnose(html->diagnostics, span, DIAG_IMAGE_SIZE, STR_ARGS(shown), property);
    return size;
}

static bool has_class(Str classes, Str wanted)
{
    while (classes.length > 0) {
        uint32_t end = 0;
        while (end < classes.length && classes.bytes[end] != ' ')
            end++;
        if (str_equal_nocase((Str){classes.bytes, end}, wanted))
            return true;
        classes = str_trim(str_from_offset(classes, end));
    }
    return false;
}

static void take_image(Html *html, const Attributes *attributes, Span span)
{
    Builder *builder = html->builder;
    ImageRequest *request = arena_new(html->arena, ImageRequest);
    request->target = attributes->source;
    request->title = attributes->title;
    request->width = read_size(html, attributes->width, attributes->style, "width", span);
    request->height = read_size(html, attributes->height, attributes->style, "height", span);
    // alt="" says that it tells nothing.
    bool is_empty = attributes->has_alternative && attributes->alternative.length == 0;
    request->is_decorative = is_empty || has_class(attributes->classes, STR("decorative"));
    request->has_alternative = !request->is_decorative && attributes->has_alternative;
    Node pattern = {.kind = NODE_IMAGE,
                    .span = span,
                    .id = attributes->id,
                    .classes = attributes->classes,
                    .align = attributes->align,
                    .image = request};
    html_open_image(builder, html->diagnostics, &pattern);
    if (request->has_alternative)
        builder_text(builder, attributes->alternative, span);
    builder_close_markdown(builder);
}

static void take_void(Html *html, const HtmlTag *tag, const Attributes *attributes, Span span)
{
    Builder *builder = html->builder;
    Node rule = {.kind = NODE_THEMATIC_BREAK, .span = span, .id = attributes->id};
    switch (tag->kind) {
    case NODE_LINE_BREAK:
        builder_line_break(builder, span);
        break;
    case NODE_THEMATIC_BREAK:
        builder_insert_block(builder, &rule);
        break;
    case NODE_IMAGE:
        take_image(html, attributes, span);
        break;
    case NODE_TEXT: // <wbr>
        if (builder->leaf)
            builder_text(builder, STR("\u200B"), span);
        break;
    default:
        if (html_tag_is(tag, "col"))
            take_column(html, attributes);
    }
}

static void report_unknown(Html *html, Str name, Span span)
{
    for (size_t i = 0; i < html->unknown_count; i++) {
        if (str_equal_nocase(html->unknown[i], name))
            return;
    }
    if (html->unknown_count == UNKNOWN_MAX)
        return;
    Str kept = arena_str(html->arena, name.bytes, name.length);
    *arena_push(html->arena, html->unknown, html->unknown_count, html->unknown_capacity) = kept;
    Str shown = str_shorten(kept, TARGET_SHOWN);
    diagnose(html->diagnostics, span, DIAG_HTML_UNKNOWN, STR_ARGS(shown));
}

// Content up to the end tag, or to the end of the piece: what follows then is for the builder to skip.
static void take_raw(Html *html, const HtmlTag *tag, HtmlReader *reader, Span span)
{
    uint32_t start = reader->at, end = start;
    for (; end < reader->html.length; end++) {
        Str rest = str_from_offset(reader->html, end);
        if (rest.length >= tag->name.length + 2 && rest.bytes[0] == '<' && rest.bytes[1] == '/' &&
            str_equal_nocase((Str){rest.bytes + 2, tag->name.length}, tag->name))
            break;
    }
    reader->at = end;
    builder_text(html->builder, (Str){reader->html.bytes + start, end - start}, span);
}

// A line end behind <pre> is not part of its text.
static void pass_line_end(HtmlReader *reader)
{
    Str rest = str_from_offset(reader->html, reader->at);
    if (str_starts_with(rest, STR("\r\n")))
        reader->at += 2;
    else if (str_starts_with(rest, STR("\n")) || str_starts_with(rest, STR("\r")))
        reader->at++;
}

static void take_start(Html *html, const HtmlToken *token, HtmlReader *reader, Span span)
{
    Builder *builder = html->builder;
    if (builder->skip_count > 0)
        return;
    const HtmlTag *tag = html_tag_find(token->name);
    if (!tag) {
        report_unknown(html, token->name, span);
        return;
    }
    Attributes attributes = read_attributes(html, token, span);
    if (tag->role == HTML_ROLE_VOID) {
        take_void(html, tag, &attributes, span);
        return;
    }
    close_before(builder, tag);
    if (html_tag_is(tag, "q"))
        builder_text(builder, STR("“"), span);
    Frame frame = {.role = frame_role(tag->role), .tag = tag};
    frame.pattern = make_pattern(html, tag, &attributes, span);
    // Items and cells count even where they are empty.
    frame.is_lazy = tag->kind != NODE_ITEM && tag->kind != NODE_CELL;
    builder_open(builder, &frame);
    if (tag->flags & HTML_BOLD)
        builder_open(builder, &(Frame){.role = FRAME_INLINE, .pattern = {.kind = NODE_STRONG, .span = span}});
    if (tag->flags & HTML_RAW)
        take_raw(html, tag, reader, span);
    if (tag->role == HTML_ROLE_VERBATIM)
        pass_line_end(reader);
}

// --- end tags

static size_t find_start(const Builder *builder, const HtmlTag *tag)
{
    const NodeKind none = NODE_KIND_COUNT;
    if (is_section(tag))
        return find_open(builder, tag, none, NODE_TABLE);
    switch (tag->kind) {
    case NODE_ITEM:
        return find_open(builder, tag, NODE_ITEM, NODE_LIST);
    case NODE_TABLE:
        return find_open(builder, tag, none, none);
    case NODE_CELL:
    case NODE_ROW:
        return find_open(builder, tag, tag->kind, NODE_TABLE);
    case NODE_HEADING:
        return find_open(builder, tag, NODE_HEADING, NODE_CELL);
    default:
        return find_open(builder, tag, none, NODE_CELL);
    }
}

static void take_end(Html *html, const HtmlToken *token, Span span)
{
    Builder *builder = html->builder;
    const HtmlTag *tag = html_tag_find(token->name);
    size_t index = tag ? find_start(builder, tag) : 0;
    if (index > 0) {
        if (html_tag_is(tag, "q"))
            builder_text(builder, STR("”"), span);
        builder_close(builder, index);
    } else if (tag && tag->kind == NODE_LINE_BREAK) {
        builder_line_break(builder, span); // </br>, as browsers read it
    }
}

// --- tokens

static void report_skipped(Html *html, const HtmlToken *token, Str name, Span span)
{
    if (str_trim(token->content).length > 0)
        diagnose(html->diagnostics, span, DIAG_HTML_SKIPPED, STR_ARGS(name));
}

// Within a paragraph of Markdown there is none.
static void take_page_break(Html *html, Span span)
{
    Builder *builder = html->builder;
    const Frame *top = &builder->frames[builder->count - 1];
    Node pattern = {.kind = NODE_PAGE_BREAK, .span = span};
    if (top->is_markdown && top->role != FRAME_BLOCK)
        diagnose(html->diagnostics, span, DIAG_PAGE_BREAK_INSIDE);
    else if (builder->skip_count == 0)
        builder_insert_block(builder, &pattern);
}

static void take_token(Html *html, const HtmlToken *token, HtmlReader *reader, Span span)
{
    switch (token->kind) {
    case HTML_TEXT:
        builder_text(html->builder, entity_decode(html->entities, token->raw), span);
        break;
    case HTML_CDATA:
        builder_text(html->builder, token->content, span);
        break;
    case HTML_START:
        take_start(html, token, reader, span);
        break;
    case HTML_END:
        take_end(html, token, span);
        break;
    case HTML_COMMENT:
        // One that is never closed takes what follows with it: that is hardly meant.
        if (!token->is_closed)
            report_skipped(html, token, STR("!--"), span);
        else if (page_break_is_named(str_trim(token->content)))
            take_page_break(html, span);
        break;
    case HTML_INSTRUCTION:
        report_skipped(html, token, STR("?"), span);
        break;
    case HTML_DECLARATION:
        if (!token->is_closed)
            report_skipped(html, token, STR("!"), span);
        break;
    }
}

void html_feed(Html *html, Str piece, Locator *locator)
{
    HtmlReader reader = {.html = piece};
    HtmlToken token;
    while (html_token_next(&reader, &token)) {
        Span span = locator_find(locator, token.raw);
        take_token(html, &token, &reader, span);
    }
}

void html_end_block(Html *html)
{
    Builder *builder = html->builder;
    for (size_t i = builder->count; builder->skip_count > 0 && i-- > 1;) {
        if (builder->frames[i].role == FRAME_SKIP)
            builder_close(builder, i);
    }
    builder_end_image(builder);
}
