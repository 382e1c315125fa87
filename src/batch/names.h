// Names of outputs: below the output folder, whatever the input says: relative, without "..", with no part that is
// empty or, where a template made it, begins with a dot or a dash or holds a control character.
#ifndef HSPDF_BATCH_NAMES_H
#define HSPDF_BATCH_NAMES_H

#include <limits.h>

#include "batch.h"
#include "store.h"

// What a name is made of.
typedef struct {
    const BatchOptions *options;
    const char *source; // for messages
    const char *place;
    const hspdf_front *front; // NULL: none
    hspdf_data *data;         // at the record; NULL: there is none. Then messages do not say what it has
    int digits;               // of its number, at least
} NameOf;

// Each gives 0; or an exit status, after a message.

int name_by_template(const NameOf *of, char name[PATH_MAX]); // of options->name, which is given
int name_by_number(const NameOf *of, char name[PATH_MAX]);   // of a record
// Of a file, by the template or its place.
int name_output(Store *store, const BatchOptions *options, const char *source, const char *place, const char **output);

#endif
