// Random paragraphs for tests: words of many languages, odd characters, and every style, by a seed.
#ifndef HSPDF_REFERENCE_MIXTURE_H
#define HSPDF_REFERENCE_MIXTURE_H

#include "text/text.h"

typedef struct {
    ParagraphStyle style;
    const StyledRun *runs;
    size_t run_count;
    Length measure;
} Mixture;

// The same seed gives the same paragraph, on any machine with the same fonts.
Mixture mixture_new(Arena *arena, uint64_t seed);

// A short one: words of few letters with hyphens and slashes, so that there are at most some dozen places to break.
Mixture mixture_short(Arena *arena, uint64_t seed);

#endif
