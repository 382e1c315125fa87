#include "reference/analysis.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// ---- items

// Of a line: characters of one run, font, script and level.
typedef struct {
    size_t first, end;
    Str own_text; // not empty: shaped instead of the characters
    bool is_picture;
    int32_t picture_advance; // font units
    PangoAnalysis analysis;
    const Font *font;
    Length size;
    double x, width; // pt
    PangoGlyphString *glyphs;
} Item;

typedef struct {
    Reference *reference;
    Arena *arena;
    const ReferenceText *text;
    LineRange range;
    size_t inked_end; // behind it there are but spaces, which hang
    uint8_t *levels;  // of the line's characters
    Item *items;      // in logical order
    size_t count, capacity;
    double *gaps; // pt, behind each of the line's characters
} Setting;

static double points(const Font *font, Length size, double units)
{
    return units * length_to_pt(size) / font_units_per_em(font);
}

static GSList *list_features(const TextStyle *style)
{
    char features[64];
    snprintf(features, sizeof features, "liga 0, clig 0%s%s", style->small_caps ? ", smcp 1" : "",
             style->tabular_figures ? ", tnum 1" : "");
    return g_slist_append(NULL, pango_attr_font_features_new(features));
}

// Characters that are not seen, by themselves: beside spaces, or parted by a line's end from what they belong to.
static bool has_ink(const ReferenceText *text, const Item *item)
{
    bool has = false;
    for (size_t i = item->first; i < item->end; i++)
        has = has || !is_default_ignorable(text->characters[i].code);
    return has;
}

// A picture's place, without a glyph.
static void add_room(const Item *item)
{
    pango_glyph_string_set_size(item->glyphs, 1);
    item->glyphs->glyphs[0] = (PangoGlyphInfo){.glyph = PANGO_GLYPH_EMPTY, .geometry.width = item->picture_advance};
    item->glyphs->log_clusters[0] = 0;
}

static void shape_item(Setting *setting, Item *item)
{
    const ReferenceText *text = setting->text;
    Str around = text->text;
    uint32_t start = text->characters[item->first].offset, end = text->characters[item->end].offset;
    bool is_seen = item->own_text.length > 0 || has_ink(text, item);
    bool is_reversed = runs_against_script(item->analysis.script, item->analysis.level);
    if (is_reversed && item->own_text.length == 0) // HarfBuzz would take the text before for that behind
        item->own_text = (Str){text->text.bytes + start, end - start};
    if (item->own_text.length > 0) {
        around = arena_format(setting->arena, " %.*s ", STR_ARGS(item->own_text));
        start = 1;
        end = start + item->own_text.length;
    }
    item->glyphs = pango_glyph_string_new();
    if (item->is_picture)
        add_room(item);
    else if (is_seen)
        pango_shape_with_flags(around.bytes + start, (int)(end - start), around.bytes, (int)around.length,
                               &item->analysis, item->glyphs, PANGO_SHAPE_NONE);
    g_slist_free_full(item->analysis.extra_attrs, (GDestroyNotify)pango_attribute_destroy);
}

static Item *add_item(Setting *setting, size_t first, size_t end, const Font *font, GUnicodeScript script)
{
    const ReferenceText *text = setting->text;
    const StyledRun *run = &text->runs[text->characters[first].run];
    Str lang = arena_str(setting->arena, run->lang.bytes, run->lang.length);
    Item *item = arena_push(setting->arena, setting->items, setting->count, setting->capacity);
    *item = (Item){.first = first, .end = end, .font = font, .size = run->style.size};
    item->analysis = (PangoAnalysis){
        .font = setting->reference->fonts[font - font->engine->fonts],
        .level = setting->levels[first - setting->range.first],
        .script = (guint8)script,
        .language = pango_language_from_string(lang.bytes),
        .extra_attrs = list_features(&run->style),
    };
    return item;
}

static bool is_one_item(const Setting *setting, size_t index)
{
    const ReferenceCharacter *left = &setting->text->characters[index - 1], *right = left + 1;
    const uint8_t *levels = setting->levels + (index - setting->range.first);
    return left->run == right->run && left->font == right->font && left->script == right->script &&
           levels[-1] == levels[0] && !left->is_picture && !right->is_picture && !left->is_stray && !right->is_stray &&
           !reference_is_seam(left, levels[0]);
}

static void add_mark(Setting *setting, const Word *mark)
{
    hb_codepoint_t arrow;
    bool is_arrow = hb_font_get_nominal_glyph(mark->font->shaper, 0x21A9, &arrow) && mark->glyphs[0].glyph == arrow;
    size_t last = setting->range.end - 1;
    Item *item = add_item(setting, last, setting->range.end, mark->font, G_UNICODE_SCRIPT_LATIN);
    item->own_text = is_arrow ? STR("\u21A9") : STR("-");
    shape_item(setting, item);
}

static void add_items(Setting *setting)
{
    const ReferenceCharacter *characters = setting->text->characters;
    for (size_t first = setting->range.first, end; first < setting->range.end; first = end) {
        end = first + 1;
        if (characters[first].code == EXPLICIT_BREAK)
            continue;
        while (end < setting->range.end && is_one_item(setting, end))
            end++;
        Item *item = add_item(setting, first, end, characters[first].font, characters[first].script);
        item->is_picture = characters[first].is_picture;
        item->picture_advance = characters[first].picture_advance;
        if (setting->range.has_hyphen && end == setting->range.end) {
            uint32_t start = characters[first].offset;
            item->own_text = arena_format(setting->arena, "%.*s-", (int)(characters[end].offset - start),
                                          setting->text->text.bytes + start);
        }
        shape_item(setting, item);
    }
    if (setting->range.mark)
        add_mark(setting, setting->range.mark);
}

// ---- glyphs

// Pango keeps a place for what has no ink and no width; src/text leaves it out.
static bool is_left_out(PangoGlyph glyph)
{
    return glyph == PANGO_GLYPH_EMPTY;
}

// What a font does not have after all is U+FFFD.
static uint32_t glyph_id(const Font *font, PangoGlyph glyph)
{
    hb_codepoint_t replacement = font->space_glyph;
    if (!(glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        return glyph;
    if (!hb_font_get_nominal_glyph(font->shaper, 0xFFFD, &replacement))
        hb_font_get_nominal_glyph(font->shaper, '?', &replacement);
    return replacement;
}

// Of gaps within the item, those that stand left of the glyph.
static double gaps_before(const Setting *setting, const Item *item, int glyph)
{
    double sum = 0;
    uint32_t at = setting->text->characters[item->first].offset + (uint32_t)item->glyphs->log_clusters[glyph];
    for (size_t i = item->first; i < item->end; i++) {
        bool is_before = setting->text->characters[i + 1].offset <= at;
        if (is_before != (item->analysis.level % 2 == 1))
            sum += setting->gaps[i - setting->range.first];
    }
    return sum;
}

static double natural_width(const Item *item)
{
    double units = 0;
    for (int i = 0; i < item->glyphs->num_glyphs; i++)
        units += item->glyphs->glyphs[i].geometry.width;
    return points(item->font, item->size, units);
}

static void measure_items(Setting *setting)
{
    for (size_t i = 0; i < setting->count; i++) {
        Item *item = &setting->items[i];
        item->width = natural_width(item);
        for (size_t j = item->first; j < item->end; j++)
            item->width += setting->gaps[j - setting->range.first];
    }
}

static void order_items(Setting *setting, double x)
{
    GList *logical = NULL;
    for (size_t i = setting->count; i-- > 0;) {
        PangoItem *item = pango_item_new();
        item->analysis.level = setting->items[i].analysis.level;
        item->offset = (int)i;
        logical = g_list_prepend(logical, item);
    }
    GList *visual = pango_reorder_items(logical);
    for (GList *link = visual; link; link = link->next) {
        Item *item = &setting->items[((PangoItem *)link->data)->offset];
        item->x = x;
        x += item->width;
    }
    g_list_free(visual);
    g_list_free_full(logical, (GDestroyNotify)pango_item_free);
}

static void place_glyphs(const Setting *setting, const Item *item, PlacedLine *line)
{
    double units = 0;
    for (int i = 0; i < item->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &item->glyphs->glyphs[i];
        if (!is_left_out(info->glyph))
            line->glyphs[line->count++] = (PlacedGlyph){
                .font = item->font,
                .glyph = glyph_id(item->font, info->glyph),
                .x = item->x + gaps_before(setting, item, i) +
                     points(item->font, item->size, units + info->geometry.x_offset),
                .y = points(item->font, item->size, -info->geometry.y_offset),
            };
        units += info->geometry.width;
    }
}

// ---- lines

static bool hangs(const ReferenceCharacter *character)
{
    return character->code == ' ' || character->code == EXPLICIT_BREAK || character->is_stray;
}

// White space at the end takes the paragraph's level (UAX #9, rule L1).
static void set_levels(Setting *setting)
{
    const ReferenceCharacter *characters = setting->text->characters;
    size_t end = setting->range.end, length = end - setting->range.first;
    setting->levels = arena_array(setting->arena, uint8_t, length + 1);
    setting->gaps = arena_array(setting->arena, double, length + 1);
    for (size_t i = 0; i < length; i++)
        setting->levels[i] = characters[setting->range.first + i].level;
    while (!setting->range.has_hyphen && !setting->range.mark) {
        size_t next = end; // over what is not seen, which may stand before the next line's first word
        while (next > setting->range.first && is_default_ignorable(characters[next - 1].code))
            next--;
        if (next == setting->range.first || !hangs(&characters[next - 1]))
            break;
        end = next - 1;
    }
    for (size_t i = end; i < setting->range.end; i++)
        setting->levels[i - setting->range.first] = setting->text->paragraph->style.right_to_left;
    setting->inked_end = end;
}

// From the left edge of the glyphs to the right, of a line that is `width` wide without what hangs.
static double line_start(const Paragraph *paragraph, double measure, double width, double hanging)
{
    bool is_right_to_left = paragraph->style.right_to_left;
    double room = measure - width, start = is_right_to_left ? room : 0;
    if (paragraph->style.align == ALIGN_LEFT)
        start = 0;
    if (paragraph->style.align == ALIGN_RIGHT)
        start = room;
    if (paragraph->style.align == ALIGN_CENTER)
        start = room / 2;
    return is_right_to_left ? start - hanging : start;
}

// Of an item's glyphs those that stand for hanging spaces.
static double hanging_of_item(const Setting *setting, const Item *item)
{
    const ReferenceCharacter *characters = setting->text->characters;
    double units = 0;
    for (int i = 0; i < item->glyphs->num_glyphs; i++) {
        uint32_t at = characters[item->first].offset + (uint32_t)item->glyphs->log_clusters[i];
        units += at >= characters[setting->inked_end].offset ? item->glyphs->glyphs[i].geometry.width : 0;
    }
    return points(item->font, item->size, units);
}

static double hanging_width(const Setting *setting)
{
    double width = 0;
    for (size_t i = 0; i < setting->count && setting->inked_end < setting->range.end; i++)
        width += hanging_of_item(setting, &setting->items[i]);
    return width;
}

// Shares the slack among the gaps before the last word, in proportion to what each may give or take.
static void spread(Setting *setting, double slack)
{
    const ReferenceCharacter *characters = setting->text->characters;
    double total = 0;
    size_t last = setting->inked_end;
    bool has_mark = setting->range.has_hyphen || setting->range.mark;
    while (!has_mark && last > setting->range.first && is_default_ignorable(characters[last - 1].code))
        last--;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = setting->range.first; i + 1 < last; i++) {
            double room = slack > 0 ? characters[i].stretch : characters[i].shrink;
            if (pass == 0)
                total += room;
            else if (total > 0)
                setting->gaps[i - setting->range.first] = slack * room / total;
        }
    }
}

static PlacedLine set_line(Setting *setting, const Line *line, Length measure)
{
    const Paragraph *paragraph = setting->text->paragraph;
    set_levels(setting);
    add_items(setting);
    measure_items(setting);
    double hanging = hanging_width(setting), width = -hanging;
    for (size_t i = 0; i < setting->count; i++)
        width += setting->items[i].width;
    if (paragraph->style.align == ALIGN_JUSTIFY && line->width == measure) {
        spread(setting, length_to_pt(measure) - width);
        measure_items(setting);
        width = length_to_pt(measure);
    }
    order_items(setting, line_start(paragraph, length_to_pt(measure), width, hanging));

    PlacedLine placed = {.width = width};
    size_t count = 0;
    for (size_t i = 0; i < setting->count; i++)
        count += (size_t)setting->items[i].glyphs->num_glyphs;
    placed.glyphs = arena_array(setting->arena, PlacedGlyph, count);
    for (size_t i = 0; i < setting->count; i++) {
        place_glyphs(setting, &setting->items[i], &placed);
        pango_glyph_string_free(setting->items[i].glyphs);
    }
    return placed;
}

PlacedLine *reference_lines(Reference *reference, Arena *arena, const Paragraph *paragraph, const StyledRun *runs,
                            size_t run_count, const LineList *list, Length measure)
{
    ReferenceText text = reference_text(arena, paragraph, runs, run_count);
    PlacedLine *lines = arena_array(arena, PlacedLine, list->count);
    size_t first = 0;
    for (size_t i = 0; i < list->count; i++) {
        Setting setting = {.reference = reference, .arena = arena, .text = &text};
        setting.range = reference_line_range(&text, first, &list->lines[i]);
        lines[i] = set_line(&setting, &list->lines[i], measure);
        first = setting.range.end;
    }
    return lines;
}

PlacedLine placed_line(Arena *arena, const Line *line)
{
    PlacedLine placed = {.width = length_to_pt(line->width)};
    size_t count = 0;
    for (size_t i = 0; i < line->run_count; i++)
        count += line->runs[i].word->glyph_count;
    placed.glyphs = arena_array(arena, PlacedGlyph, count);
    for (size_t i = 0; i < line->run_count; i++) {
        const GlyphRun *run = &line->runs[i];
        const Word *word = run->word;
        for (uint32_t j = 0; j < word->glyph_count; j++) {
            const Glyph *glyph = &word->glyphs[j];
            // Letters of a ligature before the last one.
            bool is_for_readers = word->right_to_left && glyph->glyph == word->font->joiner_glyph;
            if (is_for_readers || font_is_color(word->font) || word->code != 0)
                continue;
            placed.glyphs[placed.count++] = (PlacedGlyph){
                .font = word->font,
                .glyph = glyph->glyph,
                .x = length_to_pt(run->x) + points(word->font, run->run->style.size, glyph->x),
                .y = points(word->font, run->run->style.size, glyph->y),
            };
        }
    }
    return placed;
}
