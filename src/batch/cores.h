#ifndef HSPDF_BATCH_CORES_H
#define HSPDF_BATCH_CORES_H

// Cores that this process may use, by its affinity and by the quotas of its control groups, rounded up; at least 1.
unsigned cores_usable(void);

#endif
