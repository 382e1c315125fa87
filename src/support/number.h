// Decimal numbers in text. Not strtod, which follows the locale, and a library can not know which one is set.
#ifndef HSPDF_SUPPORT_NUMBER_H
#define HSPDF_SUPPORT_NUMBER_H

#include "str.h"

// Takes a number such as "12", "-.5" or "+3.25" from the front of `*text`, and moves that behind it. False, and nothing
// is moved, where there is none. Numbers beyond 1e9 count as that.
bool number_take(Str *text, double *number);

#endif
