// Shortcodes of Hugo, Quarto and Liquid: `{{< x >}}`, `{{% x %}}`, `{% x %}`; nothing is told of one that ends another.
// Lines of MDX: `import X from 'x'`, `export const x = …`. Containers of Docusaurus, MyST and Pandoc: `::: note`. What
// stands in code is left alone.
#include "site.h"

#include "node.h"

enum {
    SHOWN = 40,       // bytes of it in a message
    LENGTH_MAX = 400, // of a shortcode; one whose end is not seen is told of too, since emphasis may be in it
};

static bool starts_with_any(Str text, const char *const *starts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_starts_with(text, str_from(starts[i])))
            return true;
    }
    return false;
}

// From the mark that opens it to the one that closes it; empty: there is none here.
static Str shortcode_at(Str text)
{
    static const struct {
        Str open, close;
    } marks[] = {{{"{{<", 3}, {">}}", 3}}, {{"{{%", 3}, {"%}}", 3}}, {{"{%", 2}, {"%}", 2}}};
    size_t kind = 0, kinds = sizeof marks / sizeof *marks;
    while (kind < kinds && !str_starts_with(text, marks[kind].open))
        kind++;
    if (kind == kinds)
        return (Str){0};
    Str near = {text.bytes, text.length < LENGTH_MAX ? text.length : LENGTH_MAX};
    const char *end = memmem(near.bytes, near.length, marks[kind].close.bytes, marks[kind].close.length);
    return end ? (Str){text.bytes, (uint32_t)(end - text.bytes) + marks[kind].close.length} : near;
}

static bool ends_another(Str shortcode)
{
    while (shortcode.length > 0 && memchr("{<%- ", shortcode.bytes[0], 5))
        shortcode = str_from_offset(shortcode, 1);
    return str_starts_with(shortcode, STR("/")) || str_starts_with(shortcode, STR("end"));
}

void site_report_text(const Node *text, const Source *source, Diagnostics *diagnostics)
{
    uint32_t from = text->span.start;
    for (uint32_t at = 0; at < text->text.length;) {
        Str rest = str_from_offset(text->text, at);
        Str shortcode = rest.bytes[0] == '{' ? shortcode_at(rest) : (Str){0};
        at += shortcode.length > 0 ? shortcode.length : 1;
        if (shortcode.length == 0 || ends_another(shortcode))
            continue;
        Str shown = str_shorten(shortcode, SHOWN);
        Span span = span_of_word(source, (Span){text->span.source, from, text->span.end}, shown);
        diagnose(diagnostics, span, DIAG_SITE_CODE, STR_ARGS(shown));
        from = span.end;
    }
}

// What JavaScript has behind the word, and a sentence has not.
static bool is_import(Str text)
{
    static const char *const starts[] = {"import '", "import \"", "import {", "import * as "};
    if (starts_with_any(text, starts, sizeof starts / sizeof *starts))
        return true;
    return str_starts_with(text, STR("import ")) &&
           (memmem(text.bytes, text.length, " from '", 7) || memmem(text.bytes, text.length, " from \"", 7));
}

static bool is_export(Str text)
{
    static const char *const starts[] = {"export const ", "export default ", "export function ", "export let "};
    return starts_with_any(text, starts, sizeof starts / sizeof *starts);
}

static bool is_container(Str text)
{
    Str name = text;
    while (name.length > 0 && name.bytes[0] == ':')
        name = str_from_offset(name, 1);
    return text.length - name.length >= 3 && str_trim(name).length > 0;
}

void site_report_paragraph(const Node *paragraph, Diagnostics *diagnostics)
{
    const Node *text = paragraph->first_child;
    if (!text || text->kind != NODE_TEXT)
        return;
    if (!is_import(text->text) && !is_export(text->text) && !is_container(text->text))
        return;
    Str shown = str_shorten(text->text, SHOWN);
    diagnose(diagnostics, text->span, DIAG_SITE_CODE, STR_ARGS(shown));
}
