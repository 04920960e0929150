// Records what a program changes in one folder, for `power-cuts.mjs`: LD_PRELOAD=recorder.so, RECORD_ROOT=/folder,
// RECORD_TO=/journal. Linux only.
//
// Each call is made and then written to the journal, under a lock that other processes share, so that the journal has the
// order of things. A record is a header (struct record), a name, another name, and data. Files and folders are told apart by
// their inode; a file or folder that is new says so, because the number may have been another's.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { CREATE = 1, WRITE, TRUNCATE, SYNC, MAKE_FOLDER, REMOVE, RENAME };

struct record {
  uint32_t kind, name, other_name, data;
  uint64_t inode, folder, other_folder, offset;
};

static char root[PATH_MAX];
static size_t root_length;
static int journal = -1;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("RECORD_ROOT"), *file = getenv("RECORD_TO");
  if (!folder || !file || !realpath(folder, root)) return;
  root_length = strlen(root);
  journal = REAL(open)(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void lock(void) {
  pthread_mutex_lock(&mutex);
  flock(journal, LOCK_EX);
}

static void unlock(void) {
  int error = errno;
  flock(journal, LOCK_UN);
  pthread_mutex_unlock(&mutex);
  errno = error;
}

static int is_inside(const char *path) {
  return journal >= 0 && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

// Writes the whole path of what a call names, if it is in the folder.
static int locate(int at, const char *path, char *full) {
  if (journal < 0 || !path || !*path) return 0;
  if (*path == '/') {
    if (snprintf(full, PATH_MAX, "%s", path) >= PATH_MAX) return 0;
  } else {
    char link[64], folder[PATH_MAX];
    if (at == AT_FDCWD) {
      if (!getcwd(folder, sizeof folder)) return 0;
    } else {
      snprintf(link, sizeof link, "/proc/self/fd/%d", at);
      ssize_t length = readlink(link, folder, sizeof folder - 1);
      if (length < 0) return 0;
      folder[length] = 0;
    }
    if (snprintf(full, PATH_MAX, "%s/%s", folder, path) >= PATH_MAX) return 0;
  }
  return is_inside(full);
}

static int is_recorded(int fd) {
  struct stat status;
  char link[64], path[PATH_MAX];
  if (journal < 0 || fstat(fd, &status) || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_inside(path);
}

static uint64_t inode_of(int fd) {
  struct stat status;
  return fstat(fd, &status) ? 0 : status.st_ino;
}

static uint64_t inode_at(const char *path) {
  struct stat status;
  return lstat(path, &status) ? 0 : status.st_ino;
}

static const char *last_step(const char *path) { return strrchr(path, '/') + 1; }

static uint64_t folder_of(const char *path) {
  char folder[PATH_MAX];
  snprintf(folder, sizeof folder, "%s", path);
  *strrchr(folder, '/') = 0;
  return inode_at(folder);
}

// A record that cannot be written would make the test say less than it claims.
static void put(const void *bytes, size_t length) {
  const char *from = bytes;
  while (length) {
    ssize_t written = REAL(write)(journal, from, length);
    if (written < 0) abort();
    from += written;
    length -= written;
  }
}

static void record(struct record of, const char *name, const char *other, const void *data) {
  of.name = name ? strlen(name) : 0;
  of.other_name = other ? strlen(other) : 0;
  put(&of, sizeof of);
  if (name) put(name, of.name);
  if (other) put(other, of.other_name);
  if (data) put(data, of.data);
}

static void record_write(int fd, const void *data, ssize_t length, off_t offset) {
  if (length > 0) record((struct record){.kind = WRITE, .inode = inode_of(fd), .offset = offset, .data = length}, 0, 0, data);
}

static int open_recorded(int at, const char *path, int flags, mode_t mode) {
  char full[PATH_MAX];
  if (!(flags & (O_CREAT | O_TRUNC)) || !locate(at, path, full)) return REAL(openat)(at, path, flags, mode);
  lock();
  int existed = inode_at(full) != 0;
  int fd = REAL(openat)(at, path, flags, mode);
  if (fd >= 0 && !existed)
    record((struct record){.kind = CREATE, .inode = inode_of(fd), .folder = folder_of(full)}, last_step(full), 0, 0);
  else if (fd >= 0 && flags & O_TRUNC)
    record((struct record){.kind = TRUNCATE, .inode = inode_of(fd)}, 0, 0, 0);
  unlock();
  return fd;
}

#define MODE(flags)                                   \
  mode_t mode = 0;                                    \
  if ((flags) & (O_CREAT | O_TMPFILE)) {              \
    va_list list;                                     \
    va_start(list, flags);                            \
    mode = va_arg(list, mode_t);                      \
    va_end(list);                                     \
  }

int open(const char *path, int flags, ...) { MODE(flags) return open_recorded(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_recorded(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_recorded(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_recorded(at, path, flags, mode); }

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  if (!is_recorded(fd)) return REAL(pwrite)(fd, data, length, offset);
  lock();
  ssize_t written = REAL(pwrite)(fd, data, length, offset);
  record_write(fd, data, written, offset);
  unlock();
  return written;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return pwrite(fd, data, length, offset); }

ssize_t write(int fd, const void *data, size_t length) {
  if (!is_recorded(fd)) return REAL(write)(fd, data, length);
  lock();
  ssize_t written = REAL(write)(fd, data, length);
  if (written > 0) record_write(fd, data, written, lseek(fd, 0, SEEK_CUR) - written);
  unlock();
  return written;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!is_recorded(fd)) return REAL(writev)(fd, parts, count);
  // A short write is one, too.
  for (int part = 0; part < count; part++)
    if (parts[part].iov_len) return write(fd, parts[part].iov_base, parts[part].iov_len);
  return 0;
}

// These would pass data by unseen: callers then read and write by themselves.
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t length, unsigned flags) {
  if (!is_recorded(to)) return REAL(copy_file_range)(from, at, to, there, length, flags);
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length);
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
  if (!is_recorded(to)) return REAL(sendfile64)(to, from, at, length);
  errno = ENOSYS;
  return -1;
}

int ftruncate(int fd, off_t length) {
  if (!is_recorded(fd)) return REAL(ftruncate)(fd, length);
  lock();
  int result = REAL(ftruncate)(fd, length);
  if (!result) record((struct record){.kind = TRUNCATE, .inode = inode_of(fd), .offset = length}, 0, 0, 0);
  unlock();
  return result;
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

int fsync(int fd) {
  if (!is_recorded(fd)) return REAL(fsync)(fd);
  // What is written meanwhile may be on the disk or not; it counts as not.
  lock();
  int result = REAL(fsync)(fd);
  if (!result) record((struct record){.kind = SYNC, .inode = inode_of(fd)}, 0, 0, 0);
  unlock();
  return result;
}
int fdatasync(int fd) { return fsync(fd); }

int mkdirat(int at, const char *path, mode_t mode) {
  char full[PATH_MAX];
  if (!locate(at, path, full)) return REAL(mkdirat)(at, path, mode);
  lock();
  int result = REAL(mkdirat)(at, path, mode);
  if (!result)
    record((struct record){.kind = MAKE_FOLDER, .inode = inode_at(full), .folder = folder_of(full)}, last_step(full), 0, 0);
  unlock();
  return result;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

int unlinkat(int at, const char *path, int flags) {
  char full[PATH_MAX];
  if (!locate(at, path, full)) return REAL(unlinkat)(at, path, flags);
  lock();
  uint64_t inode = inode_at(full);
  int result = REAL(unlinkat)(at, path, flags);
  if (!result) record((struct record){.kind = REMOVE, .inode = inode, .folder = folder_of(full)}, last_step(full), 0, 0);
  unlock();
  return result;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int renameat(int at, const char *from, int there, const char *to) {
  char old[PATH_MAX], new[PATH_MAX];
  if (!locate(at, from, old) || !locate(there, to, new)) return REAL(renameat)(at, from, there, to);
  lock();
  uint64_t inode = inode_at(old);
  int result = REAL(renameat)(at, from, there, to);
  if (!result)
    record((struct record){.kind = RENAME, .inode = inode, .folder = folder_of(old), .other_folder = folder_of(new)},
           last_step(old), last_step(new), 0);
  unlock();
  return result;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }
