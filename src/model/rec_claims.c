#include "model/list.h"

static const struct cell_word STATUS[] = {
	{ "proposed", "draft;new;idea;in review;Entwurf;vorgeschlagen;neu" },
	{ "approved", "final;active;live;ok;freigegeben;genehmigt;aktiv" },
	{ "restricted", "limited;conditional;eingeschränkt;bedingt" },
	{ "rejected", "declined;banned;abgelehnt;gesperrt" },
	{ "expired", "outdated;lapsed;retired;abgelaufen;veraltet" },
	{ NULL, NULL },
};

static const struct record_field FIELDS[] = {
	{ .name = "claim_id",
		.aliases = "claim_number;Aussage-ID;id",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(claim_entry, id),
		.doc = "a short name that other files refer to" },
	{ .name = "claim",
		.aliases = "claim_text;statement;Aussage;Behauptung;Werbeaussage",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(claim_entry, claim),
		.doc = "the sentence that is said" },
	{ .name = "pillar_id",
		.aliases = "pillar;Säule",
		.type = CELL_TEXT,
		RECORD_FIELD(claim_entry, pillar),
		.doc = "the pillar it belongs to" },
	{ .name = "pain_id",
		.aliases = "pain;Schmerzpunkt",
		.type = CELL_TEXT,
		RECORD_FIELD(claim_entry, pain),
		.doc = "the pain it answers" },
	{ .name = "evidence",
		.aliases = "proof;proof_point;substantiation;Beleg;Nachweis",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(claim_entry, evidence),
		.doc = "the proof: a file with its page, or where it can be seen" },
	{ .name = "qualifier",
		.aliases = "condition;caveat;disclaimer;footnote;Einschränkung;Bedingung",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(claim_entry, qualifier),
		.doc = "the words without which it is no longer true" },
	{ .name = "status",
		.aliases = "claim_status;state;Freigabestatus",
		.type = CELL_STATUS,
		.distinct = true,
		RECORD_FIELD(claim_entry, status),
		.words = STATUS,
		.doc = "proposed, approved, restricted, rejected or expired" },
	{ .name = "approver",
		.aliases = "approved_by;freigegeben_von",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(claim_entry, approver),
		.doc = "who approved it" },
	{ .name = "approved_on",
		.aliases = "approval_date;approved;freigegeben_am;Freigabe",
		.type = CELL_DATE,
		RECORD_FIELD(claim_entry, approved_on),
		.doc = "when" },
	{ .name = "review_by",
		.aliases = "expires;expiry_date;valid_until;next_review;gültig_bis;"
			   "prüfen_bis",
		.type = CELL_UNTIL,
		.distinct = true,
		RECORD_FIELD(claim_entry, review_by),
		.doc = "when its proof expires" },
	{ 0 },
};

static const char *check_claims(const struct records *records, void *row, bool *drop)
{
	(void)records;
	const struct claim_entry *c = row;
	*drop = false;
	if (date_set(c->review_by) && date_set(c->approved_on) &&
		c->review_by.days < c->approved_on.days)
		return "review_by lies before approved_on";
	return NULL;
}

const struct record_kind record_claims = {
	.name = "claims",
	.title = "Claims ledger",
	.file = "messages/claims.csv",
	.gives = "every claim with its proof, the words without which it is untrue, "
		 "and who approved it",
	.fields = FIELDS,
	.size = sizeof(struct claim_entry),
	.list = offsetof(struct records, claims),
	.unlocks = "F02",
	.template_rows = "claim_id,claim,pillar_id,pain_id,evidence,qualifier,status,"
			 "approver,approved_on,review_by\n"
			 "C-1,Cuts handover time by 40%,P-1,PN-1,"
			 "assets/case-brewery.pdf#p2,median of 6 plants in 2025,"
			 "approved,legal,2025-09-10,2026-03-10\n"
			 "C-2,The most trusted handover platform,P-1,,,,proposed,,,\n"
			 "C-3,Works 72 hours without a network,P-3,PN-3,"
			 "assets/offline-test.pdf#p4,version 6.2 or later,restricted,"
			 "engineering,2025-12-02,2026-06-02\n",
	.check = check_claims,
};
