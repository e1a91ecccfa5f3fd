#include "read/docx_styles.h"

enum {
	TAG_STYLE = 1,
	TAG_NAME,
	TAG_BASED_ON,
	TAG_OUTLINE,
	TAG_NUM_ID,
	TAG_NUM_LEVEL,
	TAG_OTHER_FORMAT,
	TAGS,
};

static const char *const NAMES[TAGS] = {
	[TAG_STYLE] = "w:style",
	[TAG_NAME] = "w:name",
	[TAG_BASED_ON] = "w:basedOn",
	[TAG_OUTLINE] = "w:outlineLvl",
	[TAG_NUM_ID] = "w:numId",
	[TAG_NUM_LEVEL] = "w:ilvl",
	[TAG_OTHER_FORMAT] = "w:tblStylePr",
};

enum { BODY_OUTLINE = 9, CHAIN_MAX = 20, LIST_DEPTH_MAX = 9 };

struct style_entry {
	struct str name;
	struct str based_on;
	uint32_t outline; // 0 to 8 is heading 1 to 9, 9 is body text, 10 is not said
	uint32_t list;	  // numId + 1: 1 takes a list away, 0 is not said
	uint32_t list_level;
};

struct reading {
	struct styles *styles;
	struct style_entry *style; // NULL outside
};

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	(void)depth; // styles do not nest
	struct reading *r = context;
	struct styles *s = r->styles;
	if (tag == TAG_STYLE) {
		size_t n = map_add(&s->ids, xml_value(a, "w:styleId"));
		if (n == s->ids.count - 1)
			s->at = arena_more(s->arena, s->at, n, &s->room, sizeof *s->at);
		r->style = &s->at[n];
		*r->style = (struct style_entry){ .outline = BODY_OUTLINE + 1 };
	}
	if (!r->style)
		return true;
	if (tag == TAG_NAME)
		r->style->name = utf8_lower(s->arena, xml_value(a, "w:val"));
	if (tag == TAG_BASED_ON)
		r->style->based_on = arena_str(s->arena, xml_value(a, "w:val"));
	if (tag == TAG_OUTLINE)
		r->style->outline = xml_count(a, "w:val", BODY_OUTLINE, BODY_OUTLINE);
	if (tag == TAG_NUM_ID)
		r->style->list = xml_count(a, "w:val", INT32_MAX, 0) + 1;
	if (tag == TAG_NUM_LEVEL)
		r->style->list_level = xml_count(a, "w:val", LIST_DEPTH_MAX - 1, 0);
	if (tag == TAG_OTHER_FORMAT)
		r->style = NULL; // what follows holds for parts of a table only
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	(void)depth; // styles do not nest
	if (tag == TAG_STYLE)
		((struct reading *)context)->style = NULL;
	return true;
}

bool styles_read(
	struct package *p, struct str part, struct styles *out, struct error *err)
{
	*out = (struct styles){ .arena = p->arena, .ids = { .arena = p->arena } };
	struct reading reading = { .styles = out };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = {
		.context = &reading, .open = on_open, .close = on_close
	};
	return package_read(p, part, &names, &sink, err);
}

// "heading 2" -> 2, "berschrift1" -> 1; 0 when it is not a heading.  `name` is in lower
// case.
static uint8_t heading_level(struct str name)
{
	// As names, and as the ids that Word makes of them by dropping what is not ASCII.
	static const struct str WORDS[] = {
		STR_INIT("heading"),
		STR_INIT("\xc3\xbc"
			 "berschrift"),
		STR_INIT("berschrift"),
		STR_INIT("titre"),
		STR_INIT("t\xc3\xadtulo"),
		STR_INIT("ttulo"),
		STR_INIT("titolo"),
		STR_INIT("kop"),
		STR_INIT("rubrik"),
		STR_INIT("nag\xc5\x82\xc3\xb3wek"),
		STR_INIT("nagwek"),
		STR_INIT("otsikko"),
		STR_INIT("overskrift"),
		STR_INIT("nadpis"),
		STR_INIT("c\xc3\xadmsor"),
		STR_INIT("cmsor"),
		STR_INIT("ba\xc5\x9fl\xc4\xb1k"),
		STR_INIT("balk"),
		STR_INIT(
			"\xd0\xb7\xd0\xb0\xd0\xb3\xd0\xbe\xd0\xbb\xd0\xbe\xd0\xb2\xd0\xbe"
			"\xd0\xba"),
	};
	name = str_trim(name);
	if (!name.len || name.at[name.len - 1] < '1' || name.at[name.len - 1] > '9')
		return 0;
	uint8_t level = (uint8_t)(name.at[name.len - 1] - '0');
	struct str word = str_trim(str_cut(name, 0, name.len - 1));
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_eq(word, WORDS[i]))
			return level;
	return 0;
}

// "toc 1", "toc heading" and the ids "toc1", "tocheading".
static bool is_contents(struct str name)
{
	struct str rest = str_trim(str_from(name, 3));
	return str_eq(name, S("table of figures")) ||
	       (str_starts(name, S("toc")) &&
		       (str_eq(rest, S("heading")) ||
			       (rest.len == 1 && byte_is_digit(rest.at[0]))));
}

static struct style kind_by_name(struct str name)
{
	uint8_t level = heading_level(name);
	if (level)
		return (struct style){ .kind = STYLE_HEADING, .level = level };
	if (str_eq(name, S("title")))
		return (struct style){ .kind = STYLE_TITLE };
	if (str_eq(name, S("quote")) || str_eq(name, S("intense quote")) ||
		str_eq(name, S("intensequote")) || str_eq(name, S("quotations")))
		return (struct style){ .kind = STYLE_QUOTE };
	if (is_contents(name))
		return (struct style){ .kind = STYLE_CONTENTS };
	return (struct style){ 0 };
}

static struct style kind_of(const struct style_entry *e)
{
	struct style by_name = kind_by_name(e->name);
	if (by_name.kind == STYLE_CONTENTS || e->outline > BODY_OUTLINE)
		return by_name;
	if (e->outline < BODY_OUTLINE)
		return (struct style){ .kind = STYLE_HEADING,
			.level = (uint8_t)(e->outline + 1) };
	return by_name.kind == STYLE_HEADING ? (struct style){ 0 } : by_name;
}

// "list bullet 3" is the third level of a list, though its own numbering says the first.
static uint8_t list_level_of(const struct style_entry *e)
{
	if (e->list <= 1)
		return 0;
	char last = e->name.len ? e->name.at[e->name.len - 1] : ' ';
	if (str_starts(e->name, S("list ")) && last >= '2' && last <= '5')
		return (uint8_t)(last - '0');
	return (uint8_t)(e->list_level + 1);
}

struct style styles_find(const struct styles *s, struct str id)
{
	struct style found = { 0 };
	bool list_said = false, outline_said = false;
	size_t n = map_find(&s->ids, id);
	if (n == MAP_NONE) {
		char small[40];
		size_t len = id.len < sizeof small ? id.len : 0;
		for (size_t i = 0; i < len; i++)
			small[i] = byte_lower(id.at[i]);
		return kind_by_name((struct str){ small, len });
	}
	for (int step = 0; n != MAP_NONE && step < CHAIN_MAX; step++) {
		const struct style_entry *e = &s->at[n];
		struct style own = kind_of(e);
		if (!outline_said && own.kind)
			found.kind = own.kind, found.level = own.level;
		outline_said |= own.kind || e->outline <= BODY_OUTLINE;
		if (!list_said)
			found.list_level = list_level_of(e);
		list_said |= e->list > 0;
		n = map_find(&s->ids, e->based_on);
	}
	return found;
}
