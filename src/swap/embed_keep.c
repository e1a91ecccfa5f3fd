// Vectors between runs, so that a sentence is sent once: .candor/meaning/, one file for
// each endpoint and model.
#include <string.h>

#include "swap/embed_inner.h"

enum {
	KEPT_MAX = 2 * EMBED_TEXTS_MAX,
	HEAD = 40,
	FILE_MAX = 512 << 20,
};

static const char MAGIC[8] = { 'c', 'a', 'n', 'd', 'o', 'r', 'v', '1' };

// The file as it is: a head, then keys, then vectors.
struct kept_file {
	struct str bytes;
	uint64_t dims, count;
};

static uint64_t number_at(struct str bytes, size_t at)
{
	uint64_t n;
	memcpy(&n, bytes.at + at, sizeof n);
	return n;
}

static struct str path_of(const struct embed_list *l, struct str folder)
{
	const uint64_t asked = str_hash(l->ask->model, str_hash(l->ask->endpoint, 3));
	return arena_fmt(l->arena, "%" PRI_STR "/meaning/%016llx", ARG_STR(folder),
		(unsigned long long)asked);
}

static uint64_t hash_of(struct str bytes)
{
	return str_hash(str_from(bytes, HEAD), 4);
}

// Whether these are bytes that we wrote, whole.
static bool open_kept(struct str bytes, struct kept_file *k)
{
	*k = (struct kept_file){ .bytes = bytes };
	if (bytes.len < HEAD || memcmp(bytes.at, MAGIC, sizeof MAGIC) != 0)
		return false;
	k->dims = number_at(bytes, 8);
	k->count = number_at(bytes, 16);
	return k->dims >= 2 && k->dims <= 4096 && k->count <= KEPT_MAX &&
	       bytes.len == HEAD + k->count * (sizeof(struct embed_key) + k->dims) &&
	       number_at(bytes, 24) == hash_of(bytes);
}

static struct str key_at(const struct kept_file *k, size_t i)
{
	return str_cut(
		k->bytes, HEAD + i * sizeof(struct embed_key), sizeof(struct embed_key));
}

static struct str vector_at(const struct kept_file *k, size_t i)
{
	return str_cut(k->bytes, HEAD + k->count * sizeof(struct embed_key) + i * k->dims,
		k->dims);
}

static struct str key_str(const struct embed_key *key)
{
	return (struct str){ (const char *)key, sizeof *key };
}

static bool is_vector(struct str v)
{
	bool any = false;
	for (size_t i = 0; i < v.len; i++)
		any |= v.at[i] != 0;
	return any;
}

static void take_kept(struct embed_list *l, const struct kept_file *k)
{
	struct map known = { .arena = l->arena };
	for (size_t i = 0; i < k->count; i++)
		(void)map_add(&known, key_at(k, i));
	if (known.count != k->count || !embed_dims(l, k->dims))
		return;
	for (size_t i = 0; i < l->texts.count; i++) {
		const size_t at = map_find(&known, key_str(&l->keys[i]));
		if (at == MAP_NONE || !is_vector(vector_at(k, at)))
			continue;
		memcpy(embed_vector(l, i), vector_at(k, at).at, l->dims);
		l->have[i] = true;
		l->kept++;
	}
}

void embed_recall(struct embed_list *l, struct str folder)
{
	struct file file;
	struct kept_file k;
	struct error none = { 0 }; // the first run
	if (!folder.len || !file_open(path_of(l, folder).at, FILE_MAX, &file, &none))
		return;
	if (open_kept(file.bytes, &k))
		take_kept(l, &k);
	file_close(&file);
}

static void put_number(struct buf *b, uint64_t n)
{
	buf_add(b, (struct str){ (const char *)&n, sizeof n });
}

// Of the file before: what this run had no use for, as far as there is room.
static size_t add_older(const struct embed_list *l, const struct kept_file *old,
	size_t count, struct buf *keys, struct buf *vectors)
{
	struct map now = { .arena = l->arena };
	for (size_t i = 0; i < l->texts.count; i++)
		if (l->have[i])
			(void)map_add(&now, key_str(&l->keys[i]));
	for (size_t i = 0; i < old->count && count < KEPT_MAX; i++) {
		if (old->dims != l->dims || map_find(&now, key_at(old, i)) != MAP_NONE)
			continue;
		buf_add(keys, key_at(old, i));
		buf_add(vectors, vector_at(old, i));
		count++;
	}
	return count;
}

static bool write_kept(const struct embed_list *l, const struct buf *keys,
	const struct buf *vectors, size_t count, struct str path, struct error *err)
{
	struct buf body = { 0 }, whole = { 0 };
	buf_repeat(&body, S(" "), HEAD);
	buf_add(&body, buf_str(keys));
	buf_add(&body, buf_str(vectors));
	buf_add(&whole, (struct str){ MAGIC, sizeof MAGIC });
	put_number(&whole, l->dims);
	put_number(&whole, count);
	put_number(&whole, hash_of(buf_str(&body)));
	put_number(&whole, 0);
	buf_add(&whole, str_from(buf_str(&body), HEAD));
	const bool ok = file_write(path.at, buf_str(&whole), err);
	buf_done(&body);
	buf_done(&whole);
	return ok;
}

bool embed_keep(const struct embed_list *l, struct str folder, struct error *err)
{
	struct buf keys = { 0 }, vectors = { 0 };
	struct file file = { 0 };
	struct kept_file old = { 0 };
	struct error none = { 0 }; // the first run
	size_t count = 0;
	if (!folder.len || !l->dims)
		return true;
	const struct str path = path_of(l, folder);
	for (size_t i = 0; i < l->texts.count; i++) {
		if (!l->have[i])
			continue;
		buf_add(&keys, key_str(&l->keys[i]));
		buf_add(&vectors,
			(struct str){ (const char *)embed_vector(l, i), l->dims });
		count++;
	}
	if (file_open(path.at, FILE_MAX, &file, &none) && open_kept(file.bytes, &old))
		count = add_older(l, &old, count, &keys, &vectors);
	const bool ok = file_make_folder(arena_cstr(l->arena, path_folder(path)), err) &&
			write_kept(l, &keys, &vectors, count, path, err);
	file_close(&file);
	buf_done(&keys);
	buf_done(&vectors);
	return ok;
}
