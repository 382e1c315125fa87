// Private to src/layout: bands, strips that stand in columns side by side.
#ifndef HSPDF_LAYOUT_BAND_H
#define HSPDF_LAYOUT_BAND_H

#include "layout/page_break.h"

// For the bands of the strips from `first` to `end`.
typedef struct {
    const Strip *strips;
    size_t first;
    int64_t *tops; // by strip, from `first` on, and the end: sum of what is above
    // Of the band at hand.
    size_t start;
    size_t forced; // the last strip in it that begins a column by force; else `start`
    Keep keep;
    int count;
    int64_t *heights[COLUMN_COUNT_MAX]; // by place, from `first` on: the least of 1, 2, … columns of what is before it
    size_t last[COLUMN_COUNT_MAX];      // the last one of these begins near it; it moves on only
} Bands;

Bands *bands_new(Arena *scratch, const Strip *strips, size_t first, size_t end);

// Begins a band with the strip, and takes it into the one at hand, which gives its height where columns are as even as
// can be. In their order.
void bands_begin(Bands *bands, size_t strip, Keep keep);
int64_t bands_add(Bands *bands, size_t strip);

typedef struct {
    size_t ends[COLUMN_COUNT_MAX];
    Length height, height_least; // that it has; that it would need
} BandColumns;

// Where the columns of the band from `start` to `end` end at the least cost, if it may be so much higher than is
// needed.
BandColumns band_break(Arena *scratch, const Strip *strips, size_t start, size_t end, Keep keep, Length spare);

#endif
