// Kinds of nodes, and the tree as text.
#include "document.h"

static const struct {
    const char *name;
    NodeHolds holds;
} kinds[] = {
#define KIND(id, name, holds) {name, HOLDS_##holds},
    NODE_KINDS(KIND)
#undef KIND
};

const char *node_kind_name(NodeKind kind)
{
    return kinds[kind].name;
}

const char *alert_kind_name(AlertKind kind)
{
    static const char *const names[] = {
#define KIND(id, name) name,
        ALERT_KINDS(KIND)
#undef KIND
    };
    return names[kind];
}

NodeHolds node_kind_holds(NodeKind kind)
{
    return kinds[kind].holds;
}

static void append_quoted(Buffer *out, Str text)
{
    buffer_append_str(out, STR(" \""));
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\n') {
            buffer_append_str(out, STR("\\n"));
            continue;
        }
        if (text.bytes[i] == '"' || text.bytes[i] == '\\')
            buffer_append_char(out, '\\');
        buffer_append_char(out, text.bytes[i]);
    }
    buffer_append_char(out, '"');
}

static void append_attribute(Buffer *out, const char *name, Str value)
{
    if (value.length == 0)
        return;
    buffer_printf(out, " %s=", name);
    append_quoted(out, value);
}

static void append_size(Buffer *out, const char *name, Size size)
{
    static const char *const units[] = {[SIZE_PT] = "pt", [SIZE_EM] = "em", [SIZE_PERCENT] = "%"};
    if (size.unit != SIZE_NONE)
        buffer_printf(out, " %s=%.1f%s", name, size.number, units[size.unit]);
}

static void append_image(Buffer *out, const ImageRequest *image)
{
    append_attribute(out, "target", image->target);
    append_attribute(out, "title", image->title);
    append_size(out, "width", image->width);
    append_size(out, "height", image->height);
    if (!image->has_alternative)
        buffer_append_str(out, image->is_decorative ? STR(" decorative") : STR(" unnamed"));
}

static void append_list(Buffer *out, const Node *list)
{
    if (list->list.ordered)
        buffer_printf(out, " from %d%c%s", list->list.start, list->list.delimiter,
                      list->list.is_reversed ? " reversed" : "");
    if (list->list.is_definitions)
        buffer_append_str(out, STR(" definitions"));
    buffer_append_str(out, list->list.tight ? STR(" tight") : STR(" loose"));
}

static void append_details(Buffer *out, const Node *node)
{
    static const char *const aligns[] = {"", " left", " center", " right"};
    static const char *const tasks[] = {"", " open", " done"};
    if (node->kind == NODE_HEADING)
        buffer_printf(out, " %d as %d", node->heading.level, node->heading.structure_level);
    if (node->kind == NODE_ALERT)
        buffer_printf(out, " %s", alert_kind_name(node->alert.kind));
    if (node->kind == NODE_LIST)
        append_list(out, node);
    if (node->kind == NODE_ITEM)
        buffer_printf(out, "%s", tasks[node->item.task]);
    if (node->kind == NODE_ITEM && node->item.has_value)
        buffer_printf(out, " number=%d", node->item.value);
    if (node->kind == NODE_ROW && node->row.is_header)
        buffer_printf(out, " header");
    if (node->kind == NODE_CELL && (node->cell.is_header || node->cell.is_row_header))
        buffer_printf(out, "%s", node->cell.is_header ? " header" : " row-header");
    if (node->kind == NODE_ROW && node->row.is_footer)
        buffer_printf(out, " footer");
    if (node->kind == NODE_CELL && node->cell.column_span > 1)
        buffer_printf(out, " columns=%d", node->cell.column_span);
    if (node->kind == NODE_CELL && node->cell.row_span > 1)
        buffer_printf(out, " rows=%d", node->cell.row_span);
    buffer_printf(out, "%s", aligns[node->align]);
    if (node->kind == NODE_LINK)
        append_attribute(out, "target", node->link.target);
    if (node->kind == NODE_IMAGE)
        append_image(out, node->image);
    if (node->kind == NODE_CODE_BLOCK)
        append_attribute(out, "info", node->code_block.info);
    if (node->kind == NODE_ABBREVIATION)
        append_attribute(out, "expansion", node->abbreviation.expansion);
    append_attribute(out, "id", node->id);
    append_attribute(out, "class", node->classes);
    append_attribute(out, "lang", node->lang);
    if (node->direction != DIRECTION_NONE)
        buffer_append_str(out, node->direction == DIRECTION_RIGHT_TO_LEFT ? STR(" rtl") : STR(" ltr"));
}

void document_dump(const Document *document, Buffer *out)
{
    for (size_t i = 0; i < document->node_count; i++) {
        const Node *node = document->nodes[i];
        for (const Node *parent = node->parent; parent; parent = parent->parent)
            buffer_append_str(out, STR("  "));
        buffer_append_str(out, str_from(node_kind_name(node->kind)));
        uint32_t line, column;
        if (node->parent && source_position(document->sources, node->span, &line, &column))
            buffer_printf(out, " %u:%u", line, column);
        if (node->text.length > 0)
            append_quoted(out, node->text);
        append_details(out, node);
        buffer_append_char(out, '\n');
    }
}
