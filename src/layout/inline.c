// From inline nodes to styled runs, and from those to shaped paragraphs.
#include "layout/flow.h"

typedef struct {
    LayoutContext *context;
    const BlockStyle *style;
    Length widest; // that an image or a rule may be
    bool reports;  // images that are set too large
    StyledRun *runs;
    size_t count, capacity;
} RunList;

enum { OBJECT_LEAST_EM = 6 }; // to which a narrow column may make an image or a rule in a line smaller

Str node_language(const LayoutContext *context, const Node *node)
{
    for (; node; node = node->parent) {
        if (node->lang.length > 0)
            return node->lang;
    }
    return context->document->metadata.lang;
}

bool language_is_right_to_left(Str lang)
{
    static const char *const languages[] = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};
    Str primary = lang;
    for (uint32_t i = 0; i < lang.length; i++) {
        if (lang.bytes[i] == '-') {
            primary.length = i;
            break;
        }
    }
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        if (str_equal_nocase(primary, str_from(languages[i])))
            return true;
    }
    return false;
}

bool node_is_right_to_left(const LayoutContext *context, const Node *node)
{
    for (; node; node = node->parent) {
        if (node->direction != DIRECTION_NONE)
            return node->direction == DIRECTION_RIGHT_TO_LEFT;
        if (node->lang.length > 0)
            return language_is_right_to_left(node->lang);
    }
    return language_is_right_to_left(context->document->metadata.lang);
}

static void add_run(RunList *list, Str text, const Node *node, const TextStyle *style, bool line_break)
{
    StyledRun *run = arena_push(list->context->scratch, list->runs, list->count, list->capacity);
    *run = (StyledRun){.text = text,
                       .node = node,
                       .style = *style,
                       .lang = node_language(list->context, node),
                       .line_break = line_break};
}

static void add_image(RunList *list, const Node *node, const TextStyle *style)
{
    LayoutContext *context = list->context;
    ImageSize space = {list->widest, context->page_height / 2};
    ImageSize size = image_size(context, node, list->style, space, list->reports);
    InlineObject *object = arena_new(context->arena, InlineObject);
    *object = (InlineObject){.width = size.width, .ascent = size.height};
    add_run(list, STR("\uFFFC"), node, style, /*line_break*/ false);
    list->runs[list->count - 1].object = object;
}

static uint32_t sign_count(Str text)
{
    uint32_t count = 0;
    for (uint32_t at = 0; at < text.length; count++)
        utf8_next(text, &at);
    return count;
}

// A rule is as long as what was written for it, and its line as high as handwriting needs.
static void add_blank(RunList *list, const Node *node, const TextStyle *style)
{
    LayoutContext *context = list->context;
    const double sign_em = node->blank.is_joined ? 0.8 : 0.5, line_mm = 8; // a digit needs more
    Length descent = list->style->leading / 2 - (Length)((int64_t)list->style->text.size * 357 / 1000);
    Length height = length_from_pt(line_mm * 72 / 25.4);
    double width = sign_em * style->size * sign_count(node->text);
    InlineObject *object = arena_new(context->arena, InlineObject);
    *object = (InlineObject){.width = width < list->widest ? (Length)width : list->widest,
                             .ascent = length_max(height - descent, style->size),
                             .is_blank = true,
                             .stretches = !node->blank.is_joined};
    add_run(list, STR("\uFFFC"), node, style, /*line_break*/ false);
    StyledRun *run = &list->runs[list->count - 1];
    run->object = object;
    run->told = stylesheet_phrase_in(context->sheet, run->lang, STR("to-fill"));
}

// Depth is bounded by LIMIT_NESTING, which the document holds.
static void collect(RunList *list, const Node *node, const TextStyle *outer)
{
    TextStyle style = stylesheet_inline(list->context->sheet, node, outer);
    switch (node->kind) {
    case NODE_TEXT:
    case NODE_CODE:
    case NODE_NOTE_REFERENCE:
        add_run(list, node->text, node, &style, /*line_break*/ false);
        return;
    case NODE_FIELD:
        add_run(list, field_text(list->context, node->field.name), node, &style, /*line_break*/ false);
        return;
    case NODE_BLANK:
        add_blank(list, node, &style);
        return;
    case NODE_LINE_BREAK:
        add_run(list, STR(""), node, &style, /*line_break*/ true);
        return;
    default:
        if (node->kind == NODE_IMAGE && images_find(list->context->images, node)) {
            add_image(list, node, &style);
            return;
        }
        for (const Node *child = node->first_child; child; child = child->next)
            collect(list, child, &style);
    }
}

// The lines of a paragraph refer to its runs: they stay, in no more room than they need.
static void keep_runs(RunList *list, ArenaMark mark)
{
    StyledRun *kept = arena_array(list->context->arena, StyledRun, list->count);
    if (list->count > 0)
        memcpy(kept, list->runs, list->count * sizeof *kept);
    list->runs = kept;
    arena_release(list->context->scratch, mark);
}

static bool has_objects(const LayoutContext *context, const Node *node)
{
    for (const Node *child = node->first_child; child; child = child->next) {
        bool is_object =
            child->kind == NODE_BLANK || (child->kind == NODE_IMAGE && images_find(context->images, child));
        if (is_object || has_objects(context, child))
            return true;
    }
    return false;
}

// "Table 2", and a space that is wider than others.
static Str caption_label(LayoutContext *context, const Node *caption)
{
    Str key = caption->parent->kind == NODE_FIGURE ? STR("figure") : STR("table"),
        lang = node_language(context, caption);
    PhraseNumber number = {.field = STR("{number}"), .number = (unsigned)caption->caption.number};
    Str phrase = phrase_fill(context, stylesheet_phrase_in(context->sheet, lang, key), lang, &number, 1);
    return arena_format(context->arena, "%.*s\u2002", STR_ARGS(phrase));
}

// With images and rules no wider than `widest`.
static RunList runs_of(LayoutContext *context, const Node *node, const BlockStyle *style, Length widest, bool is_set)
{
    RunList list = {.context = context, .style = style, .widest = widest, .reports = is_set};
    ArenaMark mark = arena_mark(context->scratch);
    if (node->kind == NODE_CAPTION && node->caption.number > 0)
        add_run(&list, caption_label(context, node), node, &style->text, /*line_break*/ false);
    for (const Node *child = node->first_child; child; child = child->next)
        collect(&list, child, &style->text);
    keep_runs(&list, mark);
    return list;
}

static RunList runs_of_text(LayoutContext *context, const Node *node, Str text, const BlockStyle *style)
{
    RunList list = {.context = context};
    ArenaMark mark = arena_mark(context->scratch);
    if (text.length > 0)
        add_run(&list, text, node, &style->text, /*line_break*/ false);
    keep_runs(&list, mark);
    return list;
}

static ParagraphStyle paragraph_style(const LayoutContext *context, const Node *node, const BlockStyle *style)
{
    return (ParagraphStyle){
        .align = style->align,
        .leading = style->leading,
        .right_to_left = node_is_right_to_left(context, node),
        .hyphenates = style->hyphenate,
        .hangs_punctuation = style->hang_punctuation,
    };
}

static const Paragraph *shape(LayoutContext *context, const Node *node, const BlockStyle *style, const RunList *list)
{
    limit_enforce_time(context->diagnostics, node ? node->span : SPAN_NONE);
    ParagraphStyle paragraph = paragraph_style(context, node, style);
    return paragraph_new(context->arena, context->engine, &paragraph, list->runs, list->count, context->diagnostics);
}

static LineList set(LayoutContext *context, const Node *node, const BlockStyle *style, const RunList *list,
                    Length measure)
{
    limit_enforce_time(context->diagnostics, node ? node->span : SPAN_NONE);
    ParagraphStyle paragraph = paragraph_style(context, node, style);
    return paragraph_lines(context->arena, context->engine, &paragraph, list->runs, list->count, measure,
                           context->diagnostics);
}

const Paragraph *paragraph_of(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    ShapedNode *shaped = &context->shaped[node->index];
    if (shaped->paragraph && shaped->size == style->text.size)
        return shaped->paragraph;
    RunList list = runs_of(context, node, style, context->page_width, /*is_set*/ false);
    *shaped = (ShapedNode){shape(context, node, style, &list), style->text.size};
    return shaped->paragraph;
}

const Paragraph *paragraph_of_text(LayoutContext *context, const Node *node, Str text, const BlockStyle *style)
{
    RunList list = runs_of_text(context, node, text, style);
    return shape(context, node, style, &list);
}

Length width_of_inlines(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    RunList list = runs_of(context, node, style, context->page_width, /*is_set*/ false);
    return paragraph_max_content(shape(context, node, style, &list));
}

Extent extent_of_inlines(LayoutContext *context, const Node *node, const BlockStyle *style)
{
    const Node *image = figure_image(node);
    if (image && images_find(context->images, image))
        return extent_of_image(context, image, style);
    const Paragraph *paragraph = paragraph_of(context, node, style);
    Extent extent = {paragraph_min_content(paragraph), paragraph_max_content(paragraph)};
    if (has_objects(context, node)) {
        RunList list = runs_of(context, node, style, OBJECT_LEAST_EM * style->text.size, /*is_set*/ false);
        extent.min = paragraph_min_content(shape(context, node, style, &list));
    }
    return extent;
}

LineList lines_of(LayoutContext *context, const Node *node, const BlockStyle *style, Length measure)
{
    const ShapedNode *shaped = &context->shaped[node->index];
    bool is_shaped = shaped->paragraph && shaped->size == style->text.size;
    if (is_shaped && !has_objects(context, node)) // images are fitted to the measure
        return paragraph_break(shaped->paragraph, measure, context->arena, context->diagnostics);
    RunList list = runs_of(context, node, style, measure, /*is_set*/ true);
    return set(context, node, style, &list, measure);
}

LineList lines_of_text(LayoutContext *context, const Node *node, Str text, const BlockStyle *style, Length measure)
{
    return lines_of_mark(context, node, text, (Str){0}, style, measure);
}

LineList lines_of_mark(LayoutContext *context, const Node *node, Str text, Str told, const BlockStyle *style,
                       Length measure)
{
    RunList list = runs_of_text(context, node, text, style);
    if (list.count > 0)
        list.runs[0].told = told;
    return set(context, node, style, &list, measure);
}
