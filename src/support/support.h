// What every stage may use: arena, strings, spans, lengths, diagnostics, limits.
#ifndef HSPDF_SUPPORT_SUPPORT_H
#define HSPDF_SUPPORT_SUPPORT_H

#include "arena.h"
#include "date.h"
#include "diagnostics.h"
#include "length.h"
#include "limits.h"
#include "locale.h"
#include "str.h"

// Machine faults, passed up; never mixed with faults of documents.
typedef enum { STATUS_OK, STATUS_NO_MEMORY, STATUS_IO } Status;

#endif
