// file: bytes from disk and back, and walking a folder, always in the same order.
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"

// A file's bytes, mapped read-only where possible.  file_close gives them back.
struct file {
	struct str bytes;
	void *map; // NULL when the bytes are not mapped
};

// What the file system says of one file; enough to tell whether it changed.
struct file_stat {
	struct str path; // relative to the walked folder, '/' between names
	int64_t size;
	int64_t mtime_ns;
	uint64_t inode;
};

// ERROR_SYSTEM if it cannot be read, ERROR_LIMIT when larger than max.  Pipes and devices
// are refused.
bool file_open(const char *path, size_t max, struct file *f, struct error *err);
void file_close(struct file *f);
// The bytes [from, to) may leave memory until they are looked at again; only a hint.
void file_forget(const struct file *f, size_t from, size_t to);
// All of a stream that has no size (standard input), up to max bytes.
bool file_read_stream(
	int fd, size_t max, struct arena *a, struct str *bytes, struct error *err);
bool file_stat_of(const char *path, struct file_stat *out, struct error *err);

/*
 * Replaces path with bytes: written beside it, synced, then renamed, so that a reader
 * sees the old file or the new one and nothing between.
 */
bool file_write(const char *path, struct str bytes, struct error *err);
// The same without waiting for the disk: after a power cut the file may be damaged.  For
// what is checked when it is read and can be made anew.
bool file_replace(const char *path, struct str bytes, struct error *err);
// ERROR_USAGE when there is no such folder or it is a file.
bool file_is_folder(const char *path, struct error *err);
bool file_make_folder(
	const char *path, struct error *err); // and its parents; fine if it is there

struct file_list {
	struct file_stat *at; // sorted by path, bytewise
	size_t count;
	size_t room;
	size_t skipped_links; // symbolic links are not followed
	bool cut;	      // stopped at max_files
};

/*
 * All regular files below `folder`, sorted.  Leaves out what begins with '.',
 * "node_modules", and symbolic links; descends at most 32 folders.  O(n log n).
 */
bool file_walk(const char *folder, size_t max_files, struct arena *a,
	struct file_list *out, struct error *err);

// "a/b/c.csv" -> "c.csv"; "c.csv" -> ".csv" (empty if none); "a/b/c.csv" -> "a/b".
struct str path_name(struct str path);
struct str path_suffix(struct str path);
struct str path_folder(struct str path);
struct str path_join(struct arena *a, struct str folder, struct str name);
// Shell pattern with *, ?, and ** across folders, against a whole relative path.
bool path_match(struct str pattern, struct str path);

#endif
