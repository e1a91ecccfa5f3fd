#include "model/paper.h"

struct drawing {
	struct drawn_tie *at;
	size_t count;
};

static const struct form_key KEYS[] = {
	{ "", KEY_LIST, KEY_ARRAY(struct drawing, at, count),
		.size = sizeof(struct drawn_tie), .doc = "one relationship each" },
	{ "[].a", KEY_TEXT, KEY_AT(struct drawn_tie, a), .required = true,
		.doc = "a relationship has two ends, a and b" },
	{ "[].b", KEY_TEXT, KEY_AT(struct drawn_tie, b), .required = true,
		.doc = "a relationship has two ends, a and b" },
	{ "[].need", KEY_TEXT, KEY_AT(struct drawn_tie, need),
		.doc = "low, medium or high" },
	{ "[].why", KEY_TEXT, KEY_AT(struct drawn_tie, why), .doc = "why it matters" },
	{ "[].value_move", KEY_TEXT, KEY_AT(struct drawn_tie, move),
		.doc = "what is brought to it" },
	{ "[]", KEY_LINE, KEY_AT(struct drawn_tie, at.row) },
	{ .path = NULL },
};

static const struct form FORM = { .keys = KEYS };

bool ties_add(struct papers *papers, const struct yaml *root, uint32_t index,
	struct source *source, struct arena *a)
{
	struct drawing drawing = { 0 };
	if (root->kind == YAML_NULL)
		return true; // nothing drawn yet, only comments
	(void)form_fill(&FORM, source->path, root, a, &drawing, &source->notes, NULL);
	for (size_t i = 0; i < drawing.count; i++) {
		struct drawn_tie *tie = &drawing.at[i];
		if (!tie->a.len || !tie->b.len)
			continue; // noted by the form
		tie->at.source = index;
		papers->ties = arena_more(a, papers->ties, papers->tie_count,
			&papers->tie_room, sizeof *papers->ties);
		papers->ties[papers->tie_count++] = *tie;
	}
	return drawing.count > 0;
}
