// papers: the company's written agreements: canvas, battlecards, interviews, launches,
// drawn relationships.
#ifndef MODEL_PAPERS_H
#define MODEL_PAPERS_H

#include "doc/doc.h"
#include "model/records.h"
#include "model/source.h"

// The five elements of a positioning canvas (Dunford 2019).
enum element {
	ELEMENT_ALTERNATIVES,
	ELEMENT_ATTRIBUTES,
	ELEMENT_VALUE,
	ELEMENT_SEGMENT,
	ELEMENT_CATEGORY,
	ELEMENT_COUNT
};

// A line of a paper, with the bracketed references behind it: "[evidence:
// deals:status-quo, interview:INT-07]".
struct paper_line {
	struct place place;
	struct str id;	    // "A-1", "V-2", "F-1"; empty if none
	struct str text;    // without id and brackets
	struct str *keys;   // "evidence", "proof", "from", "pain", "source"
	struct str *values; // beside keys
	size_t reference_count;
	struct date date; // named in the line: when the fact was seen; unset if none is
};

struct paper_lines {
	struct paper_line *at;
	size_t count, room;
};

struct canvas {
	uint32_t source;
	struct str version, owner;
	struct date effective;
	struct paper_lines elements[ELEMENT_COUNT];
	struct paper_lines other; // below headings that are none of the five
};

enum card_part {
	CARD_THEY_SAY,
	CARD_FACTS,
	CARD_WHY_WIN,
	CARD_WHY_LOSE,
	CARD_TALK,
	CARD_OTHER,
	CARD_PARTS
};

struct battlecard {
	uint32_t source;
	struct str rival, owner;
	struct date reviewed; // unset if the card does not say
	struct paper_lines parts[CARD_PARTS];
};

struct interview {
	uint32_t source;
	struct str id; // from the file name
	struct str deal, account, interviewer, interviewee, outcome;
	struct date date;
	struct str *reasons;
	size_t reason_count;
	struct str *decided_against;
	size_t decided_count;
	struct paper_lines quotes; // what the buyer said
};

struct gate {
	uint32_t line;
	struct str id, owner, evidence, rule;
	struct str state, note;		  // as its owner says; empty: to be judged
	struct str waived_by, waived_for; // a waiver has both and an end
	struct date waived_until;
};

struct launch {
	uint32_t source;
	struct str id, name; // id from the file name
	int tier;	     // 0 if unsaid
	struct date date, decision_due;
	struct str *roadmap;
	size_t roadmap_count;
	struct str goal_metric, goal_feature, decision_by, outcome;
	double goal_target; // share; negative if unsaid
	int goal_days;
	struct gate *gates;
	size_t gate_count;
};

struct drawn_tie {
	struct at at;
	struct str a, b, need, why, move;
};

struct papers {
	struct canvas *canvases; // oldest first; the last is in force
	size_t canvas_count, canvas_room;
	struct battlecard *battlecards;
	size_t battlecard_count, battlecard_room;
	struct interview *interviews;
	size_t interview_count, interview_room;
	struct launch *launches;
	size_t launch_count, launch_room;
	struct drawn_tie *ties;
	size_t tie_count, tie_room;
};

const char *element_name(enum element e); // "competitive alternatives", ...

/*
 * What a document is, by what stands in it: ROLE_CANVAS (three of the five headings),
 * ROLE_BATTLECARD (two of its headings, or `competitor:` in front), ROLE_INTERVIEW
 * (`interviewee:`, `decided_against:`, or `deal_id:` beside quotations), ROLE_NARRATIVE
 * (three of the beats), else ROLE_OTHER.  Headings in English or German.
 */
enum role papers_recognise(const struct doc *doc);
// The competitor a card is about, from its front matter; empty if it does not say.
struct str papers_rival_of(struct arena *a, const struct doc *doc);

/*
 * Adds what a document of one of these roles says; others are left alone.  `index` is its
 * place in workspace.sources, `source` gives path, role, rival and date and takes the
 * notes.  Text is copied into `a`.
 */
void papers_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a);
/*
 * The same for ROLE_LAUNCH and ROLE_TIES, which are YAML.  False when it is not: the
 * error names path, line and column.
 */
bool papers_add_yaml(struct papers *papers, struct str bytes, uint32_t index,
	struct source *source, struct arena *a, struct error *err);
/*
 * Once all are added: canvases oldest first, and all but the newest become
 * ROLE_CANVAS_HISTORY; battlecards by competitor, interviews and launches by id.
 */
void papers_settle(struct papers *papers, struct source *sources);

#endif
