// Where lines of a paragraph may end, and how far its text reaches there.
#include "text/segment.h"

enum {
    NAMED_CHARACTERS_MAX = 40, // of a broken word, in a message
    HYPHENS_MAX = 16,          // in one word
};

typedef struct {
    const Paragraph *paragraph;
    Length measure;
    bool hyphenates;
    Arena *arena;
    Diagnostics *diagnostics;
    Place *places;
    size_t count, capacity;
    bool has_cuts;
    Reach at;       // of the text so far
    Reach inked;    // without the spaces at its end
    Length hanging; // of that, beyond the measure
} Finder;

// A place within a segment.
typedef struct {
    uint32_t byte;
    PlaceKind kind;
    Length width; // PLACE_CUT: of the text before it
} Inside;

typedef struct {
    Arena *arena;
    Inside *insides; // by byte, none twice
    size_t count, capacity;
} InsideList;

// ---- parts of words

const Word *part_word(const Paragraph *paragraph, const Segment *segment, Part part, Arena *arena)
{
    Engine *engine = paragraph->engine;
    WordKey key = word_key(engine, segment->run, segment->word->font, segment->script, segment->level, part.text);
    key_join(&key, paragraph->text);
    if (part.has_hyphen) {
        Buffer text = {.arena = arena};
        buffer_append_str(&text, part.text);
        buffer_append_char(&text, '-');
        key.text = buffer_str(&text);
        key.after = 0;
    }
    return engine_word(engine, &key, arena);
}

bool has_own_hyphen(const Segment *segment)
{
    return font_covers(segment->word->font, '-');
}

static bool has_letters_around(const Segment *segment, uint32_t byte)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    uint32_t before = byte, after = byte;
    hb_unicode_general_category_t left = hb_unicode_general_category(unicode, character_before(segment->text, &before));
    hb_unicode_general_category_t right = hb_unicode_general_category(unicode, utf8_next(segment->text, &after));
    bool is_left =
        left >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER && left <= HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
    return is_left && right >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER &&
           right <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

// Readers take a hyphen in an address or a number for a part of it, and join words at a hyphen-minus, not at an arrow:
// so others than words are marked by U+21A9, which is extracted as a hyphen.
const Word *cut_mark(const Paragraph *paragraph, const Segment *segment, uint32_t byte, Length measure, Arena *arena)
{
    Engine *engine = paragraph->engine;
    const TextStyle *style = &segment->run->style;
    bool is_code = style->role == FONT_ROLE_MONO; // where a hyphen would be taken for the code's
    uint32_t mark = has_letters_around(segment, byte) && !is_code ? '-' : 0x21A9;
    Font *font = segment->word->font;
    if (!font_covers(font, mark))
        font = engine_font_find(engine, mark, HB_SCRIPT_LATIN, style);
    if (!font || measure < 4 * style->size)
        return NULL;
    char bytes[4];
    Str text = {bytes, utf8_encode(mark, bytes)};
    WordKey key = word_key(engine, segment->run, font, HB_SCRIPT_LATIN, /*level*/ 0, text);
    Word *word = arena_new(arena, Word);
    *word = *engine_word(engine, &key, arena);
    Cluster *cluster = arena_new(arena, Cluster);
    *cluster = (Cluster){1, word->glyph_count, word->advance};
    word->text = STR("-");
    word->clusters = cluster;
    word->cluster_count = 1;
    return word;
}

static Length word_width(const Segment *segment, const Word *word)
{
    return word ? font_scale(word->font, word->advance, segment->run->style.size) : 0;
}

static Length hang_at_start(const Finder *finder, const Segment *segment, const Word *word)
{
    return finder->paragraph->style.hangs_punctuation ? word_hang_at_start(word, segment->run->style.size) : 0;
}

static Length hang_at_end(const Finder *finder, const Segment *segment, const Word *word)
{
    return finder->paragraph->style.hangs_punctuation ? word_hang_at_end(word, segment->run->style.size) : 0;
}

// ---- places within a segment

static void add_inside(InsideList *list, Inside inside)
{
    size_t at = list->count;
    while (at > 0 && list->insides[at - 1].byte > inside.byte)
        at--;
    if (at > 0 && list->insides[at - 1].byte == inside.byte)
        return;
    arena_push(list->arena, list->insides, list->count, list->capacity);
    memmove(list->insides + at + 1, list->insides + at, (list->count - 1 - at) * sizeof *list->insides);
    list->insides[at] = inside;
}

static void add_inner_breaks(const Finder *finder, const Segment *segment, InsideList *list)
{
    const InnerBreak *breaks = finder->paragraph->inner_breaks + segment->inner_first;
    for (uint32_t i = 0; i < segment->inner_count; i++)
        add_inside(list, (Inside){.byte = breaks[i].byte, .kind = breaks[i].is_soft ? PLACE_HYPHEN : PLACE_INNER});
}

// An address, a file's name, a code: what a hyphen would be read as a part of.
static bool is_name(Str text)
{
    for (uint32_t i = 0; i + 1 < text.length; i++) {
        char byte = text.bytes[i];
        bool is_inner_dot = byte == '.' && text.bytes[i + 1] != ' ' && text.bytes[i + 1] != '.';
        if (byte == '/' || byte == '@' || byte == '_' || byte == '\\' || is_inner_dot || (byte >= '0' && byte <= '9'))
            return true;
    }
    return false;
}

// Words that hold soft hyphens are parted there alone: their author knows better.
static void add_hyphens(const Finder *finder, const Segment *segment, InsideList *list)
{
    uint32_t offsets[HYPHENS_MAX];
    if (segment->is_in_fact || is_name(segment->text))
        return;
    for (size_t i = 0; i < list->count; i++) {
        if (list->insides[i].kind == PLACE_HYPHEN)
            return;
    }
    size_t count = engine_hyphenate(finder->paragraph->engine, segment->run->lang, segment->text, offsets, HYPHENS_MAX);
    for (size_t i = 0; i < count; i++)
        add_inside(list, (Inside){.byte = offsets[i], .kind = PLACE_HYPHEN});
}

// Moves over what a cluster's extracted bytes were made of: characters without ink left nothing in them.
static uint32_t skip_cluster(const Font *font, Str text, uint32_t at, uint32_t byte_count)
{
    while (at < text.length && byte_count > 0) {
        uint32_t start = at;
        if (word_keeps(font, utf8_next(text, &at)))
            byte_count -= at - start < byte_count ? at - start : byte_count;
    }
    return at;
}

// Widths are added up from the word's clusters: to shape every part would take the square of its length.
static void add_cuts(const Segment *segment, InsideList *list)
{
    const Word *word = segment->word;
    uint32_t byte = 0;
    int32_t advance = 0;
    for (uint32_t i = 0; i + 1 < word->cluster_count; i++) {
        const Cluster *cluster = &word->clusters[word->right_to_left ? word->cluster_count - 1 - i : i];
        byte = skip_cluster(word->font, segment->text, byte, cluster->byte_count);
        advance += cluster->advance;
        if (byte < segment->text.length && segment->text.bytes[byte] != ' ')
            add_inside(list, (Inside){byte, PLACE_CUT, font_scale(word->font, advance, segment->run->style.size)});
    }
}

static Place *add_place(Finder *finder, PlaceKind kind, uint32_t segment, uint32_t byte)
{
    Place *place = arena_push(finder->arena, finder->places, finder->count, finder->capacity);
    *place = (Place){.kind = kind, .segment = segment, .byte = byte, .end = finder->at, .start = finder->at};
    return place;
}

static void add_place_inside(Finder *finder, uint32_t index, Inside inside)
{
    const Segment *segment = &finder->paragraph->segments[index];
    Place *place = add_place(finder, inside.kind, index, inside.byte);
    if (inside.kind == PLACE_CUT) {
        const Word *mark = cut_mark(finder->paragraph, segment, inside.byte, finder->measure, finder->arena);
        place->end.width += inside.width + word_width(segment, mark);
        place->start.width += inside.width;
        return;
    }
    bool is_hyphen = inside.kind == PLACE_HYPHEN, is_own = is_hyphen && has_own_hyphen(segment);
    Part before = {.text = {segment->text.bytes, inside.byte}, .has_hyphen = is_own};
    Part behind = {.text = str_from_offset(segment->text, inside.byte)};
    const Word *word_before = part_word(finder->paragraph, segment, before, finder->arena);
    const Word *word_behind = part_word(finder->paragraph, segment, behind, finder->arena);
    place->end.width += word_width(segment, word_before) - hang_at_end(finder, segment, word_before);
    if (is_hyphen && !is_own)
        place->end.width +=
            word_width(segment, cut_mark(finder->paragraph, segment, inside.byte, finder->measure, finder->arena));
    place->start.width +=
        segment->width - word_width(segment, word_behind) + hang_at_start(finder, segment, word_behind);
}

// ---- segments

static void add_segment(Finder *finder, uint32_t index, bool is_cut)
{
    const Paragraph *paragraph = finder->paragraph;
    const Segment *segment = &paragraph->segments[index];
    InsideList list = {.arena = finder->arena};
    if (segment->inner_count > 0)
        add_inner_breaks(finder, segment, &list);
    if (finder->hyphenates && segment->word && segment->run->style.role == FONT_ROLE_TEXT)
        add_hyphens(finder, segment, &list);
    if (is_cut && segment->word)
        add_cuts(segment, &list);
    for (size_t i = 0; i < list.count; i++)
        add_place_inside(finder, index, list.insides[i]);
    if (!segment_is_blank(segment)) {
        finder->inked = finder->at;
        finder->inked.width += segment->width - segment->space;
        finder->hanging = hang_at_end(finder, segment, segment->word);
    }
    finder->at.width += segment->width;
    finder->at.stretch += segment->stretch;
    finder->at.shrink += segment_shrink(segment);
}

static void end_chunk(Finder *finder, uint32_t end)
{
    const Segment *last = &finder->paragraph->segments[end - 1];
    bool is_forced = last->break_after == BREAK_FORCED;
    bool is_end = end == finder->paragraph->segment_count;
    Place *place = add_place(finder, is_forced ? PLACE_FORCED : is_end ? PLACE_END : PLACE_SPACE, end, 0);
    place->end = finder->inked;
    place->end.width -= finder->hanging;
    if (!is_end && !segment_is_blank(last + 1))
        place->start.width += hang_at_start(finder, last + 1, last[1].word);
    if (is_forced) {
        finder->inked = finder->at;
        finder->hanging = 0;
    }
}

static Length widest_since(const Finder *finder, size_t first)
{
    int64_t widest = 0;
    for (size_t i = first; i < finder->count; i++) {
        int64_t width = finder->places[i].end.width - finder->places[i - 1].start.width;
        widest = width > widest ? width : widest;
    }
    return widest < LENGTH_LARGEST ? (Length)widest : LENGTH_LARGEST;
}

static void diagnose_broken(const Finder *finder, const Segment *first, const Segment *last)
{
    Str text = {first->text.bytes, (uint32_t)(last->text.bytes + last->text.length - first->text.bytes)};
    text = str_trim(text);
    uint32_t end = 0;
    for (int i = 0; i < NAMED_CHARACTERS_MAX && end < text.length; i++)
        utf8_next(text, &end);
    if (end < text.length)
        text = arena_format(finder->arena, "%.*s…", (int)end, text.bytes);
    const Node *node = first->run->node;
    diagnose(finder->diagnostics, node ? node->span : SPAN_NONE, DIAG_WORD_BROKEN, STR_ARGS(text));
}

// What hangs together: segments up to one that a line may break behind.
static void add_chunk(Finder *finder, uint32_t first, uint32_t end)
{
    Finder before = *finder;
    for (int is_cut = 0; is_cut < 2; is_cut++) {
        for (uint32_t i = first; i < end; i++) {
            add_segment(finder, i, is_cut);
            if (is_cut && i + 1 < end && finder->paragraph->segments[i].word)
                add_place(finder, PLACE_CUT, i + 1, 0)->end = finder->inked;
        }
        end_chunk(finder, end);
        if (is_cut || widest_since(finder, before.count) <= finder->measure)
            return;
        finder->has_cuts = true;
        if (finder->diagnostics)
            diagnose_broken(finder, &finder->paragraph->segments[first], &finder->paragraph->segments[end - 1]);
        finder->at = before.at;
        finder->inked = before.inked;
        finder->count = before.count;
    }
}

PlaceList places_find(const Paragraph *paragraph, Length measure, bool hyphenates, Arena *arena,
                      Diagnostics *diagnostics)
{
    Finder finder = {.paragraph = paragraph,
                     .measure = measure,
                     .hyphenates = hyphenates,
                     .arena = arena,
                     .diagnostics = diagnostics};
    Place *start = add_place(&finder, PLACE_START, 0, 0);
    if (paragraph->segment_count > 0 && !segment_is_blank(&paragraph->segments[0]))
        start->start.width = hang_at_start(&finder, &paragraph->segments[0], paragraph->segments[0].word);
    for (uint32_t first = 0, end; first < paragraph->segment_count; first = end) {
        end = first + 1;
        while (end < paragraph->segment_count && paragraph->segments[end - 1].break_after == BREAK_NONE)
            end++;
        add_chunk(&finder, first, end);
    }
    return (PlaceList){finder.places, finder.count, finder.has_cuts};
}
