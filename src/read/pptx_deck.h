// pptx_deck: what the files that read slide decks share.
#ifndef READ_PPTX_DECK_H
#define READ_PPTX_DECK_H

#include "read/ooxml.h"

enum { BULLET_LEVELS = 9 };

// Which levels of a text show bullets, as bits: bit 0 is the outermost level.
struct bullets {
	uint16_t shown;
	uint16_t none; // said to have none; what is in neither is not said
};

struct layout;

struct deck {
	struct package *package;
	struct doc *doc;
	struct arena scratch; // thrown away with the deck
	struct map layouts;   // by name of the part
	struct layout **layout_at;
	size_t layout_room;
	size_t shown, hidden; // slides so far
};

/*
 * Bullets are said by the layout of a slide and by the master behind it: most decks have
 * them there and nowhere else.  Reads each layout once.  NULL when the slide has none.
 */
bool layout_find(struct deck *d, const struct relations *slide, struct layout **out,
	struct error *err);
// What a body placeholder of this type and index inherits.  `l` may be NULL: bullets.
struct bullets layout_bullets(const struct layout *l, struct str type, struct str index);
// What inherits: `own` where it says something, `from` elsewhere.
struct bullets bullets_over(struct bullets own, struct bullets from);
// The tag of a level, a:lvl1pPr to a:lvl9pPr, is `first` and those that follow it.
void bullets_say(struct bullets *b, unsigned level, bool shown);

// The words of one paragraph of a slide, in the order in which they will be written.
struct saying {
	enum block_kind kind;
	uint8_t level;
	uint32_t shape;	 // 0 for speaker notes
	struct str text; // of BLOCK_COUNT: the id of a diagram or a chart to read here
};

struct sayings {
	struct saying *at;
	size_t count, room;
};

void sayings_add(struct sayings *all, struct arena *a, struct saying s);
// Appends the boxes of a diagram as list items, or the title of a chart as text.
bool graphic_read(struct deck *d, struct str part, uint32_t shape, struct sayings *out,
	struct error *err);

/*
 * The paragraphs of a slide, in the order of its shapes, which are counted from 1 with
 * those in groups.  A slide that is hidden says nothing.
 */
bool shapes_read(struct deck *d, struct str part, const struct relations *rels,
	struct sayings *out, bool *hidden, struct error *err);
bool notes_read(struct deck *d, struct str part, struct sayings *out, struct error *err);

/*
 * One slide, number `number` in the order of the deck, with the hidden ones.  Its title
 * comes first, then its shapes in their order, then the speaker's notes.
 */
bool slide_read(struct deck *d, struct str part, uint32_t number, struct error *err);

#endif
