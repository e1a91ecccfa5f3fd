#include "model/vendors.h"

#include "model/vendors_known.h"

// Beyond this many names the column holds no competitors but free text.
enum { VENDORS_MAX = 20000 };

static struct str id_of(struct arena *a, struct str name)
{
	char room[VENDOR_ID_MAX];
	return arena_str(a, vendor_id(name, room));
}

static void spell(struct vendors *v, struct str spelling, size_t vendor)
{
	char room[VENDOR_KEY_MAX];
	struct str key = vendor_key(spelling, room);
	if (!key.len)
		return;
	v->spellings.arena = v->arena;
	size_t at = map_add(&v->spellings, key);
	if (at + 1 < v->spellings.count)
		return; // whoever had this spelling first keeps it
	v->owner = arena_more(v->arena, v->owner, at, &v->owner_room, sizeof *v->owner);
	v->owner[at] = (uint32_t)vendor;
}

size_t vendors_find(const struct vendors *v, struct str spelling)
{
	char room[VENDOR_KEY_MAX];
	struct str key = vendor_key(spelling, room);
	size_t at = key.len ? map_find(&v->spellings, key) : MAP_NONE;
	return at == MAP_NONE ? MAP_NONE : v->owner[at];
}

bool vendors_is_us(const struct vendors *v, struct str spelling)
{
	const size_t vendor = vendors_find(v, spelling);
	return vendor != MAP_NONE && v->at[vendor].kind == VENDOR_US;
}

size_t vendors_add(struct vendors *v, struct str id, struct str name,
	enum vendor_kind kind, bool configured)
{
	size_t found = vendors_find(v, name.len ? name : id);
	if (found != MAP_NONE)
		return found;
	if (v->count >= VENDORS_MAX)
		return MAP_NONE;
	v->at = arena_more(v->arena, v->at, v->count, &v->room, sizeof *v->at);
	name = arena_str(v->arena, name.len ? name : id);
	v->at[v->count] = (struct vendor){
		.id = id.len ? arena_str(v->arena, id) : id_of(v->arena, name),
		.name = name,
		.kind = kind,
		.configured = configured,
	};
	spell(v, name, v->count);
	spell(v, v->at[v->count].id, v->count);
	return v->count++;
}

void vendors_alias(struct vendors *v, size_t vendor, struct str spelling)
{
	if (vendor >= v->count || vendors_find(v, spelling) != MAP_NONE)
		return;
	struct vendor *one = &v->at[vendor];
	one->aliases = arena_more(v->arena, one->aliases, one->alias_count,
		&one->alias_room, sizeof *one->aliases);
	one->aliases[one->alias_count++] = arena_str(v->arena, spelling);
	spell(v, spelling, vendor);
}

static void add_said(struct vendors *v, const struct said_vendor *said, size_t count,
	enum vendor_kind kind)
{
	for (size_t i = 0; i < count; i++) {
		size_t vendor = vendors_add(v, said[i].id, said[i].name, kind, true);
		for (size_t j = 0; j < said[i].alias_count; j++)
			vendors_alias(v, vendor, said[i].aliases[j]);
	}
}

void vendors_init(struct vendors *v, struct arena *a, const struct config *c)
{
	*v = (struct vendors){ .arena = a };
	if (c->company.len) {
		size_t us =
			vendors_add(v, (struct str){ 0 }, c->company, VENDOR_US, true);
		for (size_t i = 0; i < c->alias_count; i++)
			vendors_alias(v, us, c->aliases[i]);
		for (size_t i = 0; i < c->product_count; i++)
			vendors_alias(v, us, c->products[i]);
	}
	add_said(v, c->rivals, c->rival_count, VENDOR_RIVAL);
	add_said(v, c->alternatives, c->alternative_count, VENDOR_ALTERNATIVE);
}
