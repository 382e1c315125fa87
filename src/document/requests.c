// `toc: true`, `toc: 2` and `toc: {depth: 2, title: Inside}`; the same forms for `numbering`.
#include "requests.h"

enum { LEVELS_MAX = 6, LEVELS_DEFAULT = 3 };

// "true" is all that is usual, a number so many levels; false where it is neither.
static bool read_levels(const Value *value, int usual, int *levels)
{
    bool is_count = value->kind == VALUE_INT && value->number >= 1 && value->number <= LEVELS_MAX;
    if (value->kind == VALUE_BOOL)
        *levels = value->number != 0 ? usual : 0;
    else if (is_count)
        *levels = (int)value->number;
    return is_count || value->kind == VALUE_BOOL;
}

static bool read_flag(const Value *value, bool *flag)
{
    *flag = value->kind == VALUE_BOOL && value->number != 0;
    return value->kind == VALUE_BOOL;
}

static bool read_contents_member(const Value *member, ContentsRequest *request)
{
    if (str_equal(member->key, STR("depth")))
        return member->kind == VALUE_INT && read_levels(member, 0, &request->depth);
    bool is_title = str_equal(member->key, STR("title")) && member->kind != VALUE_LIST && member->kind != VALUE_MAP;
    if (is_title)
        request->title = str_trim(member->text);
    return is_title;
}

const Value *contents_request_read(const Value *value, ContentsRequest *request)
{
    const Value *misfit = NULL;
    request->is_wanted = true;
    if (value->kind != VALUE_MAP) {
        bool fits = read_levels(value, 0, &request->depth);
        request->is_wanted = fits && !(value->kind == VALUE_BOOL && value->number == 0);
        return fits ? NULL : value;
    }
    for (const Value *member = value->first_child; member; member = member->next) {
        if (!read_contents_member(member, request))
            misfit = member;
    }
    return misfit;
}

static bool read_numbering_member(const Value *member, Numbering *numbering)
{
    if (str_equal(member->key, STR("headings")))
        return read_levels(member, LEVELS_DEFAULT, &numbering->heading_levels);
    if (str_equal(member->key, STR("figures")))
        return read_flag(member, &numbering->figures);
    return str_equal(member->key, STR("tables")) && read_flag(member, &numbering->tables);
}

const Value *numbering_read(const Value *value, Numbering *numbering)
{
    const Value *misfit = NULL;
    if (value->kind != VALUE_MAP) {
        if (!read_levels(value, LEVELS_DEFAULT, &numbering->heading_levels))
            return value;
        numbering->figures = numbering->tables = numbering->heading_levels > 0;
        return NULL;
    }
    for (const Value *member = value->first_child; member; member = member->next) {
        if (!read_numbering_member(member, numbering))
            misfit = member;
    }
    return misfit;
}

static bool read_count(const Value *value, size_t *count)
{
    bool is_count = value->kind == VALUE_INT && value->number >= 1 && value->number <= BOUND_PAGES;
    if (is_count)
        *count = (size_t)value->number;
    return is_count;
}

const Value *fit_read(const Value *value, FitRequest *request)
{
    const Value *misfit = NULL;
    request->span = value->span;
    if (value->kind != VALUE_MAP)
        return read_count(value, &request->pages) ? NULL : value;
    for (const Value *member = value->first_child; member; member = member->next) {
        bool is_pages = str_equal(member->key, STR("pages")), is_multiple = str_equal(member->key, STR("multiple"));
        bool is_read = (is_pages || is_multiple) && read_count(member, is_pages ? &request->pages : &request->multiple);
        misfit = is_read ? misfit : member;
    }
    return misfit;
}

const Value *link_print_read(const Value *value, LinkPrint *print)
{
    static const struct {
        const char *name;
        LinkPrint print;
    } names[] = {{"plain", LINKS_PLAIN}, {"print", LINKS_AS_NOTES}, {"beside", LINKS_BESIDE}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (value->kind == VALUE_STRING && str_equal(str_trim(value->text), str_from(names[i].name))) {
            *print = names[i].print;
            return NULL;
        }
    }
    return value;
}
