// Computes styles. A role's property that the sheet does not set is inherited where it describes type, and
// nothing where it describes space. Leading is inherited as a factor, so that a larger heading gets a larger
// leading.
#include "style/style.h"

#include <math.h>

#include "style/sheet.h"

static void paper_read(Stylesheet *sheet, const Metadata *metadata, Str paper_option)
{
    Str paper = sheet->page.paper;
    Span span = sheet->page.paper_span;
    if (metadata->paper.length > 0) {
        paper = metadata->paper;
        span = metadata->paper_span;
    }
    if (paper_option.length > 0) {
        paper = paper_option;
        span = SPAN_NONE;
    }
    PageStyle *page = &sheet->computed_page;
    if (!paper_find(paper, &page->width, &page->height)) {
        diagnose(sheet->diagnostics, span, DIAG_PAPER_UNKNOWN, STR_ARGS(paper));
        paper_find(STR("a4"), &page->width, &page->height);
    }
}

Length page_length(const Stylesheet *sheet, Measure measure)
{
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    return measure_resolve(measure, body.text.size, body.leading);
}

// A letter's fold: what is folded in first is narrower than the two others.
static void panels_compute(PageStyle *page)
{
    const Length narrower = length_from_pt(2 * 72 / 25.4);
    Length width = length_max(page->width, page->height);
    page->height = length_min(page->width, page->height);
    page->sheet_width = width;
    page->width = width / 3 - narrower;
}

static void page_compute(Stylesheet *sheet)
{
    PageStyle *page = &sheet->computed_page;
    page->panels = sheet->page.panels;
    if (page->panels != PANELS_NONE)
        panels_compute(page);
    page->margin_top = page_length(sheet, sheet->page.margin_top);
    page->margin_right = page_length(sheet, sheet->page.margin_right);
    page->margin_bottom = page_length(sheet, sheet->page.margin_bottom);
    page->margin_left = page_length(sheet, sheet->page.margin_left);
    const Measure *first_top = &sheet->page.first_margin_top, *first_bottom = &sheet->page.first_margin_bottom;
    page->first_margin_top = first_top->is_set ? page_length(sheet, *first_top) : page->margin_top;
    page->first_margin_bottom = first_bottom->is_set ? page_length(sheet, *first_bottom) : page->margin_bottom;
    page->head_distance = page_length(sheet, sheet->page.head_distance);
    page->foot_distance = page_length(sheet, sheet->page.foot_distance);
    page->measure_max = page_length(sheet, sheet->page.measure);
    page->has_two_sides = sheet->page.sides == SIDES_TWO;
    page->front_numerals = sheet->page.front_numerals;
    page->first_number = sheet->page.first_number;
    page->print = (PrintStyle){sheet->page.scaling, sheet->page.duplex};

    // On small paper, margins made for A4 give way: at most an eighth of each side.
    Length side = page->width / 8, height = page->height / 8;
    page->margin_left = length_min(page->margin_left, side);
    page->margin_right = length_min(page->margin_right, side);
    page->margin_top = length_min(page->margin_top, height);
    page->margin_bottom = length_min(page->margin_bottom, height);
    page->first_margin_top = length_min(page->first_margin_top, height);
    page->first_margin_bottom = length_min(page->first_margin_bottom, height);
    page->head_distance = length_min(page->head_distance, page->margin_top / 2);
    page->foot_distance = length_min(page->foot_distance, page->margin_bottom / 2);
}

static void running_read(Stylesheet *sheet, const Value *const given[RUNNING_END_COUNT])
{
    for (RunningEnd end = 0; end < RUNNING_END_COUNT; end++) {
        if (given[end])
            sheet_read_running(sheet, end, given[end]);
    }
}

// The paper that the document will have, before the layers are read.
static Str paper_asked(const Metadata *metadata, Str paper_option, const Value *const *layers, size_t count)
{
    if (paper_option.length > 0 || metadata->paper.length > 0)
        return paper_option.length > 0 ? paper_option : metadata->paper;
    while (count-- > 0) {
        const Value *paper = value_find(value_find(layers[count], STR("page")), STR("paper"));
        if (paper)
            return str_trim(paper->text);
    }
    return STR("a4");
}

// What is extended comes first, so that the nearer one wins.
static void layers_turn(const Value **layers, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        const Value *layer = layers[i];
        layers[i] = layers[count - 1 - i];
        layers[count - 1 - i] = layer;
    }
}

Stylesheet *stylesheet_new(Arena *arena, const Document *document, Sources *sources, const char *data_folder,
                           Str style_option, Str paper_option, Diagnostics *diagnostics)
{
    Stylesheet *sheet = arena_new(arena, Stylesheet);
    sheet->arena = arena;
    sheet->sources = sources;
    sheet->diagnostics = diagnostics;
    sheet->data_folder = data_folder;
    sheet->lang = document->metadata.lang;
    sheet_set_defaults(sheet);

    const Metadata *metadata = &document->metadata;
    Str name = STR("leaflet");
    Span asked_at = SPAN_NONE;
    if (style_option.length > 0) {
        name = style_option;
    } else if (metadata->style.length > 0) {
        name = metadata->style;
        asked_at = metadata->style_span;
    }
    const Value *layers[STYLE_LAYERS_MAX + 2];
    size_t count = layers_find(sheet, name, asked_at, layers);
    layers_turn(layers, count);
    if (metadata->project_style && style_option.length == 0) // which the option replaces whole
        layers[count++] = metadata->project_style;
    if (metadata->own_style)
        layers[count++] = metadata->own_style;
    sheet->is_custom |= metadata->own_style || metadata->project_style;
    sheet->paper = paper_asked(metadata, paper_option, layers, count);
    for (size_t i = 0; i < count; i++)
        sheet_read_colors(sheet, layers[i]);
    for (size_t i = 0; i < count; i++)
        sheet_read(sheet, layers[i]);
    running_read(sheet, metadata->project_running);
    running_read(sheet, metadata->own_running);
    paper_read(sheet, metadata, paper_option);
    page_compute(sheet);
    return sheet;
}

PageStyle stylesheet_page(const Stylesheet *sheet)
{
    return sheet->computed_page;
}

enum { TABLE_SIZE_LEAST = 8 }; // pt: no style makes tables smaller

TableStyle stylesheet_table(const Stylesheet *sheet)
{
    const TableSection *table = &sheet->table;
    return (TableStyle){
        .outer_rule = page_length(sheet, table->outer_rule),
        .header_rule = page_length(sheet, table->header_rule),
        .row_rule = page_length(sheet, table->row_rule),
        .column_rule = page_length(sheet, table->column_rule),
        .group_rule = page_length(sheet, table->group_rule),
        .footer_rule = page_length(sheet, table->footer_rule),
        .rule_color = color_or(&table->rule_color, (Color){0, 0, 0}),
        .header_fill = color_or(&table->header_fill, (Color){255, 255, 255}),
        .row_header_fill = color_or(&table->row_header_fill, (Color){255, 255, 255}),
        .header_filled = table->header_fill.is_set && !table->header_fill.is_none,
        .row_header_filled = table->row_header_fill.is_set && !table->row_header_fill.is_none,
        .footer_fill = color_or(&table->footer_fill, (Color){255, 255, 255}),
        .footer_filled = table->footer_fill.is_set && !table->footer_fill.is_none,
        .stripe_fill = color_or(&table->stripe_fill, (Color){255, 255, 255}),
        .stripe_filled = table->stripe_fill.is_set && !table->stripe_fill.is_none,
        .row_height_min = page_length(sheet, table->row_height_min),
        .align_numbers = table->align_numbers != FLAG_OFF,
        .padding_x = page_length(sheet, table->padding_x),
        .padding_y = page_length(sheet, table->padding_y),
        .size_min = length_max(page_length(sheet, table->size_min), length_from_pt(TABLE_SIZE_LEAST)),
    };
}

// What is deeper than three lists is set as the third.
static Role contents_role(const Node *entry)
{
    int level = -1;
    for (const Node *node = entry->parent; node && node->kind == NODE_CONTENTS; node = node->parent)
        level++;
    return (Role)(ROLE_CONTENTS_1 + (level < 3 ? level : 2));
}

static Role block_role(const Node *node)
{
    switch (node->kind) {
    case NODE_TITLE:
        return ROLE_TITLE;
    case NODE_SUBTITLE:
        return ROLE_SUBTITLE;
    case NODE_HEADING:
        return (Role)(ROLE_HEADING_1 + node->heading.level - 1);
    case NODE_PARAGRAPH:
        return ROLE_PARAGRAPH;
    case NODE_QUOTE:
        return ROLE_QUOTE;
    case NODE_ALERT:
        return (Role)(ROLE_ALERT_NOTE + (int)node->alert.kind);
    case NODE_CONTENTS:
        return ROLE_CONTENTS;
    case NODE_CONTENTS_ENTRY:
        return contents_role(node);
    case NODE_LIST:
        return ROLE_LIST;
    case NODE_ITEM:
    case NODE_NOTE:
        return ROLE_ITEM;
    case NODE_TERM:
        return ROLE_TERM;
    case NODE_DESCRIPTION:
        return ROLE_DESCRIPTION;
    case NODE_CODE_BLOCK:
        return ROLE_CODE_BLOCK;
    case NODE_TABLE:
        return ROLE_TABLE;
    case NODE_CAPTION:
        return node->parent->kind == NODE_FIGURE ? ROLE_FIGURE_CAPTION : ROLE_CAPTION;
    case NODE_FIGURE:
        return ROLE_FIGURE;
    case NODE_CELL:
        return node->cell.is_header ? ROLE_HEADER_CELL : node->cell.is_row_header ? ROLE_ROW_HEADER : ROLE_CELL;
    case NODE_THEMATIC_BREAK:
        return ROLE_THEMATIC_BREAK;
    case NODE_NOTES:
        return ROLE_NOTES;
    default:
        return ROLE_COUNT; // transparent: document, part, division, row
    }
}

static BlockStyle transparent_block(const BlockStyle *outer)
{
    BlockStyle block = *outer;
    block_reset(&block);
    return block;
}

static Str take_word(Str *text)
{
    *text = str_trim(*text);
    uint32_t end = 0;
    while (end < text->length && (unsigned char)text->bytes[end] > ' ')
        end++;
    Str word = {text->bytes, end};
    *text = str_from_offset(*text, end);
    return word;
}

// The next of the node's classes that the sheet has a look for; NULL at the end.
static const RoleStyle *next_class(const Stylesheet *sheet, Str *classes)
{
    while (sheet->classes.count > 0 && classes->length > 0) {
        Str word = take_word(classes);
        const RoleStyle *style = word.length > 0 ? names_find(&sheet->classes, word) : NULL;
        if (style)
            return style;
    }
    return NULL;
}

// The padding of a list is in place of the one that browsers give it: the room for its marks. What is more is its
// box's.
static void list_declare(BlockStyle *list)
{
    const Length usual = length_from_pt(30); // 40px
    FrameEdge *left = &list->frame.edges[EDGE_LEFT], *right = &list->frame.edges[EDGE_RIGHT];
    list->indent = length_min(length_max(left->padding, right->padding), usual);
    left->padding = length_max(left->padding - usual, 0);
    right->padding = length_max(right->padding - usual, 0);
}

static void classes_overlay(const Stylesheet *sheet, const Node *node, const BlockStyle *outer, BlockStyle *block)
{
    Str classes = node->classes;
    for (const RoleStyle *style; (style = next_class(sheet, &classes));)
        block_overlay(sheet, style, outer, block);
}

// Rows hold no text: what they say is inherited by their cells.
static BlockStyle row_block(const Stylesheet *sheet, const Node *row, const BlockStyle *outer)
{
    BlockStyle block = *outer;
    classes_overlay(sheet, row, outer, &block);
    if (row->declared)
        block_declare(sheet, row->declared, outer, &block);
    block.align = row->align != ALIGN_START ? row->align : block.align;
    return block;
}

BlockStyle stylesheet_block(const Stylesheet *sheet, const Node *node, const BlockStyle *outer)
{
    BlockStyle row;
    if (!outer) {
        BlockStyle initial = {.text.size = length_from_pt(14), .leading = length_from_pt(19.6)};
        BlockStyle body = block_apply(sheet, ROLE_DOCUMENT, &initial);
        return node ? stylesheet_block(sheet, node, &body) : body;
    }
    if (node->kind == NODE_CELL && (node->parent->declared || node->parent->classes.length > 0)) {
        row = row_block(sheet, node->parent, outer);
        outer = &row;
    }
    Role role = block_role(node);
    BlockStyle block = role == ROLE_COUNT ? transparent_block(outer) : block_apply(sheet, role, outer);
    classes_overlay(sheet, node, outer, &block);
    if (node->declared)
        block_declare(sheet, node->declared, outer, &block);
    if (node->declared && node->kind == NODE_LIST)
        list_declare(&block);
    if (node->align != ALIGN_START)
        block.align = node->align;
    return block;
}

bool stylesheet_says_look(const Stylesheet *sheet, const Node *node)
{
    Str classes = node->classes;
    return node->declared || next_class(sheet, &classes);
}

static void take_fill(const Declarations *values, ColorValue *fill)
{
    if (values->fill.is_set)
        *fill = values->fill;
}

bool stylesheet_fill(const Stylesheet *sheet, const Node *node, Color *fill)
{
    ColorValue value = {0};
    Role role = block_role(node);
    if (role != ROLE_COUNT)
        take_fill(&sheet->roles[role], &value);
    Str classes = node->classes;
    for (const RoleStyle *style; (style = next_class(sheet, &classes));)
        take_fill(style, &value);
    if (node->declared)
        take_fill(node->declared, &value);
    bool is_filled = value.is_set && !value.is_none;
    if (is_filled)
        *fill = value.color;
    return is_filled;
}

TextStyle stylesheet_task_box(const Stylesheet *sheet, const TextStyle *item)
{
    TextStyle text = *item;
    text_apply(sheet, &sheet->roles[ROLE_TASK_BOX], item->size, &text);
    return text;
}

BlockStyle stylesheet_alert_label(const Stylesheet *sheet, const BlockStyle *alert)
{
    return block_apply(sheet, ROLE_ALERT_LABEL, alert);
}

BlockStyle stylesheet_contents_title(const Stylesheet *sheet, const BlockStyle *contents)
{
    return block_apply(sheet, ROLE_CONTENTS_TITLE, contents);
}

RunningStyle stylesheet_running(const Stylesheet *sheet, RunningEnd end)
{
    const RunningSection *section = end == RUNNING_HEAD ? &sheet->header : &sheet->footer;
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    return (RunningStyle){
        .block = block_apply(sheet, end == RUNNING_HEAD ? ROLE_HEAD : ROLE_FOOT, &body),
        .rule = page_length(sheet, section->rule),
        .rule_color = color_or(&section->rule_color, (Color){0, 0, 0}),
    };
}

RunningTexts stylesheet_running_texts(const Stylesheet *sheet, RunningEnd end)
{
    static const Value none = {.kind = VALUE_NULL};
    const RunningSection *section = end == RUNNING_HEAD ? &sheet->header : &sheet->footer;
    RunningTexts texts = section->texts;
    for (size_t place = 0; place < RUNNING_PLACE_COUNT; place++) {
        if (section->first == FLAG_OFF && !texts.texts[RUNNING_FIRST][place])
            texts.texts[RUNNING_FIRST][place] = &none;
    }
    return texts;
}

static Role inline_role(NodeKind kind)
{
    switch (kind) {
    case NODE_STRONG:
        return ROLE_STRONG;
    case NODE_EMPHASIS:
        return ROLE_EMPHASIS;
    case NODE_UNDERLINE:
        return ROLE_UNDERLINE;
    case NODE_STRIKE:
        return ROLE_STRIKE;
    case NODE_SUBSCRIPT:
        return ROLE_SUBSCRIPT;
    case NODE_SUPERSCRIPT:
    case NODE_NOTE_REFERENCE:
        return ROLE_SUPERSCRIPT;
    case NODE_SMALL:
        return ROLE_SMALL;
    case NODE_MARK:
        return ROLE_MARK;
    case NODE_CODE:
        return ROLE_CODE;
    case NODE_LINK:
        return ROLE_LINK;
    default:
        return ROLE_COUNT;
    }
}

TextStyle stylesheet_inline(const Stylesheet *sheet, const Node *node, const TextStyle *outer)
{
    TextStyle text = *outer;
    bool is_plain =
        node->kind == NODE_LINK && (node->link.kind == LINK_PLAIN || node->parent->kind == NODE_CONTENTS_ENTRY);
    Role role = is_plain ? ROLE_COUNT : inline_role(node->kind);
    bool is_upright = role == ROLE_EMPHASIS && node->declared && node->declared->italic == FLAG_OFF;
    if (role != ROLE_COUNT && !is_upright)
        inline_apply(sheet, &sheet->roles[role], outer->size, &text);
    Str classes = node->classes;
    for (const RoleStyle *style; (style = next_class(sheet, &classes));)
        inline_apply(sheet, style, outer->size, &text);
    if (node->declared)
        inline_declare(sheet, node->declared, outer->size, &text);
    return text;
}
