#include "limits.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define KB UINT64_C(1024)
#define MB (1024 * KB)
#define GB (1024 * MB)
#define MILLION UINT64_C(1000000)
#define SECONDS UINT64_C(1000)

const Limits limits_default = {.values = {
#define LIMIT(id, name, unit, value, least, most, code, help) value,
#include "limit_table.h"
                               }};

const LimitRow limit_rows[LIMIT_COUNT] = {
#define LIMIT(id, name, unit, value, least, most, code, help) {name, help, LIMIT_##unit, value, least, most},
#include "limit_table.h"
};

// ---- reading

// What the letters behind a number multiply it by; 0: there are no such.
static uint64_t factor_of(LimitUnit unit, const char *letters)
{
    static const struct {
        LimitUnit unit;
        const char *letters;
        uint64_t factor;
    } factors[] = {
        {LIMIT_NUMBER, "", 1},
        {LIMIT_BYTES, "", 1},
        {LIMIT_BYTES, "k", 1024},
        {LIMIT_BYTES, "M", MB},
        {LIMIT_BYTES, "G", GB},
        {LIMIT_MILLISECONDS, "", SECONDS},
        {LIMIT_MILLISECONDS, "s", SECONDS},
    };
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        if (factors[i].unit == unit && strcmp(factors[i].letters, letters) == 0)
            return factors[i].factor;
    }
    return 0;
}

// Digits from `*at` on, which is moved behind them. Numbers that are too large for any limit stay so.
static uint64_t take_digits(const char **at)
{
    const uint64_t enough = UINT64_C(1) << 50;
    uint64_t number = 0;
    for (; **at >= '0' && **at <= '9'; (*at)++)
        number = number < enough ? number * 10 + (uint64_t)(**at - '0') : number;
    return number;
}

// Thousandths, of up to three digits behind a point.
static uint64_t take_fraction(const char **at)
{
    uint64_t thousandths = 0, place = 100;
    if (**at != '.')
        return 0;
    for ((*at)++; **at >= '0' && **at <= '9' && place > 0; (*at)++, place /= 10)
        thousandths += place * (uint64_t)(**at - '0');
    return thousandths;
}

static bool read_value(const LimitRow *row, const char *text, uint64_t *value)
{
    const char *at = text;
    uint64_t whole = take_digits(&at), thousandths = at > text ? take_fraction(&at) : 0;
    uint64_t factor = at > text ? factor_of(row->unit, at) : 0;
    if (factor == 0 || whole > row->most / factor || (thousandths > 0 && factor == 1))
        return false;
    uint64_t read = whole * factor + thousandths * factor / 1000;
    bool is_sound = read >= row->least && read <= row->most;
    *value = is_sound ? read : *value;
    return is_sound;
}

bool limits_set(Limits *limits, const char *assignment)
{
    const char *equals = strchr(assignment, '=');
    for (size_t id = 0; equals && id < LIMIT_COUNT; id++) {
        size_t length = strlen(limit_rows[id].name);
        if (length == (size_t)(equals - assignment) && memcmp(limit_rows[id].name, assignment, length) == 0)
            return read_value(&limit_rows[id], equals + 1, &limits->values[id]);
    }
    return false;
}

// ---- writing

static const char *bytes_text(uint64_t value, char out[LIMIT_TEXT_BYTES])
{
    static const struct {
        uint64_t size;
        const char *name;
    } units[] = {{GB, "GB"}, {MB, "MB"}, {1024, "kB"}, {1, "bytes"}};
    size_t unit = 0;
    while (value % units[unit].size != 0)
        unit++;
    snprintf(out, LIMIT_TEXT_BYTES, "%" PRIu64 " %s", value / units[unit].size, units[unit].name);
    return out;
}

// Not by "%g", which has the caller's decimal point.
static const char *seconds_text(uint64_t value, char out[LIMIT_TEXT_BYTES])
{
    int length = snprintf(out, LIMIT_TEXT_BYTES, "%" PRIu64, value / SECONDS);
    if (value % SECONDS != 0) {
        length += snprintf(out + length, LIMIT_TEXT_BYTES - (size_t)length, ".%03" PRIu64, value % SECONDS);
        while (out[length - 1] == '0')
            length--;
    }
    snprintf(out + length, LIMIT_TEXT_BYTES - (size_t)length, " s");
    return out;
}

const char *limit_text(LimitId id, uint64_t value, char out[LIMIT_TEXT_BYTES])
{
    if (limit_rows[id].unit == LIMIT_BYTES)
        return bytes_text(value, out);
    if (limit_rows[id].unit == LIMIT_MILLISECONDS)
        return seconds_text(value, out);
    snprintf(out, LIMIT_TEXT_BYTES, "%" PRIu64, value);
    return out;
}
