// How many lines a paragraph takes at a width, without making them: first fit, which never takes more lines than
// another way to break, over the same places.
#include "text/segment.h"

enum { WIDTH_TOLERANCE = LENGTH_PER_PT / 2 };

// Of at most `most` lines; `most` + 1: more.
static size_t count_lines(const PlaceList *list, Length width, size_t most)
{
    const Place *places = list->places;
    size_t count = 1, from = 0;
    for (size_t i = 1; i < list->count && count <= most; i++) {
        if (places[i].end.width - places[from].start.width > width && i - 1 > from) {
            from = i - 1;
            count++;
        }
        if (places[i].kind == PLACE_FORCED && i + 1 < list->count) {
            from = i;
            count++;
        }
    }
    return count;
}

static Length narrowest(const PlaceList *list, size_t lines, Length low, Length high)
{
    if (count_lines(list, low, lines) <= lines)
        return low;
    while (high - low > WIDTH_TOLERANCE) {
        Length middle = low + (high - low) / 2;
        if (count_lines(list, middle, lines) <= lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

void paragraph_line_widths(const Paragraph *paragraph, Length *widths, size_t count)
{
    Arena *scratch = paragraph->engine->scratch;
    ArenaMark mark = arena_mark(scratch);
    Length least = paragraph_min_content(paragraph), widest = paragraph_max_content(paragraph);
    PlaceList list = {0};
    if (paragraph->segment_count > 0)
        list = places_find(paragraph, LENGTH_LARGEST, /*hyphenates*/ false, scratch, /*diagnostics*/ NULL);
    size_t forced = paragraph->segment_count > 0 ? count_lines(&list, widest, SIZE_MAX - 1) : 1;
    for (size_t i = 0; i < count; i++) {
        Length high = i > 0 && widths[i - 1] < widest ? widths[i - 1] : widest;
        if (i + 1 < forced)
            widths[i] = INT32_MAX;
        else
            widths[i] = i + 1 == forced ? widest : narrowest(&list, i + 1, least, high);
    }
    arena_release(scratch, mark);
}
