// Private to src/text: which of the places where lines may end they do end at.
//
// "Breaking Paragraphs into Lines" (Knuth and Plass, Software: Practice and Experience 11, 1981): of all ways to break
// a paragraph the one whose lines cost least together. Places are looked at from first to last; the best way to each
// is found from those at most one measure back, so that time is linear in the paragraph's length.
#ifndef HSPDF_TEXT_FIT_H
#define HSPDF_TEXT_FIT_H

#include "support/support.h"

// Of the text from the paragraph's start to a place, were it one line. Length units.
typedef struct {
    int64_t width;
    int64_t stretch, shrink; // what its spaces may gain and give where text is justified
} Reach;

typedef enum {
    PLACE_START,  // of the paragraph
    PLACE_SPACE,  // between words, or characters of a script without spaces
    PLACE_INNER,  // within a word, behind a separator: and/or
    PLACE_HYPHEN, // within a word, where a hyphen is put
    PLACE_CUT,    // between graphemes of what is wider than the measure
    PLACE_FORCED, // an explicit break
    PLACE_END,    // of the paragraph
    PLACE_KIND_COUNT
} PlaceKind;

typedef struct {
    PlaceKind kind;
    uint32_t segment, byte; // a line behind it starts at this byte of this segment
    Reach end;              // of a line that ends here: with its hyphen, without spaces that hang
    Reach start;            // of a line that starts here
} Place;

typedef struct {
    Length measure;
    bool is_justified;
} FitStyle;

// The line's stretch (> 0) or shrink (< 0) as a share of what it may: 1 is as far as is good. Of ragged lines the share
// of the measure that is left empty. Below -1 the line does not fit.
double fit_line_ratio(const FitStyle *style, const Place *from, const Place *to);

// Cost of a line from one place to another, with what both breaks cost.
double fit_line_cost(const FitStyle *style, const Place *from, const Place *to);

// Cost of two lines following each other, given their ratios: a tight one beside a loose one. 0 where ragged.
double fit_neighbour_cost(const FitStyle *style, double above, double below);

typedef struct {
    size_t *ends; // of each line, as an index into the places
    size_t count;
    double worst; // the largest ratio of a line that is not the paragraph's last
} Fit;

// `places` starts with PLACE_START and ends with PLACE_END or PLACE_FORCED; `count` >= 2.
Fit fit_lines(Arena *arena, const FitStyle *style, const Place *places, size_t count);

#endif
