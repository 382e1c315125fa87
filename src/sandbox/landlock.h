// Landlock: which files can be opened. Private to sandbox.
#ifndef HSPDF_SANDBOX_LANDLOCK_H
#define HSPDF_SANDBOX_LANDLOCK_H

#include <stdbool.h>

#include "sandbox.h"

bool landlock_is_there(void);
// 0, or an error number. Needs PR_SET_NO_NEW_PRIVS.
int landlock_enter(const SandboxPaths *readable);

#endif
