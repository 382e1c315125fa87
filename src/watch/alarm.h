// inotify: something happened in one of these folders. What it was is found by looking (inputs.h).
#ifndef HSPDF_WATCH_ALARM_H
#define HSPDF_WATCH_ALARM_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    int descriptor; // readable when something happened; -1: this machine has no inotify, or no more of it
    int *watches;   // sorted
    size_t count, capacity;
    int *wanted;
    size_t wanted_count, wanted_capacity;
    bool is_incomplete; // a folder could not be had
} Alarm;

void alarm_open(Alarm *alarm);
void alarm_close(Alarm *alarm);

// The folders between begin and end are listened to from now on, and no others.
void alarm_begin(Alarm *alarm);
void alarm_add(void *alarm, const char *folder); // fits VisitFolder
void alarm_end(Alarm *alarm);

void alarm_drain(Alarm *alarm); // forgets what happened

#endif
