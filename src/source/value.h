// Typing of YAML scalars, and YAML as a stream. Private to source.
#ifndef HSPDF_SOURCE_VALUE_H
#define HSPDF_SOURCE_VALUE_H

#include "source.h"

// Gives a plain scalar's `text` its kind and number, by the core schema of YAML 1.2, section 10.3.2.
void value_resolve(Value *value);

// YAML as records: the items of a list, one at a time, or one that is not in a list. An alias can not stand for what is
// in another record.
typedef struct YamlRecords YamlRecords;
YamlRecords *yaml_records_open(Arena *arena, Str text, uint32_t source_id, Diagnostics *diagnostics);

// The next record, which lives until the next call; NULL at the end and after an error, which is diagnosed.
Value *yaml_records_next(YamlRecords *records);

#endif
