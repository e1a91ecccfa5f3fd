#include "model/paper.h"

static const struct form_key KEYS[] = {
	{ "launch", KEY_TEXT, KEY_AT(struct launch, name), .doc = "its name" },
	{ "tier", KEY_COUNT, KEY_AT(struct launch, tier), .low = 1, .high = 5,
		.doc = "how much effort: 1 is the most" },
	{ "date", KEY_DATE, KEY_AT(struct launch, date), .doc = "the day" },
	{ "roadmap", KEY_TEXTS, KEY_ARRAY(struct launch, roadmap, roadmap_count),
		.doc = "ids of the roadmap items" },
	{ "goal", KEY_GROUP, .doc = "what it should reach" },
	{ "goal.metric", KEY_TEXT, KEY_AT(struct launch, goal_metric),
		.doc = "adoption" },
	{ "goal.feature", KEY_TEXT, KEY_AT(struct launch, goal_feature),
		.doc = "the roadmap id that is measured" },
	{ "goal.target", KEY_SHARE, KEY_AT(struct launch, goal_target), .low = 0,
		.high = 1, .doc = "the share that should be reached" },
	{ "goal.within", KEY_DAYS, KEY_AT(struct launch, goal_days), .low = 1,
		.high = 3650, .doc = "days after the launch" },
	{ "gates", KEY_LIST, KEY_ARRAY(struct launch, gates, gate_count),
		.size = sizeof(struct gate), .doc = "what must stand before it" },
	{ "gates[].id", KEY_TEXT, KEY_AT(struct gate, id), .required = true, .lone = true,
		.doc = "a gate is known by a short name" },
	{ "gates[].owner", KEY_TEXT, KEY_AT(struct gate, owner),
		.doc = "who answers for it" },
	{ "gates[].evidence", KEY_TEXT, KEY_AT(struct gate, evidence),
		.doc = "the file that proves it" },
	{ "gates[].rule", KEY_TEXT, KEY_AT(struct gate, rule),
		.doc = "what Candor computes: \"approved proof points >= 3\"" },
	{ "gates[].state", KEY_TEXT, KEY_AT(struct gate, state),
		.doc = "passed, failed, open or waived, as its owner says" },
	{ "gates[].note", KEY_TEXT, KEY_AT(struct gate, note), .doc = "a word on it" },
	{ "gates[].by", KEY_TEXT, KEY_AT(struct gate, waived_by),
		.doc = "who waived it" },
	{ "gates[].reason", KEY_TEXT, KEY_AT(struct gate, waived_for),
		.doc = "why it was waived" },
	{ "gates[].until", KEY_DATE, KEY_AT(struct gate, waived_until),
		.doc = "the day on which the waiver ends" },
	{ "gates[]", KEY_LINE, KEY_AT(struct gate, line) },
	{ "decision", KEY_GROUP, .doc = "who decides" },
	{ "decision.by", KEY_TEXT, KEY_AT(struct launch, decision_by), .doc = "who" },
	{ "decision.due", KEY_DATE, KEY_AT(struct launch, decision_due),
		.doc = "by when" },
	{ "decision.outcome", KEY_TEXT, KEY_AT(struct launch, outcome),
		.doc = "what was decided" },
	{ .path = NULL },
};

static const struct form FORM = { .keys = KEYS };

bool launch_add(struct papers *papers, const struct yaml *root, uint32_t index,
	struct source *source, struct arena *a)
{
	struct launch l = { .source = index, .goal_target = -1 };
	(void)form_fill(&FORM, source->path, root, a, &l, &source->notes, NULL);
	if (!l.name.len && !l.gate_count)
		return false;
	l.id = paper_id(a, source->path);
	if (!l.name.len)
		l.name = l.id;
	if (!date_set(l.date))
		notes_add(&source->notes, "does not say when; write date: 2025-12-01");
	papers->launches = arena_more(a, papers->launches, papers->launch_count,
		&papers->launch_room, sizeof *papers->launches);
	papers->launches[papers->launch_count++] = l;
	return true;
}
