#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "review_id",
		.aliases = "response_id;survey_response_id;id",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(review, id),
		.doc = "a short name for the row" },
	{ .name = "date",
		.aliases = "review_date;submitted_at;submitted_on;submitted;published_at;"
			   "published;created_at;timestamp;Datum",
		.type = CELL_DATE,
		RECORD_FIELD(review, date),
		.doc = "the day" },
	{ .name = "site",
		.aliases = "review_site;platform;portal;Plattform;source;Quelle",
		.type = CELL_TEXT,
		RECORD_FIELD(review, site),
		.doc = "where it stands" },
	{ .name = "subject",
		.aliases = "product;product_name;vendor;brand;company;Produkt;Anbieter",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(review, subject),
		.doc = "whom it is about" },
	{ .name = "reviewer_role",
		.aliases =
			"reviewer_title;reviewer_job_title;job_title;role;position;Rolle",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(review, role),
		.doc = "who wrote it" },
	{ .name = "stars",
		.aliases =
			"star_rating;overall_rating;rating;score;Sterne;Bewertung;Note",
		.type = CELL_SCORE,
		.required = true,
		RECORD_FIELD(review, stars),
		.doc = "the rating" },
	{ .name = "title",
		.aliases = "review_title;headline;heading;Titel;Überschrift",
		.type = CELL_TEXT,
		RECORD_FIELD(review, title),
		.doc = "its title" },
	{ .name = "likes",
		.aliases = "pros;what_do_you_like_best*;what_do_you_like*;positive;"
			   "review_text;review;comment;text;Vorteile;gefällt",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(review, likes),
		.doc = "what the writer likes" },
	{ .name = "dislikes",
		.aliases = "cons;what_do_you_dislike*;negative;Nachteile;missfällt",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(review, dislikes),
		.doc = "what the writer dislikes" },
	{ 0 },
};

const struct record_kind record_reviews = {
	.name = "reviews",
	.title = "Reviews",
	.file = "reviews.csv",
	.gives = "what users write about us and about competitors: G2, Capterra, "
		 "TrustRadius",
	.fields = FIELDS,
	.size = sizeof(struct review),
	.list = offsetof(struct records, reviews),
	.unlocks = "F03 F08",
	.template_rows = "review_id,date,site,subject,reviewer_role,stars,title,likes,"
			 "dislikes\n"
			 "V-1,2025-08-14,G2,Fernhollow,Plant manager,5,Finally one page,"
			 "Nothing gets lost between shifts,Setup took a month\n"
			 "V-2,2025-10-02,G2,Fernhollow,IT manager,3,Good logbook,Nice "
			 "digital logbook,No SSO\n"
			 "V-3,2025-10-20,G2,Shiftly,Shift lead,4,Easy,Nothing gets lost,"
			 "No offline mode\n",
};
