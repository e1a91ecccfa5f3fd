#include "tests/test.h"

#include "swap/swap.h"
#include "tests/swap/world.h"

#include <string.h>

static struct str load(struct arena *a, const char *path)
{
	struct file f;
	struct error err = { 0 };
	if (!file_open(path, 1 << 20, &f, &err))
		fail_msg("%s", err.text);
	const struct str text = arena_str(a, f.bytes);
	file_close(&f);
	return text;
}

struct keyed {
	struct str want[64], claim[64];
	size_t count;
};

static void read_key(struct arena *a, struct keyed *key)
{
	struct str rest = load(a, "tests/swap/fixture/key.txt"), line;
	while (str_line(&rest, &line)) {
		const size_t colon = str_find_byte(line, ':', 0);
		if (!line.len || line.at[0] == '#' || colon == STR_NONE)
			continue;
		key->want[key->count] = str_cut(line, 0, colon);
		key->claim[key->count++] = str_trim(str_from(line, colon + 1));
	}
}

static void open_fixture(struct world *w, struct keyed *key)
{
	world_open(w, "Fernhollow");
	world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_vendor(w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	read_key(&w->arena, key);
	world_add_claims(w, "site/claims.md", key->claim, key->count, NULL);
	world_add(w, "competitors/shiftly/2026-10-home.md",
		load(&w->arena, "tests/swap/fixture/shiftly.md"), "shiftly",
		date_of(2026, 10, 2));
	world_add(w, "competitors/opsgrid/2026-11-home.md",
		load(&w->arena, "tests/swap/fixture/opsgrid.md"), "opsgrid",
		date_of(2026, 11, 5));
}

static const char *short_name(enum verdict v)
{
	return v == VERDICT_UNIQUE || v == VERDICT_UNPROVEN || v == VERDICT_CANNOT_TELL
		       ? "ours"
		       : verdict_name(v);
}

TEST(forty_claims_with_a_key_come_out_as_a_careful_reader_says)
{
	struct world w;
	struct keyed key = { .count = 0 };
	struct swap_result r;
	open_fixture(&w, &key);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	assert_int_equal(r.claim_count, 40);
	size_t said = 0, right = 0, wanted = 0, exact = 0;
	for (size_t i = 0; i < r.claim_count; i++) {
		const struct swapped_claim *c = &r.claims[i];
		const bool shared = c->verdict == VERDICT_SHARED;
		const bool want = str_eq(key.want[i], S("shared"));
		said += shared;
		wanted += want;
		right += shared && want;
		const char *got = short_name(c->verdict);
		exact += str_eq(key.want[i], str_of(got));
		if (!str_eq(key.want[i], str_of(got)))
			print_message("key %" PRI_STR ", got %s: %" PRI_STR
				      "\n    (%" PRI_STR ")\n",
				ARG_STR(key.want[i]), verdict_name(c->verdict),
				ARG_STR(c->sentence->text), ARG_STR(c->reason));
	}
	print_message(
		"shared: %zu of %zu said are right, %zu of %zu found; all verdicts: "
		"%zu of %zu as in the key\n",
		right, said, right, wanted, exact, r.claim_count);
	assert_true((double)right >= 0.9 * (double)said);
	assert_true((double)right >= 0.8 * (double)wanted);
	world_close(&w);
}

MAIN(RUN(forty_claims_with_a_key_come_out_as_a_careful_reader_says))
