// Files first: making a ruleset takes calls that the filter then refuses.
#include "sandbox.h"

#include <errno.h>
#include <sys/prctl.h>

#include "calls.h"
#include "landlock.h"

SandboxKinds sandbox_kinds(void)
{
    return (SandboxKinds)((landlock_is_there() ? SANDBOX_FILES : 0) | (calls_are_there() ? SANDBOX_CALLS : 0));
}

int sandbox_enter(const SandboxPaths *readable, SandboxKinds required)
{
    SandboxKinds kinds = sandbox_kinds();
    if ((kinds & required) != required)
        return ENOSYS;
    if (!kinds)
        return 0;
    // Else a program that runs with its owner's rights could be made to run confined, and go wrong.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return errno;
    int error = kinds & SANDBOX_FILES ? landlock_enter(readable) : 0;
    if (!error && kinds & SANDBOX_CALLS)
        error = calls_enter(kinds & SANDBOX_FILES);
    return error;
}
