// CSS Color 4, sections 5 to 7 and 15, as far as colours of sRGB go; HTML, section 2.3.6; WCAG 2.1, relative luminance.
#include "color.h"

#include <math.h>

#include "number.h"

static const struct {
    Str name;
    uint32_t rgb;
} names[] = {
#define COLOR_NAME(name, rgb) {{name, sizeof(name) - 1}, rgb},
#include "color_names.h"
#undef COLOR_NAME
};

enum { NAME_BYTES_MAX = 24, PARTS_MAX = 4, LEGACY_BYTES_MAX = 128 };

typedef struct {
    double parts[PARTS_MAX];
    bool is_percent[PARTS_MAX];
    int count;
} Parts;

static Color from_rgb(uint32_t rgb)
{
    return (Color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb};
}

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
}

static int compare(Str a, Str b)
{
    uint32_t shared = a.length < b.length ? a.length : b.length;
    for (uint32_t i = 0; i < shared; i++) {
        if (lower(a.bytes[i]) != b.bytes[i])
            return lower(a.bytes[i]) < b.bytes[i] ? -1 : 1;
    }
    return a.length < b.length ? -1 : a.length > b.length;
}

static bool read_name(Str text, Color *color)
{
    size_t low = 0, high = sizeof names / sizeof *names;
    while (low < high && text.length <= NAME_BYTES_MAX) {
        size_t middle = low + (high - low) / 2;
        int order = compare(text, names[middle].name);
        if (order == 0) {
            *color = from_rgb(names[middle].rgb);
            return true;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static double clamp(double value, double most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

// `alpha` from 0 to 1: what is not there is white.
static ColorValue mix(double red, double green, double blue, double alpha)
{
    double parts[] = {red, green, blue};
    uint8_t bytes[3];
    for (int i = 0; i < 3; i++)
        bytes[i] = (uint8_t)(clamp(parts[i], 255) * alpha + 255 * (1 - alpha) + 0.5);
    return (ColorValue){{bytes[0], bytes[1], bytes[2]}, true, alpha == 0};
}

// Behind the '#'.
static bool read_hex(Str digits, ColorValue *color)
{
    bool is_short = digits.length == 3 || digits.length == 4;
    if (!is_short && digits.length != 6 && digits.length != 8)
        return false;
    uint32_t width = is_short ? 1 : 2;
    double parts[PARTS_MAX] = {0, 0, 0, 255};
    for (uint32_t i = 0; i < digits.length / width; i++) {
        int high = hex_digit(digits.bytes[i * width]), low = hex_digit(digits.bytes[i * width + width - 1]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = high * 16 + low;
    }
    *color = mix(parts[0], parts[1], parts[2], parts[3] / 255);
    return true;
}

// Numbers between the brackets of a function, parted by commas, spaces or a slash; units of angles are degrees' alone.
static bool read_parts(Str text, Parts *parts)
{
    while (text.length > 0) {
        char byte = text.bytes[0];
        if (byte == ' ' || byte == ',' || byte == '/' || (byte >= '\t' && byte <= '\r')) {
            text = str_from_offset(text, 1);
            continue;
        }
        if (parts->count == PARTS_MAX || !number_take(&text, &parts->parts[parts->count]))
            return false;
        if (str_starts_with(text, STR("%"))) {
            parts->is_percent[parts->count] = true;
            text = str_from_offset(text, 1);
        } else if (text.length >= 3 && str_equal_nocase((Str){text.bytes, 3}, STR("deg"))) {
            text = str_from_offset(text, 3);
        }
        parts->count++;
    }
    return parts->count >= 3;
}

static double part_of(const Parts *parts, int index, double whole)
{
    double value = parts->parts[index];
    return clamp(parts->is_percent[index] ? value * whole / 100 : value, whole);
}

static double hsl_channel(double offset, double hue, double saturation, double lightness)
{
    double k = fmod(offset + hue / 30, 12);
    double amplitude = saturation * (lightness < 1 - lightness ? lightness : 1 - lightness);
    double edge = k - 3 < 9 - k ? k - 3 : 9 - k;
    return 255 * (lightness - amplitude * (edge < -1 ? -1 : edge > 1 ? 1 : edge));
}

static bool read_function(Str name, Str inside, ColorValue *color)
{
    bool is_rgb = str_equal_nocase(name, STR("rgb")) || str_equal_nocase(name, STR("rgba"));
    bool is_hsl = str_equal_nocase(name, STR("hsl")) || str_equal_nocase(name, STR("hsla"));
    Parts parts = {.count = 0};
    if ((!is_rgb && !is_hsl) || !read_parts(inside, &parts))
        return false;
    double alpha = parts.count > 3 ? part_of(&parts, 3, 1) : 1;
    if (is_rgb) {
        *color = mix(part_of(&parts, 0, 255), part_of(&parts, 1, 255), part_of(&parts, 2, 255), alpha);
        return true;
    }
    double hue = fmod(fmod(parts.parts[0], 360) + 360, 360);
    double saturation = clamp(parts.parts[1], 100) / 100, lightness = clamp(parts.parts[2], 100) / 100;
    *color = mix(hsl_channel(0, hue, saturation, lightness), hsl_channel(8, hue, saturation, lightness),
                 hsl_channel(4, hue, saturation, lightness), alpha);
    return true;
}

bool color_read(Str text, ColorValue *color)
{
    text = str_trim(text);
    if (text.length == 0)
        return false;
    if (text.bytes[0] == '#')
        return read_hex(str_from_offset(text, 1), color);
    if (str_equal_nocase(text, STR("transparent"))) {
        *color = (ColorValue){{255, 255, 255}, true, true};
        return true;
    }
    const char *open = memchr(text.bytes, '(', text.length);
    if (open && text.bytes[text.length - 1] == ')') {
        Str name = {text.bytes, (uint32_t)(open - text.bytes)};
        return read_function(name, (Str){open + 1, text.length - name.length - 2}, color);
    }
    *color = (ColorValue){.is_set = true};
    return read_name(text, &color->color);
}

// Of a third of the digits, as browsers cut it: the last eight, without what is zero in all, and of those the first
// two.
static uint8_t legacy_part(const char *digits, uint32_t width, uint32_t skipped)
{
    int value = hex_digit(digits[skipped]);
    if (width - skipped > 1)
        value = value * 16 + hex_digit(digits[skipped + 1]);
    return (uint8_t)value;
}

bool color_read_legacy(Str text, ColorValue *color)
{
    text = str_trim(text);
    bool is_short = text.length == 4 && text.bytes[0] == '#';
    if (text.length == 0 || str_equal_nocase(text, STR("transparent")))
        return false;
    if (color_read(text, color) && (text.bytes[0] != '#' || is_short))
        return true;
    if (text.bytes[0] == '#')
        text = str_from_offset(text, 1);
    char digits[LEGACY_BYTES_MAX + 3];
    uint32_t count = 0;
    for (uint32_t i = 0; i < text.length && count < LEGACY_BYTES_MAX; i++)
        digits[count++] = hex_digit(text.bytes[i]) >= 0 ? text.bytes[i] : '0';
    while (count == 0 || count % 3 != 0)
        digits[count++] = '0';
    uint32_t width = count / 3, skipped = width > 8 ? width - 8 : 0;
    while (width - skipped > 2 && digits[skipped] == '0' && digits[width + skipped] == '0' &&
           digits[2 * width + skipped] == '0')
        skipped++;
    *color = (ColorValue){{legacy_part(digits, width, skipped), legacy_part(digits + width, width, skipped),
                           legacy_part(digits + 2 * width, width, skipped)},
                          true,
                          false};
    return true;
}

// ---- contrast

static double luminance(Color color)
{
    const uint8_t parts[] = {color.red, color.green, color.blue};
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = parts[i] / 255.0;
        sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double color_contrast(Color a, Color b)
{
    double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}
