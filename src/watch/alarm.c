#include "alarm.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "batch/store.h"

// Not IN_MODIFY: a file that is being written is left alone until it is closed.
#define EVENTS                                                                                                         \
    (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

void alarm_open(Alarm *alarm)
{
    *alarm = (Alarm){.descriptor = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    alarm->is_incomplete = alarm->descriptor < 0;
}

void alarm_close(Alarm *alarm)
{
    if (alarm->descriptor >= 0)
        close(alarm->descriptor);
    free(alarm->watches);
    free(alarm->wanted);
}

void alarm_begin(Alarm *alarm)
{
    alarm->wanted_count = 0;
    alarm->is_incomplete = alarm->descriptor < 0;
}

void alarm_add(void *context, const char *folder)
{
    Alarm *alarm = context;
    if (alarm->descriptor < 0)
        return;
    // The same folder by another name gives the same watch.
    int watch = inotify_add_watch(alarm->descriptor, folder, EVENTS | IN_ONLYDIR);
    if (watch < 0) {
        alarm->is_incomplete |= errno == ENOSPC || errno == ENOMEM;
        return;
    }
    if (alarm->wanted_count > 0 && alarm->wanted[alarm->wanted_count - 1] == watch)
        return;
    make_room(alarm->wanted, alarm->wanted_count, alarm->wanted_capacity);
    alarm->wanted[alarm->wanted_count++] = watch;
}

static int compare_watches(const void *a, const void *b)
{
    return *(const int *)a < *(const int *)b ? -1 : *(const int *)a > *(const int *)b;
}

static size_t sort_watches(int *watches, size_t count)
{
    size_t kept = 0;
    if (count > 1)
        qsort(watches, count, sizeof *watches, compare_watches);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || watches[kept - 1] != watches[i])
            watches[kept++] = watches[i];
    }
    return kept;
}

void alarm_end(Alarm *alarm)
{
    alarm->wanted_count = sort_watches(alarm->wanted, alarm->wanted_count);
    size_t next = 0;
    for (size_t i = 0; i < alarm->count; i++) {
        while (next < alarm->wanted_count && alarm->wanted[next] < alarm->watches[i])
            next++;
        if (next == alarm->wanted_count || alarm->wanted[next] != alarm->watches[i])
            inotify_rm_watch(alarm->descriptor, alarm->watches[i]); // fails where the folder is gone
    }
    int *watches = alarm->watches;
    size_t capacity = alarm->capacity;
    alarm->watches = alarm->wanted;
    alarm->count = alarm->wanted_count;
    alarm->capacity = alarm->wanted_capacity;
    alarm->wanted = watches;
    alarm->wanted_capacity = capacity;
}

void alarm_drain(Alarm *alarm)
{
    char events[16 * 1024];
    while (alarm->descriptor >= 0 && read(alarm->descriptor, events, sizeof events) > 0)
        continue;
}
