// Names are put in order by their parts, so that a mapping is written in one go; looking for its place among its
// siblings for each column would be quadratic in their number.
#include "source/records/columns.h"

#include <stdlib.h>

#include "source/records/records.h"

typedef struct {
    Str name;
    size_t cell;
} Named;

static Str first_part(Str path)
{
    const char *dot = path.length > 0 ? memchr(path.bytes, '.', path.length) : NULL;
    return (Str){path.bytes, dot ? (uint32_t)(dot - path.bytes) : path.length};
}

static size_t count_parts(Str path)
{
    size_t count = 1;
    for (uint32_t i = 0; i < path.length; i++)
        count += path.bytes[i] == '.';
    return count;
}

// A dot comes before every other byte, so that "a", "a.b", "a-b" are in this order.
static int compare_names(const void *a, const void *b)
{
    Str left = ((const Named *)a)->name, right = ((const Named *)b)->name;
    uint32_t at = 0, shorter = left.length < right.length ? left.length : right.length;
    while (at < shorter && left.bytes[at] == right.bytes[at])
        at++;
    if (at == shorter)
        return (left.length > right.length) - (left.length < right.length);
    int l = left.bytes[at] == '.' ? -1 : (unsigned char)left.bytes[at];
    int r = right.bytes[at] == '.' ? -1 : (unsigned char)right.bytes[at];
    return (l > r) - (l < r);
}

static ReadStatus check_names(const Named *names, size_t count, ReadPlace *place)
{
    for (size_t i = 0; i < count; i++) {
        Str name = str_shorten(names[i].name, 60);
        if (i > 0 && str_equal(names[i - 1].name, names[i].name))
            return read_fault(place, "two columns are called '%.*s'", STR_ARGS(name));
        if (count_parts(names[i].name) > BOUND_YAML_NESTING)
            return read_fault(place, "the name '%.*s' has more than %d parts", STR_ARGS(name), BOUND_YAML_NESTING);
    }
    return READ_RECORD;
}

static bool lies_within(Str name, Str outer)
{
    return name.length > outer.length && str_starts_with(name, outer) && name.bytes[outer.length] == '.';
}

// How many mappings around both names are the same ones.
static size_t common_maps(Str left, Str right)
{
    size_t count = 0;
    for (;;) {
        Str l = first_part(left), r = first_part(right);
        if (l.length == left.length || r.length == right.length || !str_equal(l, r))
            return count;
        count++;
        left = str_from_offset(left, l.length + 1);
        right = str_from_offset(right, r.length + 1);
    }
}

// `maps` gets the mappings that begin before the column.
static Column column_new(const Named *named, Str before, Str *maps)
{
    size_t common = common_maps(before, named->name), around = before.length > 0 ? count_parts(before) - 1 : 0;
    Column column = {.cell = named->cell, .key = named->name, .maps = maps, .closes = around - common};
    for (size_t i = 0; i < common; i++)
        column.key = str_from_offset(column.key, first_part(column.key).length + 1);
    for (Str part; (part = first_part(column.key)).length < column.key.length; column.opens++) {
        maps[column.opens] = part;
        column.key = str_from_offset(column.key, part.length + 1);
    }
    return column;
}

static void make_columns(Columns *columns, const Named *names, size_t count)
{
    Str before = {0}, *maps = columns->maps;
    for (size_t i = 0; i < count; i++) {
        if (columns->count > 0 && lies_within(names[i].name, before))
            continue;
        Column *column = &columns->items[columns->count++];
        *column = column_new(&names[i], before, maps);
        maps += column->opens;
        columns->depth = columns->depth - column->closes + column->opens;
        before = names[i].name;
    }
}

ReadStatus columns_read(Columns *columns, const Row *header, ReadPlace *place)
{
    Named *names = reallocarray(NULL, header->count + 1, sizeof *names);
    size_t count = 0, parts = 0;
    for (size_t i = 0; names && i < header->count; i++) {
        Str name = str_trim(cell_at(header, i));
        if (name.length == 0)
            continue;
        names[count++] = (Named){name, i};
        parts += count_parts(name);
    }
    columns->items = reallocarray(NULL, count + 1, sizeof *columns->items);
    columns->maps = reallocarray(NULL, parts + 1, sizeof *columns->maps);
    ReadStatus status = READ_NO_MEMORY;
    if (names && columns->items && columns->maps) {
        if (count > 0)
            qsort(names, count, sizeof *names, compare_names);
        status = check_names(names, count, place);
    }
    if (status == READ_RECORD)
        make_columns(columns, names, count);
    free(names);
    return status;
}

void columns_add_record(const Columns *columns, const Row *row, Record *record)
{
    record_add(record, VALUE_MAP, (Str){0}, (Str){0});
    for (size_t i = 0; i < columns->count; i++) {
        const Column *column = &columns->items[i];
        for (size_t j = 0; j < column->closes; j++)
            record_add_end(record);
        for (size_t j = 0; j < column->opens; j++)
            record_add(record, VALUE_MAP, column->maps[j], (Str){0});
        record_add(record, VALUE_STRING, column->key, cell_at(row, column->cell));
    }
    for (size_t i = 0; i <= columns->depth; i++)
        record_add_end(record);
}

void columns_clear(Columns *columns)
{
    free(columns->items);
    free(columns->maps);
    *columns = (Columns){0};
}
