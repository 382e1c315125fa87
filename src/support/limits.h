// What a document may cost: values of the rows of limit_table.h. They come with the request and travel with its
// Diagnostics, since every stage has these, and going beyond a limit is a diagnostic.
#ifndef HSPDF_SUPPORT_LIMITS_H
#define HSPDF_SUPPORT_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// BOUND_PAGES, …: fixed.
enum {
#define BOUND(id, value, help, reason) BOUND_##id = (value),
#include "limit_table.h"
};

// LIMIT_PAGES, …: not the values, but which.
typedef enum {
#define LIMIT(id, name, unit, value, least, most, code, help) LIMIT_##id,
#include "limit_table.h"
    LIMIT_COUNT
} LimitId;

typedef enum { LIMIT_NUMBER, LIMIT_BYTES, LIMIT_MILLISECONDS } LimitUnit;

typedef struct {
    uint64_t values[LIMIT_COUNT];
} Limits;

typedef struct {
    const char *name, *help;
    LimitUnit unit;
    uint64_t value, least, most;
} LimitRow;

extern const Limits limits_default;
extern const LimitRow limit_rows[LIMIT_COUNT];

// Takes "NAME=VALUE": a number; of bytes with k, M or G (times 1024) or none; of seconds, with s or none, as "0.5".
// False, and nothing is set, where it is no such, or beyond what the table allows.
bool limits_set(Limits *limits, const char *assignment);

// A value as messages and the manual have it: "2000000", "64 MB", "1.5 s". Gives `out`.
enum { LIMIT_TEXT_BYTES = 32 };
const char *limit_text(LimitId id, uint64_t value, char out[LIMIT_TEXT_BYTES]);

#endif
