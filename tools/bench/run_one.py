"""Runs a command and prints what it took: CPU and wall time in seconds, largest resident set in kB.

    python3 -I -S run_one.py COMMAND...

A process of its own, and a small one: the kernel counts the memory of the process that was forked to the command's.
"""

import os
import sys
import time

start = time.perf_counter()
child = os.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
