#include "tests/test.h"

#include <math.h>
#include <string.h>

#include "web/web.h"

enum { MOST = 16 };

// A web of nothing but strengths: what the order looks at.
struct little {
	struct arena arena;
	struct web web;
	uint32_t order[MOST];
};

static void little_open(struct little *l, size_t count, uint64_t seed)
{
	struct random r = { seed };
	*l = (struct little){ 0 };
	l->web.nodes = ARENA_ARRAY(&l->arena, struct web_node, MOST);
	l->web.links = ARENA_ARRAY(&l->arena, struct web_link, MOST * MOST);
	l->web.node_count = count;
	for (uint32_t i = 0; i < count; i++)
		l->web.nodes[i].id = arena_fmt(&l->arena, "f%02u", i);
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t j = i + 1; j < count; j++) {
			struct web_link *link = web_link_at(&l->web, i, j);
			*link = (struct web_link){
				.a = i, .b = j, .observed = random_unit(&r)
			};
			l->web.link_count++;
		}
}

static void little_close(struct little *l)
{
	arena_free(&l->arena);
}

static bool settle(struct little *l, struct web_order *order)
{
	return web_order_settle(&l->web, order, &l->arena, l->order);
}

// The least cost of all orders that keep the first place, tried one by one.
static double least(const struct web *web, uint32_t *nodes, size_t from)
{
	if (from + 1 >= web->node_count)
		return web_order_cost(web, nodes, web->node_count);
	double best = INFINITY;
	for (size_t i = from; i < web->node_count; i++) {
		uint32_t kept = nodes[from];
		nodes[from] = nodes[i];
		nodes[i] = kept;
		best = fmin(best, least(web, nodes, from + 1));
		kept = nodes[from];
		nodes[from] = nodes[i];
		nodes[i] = kept;
	}
	return best;
}

TEST(the_order_is_the_best_of_all)
{
	for (uint64_t seed = 1; seed <= 5; seed++) {
		struct little l;
		struct web_order order = { 0 };
		uint32_t nodes[MOST];
		little_open(&l, 7, seed);
		assert_true(settle(&l, &order));
		for (uint32_t i = 0; i < 7; i++)
			nodes[i] = i;
		const double best = least(&l.web, nodes, 1);
		assert_float_equal(web_order_cost(&l.web, l.order, 7), best, 1e-6);
		little_close(&l);
	}
}

TEST(every_function_stands_once_and_the_first_at_the_top)
{
	for (size_t count = 0; count <= MOST; count++) {
		struct little l;
		struct web_order order = { 0 };
		bool seen[MOST] = { false };
		little_open(&l, count, 11 + count);
		assert_int_equal(settle(&l, &order), count > 0);
		for (size_t i = 0; i < count; i++) {
			assert_true(l.order[i] < count && !seen[l.order[i]]);
			seen[l.order[i]] = true;
		}
		if (count)
			assert_int_equal(l.order[0], 0);
		if (count > 2)
			assert_true(l.order[1] < l.order[count - 1]);
		little_close(&l);
	}
}

// What is needed counts like what is observed: the picture draws both.
TEST(needed_links_are_short_too)
{
	struct little l;
	struct web_order order = { 0 };
	little_open(&l, 8, 3);
	for (size_t i = 0; i < l.web.link_count; i++)
		l.web.links[i].observed = NAN; // nothing could be measured
	web_link_at(&l.web, 2, 7)->needed = .8;
	assert_true(settle(&l, &order));
	size_t at[8];
	for (size_t i = 0; i < 8; i++)
		at[l.order[i]] = i;
	const size_t apart = at[2] > at[7] ? at[2] - at[7] : at[7] - at[2];
	assert_true(apart == 1 || apart == 7);
	little_close(&l);
}

static struct str written(struct arena *a, const struct web_order *order)
{
	struct buf out = { 0 };
	web_order_write(order, &out);
	const struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

static void read_order(struct little *l, struct str text, struct web_order *order)
{
	struct error err = { 0 };
	assert_true(web_order_read(text, &l->arena, order, &err));
}

TEST(what_is_saved_is_drawn_again_and_nothing_is_added)
{
	struct little l;
	struct web_order order = { 0 }, again;
	uint32_t first[MOST];
	little_open(&l, 12, 5);
	(void)settle(&l, &order);
	memcpy(first, l.order, sizeof first);
	const struct str text = written(&l.arena, &order);
	for (size_t i = 0; i < l.web.link_count; i++)
		l.web.links[i].observed = 1 - l.web.links[i].observed;
	read_order(&l, text, &again);
	assert_false(settle(&l, &again));
	assert_memory_equal(first, l.order, 12 * sizeof *first);
	assert_true(str_eq(text, written(&l.arena, &again)));
	little_close(&l);
}

// The order of those that stay, without those that are `gone` or new.
static void keep(const uint32_t *nodes, size_t count, uint32_t below, uint32_t *out)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (nodes[i] < below)
			out[kept++] = nodes[i];
}

TEST(a_new_function_moves_no_other)
{
	struct little l;
	struct web_order order = { 0 };
	uint32_t before[MOST], after[MOST];
	little_open(&l, 14, 8);
	l.web.node_count = 9;
	l.web.link_count = 36;
	(void)settle(&l, &order);
	memcpy(before, l.order, sizeof before);
	struct little grown;
	little_open(&grown, 14, 8);
	struct web_order saved;
	read_order(&grown, written(&grown.arena, &order), &saved);
	assert_true(settle(&grown, &saved));
	keep(grown.order, 14, 9, after);
	assert_memory_equal(before, after, 9 * sizeof *before);
	// It stands where it costs least: any other place is no better.
	uint32_t tried[MOST];
	size_t at = 0;
	while (grown.order[at] != 13)
		at++;
	const double cost = web_order_cost(&grown.web, grown.order, 14);
	for (size_t to = 1; to < 14; to++) {
		size_t k = 0;
		for (size_t i = 0; i < 14; i++)
			if (i != at)
				tried[k++] = grown.order[i];
		memmove(&tried[to + 1], &tried[to], (13 - to) * sizeof *tried);
		tried[to] = 13;
		assert_true(web_order_cost(&grown.web, tried, 14) > cost - 1e-9);
	}
	little_close(&l);
	little_close(&grown);
}

TEST(who_comes_back_stands_where_it_stood)
{
	struct little l;
	struct web_order order;
	little_open(&l, 4, 2);
	read_order(&l, S("f03\ngone-for-now\nf01\nf02\nf00\n"), &order);
	assert_false(settle(&l, &order));
	const uint32_t want[] = { 3, 1, 2, 0 };
	assert_memory_equal(l.order, want, sizeof want);
	l.web.nodes[2].id = S("gone-for-now");
	read_order(&l, S("f03\ngone-for-now\nf01\nf02\nf00\n"), &order);
	assert_false(settle(&l, &order));
	const uint32_t back[] = { 3, 2, 1, 0 };
	assert_memory_equal(l.order, back, sizeof back);
	little_close(&l);
}

TEST(comments_and_the_lines_of_others_stay)
{
	struct little l;
	struct web_order order;
	little_open(&l, 3, 2);
	const struct str text =
		S("\xef\xbb\xbf# ours\r\n\r\nf02\r\nf02\r\nf00\r\n# end\r\n");
	read_order(&l, text, &order);
	assert_true(settle(&l, &order));
	const struct str out = written(&l.arena, &order);
	assert_true(str_starts(out, S("# ours\n\nf02\n")));
	assert_true(str_find(out, S("\nf01\n"), 0) != STR_NONE);
	assert_true(str_ends(out, S("# end\n")));
	assert_int_equal(l.order[0], 2);
	little_close(&l);
}

TEST(a_file_of_a_thousand_lines_is_refused)
{
	struct arena a = { 0 };
	struct buf out = { 0 };
	struct web_order order;
	struct error err = { 0 };
	for (size_t i = 0; i <= WEB_ORDER_LINES_MAX; i++)
		buf_fmt(&out, "%zu\n", i);
	assert_false(web_order_read(buf_str(&out), &a, &order, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	buf_done(&out);
	arena_free(&a);
}

MAIN(RUN(the_order_is_the_best_of_all),
	RUN(every_function_stands_once_and_the_first_at_the_top),
	RUN(needed_links_are_short_too),
	RUN(what_is_saved_is_drawn_again_and_nothing_is_added),
	RUN(a_new_function_moves_no_other), RUN(who_comes_back_stands_where_it_stood),
	RUN(comments_and_the_lines_of_others_stay),
	RUN(a_file_of_a_thousand_lines_is_refused))
