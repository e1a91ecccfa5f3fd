// The saved order of the ring from outside: every function stands once, and what is
// written is read again as it was.
#include <stdlib.h>
#include <string.h>

#include "web/web.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { NODES = 9 };

static void check(bool ok)
{
	if (!ok)
		abort();
}

static void make_web(struct arena *a, struct web *web)
{
	struct random r = { 1 };
	*web = (struct web){ .node_count = NODES, .link_count = NODES * (NODES - 1) / 2 };
	web->nodes = ARENA_ARRAY(a, struct web_node, NODES);
	web->links = ARENA_ARRAY(a, struct web_link, web->link_count);
	for (size_t i = 0; i < NODES; i++)
		web->nodes[i].id = arena_fmt(a, "f%zu", i);
	for (size_t i = 0; i < web->link_count; i++)
		web->links[i].observed = random_unit(&r);
}

static void settle(struct web_order *order, struct arena *a, bool adds)
{
	struct web web;
	uint32_t nodes[NODES];
	bool seen[NODES] = { false };
	make_web(a, &web);
	const bool added = web_order_settle(&web, order, a, nodes);
	check(adds || !added);
	for (size_t i = 0; i < NODES; i++) {
		check(nodes[i] < NODES && !seen[nodes[i]]);
		seen[nodes[i]] = true;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct web_order order, again;
	struct buf out = { 0 };
	const struct str text = { (const char *)bytes, len };
	if (!web_order_read(text, &a, &order, &err)) {
		check(err.code && err.text[0]);
		arena_free(&a);
		return 0;
	}
	settle(&order, &a, true);
	web_order_write(&order, &out);
	if (web_order_read(buf_str(&out), &a, &again, &err))
		settle(&again, &a, false);
	buf_done(&out);
	arena_free(&a);
	return 0;
}
