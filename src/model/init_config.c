// A first candor.yaml.
#include "model/init.h"
#include "model/keys.h"

enum { VENDORS_SHOWN = 12, FUNCTIONS_SHOWN = 14, KEYS_KNOWN = 8 };

static size_t deals_with(const struct deals *d, size_t vendor)
{
	size_t n = 0;
	for (size_t i = 0; d->vendors_from && i < d->count; i++)
		for (uint32_t k = d->vendors_from[i]; k < d->vendors_from[i + 1]; k++)
			n += d->vendor_list[k] == vendor;
	return n;
}

// A list of quoted texts: [a, "b: c"].
static void add_texts(struct buf *out, const struct str *texts, size_t count)
{
	buf_byte(out, '[');
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add(out, S(", "));
		keys_quote(texts[i], out);
	}
	buf_byte(out, ']');
}

static void add_vendor(
	struct buf *out, struct arena *a, const struct vendor *v, size_t deals)
{
	struct str id = config_id(a, v->id.len ? v->id : v->name);
	buf_add(out, S("\n  - {id: "));
	keys_quote(id.len ? id : S("unnamed"), out);
	buf_add(out, S(", name: "));
	keys_quote(v->name.len ? v->name : v->id, out);
	if (v->alias_count) {
		buf_add(out, S(", aliases: "));
		add_texts(out, v->aliases, v->alias_count);
	}
	buf_add(out, S("}"));
	if (deals)
		buf_fmt(out, " # in %zu deal%s", deals, deals == 1 ? "" : "s");
}

// Vendors of one kind, those with folders first, then by deals; empty if there are none.
static struct str vendors_yaml(
	const struct workspace *ws, struct arena *a, enum vendor_kind kind)
{
	struct buf out = { 0 };
	struct map ids = { .arena = a };
	const struct vendors *all = &ws->vendors;
	bool *shown = ARENA_ARRAY(a, bool, all->count);
	for (size_t n = 0; n < VENDORS_SHOWN; n++) {
		size_t best = all->count, most = 0;
		for (size_t i = 0; i < all->count; i++) {
			const struct vendor *v = &all->at[i];
			size_t deals = deals_with(&ws->deals, i);
			size_t rank = deals + (v->configured ? SIZE_MAX / 2 : 0);
			if (v->kind == kind && !shown[i] && rank > most) {
				most = rank;
				best = i;
			}
		}
		if (best == all->count)
			break;
		shown[best] = true;
		struct str id = config_id(a, all->at[best].id);
		size_t known = ids.count;
		if (map_add(&ids, id) == known)
			add_vendor(&out, a, &all->at[best], deals_with(&ws->deals, best));
	}
	struct str yaml = arena_str(a, buf_str(&out));
	buf_done(&out);
	return yaml;
}

// Functions as people.csv and requests.csv call them, in the order in which they come up.
static struct str functions_yaml(const struct workspace *ws, struct arena *a)
{
	struct map names = { .arena = a };
	struct buf out = { 0 };
	for (size_t i = 0; i < ws->records.people.count; i++)
		if (ws->records.people.at[i].function.len)
			(void)map_add(&names, ws->records.people.at[i].function);
	for (size_t i = 0; i < ws->records.requests.count; i++)
		if (ws->records.requests.at[i].function.len)
			(void)map_add(&names, ws->records.requests.at[i].function);
	size_t count = names.count < FUNCTIONS_SHOWN ? names.count : FUNCTIONS_SHOWN;
	if (count)
		add_texts(&out, names.keys, count);
	struct str yaml = arena_str(a, buf_str(&out));
	buf_done(&out);
	return yaml;
}

static struct str quoted(struct arena *a, struct str text)
{
	struct buf out = { 0 };
	keys_quote(text, &out);
	struct str yaml = arena_str(a, buf_str(&out));
	buf_done(&out);
	return yaml;
}

static struct str listed(struct arena *a, struct str text)
{
	return arena_fmt(a, "[%" PRI_STR "]", ARG_STR(quoted(a, text)));
}

struct known {
	struct key_value at[KEYS_KNOWN];
	size_t count;
};

static void know(struct known *k, const char *path, struct str yaml)
{
	if (yaml.len)
		k->at[k->count++] = (struct key_value){ path, yaml };
}

bool init_config(
	const struct workspace *ws, const struct init_seen *seen, struct buf *out)
{
	struct arena scratch = { 0 };
	struct known known = { 0 };
	if (ws->config.path.len)
		return false;
	struct str company = init_company(seen, ws), domain = init_domain(seen, ws);
	if (company.len)
		know(&known, "company", quoted(&scratch, company));
	if (domain.len)
		know(&known, "aliases", listed(&scratch, domain));
	know(&known, "currency", str_of(ws->deals.currency));
	know(&known, "competitors", vendors_yaml(ws, &scratch, VENDOR_RIVAL));
	know(&known, "alternatives", vendors_yaml(ws, &scratch, VENDOR_ALTERNATIVE));
	know(&known, "functions", functions_yaml(ws, &scratch));
	keys_yaml(known.at, known.count, out);
	arena_free(&scratch);
	return true;
}
