// Whether what nodes and styles of the user declare can be read: the contrast of text to what is behind it, by
// WCAG 2.1, 1.4.3; words that only a colour tells apart, by 1.4.1; tiny type. Each pair of colours, each size and the
// words of colour are said once. A document that declares nothing, in a style that came with hspdf, is not looked
// through.
#include "style/sheet.h"

enum { SAID_MAX = 32 };
static const double contrast_least = 4.5;

typedef struct {
    const Stylesheet *sheet;
    Diagnostics *diagnostics;
    struct {
        Color color, ground;
    } pairs[SAID_MAX];
    size_t pair_count;
    Length sizes[SAID_MAX];
    size_t size_count;
    bool has_said_color;
} Check;

// What a node is seen on, and by.
typedef struct {
    BlockStyle block;
    TextStyle text; // of inlines within
    Color ground;
} Sight;

static bool was_said(Check *check, Color color, Color ground)
{
    for (size_t i = 0; i < check->pair_count; i++) {
        if (color_equal(check->pairs[i].color, color) && color_equal(check->pairs[i].ground, ground))
            return true;
    }
    if (check->pair_count == SAID_MAX)
        return true;
    check->pairs[check->pair_count].color = color;
    check->pairs[check->pair_count++].ground = ground;
    return false;
}

static void check_contrast(Check *check, const Node *node, Color color, Color ground)
{
    double contrast = color_contrast(color, ground);
    if (contrast >= contrast_least || was_said(check, color, ground))
        return;
    diagnose(check->diagnostics, node->span, DIAG_CONTRAST, color.red, color.green, color.blue, ground.red,
             ground.green, ground.blue, contrast);
}

// `size`: as it would be.
static void check_size(Check *check, const Node *node, Length size)
{
    if (size >= TYPE_LEAST_PT * LENGTH_PER_PT)
        return;
    for (size_t i = 0; i < check->size_count; i++) {
        if (check->sizes[i] == size)
            return;
    }
    if (check->size_count == SAID_MAX)
        return;
    check->sizes[check->size_count++] = size;
    diagnose(check->diagnostics, node->span, DIAG_TYPE_TINY, length_to_pt(size), (int)TYPE_LEAST_PT);
}

static bool looks_alike(const TextStyle *a, const TextStyle *b)
{
    return a->role == b->role && a->bold == b->bold && a->italic == b->italic && a->underline == b->underline &&
           a->strike == b->strike && a->small_caps == b->small_caps && a->size == b->size &&
           a->has_ground == b->has_ground;
}

static bool is_all_of_its_leaf(const Node *node)
{
    return node->parent->first_child == node && !node->next && node_kind_holds(node->parent->kind) == HOLDS_INLINES;
}

static void check_inline(Check *check, const Node *node, const TextStyle *outer, const TextStyle *text)
{
    bool has_other_color = !color_equal(outer->color, text->color);
    if (check->has_said_color || !has_other_color || !looks_alike(outer, text) || is_all_of_its_leaf(node))
        return;
    diagnose(check->diagnostics, node->span, DIAG_COLOR_ALONE);
    check->has_said_color = true;
}

static void look_at_block(Check *check, const Node *node, Sight *sight)
{
    BlockStyle block = stylesheet_block(check->sheet, node, &sight->block);
    if (block.frame.is_filled)
        sight->ground = block.frame.fill;
    TableStyle table = {0};
    if (node->kind == NODE_CELL && !stylesheet_fill(check->sheet, node, &sight->ground) &&
        !stylesheet_fill(check->sheet, node->parent, &sight->ground)) {
        table = stylesheet_table(check->sheet);
        if (node->cell.is_header && table.header_filled)
            sight->ground = table.header_fill;
    }
    sight->block = block;
    sight->text = block.text;
}

static void look_at_inline(Check *check, const Node *node, Sight *sight)
{
    TextStyle text = stylesheet_inline(check->sheet, node, &sight->text);
    if (stylesheet_says_look(check->sheet, node))
        check_inline(check, node, &sight->text, &text);
    if (text.has_ground)
        sight->ground = text.ground;
    sight->text = text;
}

// `says`: something around it, or it itself, declares how it looks. Depth is bounded by LIMIT_NESTING.
static void look(Check *check, const Node *node, const Sight *outer, bool says)
{
    Sight sight = *outer;
    Length around = node->kind < NODE_TEXT ? outer->block.text.size : outer->text.size;
    says |= stylesheet_says_look(check->sheet, node);
    if (node->kind < NODE_TEXT)
        look_at_block(check, node, &sight);
    else
        look_at_inline(check, node, &sight);
    if (node->declared && node->declared->size.is_set)
        check_size(check, node, declared_size(check->sheet, &node->declared->size, around));
    bool has_text = node->text.length > 0 && node->kind != NODE_BLANK;
    if (says && has_text)
        check_contrast(check, node, sight.text.color, sight.ground);
    if (node->kind == NODE_IMAGE)
        return;
    for (const Node *child = node->first_child; child; child = child->next)
        look(check, child, &sight, says);
}

static bool says_any(const Stylesheet *sheet, const Document *document)
{
    for (size_t i = 0; i < document->node_count; i++) {
        if (stylesheet_says_look(sheet, document->nodes[i]))
            return true;
    }
    return false;
}

void stylesheet_check(const Stylesheet *sheet, const Document *document)
{
    if (!sheet->is_custom && !says_any(sheet, document))
        return;
    Check check = {.sheet = sheet, .diagnostics = sheet->diagnostics};
    Sight sight = {.block = stylesheet_block(sheet, NULL, NULL), .ground = {255, 255, 255}};
    sight.text = sight.block.text;
    look(&check, document->root, &sight, sheet->is_custom);
}
