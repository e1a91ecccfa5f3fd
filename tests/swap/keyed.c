#include "tests/swap/keyed.h"

static bool load(struct arena *a, const char *path, struct str *text)
{
	struct file f;
	struct error err = { 0 };
	if (!file_open(path, 1 << 20, &f, &err))
		return false;
	*text = arena_str(a, f.bytes);
	file_close(&f);
	return true;
}

static bool read_key(struct arena *a, struct keyed *key)
{
	struct str rest, line;
	*key = (struct keyed){ .count = 0 };
	if (!load(a, "tests/swap/fixture/key.txt", &rest))
		return false;
	while (str_line(&rest, &line) && key->count < COUNT(key->want)) {
		const size_t colon = str_find_byte(line, ':', 0);
		if (!line.len || line.at[0] == '#' || colon == STR_NONE)
			continue;
		key->want[key->count] = str_cut(line, 0, colon);
		key->claim[key->count++] = str_trim(str_from(line, colon + 1));
	}
	return true;
}

bool keyed_open(struct world *w, struct keyed *key)
{
	struct str shiftly, opsgrid;
	world_open(w, "Fernhollow");
	world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_vendor(w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	if (!read_key(&w->arena, key) ||
		!load(&w->arena, "tests/swap/fixture/shiftly.md", &shiftly) ||
		!load(&w->arena, "tests/swap/fixture/opsgrid.md", &opsgrid))
		return false;
	world_add_claims(w, "site/claims.md", key->claim, key->count, NULL);
	world_add(w, "competitors/shiftly/2026-10-home.md", shiftly, "shiftly",
		date_of(2026, 10, 2));
	world_add(w, "competitors/opsgrid/2026-11-home.md", opsgrid, "opsgrid",
		date_of(2026, 11, 5));
	return true;
}

const char *keyed_name(enum verdict v)
{
	return v == VERDICT_UNIQUE || v == VERDICT_UNPROVEN || v == VERDICT_SWAPPABLE ||
			       v == VERDICT_CANNOT_TELL
		       ? "ours"
		       : verdict_name(v);
}

struct keyed_score keyed_score(const struct keyed *key, const struct swap_result *r)
{
	struct keyed_score s = { .count = r->claim_count };
	for (size_t i = 0; i < r->claim_count && i < key->count; i++) {
		const enum verdict v = r->claims[i].verdict;
		const bool shared = v == VERDICT_SHARED;
		const bool want = str_eq(key->want[i], S("shared"));
		s.said += shared;
		s.wanted += want;
		s.right += shared && want;
		s.denied += shared && str_eq(key->want[i], S("contested"));
		s.exact += str_eq(key->want[i], str_of(keyed_name(v)));
	}
	return s;
}
