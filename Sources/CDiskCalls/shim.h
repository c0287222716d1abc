// The Linux calls that Swift's Glibc does not show: exchanging two paths in one step, and telling
// the disk to begin writing.
#ifndef MINUTARIO_CDISKCALLS_SHIM_H
#define MINUTARIO_CDISKCALLS_SHIM_H
#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// 0, or the error number: EINVAL, ENOSYS and the like where the file system cannot exchange.
static inline int minutario_rename_exchange(const char *first, const char *second) {
#ifdef SYS_renameat2
  long syscall(long number, ...);
  return syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2 /* RENAME_EXCHANGE */) == 0
             ? 0
             : errno;
#else
  return ENOSYS;
#endif
}

// Waits for nothing; does nothing where the system cannot do it.
static inline void minutario_begin_writeback(int descriptor) {
#ifdef SYS_sync_file_range
  long syscall(long number, ...);
  (void)syscall(SYS_sync_file_range, descriptor, 0L, 0L, 2 /* SYNC_FILE_RANGE_WRITE */);
#else
  (void)descriptor;
#endif
}
#endif
