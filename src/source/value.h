// Typing of YAML scalars. Private to source.
#ifndef HSPDF_SOURCE_VALUE_H
#define HSPDF_SOURCE_VALUE_H

#include "source.h"

// Gives a plain scalar's `text` its kind and number, by the core schema of YAML 1.2, section 10.3.2.
void value_resolve(Value *value);

#endif
