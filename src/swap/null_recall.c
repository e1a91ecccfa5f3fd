#include <string.h>

#include "swap/null.h"

/*
 * What null_measure found last time, for an index whose name says that nothing has
 * changed: head, one record a group, and a hash of all that.
 */
struct kept_head {
	char magic[8];
	uint64_t name, groups;
};

struct kept_chance {
	double start, scale;
	uint64_t known;
};

static const char MAGIC[8] = "candorN1";
enum { KEPT_MAX = 1 << 20 };

static struct kept_head head_of(const struct index *x)
{
	struct kept_head h = { .name = index_name(x), .groups = index_groups(x) };
	memcpy(h.magic, MAGIC, sizeof h.magic);
	return h;
}

static bool recall(const char *path, const struct kept_head *head, struct chance *out)
{
	struct file file;
	struct error ignored = { 0 }; // what is not there is measured
	uint64_t sum = 0;
	const size_t size = sizeof *head + head->groups * sizeof(struct kept_chance);
	if (!file_open(path, KEPT_MAX, &file, &ignored))
		return false;
	bool ok = file.bytes.len == size + sizeof sum &&
		  !memcmp(file.bytes.at, head, sizeof *head);
	if (ok) {
		memcpy(&sum, file.bytes.at + size, sizeof sum);
		ok = sum == str_hash(str_cut(file.bytes, 0, size), 9);
	}
	for (size_t g = 0; ok && g < head->groups; g++) {
		struct kept_chance kept;
		memcpy(&kept, file.bytes.at + sizeof *head + g * sizeof kept,
			sizeof kept);
		out[g] = (struct chance){ kept.start, kept.scale, kept.known != 0 };
	}
	file_close(&file);
	return ok;
}

static void keep(const char *path, const struct kept_head *head, const struct chance *out)
{
	struct error ignored = { 0 }; // where nothing can be kept it is measured again
	struct buf b = { 0 };
	buf_add(&b, (struct str){ (const char *)head, sizeof *head });
	for (size_t g = 0; g < head->groups; g++) {
		const struct kept_chance kept = { out[g].start, out[g].scale,
			out[g].known };
		buf_add(&b, (struct str){ (const char *)&kept, sizeof kept });
	}
	const uint64_t sum = str_hash(buf_str(&b), 9);
	buf_add(&b, (struct str){ (const char *)&sum, sizeof sum });
	(void)file_replace(path, buf_str(&b), &ignored);
	buf_done(&b);
}

void null_recall(const struct index *x, const bool *german, const struct index_plan *plan,
	struct arena *a, struct chance *out)
{
	const struct kept_head head = head_of(x);
	const char *path = path_join(a, plan->folder, S("chances")).at;
	if (plan->folder.len && recall(path, &head, out))
		return;
	null_measure(x, german, plan->threads, a, out);
	if (plan->folder.len && plan->whole)
		keep(path, &head, out);
}
