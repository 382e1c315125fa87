// What is shown of the runs: the pages of the last one that had any, and what the last one said.
#ifndef HSPDF_WATCH_SHOW_H
#define HSPDF_WATCH_SHOW_H

#include "batch/packet.h"
#include "watch.h"

typedef struct Show Show;

// Loads the server, says where the pages are. NULL after a failure, which was told.
Show *show_open(const WatchOptions *options);
void show_close(Show *show); // NULL is nothing

void show_take(Show *show, Packet said); // sound notes, which are the show's from now on
void show_take_loss(Show *show, const char *reason);

int show_descriptor(const Show *show);
void show_run(Show *show); // when the descriptor is readable, and now and then

#endif
