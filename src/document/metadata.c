// The rows of front_keys.h drive all: what is read, what type it wants, where it goes.
#include "metadata.h"

typedef enum { WANTS_TEXT, WANTS_TEXTS, WANTS_DATE, WANTS_NUMBER, WANTS_BOOL, WANTS_STYLE, WANTS_ANY } Wants;

typedef struct {
    Str key;
    Wants wants;
    bool has_member;
    size_t member; // offset in Metadata of a Str, or of a bool where `wants` is WANTS_BOOL
} KeyRow;

static const KeyRow key_rows[] = {
#define FRONT_KEY(key, wants, member) {{key, sizeof(key) - 1}, WANTS_##wants, true, offsetof(Metadata, member)},
#define FRONT_FLAG(key, member) {{key, sizeof(key) - 1}, WANTS_BOOL, true, offsetof(Metadata, member)},
#define FRONT_KEY_ONLY(key, wants) {{key, sizeof(key) - 1}, WANTS_##wants, false, 0},
#include "front_keys.h"
#undef FRONT_KEY
#undef FRONT_FLAG
#undef FRONT_KEY_ONLY
};

static const char *const wants_names[] = {
    [WANTS_TEXT] = "text",       [WANTS_DATE] = "a date or text", [WANTS_TEXTS] = "text or a list of texts",
    [WANTS_NUMBER] = "a number", [WANTS_BOOL] = "true or false",  [WANTS_STYLE] = "the name of a style or a mapping",
    [WANTS_ANY] = "a value",
};

static bool is_collection(const Value *value)
{
    return value->kind == VALUE_LIST || value->kind == VALUE_MAP;
}

static bool fits(const Value *value, Wants wants)
{
    switch (wants) {
    case WANTS_TEXT:
    case WANTS_DATE:
        return !is_collection(value);
    case WANTS_TEXTS:
        for (const Value *item = value->first_child; item; item = item->next) {
            if (is_collection(item))
                return false;
        }
        return value->kind != VALUE_MAP;
    case WANTS_NUMBER:
        return value->kind == VALUE_INT || value->kind == VALUE_FLOAT;
    case WANTS_BOOL:
        return value->kind == VALUE_BOOL;
    case WANTS_STYLE:
        return value->kind != VALUE_LIST;
    case WANTS_ANY:
        return true;
    }
    return false;
}

static bool is_space(uint32_t character)
{
    return character == ' ' || (character >= '\t' && character <= '\r') || character == 0x2028 || character == 0x2029;
}

// On one line: runs of white space become one space.
static void append_tidy(Buffer *out, Str text)
{
    bool has_space = false;
    text = str_trim(text);
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at;
        if (is_space(utf8_next(text, &at))) {
            has_space = true;
            continue;
        }
        if (has_space)
            buffer_append_char(out, ' ');
        has_space = false;
        buffer_append(out, text.bytes + start, at - start);
    }
}

static Str read_text(Arena *arena, const Value *value)
{
    Buffer out = {.arena = arena};
    if (value->kind != VALUE_LIST)
        append_tidy(&out, value->text);
    for (const Value *item = value->first_child; item; item = item->next) {
        if (item->kind == VALUE_NULL)
            continue;
        if (out.length > 0)
            buffer_append_str(&out, STR(", "));
        append_tidy(&out, item->text);
    }
    return buffer_str(&out);
}

// A day that no calendar has is likely a slip.
static void check_date(const Value *value, Diagnostics *diagnostics)
{
    Date date;
    Str text = str_trim(value->text);
    bool has_form = text.length == 10 && text.bytes[4] == '-' && text.bytes[7] == '-';
    for (uint32_t i = 0; has_form && i < text.length; i++)
        has_form = i == 4 || i == 7 || (text.bytes[i] >= '0' && text.bytes[i] <= '9');
    if (has_form && !date_read(text, &date))
        diagnose(diagnostics, value->span, DIAG_FRONT_DATE, STR_ARGS(text));
}

static void print_date(Arena *arena, Str lang, Str *printed, Str *iso)
{
    Date date;
    if (!date_read(*printed, &date))
        return;
    *iso = date_iso(arena, date);
    *printed = locale_date(arena, lang, date);
}

void metadata_print_dates(Arena *arena, Metadata *metadata)
{
    print_date(arena, metadata->lang, &metadata->date, &metadata->date_iso);
    print_date(arena, metadata->lang, &metadata->review, &metadata->review_iso);
}

static Span span_of(const Source *source, Str key)
{
    const Value *value = value_find(source->front, key);
    return value ? value->span : (Span){0};
}

static void read_lang(Arena *arena, Metadata *metadata, const Source *source, Diagnostics *diagnostics)
{
    Str written = metadata->lang;
    metadata->lang = language_tag(written, arena);
    if (metadata->lang.length > 0)
        return;
    metadata->lang = STR("en");
    if (written.length > 0)
        diagnose(diagnostics, span_of(source, STR("lang")), DIAG_LANG_UNKNOWN, STR_ARGS(written));
}

Metadata metadata_read(Arena *arena, const Source *source, Diagnostics *diagnostics)
{
    Metadata metadata = {0};
    for (size_t i = 0; i < sizeof key_rows / sizeof *key_rows; i++) {
        const KeyRow *row = &key_rows[i];
        const Value *value = value_find(source->front, row->key);
        if (!value || value->kind == VALUE_NULL)
            continue;
        if (!fits(value, row->wants))
            diagnose(diagnostics, value->span, DIAG_FRONT_TYPE, STR_ARGS(row->key), wants_names[row->wants],
                     value_kind_name(value->kind));
        else if (row->wants == WANTS_STYLE && value->kind == VALUE_MAP)
            metadata.style_overrides = value;
        else if (row->has_member && row->wants == WANTS_BOOL)
            *(bool *)((char *)&metadata + row->member) = value->number != 0;
        else if (row->has_member) {
            if (row->wants == WANTS_DATE)
                check_date(value, diagnostics);
            *(Str *)(void *)((char *)&metadata + row->member) = read_text(arena, value);
        }
    }
    metadata.style_span = span_of(source, STR("style"));
    metadata.paper_span = span_of(source, STR("paper"));
    read_lang(arena, &metadata, source, diagnostics);
    return metadata;
}
