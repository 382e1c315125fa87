// Tags are walked in order; a section is walked once for each of its turns. Depth is bounded by LIMIT_MERGE_NESTING
// over sections and partials together, work by LIMIT_MERGE_STEPS, and what is written by LIMIT_MERGE_BYTES; the first
// fault of these ends the merge.
//
// Names are looked for in the innermost mapping first. As the specification has it, the first part of a dotted name
// decides on the mapping.
#include "merge.h"

#include "template.h"

enum { FIRST_FIELD = 0xF0000, PLANE = 0x10000, PLANE_FIELDS = 65534 };

typedef struct {
    Str name;
    const Template *template;
    uint32_t source_id;
} Partial;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    const MergeOptions *options;
    Merged merged;
    Buffer out;
    Segment *segments;
    Field *fields;
    size_t segment_capacity, field_capacity;
    const Value *scopes[LIMIT_MERGE_NESTING + 1];
    size_t scope_count;
    Partial *partials;
    size_t partial_count, partial_capacity;
    size_t steps, depth;
    bool has_stopped;
} Merger;

// What is walked: a template, or a part of it.
typedef struct {
    const Template *template;
    uint32_t source_id;
    Str indent; // before each line, of a partial
    size_t first_tag, end_tag;
    uint32_t start, end; // offsets in its text
} Stretch;

// ---- names

static const Value *find_from(const Value *value, Str path)
{
    while (value && path.length > 0) {
        const char *dot = memchr(path.bytes, '.', path.length);
        uint32_t length = dot ? (uint32_t)(dot - path.bytes) : path.length;
        value = value_find(value, (Str){path.bytes, length});
        path = str_from_offset(path, dot ? length + 1 : length);
    }
    return value;
}

const Value *record_find(const Value *record, Str key)
{
    return find_from(record, key);
}

static const Value *find_value(const Merger *merger, Str name)
{
    if (str_equal(name, STR(".")))
        return merger->scopes[merger->scope_count - 1];
    const char *dot = memchr(name.bytes, '.', name.length);
    Str first = {name.bytes, dot ? (uint32_t)(dot - name.bytes) : name.length};
    for (size_t i = merger->scope_count; i-- > 0;) {
        const Value *part = value_find(merger->scopes[i], first);
        if (part)
            return dot ? find_from(part, str_from_offset(name, first.length + 1)) : part;
    }
    return NULL;
}

// The key that was probably meant: at most a third of its letters differ. Empty where there is none.
static Str nearest_name(const Merger *merger, Str name)
{
    Str nearest = {0};
    unsigned least = (name.length + 2) / 3 + 1; // a third, and two letters that changed places in short ones
    for (size_t i = merger->scope_count; i-- > 0;) {
        const Value *scope = merger->scopes[i];
        const Value *child = scope->kind == VALUE_MAP ? scope->first_child : NULL;
        for (; child; child = child->next) {
            unsigned distance = str_equal_nocase(child->key, name) ? 0 : str_distance(child->key, name);
            if (distance < least) {
                least = distance;
                nearest = child->key;
            }
        }
    }
    return nearest;
}

static bool is_true(const Value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return value->number != 0;
    case VALUE_STRING:
        return value->text.length > 0;
    case VALUE_LIST:
        return value->first_child;
    case VALUE_INT:
    case VALUE_FLOAT:
    case VALUE_MAP:
        return true;
    }
    return false;
}

// ---- diagnostics

static Span span_of(const Stretch *stretch, const Tag *tag)
{
    return (Span){stretch->source_id, tag->start, tag->end};
}

static void report_missing(Merger *merger, const Stretch *stretch, const Tag *tag, DiagnosticCode code)
{
    Str nearest = nearest_name(merger, tag->name), place = merger->options->record_name;
    const char *hint = nearest.length > 0 ? "; did you mean '" : "";
    diagnose(merger->diagnostics, span_of(stretch, tag), code, STR_ARGS(tag->name), place.length > 0 ? " (" : "",
             STR_ARGS(place), place.length > 0 ? ")" : "", hint, STR_ARGS(nearest), *hint ? "'?" : "");
}

static void report_broken(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    if (merger->options->mode != MERGE_AS_WRITTEN)
        diagnose(merger->diagnostics, span_of(stretch, tag), DIAG_MERGE_SYNTAX, tag->fault);
}

static void stop(Merger *merger, Span span, unsigned limit, const char *what)
{
    if (!merger->has_stopped)
        diagnose(merger->diagnostics, span, DIAG_MERGE_LIMIT, limit, what);
    merger->has_stopped = true;
}

// ---- writing

static void note_origin(Merger *merger, uint32_t source, uint32_t origin, bool is_taken_over)
{
    *arena_push(merger->arena, merger->segments, merger->merged.segment_count, merger->segment_capacity) =
        (Segment){(uint32_t)merger->out.length, source, origin, is_taken_over};
}

static bool has_room(Merger *merger, Span span, size_t length)
{
    if (merger->out.length + length > LIMIT_MERGE_BYTES)
        stop(merger, span, (unsigned)(LIMIT_MERGE_BYTES / (1024 * 1024)), "MB of text");
    return !merger->has_stopped;
}

static void write_field(Merger *merger, Field field)
{
    size_t index = merger->merged.field_count;
    if (index == LIMIT_MERGE_FIELDS)
        stop(merger, field.span, LIMIT_MERGE_FIELDS, "fields in a document");
    if (!has_room(merger, field.span, 4))
        return;
    *arena_push(merger->arena, merger->fields, merger->merged.field_count, merger->field_capacity) = field;
    note_origin(merger, field.span.source, field.span.start, /*is_taken_over*/ false);
    uint32_t plane = (uint32_t)(index / PLANE_FIELDS), place = (uint32_t)(index % PLANE_FIELDS);
    buffer_append_utf8(&merger->out, FIRST_FIELD + plane * PLANE + place);
}

static bool is_reserved(unsigned char first, unsigned char second)
{
    return (first == 0xF3 && second >= 0xB0) || first == 0xF4;
}

// Characters of planes 15 and 16 that a text has itself become fields that stand for them.
static void write_text(Merger *merger, Str text, Span place, bool is_taken_over)
{
    if (text.length == 0 || !has_room(merger, place, text.length))
        return;
    note_origin(merger, place.source, place.start, is_taken_over);
    uint32_t start = 0;
    for (uint32_t at = 0; at + 3 < text.length; at++) {
        if (!is_reserved((unsigned char)text.bytes[at], (unsigned char)text.bytes[at + 1]))
            continue;
        buffer_append(&merger->out, text.bytes + start, at - start);
        uint32_t origin = place.start + (is_taken_over ? at : 0);
        Str character = {text.bytes + at, 4};
        write_field(merger, (Field){.text = character, .span = {place.source, origin, origin + 4}});
        start = at + 4;
        at += 3;
        note_origin(merger, place.source, place.start + (is_taken_over ? start : 0), is_taken_over);
    }
    buffer_append(&merger->out, text.bytes + start, text.length - start);
}

static void write_indent(Merger *merger, const Stretch *stretch, uint32_t at)
{
    bool starts_line = at == 0 || stretch->template->text.bytes[at - 1] == '\n';
    if (starts_line && stretch->indent.length > 0)
        write_text(merger, stretch->indent, (Span){stretch->source_id, at, at + 1}, /*is_taken_over*/ false);
}

static void copy_text(Merger *merger, const Stretch *stretch, uint32_t start, uint32_t end)
{
    Str text = stretch->template->text;
    while (start < end) {
        uint32_t stop_at = end;
        if (stretch->indent.length > 0) {
            write_indent(merger, stretch, start);
            const char *line = memchr(text.bytes + start, '\n', end - start);
            stop_at = line ? (uint32_t)(line - text.bytes) + 1 : end;
        }
        write_text(merger, (Str){text.bytes + start, stop_at - start}, (Span){stretch->source_id, start, stop_at},
                   /*is_taken_over*/ true);
        start = stop_at;
    }
}

// ---- tags

static void walk(Merger *merger, const Stretch *stretch);

static void count_unfilled(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    Merged *merged = &merger->merged;
    if (merged->unfilled_count++ > 0)
        return;
    merged->first_unfilled = tag->name;
    merged->first_span = span_of(stretch, tag);
}

static void leave_written(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    Str written = {stretch->template->text.bytes + tag->start, tag->end - tag->start};
    if (tag->kind != TAG_CLOSE && tag->kind != TAG_BROKEN)
        count_unfilled(merger, stretch, tag);
    if (tag->kind == TAG_BROKEN)
        write_text(merger, written, span_of(stretch, tag), /*is_taken_over*/ true);
    else
        write_field(merger, (Field){.text = written, .name = tag->name, .span = span_of(stretch, tag)});
}

// As long as what is written there will be, by the name, which is all that is known. The document stage makes a rule of
// it as of any such run.
static void leave_blank(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    enum { SHORTEST = 12, LONGEST = 24 };
    static const char line[] = "________________________";
    uint32_t length = 2 * tag->name.length;
    length = length < SHORTEST ? SHORTEST : length > LONGEST ? LONGEST : length;
    write_text(merger, (Str){line, length}, span_of(stretch, tag), /*is_taken_over*/ false);
}

static void write_raw(Merger *merger, const Value *value, Span span)
{
    bool is_first = true;
    if (value->kind == VALUE_NULL)
        return;
    if (value->kind != VALUE_LIST)
        write_text(merger, text_clean(merger->arena, value->text, span, merger->diagnostics), span, false);
    for (const Value *item = value->first_child; item; item = item->next) {
        if (!is_first)
            write_text(merger, STR(", "), span, false);
        write_text(merger, text_clean(merger->arena, item->text, span, merger->diagnostics), span, false);
        is_first = false;
    }
}

static bool is_printable(const Value *value)
{
    if (value->kind == VALUE_MAP)
        return false;
    for (const Value *item = value->first_child; item; item = item->next) {
        if (item->kind == VALUE_MAP || item->kind == VALUE_LIST)
            return false;
    }
    return true;
}

static void fill_variable(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    const Value *value = find_value(merger, tag->name);
    Span span = span_of(stretch, tag);
    if (!value) {
        if (!merger->options->is_lenient)
            report_missing(merger, stretch, tag, DIAG_MERGE_MISSING);
        return;
    }
    if (!is_printable(value))
        diagnose(merger->diagnostics, span, DIAG_MERGE_TYPE, STR_ARGS(tag->name), value_kind_name(value->kind));
    else if (tag->kind == TAG_RAW)
        write_raw(merger, value, span);
    else
        write_field(merger, (Field){.value = value, .name = tag->name, .span = span});
}

static void enter(Merger *merger, const Stretch *inside, const Value *scope)
{
    merger->scopes[merger->scope_count++] = scope;
    walk(merger, inside);
    merger->scope_count--;
}

static void fill_section(Merger *merger, const Stretch *stretch, const Tag *tag, const Stretch *inside)
{
    const Value *value = find_value(merger, tag->name);
    bool is_inverted = tag->kind == TAG_INVERTED;
    if (!value && !merger->options->is_lenient)
        report_missing(merger, stretch, tag, is_inverted ? DIAG_MERGE_INVERTED : DIAG_MERGE_SECTION);
    bool holds = value && is_true(value);
    if (is_inverted && !holds)
        enter(merger, inside, merger->scopes[merger->scope_count - 1]);
    if (is_inverted || !holds)
        return;
    if (value->kind != VALUE_LIST) {
        enter(merger, inside, value);
        return;
    }
    for (const Value *item = value->first_child; item && !merger->has_stopped; item = item->next)
        enter(merger, inside, item);
}

static void walk_section(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    const Tag *close = &stretch->template->tags[tag->partner];
    Stretch inside = *stretch;
    inside.first_tag = (size_t)(tag - stretch->template->tags) + 1;
    inside.end_tag = tag->partner;
    inside.start = tag->cut_end;
    inside.end = close->cut_start;
    if (merger->options->mode == MERGE_DATA)
        fill_section(merger, stretch, tag, &inside);
    else if (tag->kind == TAG_SECTION)
        walk(merger, &inside);
}

static const Partial *find_partial(Merger *merger, Str name, Span span)
{
    for (size_t i = 0; i < merger->partial_count; i++) {
        if (str_equal(merger->partials[i].name, name))
            return &merger->partials[i];
    }
    Str text = {0};
    Partial partial = {.name = name};
    if (merger->options->load && merger->options->load(merger->options->context, name, span, &text, &partial.source_id))
        partial.template = template_parse(merger->arena, text);
    Partial *kept = arena_push(merger->arena, merger->partials, merger->partial_count, merger->partial_capacity);
    *kept = partial;
    return kept;
}

static void walk_partial(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    Str name = tag->name;
    if (tag->is_dynamic) {
        const Value *value = merger->options->mode == MERGE_DATA ? find_value(merger, name) : NULL;
        if (!value && !merger->options->is_lenient && merger->options->mode == MERGE_DATA)
            report_missing(merger, stretch, tag, DIAG_MERGE_MISSING);
        else if (!value && merger->options->mode == MERGE_AS_WRITTEN)
            leave_written(merger, stretch, tag);
        if (!value)
            return;
        name = value->text;
    }
    Partial partial = *find_partial(merger, name, span_of(stretch, tag));
    if (!partial.template)
        return;
    Buffer indent = {.arena = merger->arena};
    if (tag->cut_start < tag->start || tag->cut_end > tag->end) {
        buffer_append_str(&indent, stretch->indent);
        buffer_append(&indent, stretch->template->text.bytes + tag->cut_start, tag->start - tag->cut_start);
    }
    Stretch whole = {.template = partial.template,
                     .source_id = partial.source_id,
                     .indent = buffer_str(&indent),
                     .end_tag = partial.template->count,
                     .end = partial.template->text.length};
    walk(merger, &whole);
}

static void walk_tag(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    bool is_section = tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED;
    bool is_silent = tag->kind == TAG_COMMENT || tag->kind == TAG_DELIMITERS;
    if (tag->fault)
        report_broken(merger, stretch, tag);
    if (is_silent)
        return;
    if (tag->kind == TAG_PARTIAL)
        walk_partial(merger, stretch, tag);
    else if (merger->options->mode == MERGE_AS_WRITTEN || tag->kind == TAG_BROKEN)
        leave_written(merger, stretch, tag);
    else if (is_section && !tag->fault)
        walk_section(merger, stretch, tag);
    else if (tag->kind == TAG_VARIABLE || tag->kind == TAG_RAW)
        merger->options->mode == MERGE_DATA ? fill_variable(merger, stretch, tag) : leave_blank(merger, stretch, tag);
}

// Tags that print as written leave their line as it is.
static bool is_cut(const Merger *merger, const Tag *tag)
{
    bool is_silent = tag->kind == TAG_COMMENT || tag->kind == TAG_DELIMITERS;
    return merger->options->mode != MERGE_AS_WRITTEN || is_silent || (tag->kind == TAG_PARTIAL && !tag->is_dynamic);
}

static void walk(Merger *merger, const Stretch *stretch)
{
    uint32_t at = stretch->start;
    bool is_walking_sections = merger->options->mode != MERGE_AS_WRITTEN;
    if (merger->depth == LIMIT_MERGE_NESTING)
        stop(merger, (Span){stretch->source_id, at, at + 1}, LIMIT_MERGE_NESTING, "levels of sections and partials");
    merger->depth++;
    if (++merger->steps > LIMIT_MERGE_STEPS)
        stop(merger, (Span){stretch->source_id, at, at + 1}, LIMIT_MERGE_STEPS, "turns");
    for (size_t i = stretch->first_tag; i < stretch->end_tag && !merger->has_stopped; i++) {
        const Tag *tag = &stretch->template->tags[i];
        merger->steps++;
        bool cuts = is_cut(merger, tag), is_section = tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED;
        copy_text(merger, stretch, at, cuts ? tag->cut_start : tag->start);
        if (tag->cut_start == tag->start && tag->cut_end == tag->end)
            write_indent(merger, stretch, tag->start);
        walk_tag(merger, stretch, tag);
        at = cuts ? tag->cut_end : tag->end;
        if (is_section && is_walking_sections && !tag->fault) {
            i = tag->partner;
            at = stretch->template->tags[i].cut_end;
        }
    }
    if (!merger->has_stopped)
        copy_text(merger, stretch, at, stretch->end);
    merger->depth--;
}

Merged merge(Arena *arena, Str text, uint32_t source_id, const MergeOptions *options, Diagnostics *diagnostics)
{
    static const Value nothing = {.kind = VALUE_MAP};
    Merger *merger = arena_new(arena, Merger);
    *merger = (Merger){.arena = arena, .diagnostics = diagnostics, .options = options, .out = {.arena = arena}};
    merger->scopes[merger->scope_count++] = options->record ? options->record : &nothing;
    Template *template = template_parse(arena, text);
    Stretch whole = {.template = template, .source_id = source_id, .end_tag = template->count, .end = text.length};
    walk(merger, &whole);
    Merged merged = merger->merged;
    merged.text = buffer_str(&merger->out);
    merged.segments = merger->segments;
    merged.fields = merger->fields;
    return merged;
}

const Field *merged_field(const Merged *merged, uint32_t character)
{
    if (character < FIRST_FIELD)
        return NULL;
    uint32_t plane = (character - FIRST_FIELD) / PLANE, place = (character - FIRST_FIELD) % PLANE;
    size_t index = (size_t)plane * PLANE_FIELDS + place;
    return place < PLANE_FIELDS && index < merged->field_count ? &merged->fields[index] : NULL;
}

Span merged_origin(const Merged *merged, uint32_t offset)
{
    size_t low = 0, high = merged->segment_count;
    if (high == 0)
        return SPAN_NONE;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (merged->segments[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    const Segment *segment = &merged->segments[low];
    uint32_t origin = segment->origin + (segment->is_taken_over ? offset - segment->start : 0);
    return (Span){segment->source, origin, origin + 1};
}

bool record_set(Arena *arena, Value *record, Str key, Str text)
{
    for (;;) {
        const char *dot = memchr(key.bytes, '.', key.length);
        Str part = {key.bytes, dot ? (uint32_t)(dot - key.bytes) : key.length};
        Value **link = &record->first_child;
        while (*link && !str_equal((*link)->key, part))
            link = &(*link)->next;
        if (!*link) {
            *link = arena_new(arena, Value);
            **link = (Value){.kind = dot ? VALUE_MAP : VALUE_STRING, .key = part};
        }
        if (!dot) {
            *(*link) = (Value){.kind = VALUE_STRING, .key = part, .text = text, .next = (*link)->next};
            return true;
        }
        if ((*link)->kind != VALUE_MAP)
            return false;
        record = *link;
        key = str_from_offset(key, part.length + 1);
    }
}
