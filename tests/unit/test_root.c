// Files within a root, and none beyond it: by the kernel's own rule, and by steps where it has none.
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "source/root.h"

// secret, root/.git, root/a.txt, root/text/in.md, root/text/up -> ../a.txt, …
static char folder[] = "/tmp/hspdf-root-XXXXXX";

static void make_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int make_tree(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(mkdir("root", 0700) | mkdir("root/.git", 0700) | mkdir("root/text", 0700), 0);
    assert_int_equal(mkdir("root/text/deep", 0700), 0);
    make_file("secret", "secret");
    make_file("root/a.txt", "a");
    make_file("root/text/in.md", "in");
    assert_int_equal(symlink("../a.txt", "root/text/up"), 0);
    assert_int_equal(symlink("../../secret", "root/text/out"), 0);
    assert_int_equal(symlink("/etc/passwd", "root/text/absolute"), 0);
    assert_int_equal(symlink("../..", "root/text/outer"), 0);
    assert_int_equal(symlink("deep/..", "root/text/here"), 0);
    assert_int_equal(symlink("loop", "root/text/loop"), 0);
    assert_int_equal(mkfifo("root/pipe", 0600), 0);
    return 0;
}

static int remove_tree(void **state)
{
    (void)state;
    char command[256];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return chdir("/") != 0 || system(command) != 0;
}

static const struct {
    const char *path;
    int error; // 0: opens
} rows[] = {
    {"a.txt", 0},
    {"text/in.md", 0},
    {"./text//in.md", 0},
    {"text/../a.txt", 0},
    {"text/deep/../../a.txt", 0},
    {"text/up", 0},
    {"text/here/up", 0},
    {"text/here/../a.txt", 0},
    {"../secret", EXDEV},
    {"text/../../secret", EXDEV},
    {"text/out", EXDEV},
    {"text/absolute", EXDEV},
    {"text/outer/secret", EXDEV},
    {"text/here/../../secret", EXDEV},
    {"/etc/passwd", EXDEV},
    {"text/loop", ELOOP},
    {"none", ENOENT},
    {"text/none/in.md", ENOENT},
    {"a.txt/b", ENOTDIR},
};

static void hold(int (*open_within)(int, const char *), const char *name)
{
    int root = open("root", O_PATH | O_DIRECTORY);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        errno = 0;
        int opened = open_within(root, rows[i].path);
        int error = opened >= 0 ? 0 : errno;
        if (error != rows[i].error)
            fail_msg("%s(%s): %d, not %d", name, rows[i].path, error, rows[i].error);
        if (opened >= 0)
            close(opened);
    }
    // No descriptor is left open: the next one has the lowest number there is.
    int next = dup(root);
    assert_int_equal(next, root + 1);
    close(next);
    close(root);
}

static void nothing_beyond_the_root_is_opened(void **state)
{
    (void)state;
    hold(open_beneath, "open_beneath");
    hold(open_beneath_by_steps, "open_beneath_by_steps");
}

static RootStatus read_from(Arena *arena, const char *asked, const char *input, const char *path, Str *bytes)
{
    Root *root = root_open(arena, asked, input, NULL);
    return root ? root_read(root, arena, str_from(path), 1000, bytes) : ROOT_UNREADABLE;
}

static void the_root_is_found_above_the_input(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    Str bytes;
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "../a.txt", &bytes), ROOT_OK);
    assert_true(str_equal(bytes, STR("a")));
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "up", &bytes), ROOT_OK);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "../../secret", &bytes), ROOT_OUTSIDE);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "none.png", &bytes), ROOT_MISSING);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "../pipe", &bytes), ROOT_UNREADABLE);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "deep", &bytes), ROOT_UNREADABLE);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "", &bytes), ROOT_MISSING);
    arena_close(arena);
}

static void the_root_may_be_asked_for(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    Str bytes;
    assert_int_equal(read_from(arena, "root/text", "root/text/in.md", "../a.txt", &bytes), ROOT_OUTSIDE);
    assert_int_equal(read_from(arena, "root/text", "root/text/in.md", "in.md", &bytes), ROOT_OK);
    assert_int_equal(read_from(arena, ".", "root/text/in.md", "../../secret", &bytes), ROOT_OK);
    // Text from memory, and an input that lies elsewhere, start at the root.
    assert_int_equal(read_from(arena, "root", NULL, "a.txt", &bytes), ROOT_OK);
    assert_int_equal(read_from(arena, "root", "secret", "a.txt", &bytes), ROOT_OK);
    assert_null(root_open(arena, NULL, NULL, NULL));
    assert_null(root_open(arena, "none", "root/text/in.md", NULL));
    arena_close(arena);
}

static void absolute_paths_must_lie_within(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    Str bytes;
    char *real = realpath("root", NULL);
    Str inside = arena_format(arena, "%s/a.txt", real), beside = arena_format(arena, "%s-other/a.txt", real);
    Str above = arena_format(arena, "%s/../secret", real);
    free(real);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", inside.bytes, &bytes), ROOT_OK);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", beside.bytes, &bytes), ROOT_OUTSIDE);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", above.bytes, &bytes), ROOT_OUTSIDE);
    assert_int_equal(read_from(arena, NULL, "root/text/in.md", "/etc/passwd", &bytes), ROOT_OUTSIDE);
    arena_close(arena);
}

static void large_files_are_refused(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    Root *root = root_open(arena, NULL, "root/text/in.md", NULL);
    Str bytes;
    assert_int_equal(root_read(root, arena, STR("in.md"), 2, &bytes), ROOT_OK);
    assert_int_equal(root_read(root, arena, STR("in.md"), 1, &bytes), ROOT_TOO_LARGE);
    assert_int_equal(root_read(root, arena, STR("in.md\0x"), 9, &bytes), ROOT_MISSING);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_beyond_the_root_is_opened), cmocka_unit_test(the_root_is_found_above_the_input),
        cmocka_unit_test(the_root_may_be_asked_for),         cmocka_unit_test(absolute_paths_must_lie_within),
        cmocka_unit_test(large_files_are_refused),
    };
    return cmocka_run_group_tests(tests, make_tree, remove_tree);
}
