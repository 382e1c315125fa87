#include "pdf/resources.h"

#include "pdf/dictionary.h"

// The dictionary of pictures' names, in resources or in what has resources of its own; empty where there is none.
static Str find_pictures(Str value)
{
    Str resources = dictionary_find(value, "/Resources");
    return dictionary_find(resources.length > 0 ? resources : value, "/XObject");
}

static void append_once(Buffer *out, Str dictionary)
{
    Str key, value, earlier, unused;
    for (uint32_t at = 0; dictionary_next(dictionary, &at, &key, &value);) {
        uint32_t before = 0;
        while (dictionary_next(dictionary, &before, &earlier, &unused) && !str_equal(earlier, key))
            continue;
        bool is_first = earlier.bytes == key.bytes;
        if (is_first)
            buffer_append_str(out, (Str){key.bytes, (uint32_t)(value.bytes - key.bytes) + value.length});
    }
}

void append_value(Buffer *out, Str value)
{
    Str pictures = str_starts_with(value, STR("<<")) ? find_pictures(value) : (Str){0};
    if (!str_starts_with(pictures, STR("<<"))) {
        buffer_append_str(out, value);
        return;
    }
    uint32_t start = (uint32_t)(pictures.bytes - value.bytes);
    buffer_append_str(out, (Str){value.bytes, start});
    buffer_append_str(out, STR("<<"));
    append_once(out, pictures);
    buffer_append_str(out, STR(">>"));
    buffer_append_str(out, str_from_offset(value, start + pictures.length));
}
