// Gregorian throughout, also before 1582, as ISO 8601 has it.
#include "date.h"

#include <stdio.h>

typedef struct {
    int hours, minutes, seconds;
    int offset_minutes; // of its zone, east of UTC
} Time;

// Takes `count` digits off `*rest`.
static bool take_digits(Str *rest, uint32_t count, int *number)
{
    *number = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i >= rest->length || rest->bytes[i] < '0' || rest->bytes[i] > '9')
            return false;
        *number = *number * 10 + (rest->bytes[i] - '0');
    }
    *rest = str_from_offset(*rest, count);
    return true;
}

static bool take_byte(Str *rest, const char *choices)
{
    if (rest->length == 0 || rest->bytes[0] == '\0' || !strchr(choices, rest->bytes[0]))
        return false;
    *rest = str_from_offset(*rest, 1);
    return true;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && is_leap);
}

// "Z", "+01:00", "-0500", "+01", or nothing: all of `text`.
static bool read_zone(Str text, int *offset_minutes)
{
    int hours, minutes = 0;
    *offset_minutes = 0;
    if (text.length == 0)
        return true;
    if (take_byte(&text, "Zz"))
        return text.length == 0;
    int sign = text.bytes[0] == '-' ? -1 : 1;
    if (!take_byte(&text, "+-") || !take_digits(&text, 2, &hours))
        return false;
    take_byte(&text, ":");
    if (text.length > 0 && !take_digits(&text, 2, &minutes))
        return false;
    *offset_minutes = sign * (hours * 60 + minutes);
    return text.length == 0 && hours < 24 && minutes < 60;
}

// "08:30", "08:30:00.123Z", "08:30:00 +01:00": all of `text`. A fraction of a second is dropped.
static bool read_time(Str text, Time *time)
{
    int digit;
    *time = (Time){0};
    if (!take_digits(&text, 2, &time->hours) || !take_byte(&text, ":") || !take_digits(&text, 2, &time->minutes))
        return false;
    if (take_byte(&text, ":")) {
        if (!take_digits(&text, 2, &time->seconds))
            return false;
        if (take_byte(&text, ".,") && !take_digits(&text, 1, &digit))
            return false;
        while (take_digits(&text, 1, &digit))
            ;
    }
    return time->hours < 24 && time->minutes < 60 && time->seconds <= 60 &&
           read_zone(str_trim(text), &time->offset_minutes);
}

static bool read_both(Str text, Date *date, Time *time)
{
    Str rest = str_trim(text);
    *time = (Time){0};
    if (!take_digits(&rest, 4, &date->year) || !take_byte(&rest, "-") || !take_digits(&rest, 2, &date->month) ||
        !take_byte(&rest, "-") || !take_digits(&rest, 2, &date->day))
        return false;
    if (date->year < 1 || date->month < 1 || date->month > 12 || date->day < 1 ||
        date->day > days_of(date->year, date->month))
        return false;
    return rest.length == 0 || (take_byte(&rest, "Tt ") && read_time(rest, time));
}

bool date_read(Str text, Date *date)
{
    Time time;
    return read_both(text, date, &time);
}

Str date_iso(Arena *arena, Date date)
{
    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

// ---- points in time

enum { SECONDS_PER_DAY = 24 * 60 * 60, DAYS_BEFORE_1970 = 719162, DIGITS_MAX = 12 };

// Since the first day of the year 1.
static int64_t days_before_year(int year)
{
    int64_t before = year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400;
}

static int64_t days_before(Date date)
{
    int64_t days = days_before_year(date.year) + date.day - 1;
    for (int month = 1; month < date.month; month++)
        days += days_of(date.year, month);
    return days;
}

static Date date_of(int64_t days)
{
    Date date = {(int)(days / 366) + 1, 1, 1}; // not too late, and close
    while (days >= days_before_year(date.year + 1))
        date.year++;
    days -= days_before_year(date.year);
    for (; days >= days_of(date.year, date.month); date.month++)
        days -= days_of(date.year, date.month);
    date.day = (int)days + 1;
    return date;
}

// "@1772700000": seconds since 1970.
static bool read_seconds(Str text, int64_t *seconds)
{
    int digit;
    *seconds = 0;
    if (!take_byte(&text, "@") || text.length == 0 || text.length > DIGITS_MAX)
        return false;
    while (take_digits(&text, 1, &digit))
        *seconds = *seconds * 10 + digit;
    return text.length == 0;
}

bool timestamp_read(Str text, char out[TIMESTAMP_BYTES])
{
    Date date;
    Time time;
    int64_t seconds;
    text = str_trim(text);
    if (read_both(text, &date, &time))
        seconds = (days_before(date) - DAYS_BEFORE_1970) * SECONDS_PER_DAY +
                  (time.hours * 60 + time.minutes - time.offset_minutes) * 60 + time.seconds;
    else if (!read_seconds(text, &seconds))
        return false;
    seconds += (int64_t)DAYS_BEFORE_1970 * SECONDS_PER_DAY;
    if (seconds < 0 || seconds >= days_before_year(10000) * SECONDS_PER_DAY)
        return false;
    date = date_of(seconds / SECONDS_PER_DAY);
    int second = (int)(seconds % SECONDS_PER_DAY);
    snprintf(out, TIMESTAMP_BYTES, "%04u-%02u-%02uT%02u:%02u:%02uZ", (unsigned)date.year % 10000,
             (unsigned)date.month % 100, (unsigned)date.day % 100, (unsigned)second / 3600 % 100,
             (unsigned)second / 60 % 60, (unsigned)second % 60);
    return true;
}
