// What the library is told of an order.
#ifndef HSPDF_BATCH_REQUEST_H
#define HSPDF_BATCH_REQUEST_H

#include "batch.h"
#include "order.h"

hspdf_status request_fill(hspdf_request *request, const BatchOptions *options, const Order *order);

#endif
