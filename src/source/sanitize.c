// A clean text is only scanned: eight bytes at a time while they are ASCII, a character at a time elsewhere. At the
// first fault the text is copied up to there, and then stretch by stretch from fault to fault.
//
//     invalid byte, NUL, surrogate, noncharacter    U+FFFD
//     form feed, vertical tab, U+0085               a space, for they part words
//     other C0 and C1 controls, DEL                 left out
//     byte-order mark at the start                  left out, without a word
//
// U+2028 and U+2029 stay: they are line breaks within a text, and what that is, only the document stage can say.
#include "sanitize.h"

#include "source.h"
#include "support/windows_1252.h"

// Of one kind in one input; the rest is counted. A file in Windows-1252 has one at every accent.
enum { FAULTS_LISTED = 20 };

typedef enum { FAULT_NONE, FAULT_UTF8, FAULT_NUL, FAULT_CONTROL, FAULT_NONCHARACTER, FAULT_COUNT } Fault;

typedef struct {
    uint32_t character;
    uint32_t length; // in bytes
    Fault fault;
} Decoded;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    uint32_t source_id;
    Span place;        // of all faults; end == 0: each where it is
    bool is_reference; // C1 controls are Windows-1252
    Buffer out;
    uint32_t *removed;
    size_t removed_count, removed_capacity;
    uint32_t fault_counts[FAULT_COUNT];
    Span last_spans[FAULT_COUNT];
} Sanitizer;

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

static Fault character_fault(uint32_t character)
{
    if (character == 0)
        return FAULT_NUL;
    if (character < 0x20 && character != '\t' && character != '\n' && character != '\r')
        return FAULT_CONTROL;
    if (character >= 0x7F && character < 0xA0)
        return FAULT_CONTROL;
    if ((character >= 0xD800 && character <= 0xDFFF) || (character >= 0xFDD0 && character <= 0xFDEF) ||
        (character & 0xFFFE) == 0xFFFE)
        return FAULT_NONCHARACTER;
    return FAULT_NONE;
}

// Unlike utf8_next this tells surrogates from other malformed bytes.
static Decoded decode(const unsigned char *bytes, size_t length)
{
    unsigned char first = bytes[0];
    if (first < 0x80)
        return (Decoded){first, 1, character_fault(first)};
    uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    uint32_t character = first & (0x7Fu >> size);
    bool is_valid = first >= 0xC2 && first <= 0xF4 && size <= length;
    for (uint32_t i = 1; is_valid && i < size; i++) {
        is_valid = is_continuation(bytes[i]);
        character = character << 6 | (bytes[i] & 0x3F);
    }
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (!is_valid || character < least[size] || character > 0x10FFFF)
        return (Decoded){first, 1, FAULT_UTF8};
    return (Decoded){character, size, character_fault(character)};
}

// True where none of eight ASCII bytes is a control character or DEL; line ends and tabs give false too.
static bool is_plain(uint64_t word)
{
    const uint64_t ones = UINT64_MAX / 0xFF;
    uint64_t below_space = (word - ones * 0x20) & ~word;
    uint64_t is_del = (word ^ ones * 0x7F) - ones;
    return ((word | below_space | is_del) & ones * 0x80) == 0;
}

// Length of the clean stretch at the start.
static size_t clean_length(const unsigned char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint64_t word;
        if (length - at >= sizeof word) {
            memcpy(&word, bytes + at, sizeof word);
            if (is_plain(word)) {
                at += sizeof word;
                continue;
            }
        }
        Decoded decoded = decode(bytes + at, length - at);
        if (decoded.fault != FAULT_NONE)
            return at;
        at += decoded.length;
    }
    return at;
}

static void report(Sanitizer *sanitizer, Decoded decoded)
{
    if (!sanitizer->diagnostics)
        return;
    uint32_t at = (uint32_t)sanitizer->out.length;
    Span span = {sanitizer->source_id, at, at + 1};
    if (sanitizer->place.end > 0)
        span = sanitizer->place;
    sanitizer->last_spans[decoded.fault] = span;
    if (sanitizer->fault_counts[decoded.fault]++ >= FAULTS_LISTED)
        return;
    unsigned value = decoded.character;
    switch (decoded.fault) {
    case FAULT_UTF8:
        diagnose(sanitizer->diagnostics, span, DIAG_INPUT_UTF8, value);
        break;
    case FAULT_NUL:
        diagnose(sanitizer->diagnostics, span, DIAG_INPUT_NUL);
        break;
    case FAULT_CONTROL:
        diagnose(sanitizer->diagnostics, span, DIAG_TEXT_CONTROL, value);
        break;
    case FAULT_NONCHARACTER:
        diagnose(sanitizer->diagnostics, span, DIAG_TEXT_NONCHARACTER, value);
        break;
    case FAULT_NONE:
    case FAULT_COUNT:
        break;
    }
}

static void report_unlisted(Sanitizer *sanitizer)
{
    static const DiagnosticCode codes[FAULT_COUNT] = {
        [FAULT_UTF8] = DIAG_INPUT_UTF8,
        [FAULT_NUL] = DIAG_INPUT_NUL,
        [FAULT_CONTROL] = DIAG_TEXT_CONTROL,
        [FAULT_NONCHARACTER] = DIAG_TEXT_NONCHARACTER,
    };
    for (Fault fault = FAULT_UTF8; fault < FAULT_COUNT; fault++) {
        if (sanitizer->fault_counts[fault] > FAULTS_LISTED)
            diagnose(sanitizer->diagnostics, sanitizer->last_spans[fault], DIAG_INPUT_MORE,
                     sanitizer->fault_counts[fault] - FAULTS_LISTED, diagnostic_code_name(codes[fault]));
    }
}

static void replace(Sanitizer *sanitizer, Decoded decoded)
{
    bool is_upper = decoded.character >= 0x80 && decoded.character < 0xA0 && decoded.length == 2;
    uint32_t meant = is_upper ? windows_1252((unsigned char)decoded.character) : 0;
    if (sanitizer->is_reference && meant != 0) {
        buffer_append_utf8(&sanitizer->out, meant);
        return;
    }
    report(sanitizer, decoded);
    if (decoded.fault != FAULT_CONTROL) {
        buffer_append_utf8(&sanitizer->out, 0xFFFD);
    } else if (decoded.character == '\f' || decoded.character == '\v' || decoded.character == 0x85) {
        buffer_append_char(&sanitizer->out, ' ');
    } else {
        uint32_t at = (uint32_t)sanitizer->out.length;
        *arena_push(sanitizer->arena, sanitizer->removed, sanitizer->removed_count, sanitizer->removed_capacity) = at;
    }
}

// Copies all but the faults, of which the first stands at `clean`.
static void rewrite(Sanitizer *sanitizer, Str bytes, size_t clean)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes;
    size_t left = bytes.length;
    for (;;) {
        buffer_append(&sanitizer->out, at, clean);
        at += clean;
        left -= clean;
        if (left == 0)
            break;
        Decoded decoded = decode(at, left);
        // cmark-gfm writes U+FFFE and U+FFFF, where a reference names them, as one byte each.
        if (sanitizer->is_reference && decoded.fault == FAULT_UTF8 && decoded.character >= 0xFE)
            decoded = (Decoded){0xFF00 + decoded.character, 1, FAULT_NONCHARACTER};
        replace(sanitizer, decoded);
        at += decoded.length;
        left -= decoded.length;
        clean = clean_length(at, left);
    }
    if (sanitizer->diagnostics)
        report_unlisted(sanitizer);
}

CleanText sanitize(Arena *arena, Str bytes, uint32_t source_id, Diagnostics *diagnostics)
{
    if (str_starts_with(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_from_offset(bytes, 3);
    size_t clean = clean_length((const unsigned char *)bytes.bytes, bytes.length);
    if (clean == bytes.length)
        return (CleanText){.text = bytes};
    Sanitizer sanitizer = {.arena = arena, .diagnostics = diagnostics, .source_id = source_id, .out.arena = arena};
    rewrite(&sanitizer, bytes, clean);
    return (CleanText){buffer_str(&sanitizer.out), sanitizer.removed, sanitizer.removed_count};
}

Str text_clean(Arena *arena, Str text, Span span, Diagnostics *diagnostics)
{
    size_t clean = clean_length((const unsigned char *)text.bytes, text.length);
    if (clean == text.length)
        return text;
    Sanitizer sanitizer = {
        .arena = arena, .diagnostics = diagnostics, .place = span, .is_reference = true, .out.arena = arena};
    rewrite(&sanitizer, text, clean);
    return buffer_str(&sanitizer.out);
}
