// The table of tags, searched by halves.
#include "html_tag.h"

static const HtmlTag tags[] = {
#define HTML_TAG(name, role, kind, action, flags, look)                                                                \
    {{name, sizeof(name) - 1}, HTML_ROLE_##role, NODE_##kind, HTML_ACTION_##action, flags, {look, sizeof(look) - 1}},
#include "html_tags.h"
#undef HTML_TAG
};

enum { NAME_BYTES_MAX = 15 };

static int compare(Str a, Str b)
{
    uint32_t shared = a.length < b.length ? a.length : b.length;
    int order = memcmp(a.bytes, b.bytes, shared);
    if (order != 0)
        return order;
    return a.length < b.length ? -1 : a.length > b.length;
}

const HtmlTag *html_tag_find(Str name)
{
    char lower[NAME_BYTES_MAX];
    if (name.length > NAME_BYTES_MAX)
        return NULL;
    for (uint32_t i = 0; i < name.length; i++)
        lower[i] = (char)(name.bytes[i] >= 'A' && name.bytes[i] <= 'Z' ? name.bytes[i] | 0x20 : name.bytes[i]);
    Str key = {lower, name.length};
    size_t low = 0, high = sizeof tags / sizeof *tags;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(tags[middle].name, key);
        if (order == 0)
            return &tags[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool html_tag_is(const HtmlTag *tag, const char *name)
{
    return tag && str_equal(tag->name, str_from(name));
}
