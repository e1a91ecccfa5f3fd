#include "swap/phrase.h"

static const double WORD_FOR_WORD = 0.93, MUCH_THE_SAME = 0.5;

struct str phrase_names(struct arena *a, const struct str *names, size_t count)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add(&out, i + 1 == count ? S(" and ") : S(", "));
		buf_add(&out, names[i]);
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

struct str phrase_conflict(struct arena *a, const struct pair *pair, struct str name)
{
	switch (pair->conflict) {
	case CONFLICT_FIRST:
		return arena_fmt(a, "“%" PRI_STR "” here, “%" PRI_STR "” at %" PRI_STR,
			ARG_STR(pair->ours), ARG_STR(pair->theirs), ARG_STR(name));
	case CONFLICT_TURNED:
		if (!pair->we_deny && !pair->they_deny)
			return arena_fmt(a,
				"“%" PRI_STR "” here, “%" PRI_STR "” at %" PRI_STR,
				ARG_STR(pair->ours), ARG_STR(pair->theirs),
				ARG_STR(name));
		return arena_fmt(a, "“%" PRI_STR "” is %s here and %s at %" PRI_STR,
			ARG_STR(pair->ours), pair->we_deny ? "denied" : "claimed",
			pair->we_deny ? "claimed" : "denied", ARG_STR(name));
	case CONFLICT_NUMBER:
		return arena_fmt(a, "%" PRI_STR " here, %" PRI_STR " at %" PRI_STR,
			ARG_STR(pair->ours), ARG_STR(pair->theirs), ARG_STR(name));
	case CONFLICT_MISSING:
	case CONFLICT_ALONE:
	case CONFLICT_NAMED:
	case CONFLICT_PART:
		return arena_fmt(a, "“%" PRI_STR "” is only here", ARG_STR(pair->ours));
	case CONFLICT_NONE:
	case CONFLICT_COUNT:
		break;
	}
	return (struct str){ 0 };
}

static struct str contested_turned(
	struct arena *a, const struct pair *pair, struct str name)
{
	if (pair->they_deny)
		return arena_fmt(a,
			"You say yes to “%" PRI_STR "”, %" PRI_STR
			" says no. With its name on it, the sentence would be wrong.",
			ARG_STR(pair->ours), ARG_STR(name));
	if (pair->we_deny)
		return arena_fmt(a,
			"You say no to “%" PRI_STR "”, %" PRI_STR
			" says yes. With its name on it, the sentence would be wrong.",
			ARG_STR(pair->ours), ARG_STR(name));
	return arena_fmt(a,
		"You and %" PRI_STR " say opposite things: “%" PRI_STR
		"” here, “%" PRI_STR "” there.",
		ARG_STR(name), ARG_STR(pair->ours), ARG_STR(pair->theirs));
}

struct str phrase_contested(struct arena *a, const struct pair *pair, struct str name)
{
	const char *claims = pair->partly ? "says part of it" : "makes the same claim";
	switch (pair->conflict) {
	case CONFLICT_FIRST:
		return arena_fmt(a,
			"%" PRI_STR " claims the same first place: “%" PRI_STR
			"” here, “%" PRI_STR "” there. At most one of you is right.",
			ARG_STR(name), ARG_STR(pair->ours), ARG_STR(pair->theirs));
	case CONFLICT_TURNED:
		return contested_turned(a, pair, name);
	case CONFLICT_NUMBER:
		return arena_fmt(a,
			"%" PRI_STR " says it with another number: %" PRI_STR
			" here, %" PRI_STR " there. The number is the difference.",
			ARG_STR(name), ARG_STR(pair->ours), ARG_STR(pair->theirs));
	case CONFLICT_MISSING:
		return arena_fmt(a,
			"%" PRI_STR " %s without “%" PRI_STR
			"”. Only the number is yours.",
			ARG_STR(name), claims, ARG_STR(pair->ours));
	case CONFLICT_ALONE:
		return arena_fmt(a,
			"%" PRI_STR " %s without “%" PRI_STR
			"”. Anybody can add those words; a proof would make them yours.",
			ARG_STR(name), claims, ARG_STR(pair->ours));
	case CONFLICT_NAMED:
		return arena_fmt(a,
			"%" PRI_STR " %s, but “%" PRI_STR
			"” stands nowhere on its pages here. Only that part is yours.",
			ARG_STR(name), claims, ARG_STR(pair->ours));
	case CONFLICT_PART:
		return arena_fmt(a,
			"%" PRI_STR " %s without “%" PRI_STR
			"”. Only that part is yours.",
			ARG_STR(name), claims, ARG_STR(pair->ours));
	case CONFLICT_NONE:
	case CONFLICT_COUNT:
		break;
	}
	return (struct str){ 0 };
}

struct str phrase_shared(struct arena *a, struct str name, double similarity, bool partly)
{
	if (partly)
		return arena_fmt(a,
			"%" PRI_STR " says part of it; the rest adds no number, no name "
			"and no method.",
			ARG_STR(name));
	const char *how = similarity >= WORD_FOR_WORD	? "says the same, word for word"
			  : similarity >= MUCH_THE_SAME ? "says it in much the same words"
							: "says it in other words";
	return arena_fmt(a, "%" PRI_STR " %s.", ARG_STR(name), how);
}

struct str phrase_filler(const struct check *check)
{
	if (check->praise > 1)
		return S("It praises and says nothing that could be checked, so any "
			 "competitor could print it.");
	return S("Nothing in it could be checked, so any competitor could print it.");
}

static struct str row_id(struct arena *a, const struct claim_entry *row)
{
	return row && row->id.len ? utf8_safe(a, row->id, 40) : S("the ledger");
}

static struct str proof_waiting(struct arena *a, const struct claim_entry *row)
{
	const struct str id = row_id(a, row);
	if (row->status == CLAIM_PROPOSED)
		return arena_fmt(a,
			"No competitor says it, but %" PRI_STR
			" in the claims ledger is only proposed.",
			ARG_STR(id));
	return arena_fmt(a,
		"No competitor says it, but %" PRI_STR
		" in the claims ledger names no evidence.",
		ARG_STR(id));
}

static struct str proof_expired(struct arena *a, const struct claim_entry *row)
{
	const struct str id = row_id(a, row);
	if (!date_set(row->review_by))
		return arena_fmt(a,
			"No competitor says it, but the proof of %" PRI_STR
			" has expired.",
			ARG_STR(id));
	return arena_fmt(a,
		"No competitor says it, but the proof of %" PRI_STR
		" was due for review on %" PRI_STR ".",
		ARG_STR(id), ARG_STR(date_words(a, row->review_by)));
}

static struct str proof_holds(struct arena *a, const struct claim_entry *row)
{
	const struct str id = row_id(a, row);
	const struct str qualifier = str_trim(row->qualifier);
	if (qualifier.len)
		return arena_fmt(a,
			"No competitor says it, and %" PRI_STR
			" proves it, as long as you add “%" PRI_STR "”.",
			ARG_STR(id), ARG_STR(utf8_safe(a, qualifier, 80)));
	return arena_fmt(
		a, "No competitor says it, and %" PRI_STR " proves it.", ARG_STR(id));
}

struct str phrase_proof(struct arena *a, enum proof proof, const struct claim_entry *row)
{
	switch (proof) {
	case PROOF_UNLISTED:
		return S("No competitor says it, but the claims ledger does not have it: "
			 "unproven.");
	case PROOF_WAITING:
		return proof_waiting(a, row);
	case PROOF_REJECTED:
		return arena_fmt(a,
			"No competitor says it, but %" PRI_STR
			" in the claims ledger was rejected.",
			ARG_STR(row_id(a, row)));
	case PROOF_EXPIRED:
		return proof_expired(a, row);
	case PROOF_HOLDS:
		return proof_holds(a, row);
	case PROOF_UNKNOWN:
	case PROOF_COUNT:
		break;
	}
	return S("No competitor page here says it. Whether it is proven nobody can tell "
		 "without a claims ledger.");
}
