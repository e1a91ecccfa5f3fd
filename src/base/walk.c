// Walking a folder, and paths as text.
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

enum { DEEPEST = 32 };

struct walk {
	struct arena *a;
	struct file_list *out;
	size_t max_files;
	const char *root;
};

static bool is_left_out(const char *name)
{
	return name[0] == '.' || !strcmp(name, "node_modules");
}

static void walk_folder(struct walk *w, struct str folder, int depth);

static void walk_entry(struct walk *w, struct str folder, const char *name, int depth)
{
	struct stat st;
	struct str path = path_join(w->a, folder, str_of(name));
	if (lstat(path_join(w->a, str_of(w->root), path).at, &st))
		return; // gone since the folder was read: it is simply not there
	if (S_ISLNK(st.st_mode)) {
		w->out->skipped_links++;
	} else if (S_ISDIR(st.st_mode)) {
		if (depth < DEEPEST)
			walk_folder(w, path, depth + 1);
	} else if (S_ISREG(st.st_mode)) {
		struct file_list *out = w->out;
		if (out->count >= w->max_files) {
			out->cut = true;
			return;
		}
		out->at = arena_more(
			w->a, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = (struct file_stat){
			.path = path,
			.size = st.st_size,
			.mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 +
				    st.st_mtim.tv_nsec,
			.inode = st.st_ino,
		};
	}
}

static void walk_folder(struct walk *w, struct str folder, int depth)
{
	DIR *dir = opendir(path_join(w->a, str_of(w->root), folder).at);
	if (!dir)
		return; // unreadable: its files are not in the workspace
	for (struct dirent *entry; (entry = readdir(dir)) && !w->out->cut;)
		if (!is_left_out(entry->d_name))
			walk_entry(w, folder, entry->d_name, depth);
	(void)closedir(dir); // only read
}

static int by_path(const void *a, const void *b)
{
	const struct file_stat *x = a, *y = b;
	return str_cmp(x->path, y->path);
}

bool file_is_folder(const char *path, struct error *err)
{
	struct stat st;
	if (stat(path, &st))
		return error_set(err, ERROR_USAGE, "%s: %s", path, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return error_set(err, ERROR_USAGE, "%s is a file, not a folder", path);
	return true;
}

bool file_walk(const char *folder, size_t max_files, struct arena *a,
	struct file_list *out, struct error *err)
{
	*out = (struct file_list){ 0 };
	if (!file_is_folder(folder, err))
		return false;
	struct walk w = { a, out, max_files, folder };
	walk_folder(&w, S(""), 0);
	if (out->count)
		qsort(out->at, out->count, sizeof *out->at, by_path);
	return true;
}

static size_t last_slash(struct str path)
{
	for (size_t i = path.len; i-- > 0;)
		if (path.at[i] == '/')
			return i;
	return STR_NONE;
}

struct str path_name(struct str path)
{
	size_t slash = last_slash(path);
	return slash == STR_NONE ? path : str_from(path, slash + 1);
}

struct str path_suffix(struct str path)
{
	struct str name = path_name(path);
	for (size_t i = name.len; i-- > 1;)
		if (name.at[i] == '.')
			return str_from(name, i);
	return (struct str){ 0 };
}

struct str path_folder(struct str path)
{
	size_t slash = last_slash(path);
	return slash == STR_NONE ? S("") : str_cut(path, 0, slash);
}

struct str path_join(struct arena *a, struct str folder, struct str name)
{
	if (!folder.len)
		return arena_str(a, name);
	const char *gap = str_ends(folder, S("/")) || !name.len ? "" : "/";
	return arena_fmt(
		a, "%" PRI_STR "%s%" PRI_STR, ARG_STR(folder), gap, ARG_STR(name));
}

// A star that may take one byte more: where the pattern goes on, and how far it has
// eaten.
struct star {
	size_t pattern; // behind the star; STR_NONE if there is none
	size_t path;
	bool folders; // "**/": eats whole folders only
};

// Lets the nearest star eat more: a single one a byte, not past a slash; else the double
// one before it, a byte or a folder.
static bool retry(struct star stars[2], struct str path, size_t *p, size_t *s)
{
	if (stars[0].pattern != STR_NONE && path.at[stars[0].path] == '/')
		stars[0].pattern = STR_NONE;
	struct star *star = stars[0].pattern != STR_NONE ? &stars[0] : &stars[1];
	if (star->pattern == STR_NONE)
		return false;
	while (star->folders && star->path < path.len && path.at[star->path] != '/')
		star->path++;
	if (star->path == path.len)
		return false;
	*s = ++star->path;
	*p = star->pattern;
	return true;
}

// Reads a star at pattern[*p] and remembers where it began to eat.
static void take_star(struct star stars[2], struct str pattern, size_t *p, size_t s)
{
	bool deep = *p + 1 < pattern.len && pattern.at[*p + 1] == '*';
	*p += deep ? 2 : 1;
	bool folders = deep && *p < pattern.len && pattern.at[*p] == '/';
	*p += folders;
	stars[deep] = (struct star){ *p, s, folders };
	if (deep)
		stars[0].pattern = STR_NONE;
}

// At most O(pattern * path) steps per star level, without recursion.
bool path_match(struct str pattern, struct str path)
{
	struct star stars[2] = { { .pattern = STR_NONE },
		{ .pattern = STR_NONE } }; // within a folder, across folders
	size_t p = 0, s = 0;
	while (s < path.len) {
		char c = p < pattern.len ? pattern.at[p] : '\0';
		if (c == '*')
			take_star(stars, pattern, &p, s);
		else if (c && (c == path.at[s] || (c == '?' && path.at[s] != '/')))
			p++, s++;
		else if (!retry(stars, path, &p, &s))
			return false;
	}
	while (p < pattern.len && pattern.at[p] == '*')
		p++;
	return p == pattern.len;
}
