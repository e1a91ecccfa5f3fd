#include "claim/manual.h"

#include "text/text.h"

/*
 * What makes a document one that has a manual in it: commands, or headings of a manual
 * and instructions.
 */
enum { COMMANDS = 2, HEADINGS = 2, INSTRUCTIONS = 2, DEPTH_MAX = 7 };

// Headings of a manual.
static const char TOPICS[] =
	"install|installation|installing|setup|setting up|configuration|configuring|"
	"usage|how to|running|getting started|getting updates|quick start|quickstart|"
	"deploying|upgrade|upgrading|updating|migrating|migration|troubleshooting|"
	"requirements|prerequisites|environment variables|from source|contributing|"
	"testing|persistent data|reverse proxy|docker compose|api reference|"
	"installieren|einrichten|einrichtung|konfiguration|konfigurieren|"
	"voraussetzungen|verwendung|aktualisieren|erste schritte";
// First words of headings that belong to it where there is one; elsewhere they may
// praise: "Deploy anywhere".
static const char STEPS[] =
	"set up|configure|run|start|starting|deploy|deployment|update|migrate|docker|"
	"compose|kubernetes|helm|build|building|develop|development|backup|volumes|"
	"variables|example|examples|starten|beispiele";

// What one section shows, from its heading to the next.
struct section {
	uint8_t level; // of its heading; 0 before the first
	bool topic;    // its heading is one of a manual
	bool step;     // or may be
	bool first;    // a headline stands in it
	size_t codes;  // verbatim texts
	size_t setups, claims;
	bool manual;
};

// Whether words stand in a text: pictures and marks do not count.
static bool has_words(struct str text)
{
	struct word w;
	size_t at = 0;
	return word_next(text, &at, &w);
}

static void see_block(struct section *s, const struct doc *doc, const struct block *b)
{
	size_t at = 0;
	s->codes += b->kind == BLOCK_CODE;
	if (b->kind != BLOCK_HEADING)
		return;
	s->level = b->level;
	const struct str heading = doc_cut(doc, b->span);
	s->topic = list_find(TOPICS, heading, 0, &at) > 0;
	s->step =
		list_find(STEPS, heading, 0, &at) && !has_words(str_cut(heading, 0, at));
}

static void see_sentence(struct section *s, const struct sentence *said)
{
	s->first |= said->level == LEVEL_HEADLINE;
	s->setups += said->sort == NOT_SETUP;
	s->claims += said->sort == IS_CLAIM;
}

static bool has_manual(const struct section *all, size_t count)
{
	size_t codes = 0, topics = 0, setups = 0;
	for (size_t i = 0; i < count; i++) {
		codes += all[i].codes;
		topics += all[i].topic;
		setups += all[i].setups;
	}
	return codes >= COMMANDS || (topics >= HEADINGS && setups >= INSTRUCTIONS);
}

// By itself: commands with instructions around them, or instructions for the most part.
static bool instructs(const struct section *s, bool manual)
{
	if (s->codes >= COMMANDS || (s->codes && (s->setups || s->topic)))
		return true;
	return s->setups >= INSTRUCTIONS && s->setups * (manual ? 2 : 1) >= s->claims;
}

// By itself or below a heading of a manual, with everything under it.
static void judge(struct section *all, size_t count)
{
	const bool manual = has_manual(all, count);
	bool below[DEPTH_MAX] = { false }; // by level: inside such a heading
	for (size_t i = 0; i < count; i++) {
		struct section *s = &all[i];
		const size_t level = s->level < DEPTH_MAX ? s->level : DEPTH_MAX - 1;
		bool topic = manual && (s->topic || s->step) && !s->first;
		for (size_t l = 1; l < level; l++)
			topic |= below[l];
		for (size_t l = level; l < DEPTH_MAX; l++)
			below[l] = topic && l == level;
		s->manual = !s->first && (topic || instructs(s, manual));
	}
}

void manual_mark(const struct doc *doc, struct sentences *all)
{
	if (!doc->block_count)
		return;
	struct arena scratch = { 0 };
	const size_t count = (size_t)doc->blocks[doc->block_count - 1].section + 1;
	struct section *sections = ARENA_ARRAY(&scratch, struct section, count);
	for (size_t i = 0; i < doc->block_count; i++)
		see_block(&sections[doc->blocks[i].section], doc, &doc->blocks[i]);
	for (size_t i = 0; i < all->count; i++)
		see_sentence(&sections[all->at[i].section], &all->at[i]);
	judge(sections, count);
	for (size_t i = 0; i < all->count; i++)
		if (all->at[i].sort == IS_CLAIM && sections[all->at[i].section].manual)
			all->at[i].sort = NOT_SETUP;
	arena_free(&scratch);
}
