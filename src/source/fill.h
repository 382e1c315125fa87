// What templates.c and merge.c need of files and of the front matter, and values as text. Private to source.
#ifndef HSPDF_SOURCE_FILL_H
#define HSPDF_SOURCE_FILL_H

#include "merge.h"

// Fills `template` from `record`, or, where that is NULL, leaves its fields as written, or as lines to write on where
// its front matter says `blanks: true`.
const Merged *template_fill(Arena *arena, Sources *sources, const Source *template, const Value *record,
                            Str record_name, Diagnostics *diagnostics);

// Puts values into the front matter of a filled source. A value that is nothing but a field is as in the data, with its
// type: `date: {{day}}` is a date, `keywords: {{topics}}` a list.
const Value *front_fill(Arena *arena, const Source *source, Value *front, Diagnostics *diagnostics);

#endif
