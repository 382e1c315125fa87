// Values as text, for each place where one may stand. They are put in when all markup has been read, so nothing is
// escaped but in addresses, whose parts are told by their characters.
#include "fill.h"

#include "front.h"

// ---- filling

// The front matter is looked at line by line: it is no YAML yet.
static bool wants_blanks(Str text)
{
    FrontMatter front = front_matter_find(text);
    if (front.state != FRONT_FOUND)
        return false;
    uint32_t at = front.yaml_start;
    while (at < front.yaml_end) {
        const char *end = memchr(text.bytes + at, '\n', front.yaml_end - at);
        uint32_t next = end ? (uint32_t)(end - text.bytes) + 1 : front.yaml_end;
        Str line = {text.bytes + at, next - at};
        if (str_starts_with(line, STR("blanks:")))
            return str_equal_nocase(str_trim(str_from_offset(line, 7)), STR("true"));
        at = next;
    }
    return false;
}

typedef struct {
    Arena *arena;
    Sources *sources;
    uint32_t source_id; // of the template that is compiled: partials are looked for from its folder
    Diagnostics *diagnostics;
} Loader;

// `name`, with ".md" where it has no suffix.
static Str file_of(Arena *arena, Str name)
{
    const char *slash = memrchr(name.bytes, '/', name.length);
    Str last = slash ? str_from_offset(name, (uint32_t)(slash - name.bytes) + 1) : name;
    return memchr(last.bytes, '.', last.length) ? name : arena_format(arena, "%.*s.md", STR_ARGS(name));
}

static bool load_partial(void *context, Str name, Span span, Str *text, uint32_t *source_id)
{
    static const char *const faults[] = {
        [ROOT_MISSING] = "is not there",
        [ROOT_OUTSIDE] = "lies outside of the folder that may be read",
        [ROOT_UNREADABLE] = "can not be read",
    };
    const Loader *loader = context;
    Str bytes = {0};
    Root *root = sources_root(loader->sources, loader->source_id);
    Str file = file_of(loader->arena, name);
    size_t most = limit_value(loader->diagnostics, LIMIT_SOURCE);
    RootStatus status = root ? root_read(root, loader->arena, file, most, &bytes) : ROOT_OUTSIDE;
    if (status == ROOT_MACHINE) {
        const char *path = arena_str(loader->arena, file.bytes, file.length).bytes;
        diagnose_machine(loader->diagnostics, span, path, root_error(root));
        return false;
    }
    if (status == ROOT_TOO_LARGE) {
        limit_holds(loader->diagnostics, LIMIT_SOURCE, /*amount*/ UINT64_MAX, span);
        return false;
    }
    if (status != ROOT_OK) {
        diagnose(loader->diagnostics, span, DIAG_MERGE_PARTIAL, STR_ARGS(name), faults[status]);
        return false;
    }
    const Source *partial = source_from_bytes(loader->sources, file, bytes, SOURCE_WHOLE, loader->diagnostics);
    *text = partial->text;
    *source_id = partial->id;
    return true;
}

const Merged *template_fill(Arena *arena, Sources *sources, const Source *template, const Value *record,
                            Str record_name, Diagnostics *diagnostics)
{
    Loader loader = {arena, sources, template->id, diagnostics};
    MergeMode mode = record ? MERGE_DATA : wants_blanks(template->text) ? MERGE_BLANKS : MERGE_AS_WRITTEN;
    MergeOptions options = {
        .mode = mode, .record = record, .record_name = record_name, .load = load_partial, .context = &loader};
    Merged *merged = arena_new(arena, Merged);
    *merged = merge(arena, template->text, template->id, &options, diagnostics);
    if (merged->unfilled_count > 0)
        diagnose(diagnostics, merged->first_span, DIAG_MERGE_FIELDS, (unsigned)merged->unfilled_count,
                 STR_ARGS(merged->first_unfilled));
    return merged;
}

// ---- values as text

static Str scalar_text(Arena *arena, const Value *value, Str lang)
{
    Date date;
    // Ten characters: no time of day is lost.
    if (value->kind == VALUE_STRING && value->text.length == 10 && date_read(value->text, &date))
        return locale_date(arena, lang, date);
    if (value->kind == VALUE_INT || value->kind == VALUE_FLOAT)
        return locale_number(arena, lang, value->text);
    return value->kind == VALUE_NULL ? (Str){0} : value->text;
}

static Str raw_list(Arena *arena, const Value *list)
{
    Buffer out = {.arena = arena};
    for (const Value *item = list->first_child; item; item = item->next) {
        buffer_append_str(&out, item->text);
        if (item->next)
            buffer_append_str(&out, STR(", "));
    }
    return buffer_str(&out);
}

static Str field_text(Arena *arena, const Field *field, FillPlace place, Str lang)
{
    const Value *value = field->value;
    bool is_verbatim = place == FILL_CODE || place == FILL_ADDRESS;
    if (!value)
        return field->text;
    if (value->kind != VALUE_LIST)
        return is_verbatim ? (value->kind == VALUE_NULL ? (Str){0} : value->text) : scalar_text(arena, value, lang);
    if (is_verbatim)
        return raw_list(arena, value);
    size_t count = 0, capacity = 0;
    Str *items = NULL;
    for (const Value *item = value->first_child; item; item = item->next)
        *arena_push(arena, items, count, capacity) = scalar_text(arena, item, lang);
    return locale_list(arena, lang, items, count);
}

// ---- characters that are not seen

static bool is_hidden(uint32_t character)
{
    static const uint32_t ranges[][2] = {{0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},    {0x180E, 0x180E},
                                         {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E},  {0x2060, 0x206F},
                                         {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (character >= ranges[i][0] && character <= ranges[i][1])
            return true;
    }
    return false;
}

// Joiners, U+200C and U+200D, shape the letters of many scripts, and emoji; beside Latin letters they only hide.
static bool is_joiner(uint32_t character)
{
    return character == 0x200C || character == 0x200D;
}

static void report_hidden(const Field *field, Str text, Diagnostics *diagnostics)
{
    uint32_t before = ' ';
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        if (is_hidden(character) || (is_joiner(character) && before < 0x250)) {
            diagnose(diagnostics, field->span, DIAG_MERGE_HIDDEN, STR_ARGS(field->name), (unsigned)character);
            return;
        }
        before = character;
    }
}

// Text from right to left, and marks of direction: what is around must not be turned with it.
static bool wants_isolation(Str text)
{
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        bool is_mark = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        if (character_is_leftward(character) || is_mark || character == 0x200F)
            return true;
    }
    return false;
}

// ---- into the text

static bool is_space(uint32_t character)
{
    return character == ' ' || character == '\t';
}

static bool is_line_end(uint32_t character)
{
    return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

// White space around is dropped, spaces become one; so do line ends, or U+2028.
static void append_words(Buffer *out, Str text, bool keeps_lines)
{
    bool has_word = false, has_space = false, has_line = false;
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at, character = utf8_next(text, &at);
        if (is_space(character) || is_line_end(character)) {
            has_space = true;
            has_line = has_line || is_line_end(character);
            continue;
        }
        if (has_word && has_space)
            buffer_append_str(out, has_line && keeps_lines ? STR("\u2028") : STR(" "));
        has_word = true;
        has_space = has_line = false;
        buffer_append(out, text.bytes + start, at - start);
    }
}

static void append_isolated(Buffer *out, Str text, bool keeps_lines)
{
    bool is_isolated = wants_isolation(text);
    if (is_isolated)
        buffer_append_str(out, STR("\u2068"));
    append_words(out, text, keeps_lines);
    if (is_isolated)
        buffer_append_str(out, STR("\u2069"));
}

static bool is_unreserved(char byte)
{
    char lower = (char)(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') || (byte && strchr("-._~", byte));
}

// `keeps`: characters that stay, beside letters and digits.
static void append_percent(Buffer *out, Str text, const char *keeps, bool keeps_unicode)
{
    for (uint32_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool is_unicode = ((unsigned char)byte & 0x80) != 0;
        if (is_unreserved(byte) || (byte && strchr(keeps, byte)) || (is_unicode && keeps_unicode))
            buffer_append_char(out, byte);
        else
            buffer_printf(out, "%%%02X", (unsigned char)byte);
    }
}

// A value at the start of an address is an address itself, and keeps its parts; further on it is one word of it.
static void append_address(Buffer *out, Str value)
{
    Str before = buffer_str(out);
    if (before.length == 0)
        append_percent(out, str_trim(value), "!#$%&'()*+,/:;=?@[]", /*keeps_unicode*/ true);
    else if (str_starts_with(before, STR("mailto:")) || str_starts_with(before, STR("tel:")))
        append_percent(out, str_trim(value), "@+,", /*keeps_unicode*/ false);
    else
        append_percent(out, str_trim(value), "", /*keeps_unicode*/ false);
}

static void append_field(Buffer *out, const Field *field, FillPlace place, Str lang, Diagnostics *diagnostics)
{
    Str text = field_text(out->arena, field, place, lang);
    if (field->name.length > 0 && field->value) {
        text = text_clean(out->arena, text, field->span, diagnostics);
        report_hidden(field, text, diagnostics);
    }
    bool is_value = field->value;
    if (place == FILL_ADDRESS && is_value)
        append_address(out, text);
    else if (place == FILL_CODE || !is_value)
        buffer_append_str(out, text);
    else
        append_isolated(out, text, place == FILL_TEXT);
}

Str source_fill(Arena *arena, const Source *source, Str text, FillPlace place, Str lang, Diagnostics *diagnostics)
{
    if (!source->merged || text.length < 4 || source->merged->field_count == 0)
        return text;
    Buffer out = {.arena = arena};
    bool has_field = false;
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at;
        const Field *field = merged_field(source->merged, utf8_next(text, &at));
        has_field = has_field || field;
        if (field)
            append_field(&out, field, place, lang, diagnostics);
        else
            buffer_append(&out, text.bytes + start, at - start);
    }
    return has_field ? buffer_str(&out) : text;
}

// ---- front matter

static const Field *lone_field(const Source *source, Str text)
{
    uint32_t at = 0;
    if (text.length != 4)
        return NULL;
    return merged_field(source->merged, utf8_next(text, &at));
}

static void take_value(Arena *arena, Value *to, const Value *from)
{
    to->kind = from->kind;
    to->text = from->text;
    to->number = from->number;
    Value **link = &to->first_child;
    for (const Value *item = from->first_child; item; item = item->next) {
        *link = arena_new(arena, Value);
        **link = (Value){.kind = item->kind, .text = item->text, .number = item->number, .span = to->span};
        link = &(*link)->next;
    }
}

// Recursion goes as deep as YAML does, BOUND_YAML_NESTING.
static void fill_value(Arena *arena, const Source *source, Value *value, Str lang, Diagnostics *diagnostics)
{
    value->key = source_fill(arena, source, value->key, FILL_LINE, lang, diagnostics);
    for (Value *child = value->first_child; child; child = child->next)
        fill_value(arena, source, child, lang, diagnostics);
    const Field *field = lone_field(source, value->text);
    if (field && field->value) {
        report_hidden(field, field->value->text, diagnostics);
        take_value(arena, value, field->value);
    } else {
        value->text = source_fill(arena, source, value->text, FILL_LINE, lang, diagnostics);
    }
}

const Value *front_fill(Arena *arena, const Source *source, Value *front, Diagnostics *diagnostics)
{
    if (!source->merged)
        return front;
    Str lang = STR("en");
    for (Value *member = front->first_child; member; member = member->next) {
        if (!str_equal(member->key, STR("lang")))
            continue;
        fill_value(arena, source, member, lang, diagnostics);
        lang = member->text;
    }
    // Not the language again: what data say is never read for fields.
    for (Value *member = front->first_child; member; member = member->next) {
        if (!str_equal(member->key, STR("lang")))
            fill_value(arena, source, member, lang, diagnostics);
    }
    return front;
}
