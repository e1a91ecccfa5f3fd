// The words of diagrams (SmartArt) and the titles of charts, which live in parts of their
// own.
#include "read/pptx_deck.h"

#define GRAPHIC_TAGS(X)                                                                  \
	X(POINT, "dgm:pt")                                                               \
	X(TITLE, "c:title")                                                              \
	X(P, "a:p")                                                                      \
	X(T, "a:t")                                                                      \
	X(BREAK, "a:br")

#define X(id, name) TAG_##id,
enum { TAG_NONE, GRAPHIC_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { GRAPHIC_TAGS(X) };
#undef X

enum { CHART_TITLE_DEPTH = 3 }; // the titles of axes stand deeper

struct reading {
	struct deck *deck;
	struct sayings *out;
	struct saying now;
	struct buf text;
	int wanted; // depth of the point or title that is open, 0 = none
	bool in_words;
};

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	struct str type = tag == TAG_POINT ? xml_value(a, "type") : S("");
	// Other points only say how the boxes hang together and look.
	bool is_box = tag == TAG_POINT &&
		      (!type.len || str_eq(type, S("node")) || str_eq(type, S("asst")));
	bool is_title = tag == TAG_TITLE && depth == CHART_TITLE_DEPTH;
	if (is_box || is_title) {
		r->wanted = depth;
		r->now.kind = is_box ? BLOCK_ITEM : BLOCK_TEXT;
		r->now.level = is_box;
	}
	if (tag == TAG_P)
		buf_clear(&r->text);
	if (tag == TAG_BREAK)
		buf_byte(&r->text, ' ');
	r->in_words = tag == TAG_T;
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	struct reading *r = context;
	r->in_words = false;
	if (tag == TAG_P && r->wanted) {
		r->now.text = arena_str(&r->deck->scratch, str_trim(buf_str(&r->text)));
		sayings_add(r->out, &r->deck->scratch, r->now);
	}
	if (depth == r->wanted)
		r->wanted = 0;
	return true;
}

static bool on_words(void *context, struct str words)
{
	struct reading *r = context;
	if (r->in_words && r->wanted)
		ooxml_words(&r->text, words);
	return true;
}

void sayings_add(struct sayings *all, struct arena *a, struct saying s)
{
	if (!s.text.len)
		return;
	all->at = arena_more(a, all->at, all->count, &all->room, sizeof *all->at);
	all->at[all->count++] = s;
}

bool graphic_read(struct deck *d, struct str part, uint32_t shape, struct sayings *out,
	struct error *err)
{
	struct reading r = { .deck = d, .out = out, .now = { .shape = shape } };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { &r, on_open, on_close, on_words };
	bool ok = package_read(d->package, part, &names, &sink, err);
	buf_done(&r.text);
	return ok;
}
