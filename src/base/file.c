#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

static bool system_error(struct error *err)
{
	return error_set(err, ERROR_SYSTEM, "%s", strerror(errno));
}

static bool map_bytes(int fd, size_t size, struct file *f, struct error *err)
{
	*f = (struct file){ .bytes = S("") };
	if (!size)
		return true;
	void *map = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED)
		return system_error(err);
	*f = (struct file){ .bytes = { map, size }, .map = map };
	return true;
}

bool file_open(const char *path, size_t max, struct file *f, struct error *err)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return system_error(err);
	bool ok = false;
	if (fstat(fd, &st))
		system_error(err);
	else if (!S_ISREG(st.st_mode))
		error_set(err, ERROR_FORMAT, "is not a regular file");
	else if ((uint64_t)st.st_size > max)
		error_set(err, ERROR_LIMIT, "is %lld MB, and files end at %zu MB here",
			(long long)(st.st_size >> 20), max >> 20);
	else
		ok = map_bytes(fd, (size_t)st.st_size, f, err);
	(void)close(fd); // opened for reading: nothing can be lost
	return ok;
}

void file_close(struct file *f)
{
	if (f->map)
		(void)munmap(f->map, f->bytes.len); // our own mapping: cannot fail
	*f = (struct file){ 0 };
}

void file_forget(const struct file *f, size_t from, size_t to)
{
	const size_t page = 4096;
	to = to < f->bytes.len ? to / page * page : f->bytes.len;
	from = (from + page - 1) / page * page;
	if (!f->map || from >= to)
		return;
	// Our own clean pages of a file: they come back from it when they are read.
	(void)madvise((char *)f->map + from, to - from, MADV_DONTNEED);
}

bool file_read_stream(
	int fd, size_t max, struct arena *a, struct str *bytes, struct error *err)
{
	struct buf all = { .max = max };
	char piece[65536];
	ssize_t n = 0;
	while (!all.full &&
		((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR)))
		if (n > 0)
			buf_add(&all, (struct str){ piece, (size_t)n });
	bool ok = n >= 0 && !all.full;
	if (n < 0)
		system_error(err);
	else if (all.full)
		error_set(err, ERROR_LIMIT, "is longer than %zu MB", max >> 20);
	if (ok)
		*bytes = arena_str(a, buf_str(&all));
	buf_done(&all);
	return ok;
}

bool file_stat_of(const char *path, struct file_stat *out, struct error *err)
{
	struct stat st;
	if (stat(path, &st))
		return system_error(err);
	*out = (struct file_stat){
		.path = str_of(path),
		.size = st.st_size,
		.mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec,
		.inode = st.st_ino,
	};
	return true;
}

static bool write_all(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.at, bytes.len);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

static int no_sync(int fd)
{
	(void)fd; // the disk may take its time
	return 0;
}

static bool write_beside(
	const char *path, struct str bytes, int (*sync)(int), struct error *err)
{
	struct arena a = { 0 };
	const char *beside = arena_fmt(&a, "%s.%ld.part", path, (long)getpid()).at;
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	bool ok = fd >= 0 && write_all(fd, bytes) && !sync(fd);
	if (fd >= 0)
		ok = !close(fd) && ok;
	ok = ok && !rename(beside, path);
	if (!ok) {
		error_set(err, ERROR_SYSTEM, "%s: %s", path, strerror(errno));
		(void)unlink(beside); // best effort: the error is already told
	}
	arena_free(&a);
	return ok;
}

bool file_write(const char *path, struct str bytes, struct error *err)
{
	return write_beside(path, bytes, fsync, err);
}

bool file_replace(const char *path, struct str bytes, struct error *err)
{
	return write_beside(path, bytes, no_sync, err);
}

// Makes the folder named by the first `len` bytes of path; fine if it is there.
static bool make_one(struct arena *a, struct str path, size_t len)
{
	return !mkdir(arena_cstr(a, str_cut(path, 0, len)), 0755) || errno == EEXIST;
}

bool file_make_folder(const char *path, struct error *err)
{
	struct arena a = { 0 };
	struct str whole = str_of(path);
	bool ok = true;
	for (size_t i = 1; ok && i < whole.len; i++)
		if (whole.at[i] == '/')
			ok = make_one(&a, whole, i);
	ok = ok && make_one(&a, whole, whole.len);
	if (!ok)
		error_set(err, ERROR_SYSTEM, "%s: %s", path, strerror(errno));
	arena_free(&a);
	return ok;
}
