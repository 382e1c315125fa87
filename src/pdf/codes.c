// cairo gives a font's glyphs codes in subsets of its own choice: of one byte where all are of Latin-1, else of two.
// What it chose stands in the content that shows them: the name before each `Tf`, and then the strings.
#include "pdf/codes.h"

#include "pdf/dictionary.h"

// The glyphs in the order in which they were shown.
typedef struct {
    const Painting *painting;
    size_t font, glyph;
} Cursor;

static UsedGlyph *cursor_next(Cursor *cursor)
{
    const Painting *painting = cursor->painting;
    while (cursor->font < painting->font_count &&
           (!painting->fonts[cursor->font]->has_ink || cursor->glyph == painting->fonts[cursor->font]->count)) {
        cursor->font++;
        cursor->glyph = 0;
    }
    return cursor->font < painting->font_count ? &painting->fonts[cursor->font]->glyphs[cursor->glyph++] : NULL;
}

static bool name_find(const PdfFile *file, Str name, Str fonts, Arena *arena, FontNames *names, size_t *place)
{
    for (*place = 0; *place < names->count; ++*place) {
        if (str_equal(names->names[*place].name, name))
            return true;
    }
    char key[32];
    if (name.length >= sizeof key)
        return false;
    memcpy(key, name.bytes, name.length);
    key[name.length] = '\0';
    uint32_t object;
    Str font, rest;
    if (!value_reference(dictionary_find(fonts, key), &object) || !pdf_value_find(file, object, &font, &rest))
        return false;
    bool is_composite = str_equal(dictionary_find(font, "/Subtype"), STR("/Type0"));
    *arena_push(arena, names->names, names->count, names->capacity) =
        (FontName){arena_str(arena, name.bytes, name.length), is_composite ? 2 : 1, font};
    return *place <= UINT16_MAX;
}

static void decode_hex(Str string, Buffer *out)
{
    int high = -1;
    for (uint32_t i = 1; i + 1 < string.length; i++) {
        int digit = hex_digit(string.bytes[i]);
        if (digit < 0)
            continue;
        if (high >= 0)
            buffer_append_char(out, (char)(high << 4 | digit));
        high = high >= 0 ? -1 : digit;
    }
}

// Behind a backslash at `at` - 1; gives how many bytes belong to the escape (ISO 32000-1, 7.3.4.2).
static uint32_t decode_escape(Str string, uint32_t at, Buffer *out)
{
    static const char letters[] = "nrtbf", values[] = "\n\r\t\b\f";
    char byte = string.bytes[at];
    if (byte == '\n')
        return 1; // the string goes on in the next line
    if (byte >= '0' && byte <= '7') {
        uint32_t length = 0, value = 0;
        for (; length < 3 && string.bytes[at + length] >= '0' && string.bytes[at + length] <= '7'; length++)
            value = value * 8 + (uint32_t)(string.bytes[at + length] - '0');
        buffer_append_char(out, (char)value);
        return length;
    }
    const char *letter = memchr(letters, byte, sizeof letters - 1);
    buffer_append_char(out, letter ? values[letter - letters] : byte);
    return 1;
}

static void decode_literal(Str string, Buffer *out)
{
    for (uint32_t i = 1; i + 1 < string.length; i++) {
        if (string.bytes[i] == '\\' && i + 2 < string.length)
            i += decode_escape(string, i + 1, out);
        else
            buffer_append_char(out, string.bytes[i]);
    }
}

static bool take_codes(Str bytes, size_t name, uint32_t code_length, Cursor *cursor)
{
    if (bytes.length % code_length != 0)
        return false;
    for (uint32_t at = 0; at < bytes.length; at += code_length) {
        UsedGlyph *used = cursor_next(cursor);
        if (!used)
            return false;
        uint32_t code = (unsigned char)bytes.bytes[at];
        if (code_length == 2)
            code = code << 8 | (unsigned char)bytes.bytes[at + 1];
        used->name = (uint16_t)name;
        used->code = (uint16_t)code;
        used->code_length = (uint16_t)code_length;
    }
    return true;
}

static bool read_shown(const PdfFile *file, Str content, Str fonts, Painting *painting, Arena *arena, FontNames *names)
{
    Cursor cursor = {.painting = painting};
    Buffer bytes = {.arena = arena};
    Str name = {0};
    size_t place = SIZE_MAX;
    uint32_t depth = 0; // of dictionaries, whose strings are text
    for (Token token = token_next(content, 0); token.kind != TOKEN_END; token = token_next(content, token.end)) {
        Str text = {content.bytes + token.start, token.end - token.start};
        if (token.kind == TOKEN_BAD)
            return false;
        if (text.bytes[0] == '<' && token.kind == TOKEN_OPEN)
            depth++;
        else if (text.bytes[0] == '>' && token.kind == TOKEN_CLOSE)
            depth--;
        else if (depth == 0 && token.kind == TOKEN_NAME)
            name = text;
        else if (depth == 0 && str_equal(text, STR("Tf")) && !name_find(file, name, fonts, arena, names, &place))
            return false;
        if (depth > 0 || token.kind != TOKEN_STRING)
            continue;
        bytes.length = 0;
        if (text.bytes[0] == '<')
            decode_hex(text, &bytes);
        else
            decode_literal(text, &bytes);
        if (place == SIZE_MAX || !take_codes(buffer_str(&bytes), place, names->names[place].code_length, &cursor))
            return false;
    }
    return cursor_next(&cursor) == NULL;
}

// ---- ToUnicode

typedef struct {
    Str *texts; // by code
    uint32_t count;
} Texts;

static Str text_of_utf16(Str bytes, Arena *arena)
{
    Buffer text = {.arena = arena};
    for (uint32_t at = 0; at + 1 < bytes.length; at += 2) {
        uint32_t unit = (uint32_t)(unsigned char)bytes.bytes[at] << 8 | (unsigned char)bytes.bytes[at + 1];
        bool is_high = unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.length;
        if (is_high) {
            uint32_t low = (uint32_t)(unsigned char)bytes.bytes[at + 2] << 8 | (unsigned char)bytes.bytes[at + 3];
            unit = 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF);
            at += 2;
        }
        buffer_append_utf8(&text, unit);
    }
    return buffer_str(&text);
}

// The pairs between beginbfchar and endbfchar, which is all that cairo writes (ISO 32000-1, 9.10.3).
static void read_cmap(Str cmap, Arena *arena, Texts *texts)
{
    bool is_within = false, has_code = false;
    uint32_t code = 0;
    for (Token token = token_next(cmap, 0); token.kind != TOKEN_END && token.kind != TOKEN_BAD;
         token = token_next(cmap, token.end)) {
        Str text = {cmap.bytes + token.start, token.end - token.start};
        if (token.kind == TOKEN_WORD) {
            is_within = str_equal(text, STR("beginbfchar")) || (is_within && !str_equal(text, STR("endbfchar")));
            has_code = false;
        } else if (is_within && token.kind == TOKEN_STRING) {
            Buffer bytes = {.arena = arena};
            decode_hex(text, &bytes);
            if (has_code && code < texts->count)
                texts->texts[code] = text_of_utf16(buffer_str(&bytes), arena);
            code = 0;
            for (size_t i = 0; i < bytes.length; i++)
                code = code << 8 | (unsigned char)bytes.bytes[i];
            has_code = !has_code;
        }
    }
}

static bool read_font_texts(const PdfFile *file, Unpacker *unpacker, Str font, Arena *arena, Texts *texts)
{
    uint32_t object;
    Str value, rest, data, cmap;
    if (!value_reference(dictionary_find(font, "/ToUnicode"), &object))
        return true;
    if (!pdf_value_find(file, object, &value, &rest) || !pdf_stream_find(file, value, rest, &data) ||
        !unpack(unpacker, data, &cmap))
        return false;
    read_cmap(cmap, arena, texts);
    return true;
}

// Room for what each font says, by the highest code that is used of it.
static Texts *make_room(const Painting *painting, const FontNames *names, Arena *arena)
{
    Texts *texts = arena_array(arena, Texts, names->count);
    Cursor cursor = {.painting = painting};
    for (const UsedGlyph *used = cursor_next(&cursor); used; used = cursor_next(&cursor)) {
        if (texts[used->name].count <= used->code)
            texts[used->name].count = used->code + 1u;
    }
    for (size_t i = 0; i < names->count; i++)
        texts[i].texts = arena_array(arena, Str, texts[i].count);
    return texts;
}

static bool read_texts(const PdfFile *file, Unpacker *unpacker, Painting *painting, Arena *arena,
                       const FontNames *names)
{
    Texts *texts = make_room(painting, names, arena);
    for (size_t i = 0; i < names->count; i++) {
        if (!read_font_texts(file, unpacker, names->names[i].dictionary, arena, &texts[i]))
            return false;
    }
    Cursor cursor = {.painting = painting};
    for (UsedGlyph *used = cursor_next(&cursor); used; used = cursor_next(&cursor))
        used->text = texts[used->name].texts[used->code];
    return true;
}

bool codes_read(const PdfFile *file, Unpacker *unpacker, Str content, Str fonts, Painting *painting, Arena *arena,
                FontNames *names)
{
    return read_shown(file, content, fonts, painting, arena, names) &&
           read_texts(file, unpacker, painting, arena, names);
}
