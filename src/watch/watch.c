// Run, listen, settle, look, run again.
//
// A run is the command's own code in a forked process, which says what it read and how that looked before. inotify says
// that something happened near one of these files; whether it matters is found by looking at them all. So it is the
// same whether an editor writes a file, renames another one over it, or a link is turned; and where inotify does not
// tell (a network's file system, too many folders), looking now and then does.
//
// What comes in a burst is one change: the watch waits until nothing has happened for SETTLE_MS. A file that is gone
// may be about to be replaced, and gets more time.
#include "watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alarm.h"
#include "child.h"
#include "inputs.h"
#include "report/report.h"
#include "show.h"

enum {
    SETTLE_MS = 20,      // longer than a tick of file systems' clocks, see inputs.c
    SETTLE_MS_MAX = 200, // of a burst that does not end
    GONE_MS = 150,       // for a file that is about to be replaced
    LOOK_MS = 1000,      // without inotify's word
    LOOK_SHARE = 50,     // looking takes at most this part of the time
    REPLACED_MAX = 3,    // runs in a row that are ended for a newer one
    HASTY_MAX = 3,       // runs in a row without a change that inotify told: a file may look odd for ever
};

typedef struct {
    const WatchOptions *options;
    Inputs given, found;
    Alarm alarm;
    Child child;
    Show *show; // NULL: none
    int signals;
    bool is_ended, must_run;
    unsigned replaced, hasty;
    int64_t next_look_ms;
} Watch;

__attribute__((format(printf, 1, 2))) static void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_complaint(format, arguments);
    va_end(arguments);
    putc('\n', stderr);
}

// ---- looking

static InputsNews look(Watch *watch)
{
    int64_t started_ms = clock_ms();
    InputsNews given = inputs_look(&watch->given), found = inputs_look(&watch->found);
    int64_t ended_ms = clock_ms(), pause_ms = (ended_ms - started_ms) * LOOK_SHARE;
    watch->next_look_ms = ended_ms + (pause_ms > LOOK_MS ? pause_ms : LOOK_MS);
    return given > found ? given : found;
}

static void set_alarm(Watch *watch)
{
    bool was_incomplete = watch->alarm.is_incomplete;
    alarm_begin(&watch->alarm);
    inputs_folders(&watch->given, alarm_add, &watch->alarm);
    inputs_folders(&watch->found, alarm_add, &watch->alarm);
    alarm_end(&watch->alarm);
    if (watch->alarm.is_incomplete && !was_incomplete)
        say("the kernel does not watch all folders (fs.inotify): some changes are seen only after a second");
}

// Waits until nothing has happened for `quiet_ms`.
static void settle(Watch *watch, int quiet_ms)
{
    int64_t until_ms = clock_ms() + (quiet_ms > SETTLE_MS_MAX ? quiet_ms : SETTLE_MS_MAX);
    for (;;) {
        alarm_drain(&watch->alarm);
        int64_t left_ms = until_ms - clock_ms();
        struct pollfd polled[] = {{.fd = watch->signals, .events = POLLIN},
                                  {.fd = watch->alarm.descriptor, .events = POLLIN}};
        int wait_ms = left_ms < quiet_ms ? (int)left_ms : quiet_ms;
        if (wait_ms <= 0 || poll(polled, 2, wait_ms) <= 0 || polled[0].revents)
            return;
    }
}

// Something may have happened, or it is time to look.
static void look_around(Watch *watch)
{
    settle(watch, SETTLE_MS);
    InputsNews news = look(watch);
    if (news == INPUTS_GONE) {
        settle(watch, GONE_MS);
        look(watch);
    }
    set_alarm(watch);
    if (news == INPUTS_SAME)
        return;
    watch->must_run = true;
    watch->hasty = 0;
    if (watch->child.pid && watch->options->can_be_replaced && watch->replaced < REPLACED_MAX) {
        watch->replaced++;
        child_stop(&watch->child);
    }
}

// ---- running

static void run_ended(Watch *watch, Packet said)
{
    PacketReader reader = {said.bytes, said.bytes + said.length, false};
    Inputs found = {0};
    for (Note note; note_take(&reader, &note);) {
        if (note.kind == NOTE_FILE)
            inputs_add(&found, note.path, INPUT_FILE, note.look);
    }
    inputs_sort(&found);
    inputs_clear(&watch->found);
    watch->found = found;
    watch->replaced = 0;
    if (watch->show)
        show_take(watch->show, said); // frees it
    else
        free(said.bytes);
    set_alarm(watch);
    // What changed while it was read, or before it was listened to.
    if (look(watch) != INPUTS_SAME && watch->hasty++ < HASTY_MAX)
        watch->must_run = true;
}

static void run_lost(Watch *watch, int how)
{
    char reason[128];
    if (WIFSIGNALED(how))
        snprintf(reason, sizeof reason, "was ended by signal %d (%s)", WTERMSIG(how),
                 sigdescr_np(WTERMSIG(how)) ? sigdescr_np(WTERMSIG(how)) : "unknown");
    else
        snprintf(reason, sizeof reason, "ended by itself, with status %d", WEXITSTATUS(how));
    say("the process that compiled %s; the watch goes on", reason);
    if (watch->show)
        show_take_loss(watch->show, reason);
}

static void listen_to_child(Watch *watch)
{
    int how = 0;
    ChildState state = child_listen(&watch->child, &how);
    if (state == CHILD_RUNS)
        return;
    Packet said = watch->child.said;
    watch->child = (Child){0};
    if (state == CHILD_DONE)
        run_ended(watch, said);
    else
        run_lost(watch, how);
}

static void stop_the_late(Watch *watch)
{
    if (watch->child.pid == 0 || clock_ms() - watch->child.started_ms < (int64_t)watch->options->timeout_s * 1000)
        return;
    child_stop(&watch->child);
    say("this took longer than %u s, and was stopped; --timeout says how long it may; the watch goes on",
        watch->options->timeout_s);
    if (watch->show)
        show_take_loss(watch->show, "took too long, and was stopped");
}

static void start_run(Watch *watch)
{
    if (!watch->must_run || watch->child.pid)
        return;
    watch->must_run = false;
    if (!child_start(&watch->child, watch->options)) {
        say("no process can be made to compile this: %s", strerror(errno));
        watch->must_run = true; // again when it is time to look
    }
}

// ---- the loop

static int time_to_wait(const Watch *watch)
{
    int64_t left_ms = watch->next_look_ms - clock_ms();
    return left_ms > 0 ? (int)left_ms : 0;
}

static void wait_for_news(Watch *watch)
{
    enum { SIGNAL, ALARM, CHILD, SHOW, COUNT };
    struct pollfd polled[COUNT] = {
        [SIGNAL] = {.fd = watch->signals, .events = POLLIN},
        [ALARM] = {.fd = watch->alarm.descriptor, .events = POLLIN},
        [CHILD] = {.fd = watch->child.pid ? watch->child.pipe : -1, .events = POLLIN},
        [SHOW] = {.fd = watch->show ? show_descriptor(watch->show) : -1, .events = POLLIN},
    };
    if (poll(polled, COUNT, time_to_wait(watch)) < 0)
        return;
    struct signalfd_siginfo info; // what is not read would be delivered at the end
    if (polled[SIGNAL].revents && read(watch->signals, &info, sizeof info) > 0) {
        watch->is_ended = true;
        return;
    }
    if (polled[CHILD].revents)
        listen_to_child(watch);
    if (polled[ALARM].revents || clock_ms() >= watch->next_look_ms)
        look_around(watch);
    stop_the_late(watch);
    if (watch->show)
        show_run(watch->show);
}

static void take_given(Watch *watch)
{
    const WatchOptions *options = watch->options;
    for (size_t i = 0; i < options->input_count; i++) {
        Look folder = {.is_there = false};
        bool is_folder = path_is_folder(options->inputs[i]);
        InputKind kind = !is_folder ? INPUT_FILE : options->has_trees ? INPUT_TREE : INPUT_FOLDER;
        inputs_add(&watch->given, options->inputs[i], kind, is_folder ? folder : look_at(options->inputs[i]));
    }
    inputs_sort(&watch->given);
}

static int take_signals(sigset_t *before)
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    sigprocmask(SIG_BLOCK, &ending, before);
    return signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK);
}

int watch_run(const WatchOptions *options)
{
    Watch watch = {.options = options, .must_run = true};
    sigset_t before;
    if (options->serves) {
        watch.show = show_open(options);
        if (!watch.show)
            return HSPDF_MACHINE;
    }
    watch.signals = take_signals(&before);
    alarm_open(&watch.alarm);
    take_given(&watch);
    set_alarm(&watch);
    look(&watch);
    while (!watch.is_ended) {
        start_run(&watch);
        wait_for_news(&watch);
    }
    child_stop(&watch.child);
    show_close(watch.show);
    alarm_close(&watch.alarm);
    inputs_clear(&watch.given);
    inputs_clear(&watch.found);
    close(watch.signals);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return HSPDF_OK;
}
