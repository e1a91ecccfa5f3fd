// call_cast: who in a recorded call is one of us, and who is a buyer.
#ifndef MODEL_CALL_CAST_H
#define MODEL_CALL_CAST_H

struct workspace;

enum call_side { SIDE_UNKNOWN, SIDE_US, SIDE_THEM };

// Somebody who speaks in a call.
struct call_voice {
	struct str speaker; // as the recorder writes it
	enum call_side side;
	struct str
		role; // "plant manager", as the index of calls says it; empty if unknown
};

struct call_voices {
	struct call_voice *at;
	size_t count, room;
};

struct call_cast; // what the files say of people and calls; immutable once built

struct call_cast *call_cast_build(const struct workspace *ws, struct arena *a);
// The row of the index of calls that is about the file of this path, or NULL.
const struct call_entry *call_cast_entry(const struct call_cast *cast, struct str path);

/*
 * The sides of all speakers of one call, in order of appearance.  One of us: named so by
 * the index (or the call's own note), by people.csv, by our company's name behind theirs
 * ("Onur Yilmaz (Fernhollow)"), or by a word such as "Seller".  A buyer: named so by the
 * index, by a word such as "Customer", by part of a listed name ("iPhone Ewa"), or, where
 * all of us that the index lists have spoken and it lists buyers, whoever is left
 * ("Meeting room Ghent").  Everybody else stays unknown, and whoever comes after 200
 * others is left out.  Lives in `a`.
 */
void call_cast_of(const struct call_cast *cast, const struct copy *call, struct arena *a,
	struct call_voices *out);

/*
 * "deal: D-1063  us: r.osei, i.duarte  them: Petra Brandt (plant manager)": what a note
 * in a transcript says of its call.  False when it names neither a deal nor a side.
 */
bool call_note_read(struct str note, struct arena *a, struct call_entry *out);

#endif
