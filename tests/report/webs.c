#include "tests/report/webs.h"

#include "tests/test.h"

const char *const WEBS_USUAL[14] = { "Product marketing", "Customer success", "Product",
	"Sales", "Support", "Engineering", "Marketing", "Operations", "Finance",
	"Sales development", "Content", "Partners", "Leadership", "Legal" };

const char *const WEBS_LONG[14] = { "International customer success and renewals",
	"Produktmarketing für Geschäftskunden", "Engineering enablement & infrastructure",
	"Datenschutzgrundverordnungsbeauftragte", "Go-to-market operations and planning",
	"Sales development, mid-market, EMEA", "Öffentlichkeitsarbeit und Presse",
	"Support (second and third level, nights)",
	"Finance, procurement and controlling", "Product management: platform and data",
	"Partner/alliance management worldwide", "Revenue operations and deal desk",
	"People, culture and learning", "Executive leadership team and its staff" };

const char *const WEBS_HOSTILE[9] = { "<script>alert(1)</script>", "\"]; end", "A & B's",
	"\033[31mred\033[0m",
	"a\xe2\x80\xae"
	"b",
	"日本語チーム", "| pipe | # hash", "\xff\xfe bad bytes", "{{x}} %s %n" };

enum { MEMBERS_MIN = 7 };

static uint32_t below(struct random *r, uint64_t bound)
{
	return (uint32_t)random_below(r, bound);
}

struct company {
	uint32_t first[WORLD_FUNCTIONS], members[WORLD_FUNCTIONS];
	double pull[WORLD_FUNCTIONS][WORLD_FUNCTIONS];
};

static void hire(struct company *c, size_t count, struct random *r, struct world *w)
{
	uint32_t people = 0;
	for (size_t f = 0; f < count; f++) {
		c->first[f] = people;
		c->members[f] = MEMBERS_MIN + below(r, f % 3 ? 14 : 50);
		people += c->members[f];
	}
	world_init(w, count, people);
	for (size_t f = 0; f < count; f++)
		for (uint32_t i = 0; i < c->members[f]; i++)
			world_place(w, c->first[f] + i, (uint32_t)f);
}

// Most ties are weak, some are close, one in five is nothing.
static void attract(struct company *c, size_t count, struct random *r)
{
	for (size_t a = 0; a < count; a++)
		for (size_t b = 0; b < a; b++) {
			const uint32_t luck = below(r, 10);
			const double pull = luck < 2	? 0
					    : luck == 2 ? .3
					    : luck < 7	? 1
							: 5 + luck;
			c->pull[a][b] = c->pull[b][a] = pull;
		}
}

static void exchange(
	struct company *c, size_t a, size_t b, struct random *r, struct world *w)
{
	const uint32_t times = (uint32_t)(c->pull[a][b] * 6);
	for (uint32_t i = 0; i < times; i++) {
		const struct world_row row = { .from = c->first[a] +
						       below(r, c->members[a]),
			.to = c->first[b] + below(r, c->members[b]),
			.weight = 1,
			.channel = CHANNEL_MAIL };
		world_add(w, row);
	}
}

static void aim(struct world *w, size_t count, struct random *r)
{
	static const char *const IDS[] = { "O-1", "O-2", "O-3" };
	static const char *const NAMES[] = { "Cut churn in mid-market",
		"Win against incumbents", "Adoption of the release" };
	const size_t aims = count < 4 ? 1 : COUNT(IDS);
	for (size_t o = 0; o < aims; o++) {
		struct web_objective *objective =
			world_objective(w, IDS[o], 100 - 30 * (double)o);
		objective->name = str_of(NAMES[o]);
		for (size_t l = 0; l < 1 + count / 3; l++) {
			const uint32_t a = below(r, count > 4 ? count - 2 : count);
			const uint32_t b = (a + 1 + below(r, count > 1 ? count - 1 : 1)) %
					   (uint32_t)count;
			world_need(
				w, objective, a, b, (enum web_level)below(r, WEB_LEVELS));
		}
	}
}

void webs_make(struct webs *w, const char *const *names, size_t count, uint64_t seed)
{
	static struct company company; // too large for the stack
	struct random r = { seed };
	*w = (struct webs){ 0 };
	company = (struct company){ 0 };
	hire(&company, count, &r, &w->world);
	attract(&company, count, &r);
	const size_t silent = count > 5 ? 3 : count;
	for (size_t a = 0; a < count; a++)
		for (size_t b = 0; b < count; b++)
			if (a != b && a != silent && b != silent)
				exchange(&company, a, b, &r, &w->world);
	aim(&w->world, count, &r);
	for (size_t f = 0; f < count; f++)
		w->world.traffic.functions[f].name = str_of(names[f]);
	world_run(&w->world);
	struct arena *a = &w->world.arena;
	uint32_t *order = ARENA_ARRAY(a, uint32_t, w->world.web.node_count + 1);
	(void)web_order_settle(&w->world.web, &w->order, a, order);
	w->ws = (struct workspace){ .arena = a, .as_of = w->world.traffic.to };
	w->ws.config.company = S("Fernhollow");
	web_say_seen(&w->ws, &w->world.traffic, &w->world.settings, a, &w->world.web);
	w->page = (struct web_page){ .ws = &w->ws, .web = &w->world.web, .order = order };
}

void webs_done(struct webs *w)
{
	world_done(&w->world);
}

const char *const *webs_names(struct arena *a, size_t count, size_t length, uint64_t seed)
{
	static const char LETTERS[] = "etaoinshrdlucmfWgypbvkMjxqzABCDwm";
	const char **names = ARENA_ARRAY(a, const char *, count);
	struct random r = { seed };
	for (size_t i = 0; i < count; i++) {
		char *name = arena_alloc(a, length + 1, 1);
		for (size_t k = 0; k < length; k++)
			name[k] = k && k + 1 < length && below(&r, 7) == 0
					  ? ' '
					  : LETTERS[below(&r, sizeof LETTERS - 1)];
		names[i] = name;
	}
	return names;
}
