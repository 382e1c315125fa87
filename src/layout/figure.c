// Figures: an image alone in its paragraph, with its caption. Both stay on one page, so the image is no higher than a
// page leaves beside the caption. An image that can not be shown leaves its text in a frame.
#include "layout/flow.h"

enum {
    DPI_LEAST = 150,      // of print that does not look coarse
    IMAGE_LEAST_EM = 6,   // to which a narrow column may make it smaller
    CELL_SHARE_MAX = 3,   // an image in a table's cell is no higher than a page less a third, since its row has more
    CAPTION_SHARE_MAX = 4 // however long a caption is, the image keeps a quarter of the page
};

static const Color color_of_frame = {90, 100, 110};
static const Length frame_width = LENGTH_PER_PT;

// ---- size

static Length asked(Size size, const BlockStyle *style, Length whole)
{
    switch (size.unit) {
    case SIZE_PT:
        return length_from_pt(size.number < 10000 ? size.number : 10000);
    case SIZE_EM:
        return (Length)((size.number < 1000 ? size.number : 1000) * style->text.size);
    case SIZE_PERCENT:
        return (Length)((size.number < 1000 ? size.number : 1000) * whole / 100);
    default:
        return 0;
    }
}

// value * part / whole, at least 1.
static Length scale(Length value, Length part, Length whole)
{
    int64_t scaled = (int64_t)value * part / whole;
    return scaled < 1 ? 1 : scaled > INT32_MAX ? INT32_MAX : (Length)scaled;
}

static void report_coarse(LayoutContext *context, const Node *node, const Image *image, ImageSize size)
{
    enum { TARGET_SHOWN = 60 };
    if (image->pixels_x == 0)
        return;
    double dpi_x = image->pixels_x / (length_to_pt(size.width) / 72);
    double dpi_y = image->pixels_y / (length_to_pt(size.height) / 72);
    unsigned dpi = (unsigned)((dpi_x < dpi_y ? dpi_x : dpi_y) + 0.5);
    Str target = node->image->target;
    if (target.length > TARGET_SHOWN)
        target = STR("data:");
    if (dpi < DPI_LEAST)
        diagnose(context->diagnostics, node->span, DIAG_IMAGE_COARSE, STR_ARGS(target), dpi, (unsigned)DPI_LEAST);
}

ImageSize image_size(LayoutContext *context, const Node *node, const BlockStyle *style, ImageSize space, bool reports)
{
    const Image *image = images_find(context->images, node);
    Length width = asked(node->image->width, style, space.width);
    // Per cent of a height that is not known: as CSS does, as if it were not asked for.
    bool has_height = node->image->height.unit != SIZE_PERCENT;
    Length height = has_height ? asked(node->image->height, style, 0) : 0;
    ImageSize size = {image->width, image->height};
    if (width > 0)
        size = (ImageSize){width, height > 0 ? height : scale(image->height, width, image->width)};
    else if (height > 0)
        size = (ImageSize){scale(image->width, height, image->height), height};
    if (size.width > space.width)
        size = (ImageSize){space.width, scale(size.height, space.width, size.width)};
    if (size.height > space.height)
        size = (ImageSize){scale(size.width, space.height, size.height), space.height};
    if (reports)
        report_coarse(context, node, image, size);
    return size;
}

static bool is_in_cell(const Node *node)
{
    while (node && node->kind != NODE_CELL)
        node = node->parent;
    return node != NULL;
}

// The height that the page leaves for the image.
static Length height_left(LayoutContext *context, const Node *figure, const BlockStyle *style, Area area)
{
    Length height = context->page_height;
    if (is_in_cell(figure))
        height -= height / CELL_SHARE_MAX;
    Length least = height / CAPTION_SHARE_MAX;
    for (const Node *child = figure->first_child; child; child = child->next) {
        if (child->kind != NODE_CAPTION)
            continue;
        BlockStyle caption = stylesheet_block(context->sheet, child, style);
        size_t lines = lines_of(context, child, &caption, measure_of(context, area)).count;
        int64_t taken = (int64_t)lines * caption.leading + caption.space_before + caption.space_after;
        height = taken < height - least ? height - (Length)taken : least;
    }
    return height;
}

Extent extent_of_image(LayoutContext *context, const Node *image, const BlockStyle *style)
{
    ImageSize space = {context->page_width, context->page_height - context->page_height / CELL_SHARE_MAX};
    ImageSize size = image_size(context, image, style, space, /*reports*/ false);
    return (Extent){length_min(size.width, IMAGE_LEAST_EM * style->text.size), size.width};
}

// ---- setting

const Node *figure_image(const Node *paragraph)
{
    if (paragraph->kind != NODE_PARAGRAPH || !paragraph->parent || paragraph->parent->kind != NODE_FIGURE)
        return NULL;
    return node_lone_image(paragraph);
}

static Length place_aligned(Length width, Align align, Length measure, Area area)
{
    Length left = area.right_to_left ? area.x + area.width - measure : area.x;
    align = align_side(align, area.right_to_left);
    if (align == ALIGN_CENTER)
        return left + (measure - width) / 2;
    return align == ALIGN_RIGHT ? left + measure - width : left;
}

// The text in place of an image, within a frame.
static void flow_frame(LayoutContext *context, Flow *flow, const Node *paragraph, const BlockStyle *style, Area area)
{
    Length padding = style->text.size / 2, measure = measure_of(context, area);
    Length widest = paragraph_max_content(paragraph_of(context, paragraph, style));
    Length inner = length_max(length_min(widest + 1, measure - 2 * padding), style->text.size);
    LineList lines = lines_of(context, paragraph, style, inner);
    Length height = 2 * padding;
    for (size_t i = 0; i < lines.count && height <= context->page_height; i++)
        height += lines.lines[i].ascent + lines.lines[i].descent;
    if (height > context->page_height) { // no page holds it: it is set as any text is
        flow_lines(context, flow, paragraph, lines, style, area);
        return;
    }
    Length width = length_min(inner + 2 * padding, measure);
    Length x = place_aligned(width, style->align, measure, area), y = padding;
    Strip *strip = flow_add_strip(context, flow, area);
    strip->height = height;
    const Box sides[] = {
        {.x = x, .width = width, .height = frame_width},
        {.x = x, .y = height - frame_width, .width = width, .height = frame_width},
        {.x = x, .width = frame_width, .height = height},
        {.x = x + width - frame_width, .width = frame_width, .height = height},
    };
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        box_add_fill(context, &strip->boxes, sides[i], color_of_frame);
    for (size_t i = 0; i < lines.count; i++) {
        const Line *line = &lines.lines[i];
        Box box = {
            .kind = BOX_LINE, .x = x + padding, .y = y, .width = width - 2 * padding, .node = paragraph, .line = line};
        box.height = line->ascent + line->descent;
        y += box.height;
        *box_add(context, &strip->boxes) = box;
    }
}

void flow_image(LayoutContext *context, Flow *flow, const Node *paragraph, const BlockStyle *style, Area area)
{
    const Node *node = figure_image(paragraph);
    const Image *image = images_find(context->images, node);
    if (!image) {
        if (node->first_child)
            flow_frame(context, flow, paragraph, style, area);
        return;
    }
    Length measure = measure_of(context, area);
    ImageSize space = {measure, height_left(context, paragraph->parent, style, area)};
    ImageSize size = image_size(context, node, style, space, /*reports*/ true);
    Align align = node->align != ALIGN_START ? node->align : style->align;
    Strip *strip = flow_add_strip(context, flow, area);
    strip->height = size.height;
    *box_add(context, &strip->boxes) = (Box){.kind = BOX_IMAGE,
                                             .is_artifact = node->image->is_decorative,
                                             .x = place_aligned(size.width, align, measure, area),
                                             .width = size.width,
                                             .height = size.height,
                                             .node = node,
                                             .image = image};
}

void flow_figure(LayoutContext *context, Flow *flow, const Node *figure, const BlockStyle *style, Area area)
{
    size_t first = flow->count;
    flow_children(context, flow, figure, style, area);
    flow_keep(flow, first, area.columns);
}
