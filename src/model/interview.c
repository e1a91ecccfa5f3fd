#include "model/paper.h"

static const struct form_key KEYS[] = {
	{ "id", KEY_TEXT, KEY_AT(struct interview, id), .doc = "a short name" },
	{ "interview", KEY_TEXT, KEY_AT(struct interview, id), .doc = "the same" },
	{ "deal_id", KEY_TEXT, KEY_AT(struct interview, deal), .doc = "the deal" },
	{ "account", KEY_TEXT, KEY_AT(struct interview, account),
		.doc = "the company, where no deal says it" },
	{ "date", KEY_DATE, KEY_AT(struct interview, date), .doc = "the day" },
	{ "interviewer", KEY_TEXT, KEY_AT(struct interview, interviewer),
		.doc = "who asked" },
	{ "interviewee", KEY_TEXT, KEY_AT(struct interview, interviewee),
		.doc = "who answered" },
	{ "outcome", KEY_TEXT, KEY_AT(struct interview, outcome),
		.doc = "won, lost or no decision" },
	{ "reasons", KEY_TEXTS, KEY_ARRAY(struct interview, reasons, reason_count),
		.doc = "the buyer's reasons" },
	{ "decided_against", KEY_TEXTS,
		KEY_ARRAY(struct interview, decided_against, decided_count),
		.doc = "who was not chosen" },
	{ .path = NULL },
};

static const struct form FORM = { .keys = KEYS, .open = true };

static size_t quotes_in(const struct doc *doc)
{
	size_t quotes = 0;
	for (size_t i = 0; i < doc->block_count; i++)
		quotes += doc->blocks[i].kind == BLOCK_QUOTE;
	return quotes;
}

bool interview_is(const struct doc *doc)
{
	struct arena scratch = { 0 };
	struct interview in = { 0 };
	struct notes quiet = { .arena = &scratch };
	paper_front(&FORM, doc, &scratch, &in, &quiet);
	bool is = in.interviewee.len || in.decided_count ||
		  (in.deal.len && quotes_in(doc) > 0);
	arena_free(&scratch);
	return is;
}

// Whether the one who speaks is the one who asks: by name, or by what transcripts call
// them.
static bool is_interviewer(const struct interview *in, struct str speaker)
{
	struct str rest = in->interviewer, first;
	if (str_split(&rest, ' ', &first) && str_starts_nocase(speaker, first))
		return true;
	return str_eq_nocase(speaker, S("interviewer")) ||
	       str_eq_nocase(speaker, S("interviewerin")) ||
	       str_eq_nocase(speaker, S("q")) || str_eq_nocase(speaker, S("us"));
}

static void add_quote(struct interview *in, const struct doc *doc, const struct block *b,
	struct arena *a)
{
	static const struct str MARKS[] = { STR_INIT("\""), STR_INIT("\xe2\x80\x9c"),
		STR_INIT("\xe2\x80\x9d"), STR_INIT("\xe2\x80\x9e"), STR_INIT("\xc2\xab"),
		STR_INIT("\xc2\xbb") };
	struct str words = str_trim(doc_cut(doc, b->span));
	for (size_t i = 0; i < COUNT(MARKS); i++) {
		if (str_starts(words, MARKS[i]))
			words = str_from(words, MARKS[i].len);
		if (str_ends(words, MARKS[i]))
			words = str_cut(words, 0, words.len - MARKS[i].len);
	}
	paper_line_add(&in->quotes, words, doc_place(doc, b->span.from), a);
}

void interview_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a)
{
	struct interview in = { .source = index };
	paper_front(&FORM, doc, a, &in, &source->notes);
	if (!in.id.len)
		in.id = paper_id(a, source->path);
	if (!date_set(in.date) && !source->date_is_file_time)
		in.date = source->date;
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct block *b = &doc->blocks[i];
		bool said = b->kind == BLOCK_SPEECH && !is_interviewer(&in, b->speaker);
		if (b->kind == BLOCK_QUOTE || said)
			add_quote(&in, doc, b, a);
	}
	if (!in.deal.len)
		notes_add(&source->notes, "does not say which deal it is about; write "
					  "deal_id: in front");
	if (!in.quotes.count)
		notes_add(&source->notes,
			"holds no quotation; begin the buyer's own words "
			"with >");
	papers->interviews = arena_more(a, papers->interviews, papers->interview_count,
		&papers->interview_room, sizeof *papers->interviews);
	papers->interviews[papers->interview_count++] = in;
}
