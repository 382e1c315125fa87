// The one unit of layout: 1/1024 of a PostScript point (1/72 in), signed so that differences can be tested.
// A Length reaches about 740 m, so sums over a page can not overflow; sums over a document use int64_t.
#ifndef HSPDF_SUPPORT_LENGTH_H
#define HSPDF_SUPPORT_LENGTH_H

#include <stdint.h>

typedef int32_t Length;

enum { LENGTH_PER_PT = 1024 };

static inline Length length_from_pt(double pt)
{
    double scaled = pt * LENGTH_PER_PT;
    return (Length)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

static inline double length_to_pt(Length length)
{
    return (double)length / LENGTH_PER_PT;
}

static inline Length length_max(Length a, Length b)
{
    return a > b ? a : b;
}

static inline Length length_min(Length a, Length b)
{
    return a < b ? a : b;
}

#endif
