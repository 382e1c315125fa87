// The rows of front_keys.h drive all: what is read, what type it wants, where it goes.
#include "metadata.h"

#include "requests.h"

typedef enum {
    WANTS_TEXT,
    WANTS_TEXTS,
    WANTS_DATE,
    WANTS_NUMBER,
    WANTS_BOOL,
    WANTS_STYLE,
    WANTS_PAPER,
    WANTS_RUNNING,
    WANTS_FIT,
    WANTS_CONTENTS,
    WANTS_NUMBERING,
    WANTS_LINKS,
    WANTS_ANY
} Wants;

typedef struct {
    Str key;
    Wants wants;
    bool has_member;
    size_t member; // offset in Metadata; of a bool for WANTS_BOOL, a TextList for WANTS_TEXTS, else a Str
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

enum { KEY_COUNT = sizeof key_rows / sizeof *key_rows };

static const char *const wants_names[] = {
    [WANTS_TEXT] = "text",
    [WANTS_TEXTS] = "text or a list of texts",
    [WANTS_DATE] = "a date or text",
    [WANTS_NUMBER] = "a number",
    [WANTS_BOOL] = "true or false",
    [WANTS_STYLE] = "the name of a style or a mapping",
    [WANTS_PAPER] = "a paper or a mapping of languages to papers",
    [WANTS_FIT] = "a number of pages from 1 on, or a mapping of pages and multiple",
    [WANTS_RUNNING] = "text or a mapping",
    [WANTS_CONTENTS] = "true or false, levels from 1 to 6, or a mapping of depth and title",
    [WANTS_NUMBERING] = "true or false, levels from 1 to 6, or a mapping of headings, figures and tables",
    [WANTS_LINKS] = "plain, print or beside",
    [WANTS_ANY] = "a value",
};

static bool is_collection(const Value *value)
{
    return value->kind == VALUE_LIST || value->kind == VALUE_MAP;
}

static const Value *collection_in(const Value *value)
{
    const Value *item = value->first_child;
    while (item && !is_collection(item))
        item = item->next;
    return item;
}

// The value that is of a wrong type: `value`, or one within it. NULL: all is as it is wanted.
static const Value *misfit(const Value *value, Wants wants)
{
    switch (wants) {
    case WANTS_TEXT:
    case WANTS_DATE:
        return is_collection(value) ? value : NULL;
    case WANTS_TEXTS:
        return value->kind == VALUE_MAP ? value : collection_in(value);
    case WANTS_NUMBER:
        return value->kind == VALUE_INT || value->kind == VALUE_FLOAT ? NULL : value;
    case WANTS_BOOL:
        return value->kind == VALUE_BOOL ? NULL : value;
    case WANTS_PAPER:
        return value->kind == VALUE_LIST ? value : collection_in(value);
    case WANTS_STYLE:
    case WANTS_RUNNING:
        return value->kind == VALUE_LIST ? value : NULL;
    case WANTS_CONTENTS:
        return contents_request_read(value, &(ContentsRequest){0});
    case WANTS_NUMBERING:
        return numbering_read(value, &(Numbering){0});
    case WANTS_FIT:
        return fit_read(value, &(FitRequest){0});
    case WANTS_LINKS:
        return link_print_read(value, &(LinkPrint){0});
    case WANTS_ANY:
        break;
    }
    return NULL;
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
    append_tidy(&out, value->text);
    return buffer_str(&out);
}

// A text is a list of one.
static TextList read_texts(Arena *arena, const Value *value)
{
    TextList list = {0};
    Str *items = NULL;
    size_t capacity = 0;
    Buffer joined = {.arena = arena};
    for (const Value *item = value->kind == VALUE_LIST ? value->first_child : value; item; item = item->next) {
        Str text = item->kind == VALUE_NULL ? (Str){0} : read_text(arena, item);
        if (text.length > 0) {
            *arena_push(arena, items, list.count, capacity) = text;
            buffer_append_str(&joined, list.count > 1 ? STR(", ") : (Str){0});
            buffer_append_str(&joined, text);
        }
        if (item == value)
            break;
    }
    list.items = items;
    list.text = buffer_str(&joined);
    return list;
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

// The paper for `lang`, which is looked for as it is, then without its last subtag, and so on; then the default one.
static const Value *paper_for(Arena *arena, const Value *papers, Str lang, Diagnostics *diagnostics)
{
    const Value *found = NULL;
    uint32_t found_length = 0;
    for (const Value *paper = papers->first_child; paper; paper = paper->next) {
        bool is_default = str_equal(paper->key, STR("default"));
        Str tag = is_default ? (Str){0} : language_tag(paper->key, arena);
        bool is_nearer = !found || tag.length > found_length;
        bool is_within = str_starts_with(lang, tag) && (lang.length == tag.length || lang.bytes[tag.length] == '-');
        if (!is_default && tag.length == 0)
            diagnose(diagnostics, paper->key_span, DIAG_PAPER_LANGUAGE, STR_ARGS(paper->key));
        else if (paper->kind != VALUE_NULL && is_nearer && (is_default || is_within)) {
            found = paper;
            found_length = tag.length;
        }
    }
    return found;
}

void metadata_settle(Arena *arena, Metadata *metadata, Diagnostics *diagnostics)
{
    print_date(arena, metadata->lang, &metadata->date, &metadata->date_iso);
    print_date(arena, metadata->lang, &metadata->review, &metadata->review_iso);
    const Value *paper = metadata->paper_given;
    if (paper && paper->kind == VALUE_MAP)
        paper = paper_for(arena, paper, metadata->lang, diagnostics);
    if (!paper)
        return;
    metadata->paper = str_trim(paper->text);
    metadata->paper_span = paper->span;
}

static const KeyRow *row_find(Str key)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (str_equal(key_rows[i].key, key))
            return &key_rows[i];
    }
    return NULL;
}

// False after a diagnostic.
static bool check_type(const KeyRow *row, const Value *value, Diagnostics *diagnostics)
{
    const Value *wrong = value->kind == VALUE_NULL ? NULL : misfit(value, row->wants);
    if (wrong)
        diagnose(diagnostics, wrong->span, DIAG_FRONT_TYPE, STR_ARGS(row->key), wants_names[row->wants],
                 value_kind_name(wrong->kind));
    return !wrong;
}

// ---- hspdf.yaml

static bool is_own(Str key)
{
    static const Str own[] = {
#define FRONT_KEY(key, wants, member)
#define FRONT_FLAG(key, member)
#define FRONT_KEY_ONLY(key, wants)
#define FRONT_OWN(key) STR(key),
#include "front_keys.h"
#undef FRONT_KEY
#undef FRONT_FLAG
#undef FRONT_KEY_ONLY
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (str_equal(own[i], key))
            return true;
    }
    return false;
}

static void diagnose_unknown(const Value *member, Diagnostics *diagnostics)
{
    enum { NEAR = 2 };
    Str nearest = {0};
    unsigned distance = NEAR + 1;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        unsigned edits = str_distance(member->key, key_rows[i].key);
        if (edits < distance && !is_own(key_rows[i].key)) {
            distance = edits;
            nearest = key_rows[i].key;
        }
    }
    bool is_near = nearest.length > 0;
    diagnose(diagnostics, member->key_span, DIAG_PROJECT_UNKNOWN_KEY, STR_ARGS(member->key),
             is_near ? "; did you mean '" : "", (int)nearest.length, is_near ? nearest.bytes : "", is_near ? "'?" : "");
}

// Of all values, those too that the front matter goes before.
static void check_project(const Value *project, Diagnostics *diagnostics)
{
    for (const Value *member = project ? project->first_child : NULL; member; member = member->next) {
        const KeyRow *row = row_find(member->key);
        if (!row)
            diagnose_unknown(member, diagnostics);
        else if (is_own(member->key))
            diagnose(diagnostics, member->key_span, DIAG_PROJECT_KEY, STR_ARGS(member->key));
        else
            check_type(row, member, diagnostics);
    }
}

// ---- both

// What was given for one key. An empty value in the front matter takes the default away.
typedef struct {
    const Value *own, *project; // NULL: none, or of a wrong type
} Given;

static Given given_for(const KeyRow *row, const Value *front, const Value *project, Diagnostics *diagnostics)
{
    Given given = {.own = value_find(front, row->key)};
    if (given.own && !check_type(row, given.own, diagnostics))
        return (Given){0};
    if (given.own && given.own->kind == VALUE_NULL)
        return (Given){0};
    given.project = is_own(row->key) ? NULL : value_find(project, row->key);
    if (given.project && (given.project->kind == VALUE_NULL || misfit(given.project, row->wants)))
        given.project = NULL;
    return given;
}

// A mapping's name is that of the style that it extends.
static void take_style_name(Metadata *metadata, const Value *style, Diagnostics *diagnostics)
{
    const Value *name = style && style->kind == VALUE_MAP ? value_find(style, STR("extends")) : style;
    if (!name || metadata->style.length > 0)
        return;
    if (is_collection(name)) {
        diagnose(diagnostics, name->span, DIAG_FRONT_TYPE, STR_ARGS(STR("extends")), "the name of a style",
                 value_kind_name(name->kind));
        return;
    }
    metadata->style = str_trim(name->text);
    metadata->style_span = name->span;
}

// The front matter's mapping goes on top of the project's style, its name takes that style's place.
static void read_style(Metadata *metadata, Given given, Diagnostics *diagnostics)
{
    bool is_replaced = given.own && given.own->kind != VALUE_MAP;
    take_style_name(metadata, given.own, diagnostics);
    take_style_name(metadata, given.project, diagnostics);
    if (given.own && given.own->kind == VALUE_MAP)
        metadata->own_style = given.own;
    if (given.project && given.project->kind == VALUE_MAP && !is_replaced)
        metadata->project_style = given.project;
}

// A text says all of it, a mapping some of its parts.
static void read_running(Metadata *metadata, const KeyRow *row, Given given)
{
    RunningEnd end = str_equal(row->key, STR("header")) ? RUNNING_HEAD : RUNNING_FOOT;
    metadata->own_running[end] = given.own;
    metadata->project_running[end] = given.project;
}

static void read_key(Arena *arena, Metadata *metadata, const KeyRow *row, Given given, Diagnostics *diagnostics)
{
    const Value *value = given.own ? given.own : given.project;
    if (row->wants == WANTS_STYLE)
        read_style(metadata, given, diagnostics);
    else if (row->wants == WANTS_PAPER)
        metadata->paper_given = value;
    else if (row->wants == WANTS_RUNNING)
        read_running(metadata, row, given);
    if (!value)
        return;
    if (row->wants == WANTS_CONTENTS)
        contents_request_read(value, &metadata->contents);
    else if (row->wants == WANTS_NUMBERING)
        numbering_read(value, &metadata->numbering);
    else if (row->wants == WANTS_FIT)
        fit_read(value, &metadata->fit);
    else if (row->wants == WANTS_LINKS)
        link_print_read(value, &metadata->links);
    if (!row->has_member)
        return;
    void *member = (char *)metadata + row->member;
    if (row->wants == WANTS_BOOL)
        *(bool *)member = value->number != 0;
    else if (row->wants == WANTS_TEXTS)
        *(TextList *)member = read_texts(arena, value);
    else
        *(Str *)member = read_text(arena, value);
    if (row->wants == WANTS_DATE)
        check_date(value, diagnostics);
}

static void read_lang(Arena *arena, Metadata *metadata, Span span, Diagnostics *diagnostics)
{
    Str written = metadata->lang;
    metadata->says_language = written.length > 0;
    metadata->lang = language_tag(written, arena);
    if (metadata->lang.length > 0)
        return;
    metadata->lang = STR("en");
    if (written.length > 0)
        diagnose(diagnostics, span, DIAG_LANG_UNKNOWN, STR_ARGS(written));
}

Metadata metadata_read(Arena *arena, Sources *sources, const Source *source, Diagnostics *diagnostics)
{
    Metadata metadata = {0};
    const Value *project = sources_defaults(sources, source->id, diagnostics);
    check_project(project, diagnostics);
    Span lang_span = {0};
    for (size_t i = 0; i < KEY_COUNT; i++) {
        Given given = given_for(&key_rows[i], source->front, project, diagnostics);
        read_key(arena, &metadata, &key_rows[i], given, diagnostics);
        const Value *value = given.own ? given.own : given.project;
        if (value && str_equal(key_rows[i].key, STR("lang")))
            lang_span = value->span;
    }
    read_lang(arena, &metadata, lang_span, diagnostics);
    return metadata;
}
