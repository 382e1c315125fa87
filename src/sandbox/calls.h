// seccomp: which system calls can be made. Private to sandbox.
#ifndef HSPDF_SANDBOX_CALLS_H
#define HSPDF_SANDBOX_CALLS_H

#include <stdbool.h>

bool calls_are_there(void);
// 0, or an error number. Needs PR_SET_NO_NEW_PRIVS. `files_are_confined`: Landlock minds what is opened, too.
int calls_enter(bool files_are_confined);

#endif
