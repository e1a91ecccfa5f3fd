// Mail as documents: who wrote to whom and when; what, only where the workspace allows.
#include "read/mail.h"

#include "read/list.h"
#include "read/mail_address.h"
#include "read/mail_body.h"
#include "read/mail_date.h"
#include "read/mail_head.h"
#include "read/mail_words.h"

enum { BLOCKS_MAX = 1000 * 1000 };

static const struct str SHOWN[] = { STR_INIT("From"), STR_INIT("Sender"), STR_INIT("To"),
	STR_INIT("Cc"), STR_INIT("Date"), STR_INIT("Subject") };

static bool is_shown(struct str name, bool bodies)
{
	for (size_t i = 0; i < COUNT(SHOWN); i++)
		if (str_eq_nocase(name, SHOWN[i]))
			return bodies || !str_eq(SHOWN[i], S("Subject"));
	return false;
}

// A field as it stands in the file, each of its lines at its own place.
static void put_as_written(struct doc *doc, const struct mail_field *f)
{
	struct str rest = { f->name.at,
		(size_t)(f->value.at + f->value.len - f->name.at) };
	uint32_t number = f->line;
	for (struct str line; str_line(&rest, &line); number++) {
		struct str words = str_trim(line);
		uint32_t column = (uint32_t)(words.at - line.at) + 1;
		if (number != f->line && words.len)
			doc_text(doc, S(" "), (struct place){ PLACE_LINE, number, 1 });
		doc_text(doc, words, (struct place){ PLACE_LINE, number, column });
	}
}

static void put_field(struct doc *doc, const struct mail_field *f)
{
	struct place place = { PLACE_LINE, f->line, 1 };
	if (f->value.len && utf8_valid(f->value) &&
		str_find(f->value, S("=?"), 0) == STR_NONE) {
		put_as_written(doc, f);
		return;
	}
	doc_text(doc, f->name, place);
	doc_text(doc, S(": "), place);
	doc_text(doc, mail_words(doc->arena, f->value), place);
}

static struct str sender_of(struct str head, struct scratch *s)
{
	struct str from = mail_address_first(mail_head_find(head, S("From")), s);
	return from.len ? from : mail_address_first(mail_head_find(head, S("Sender")), s);
}

static void put_letter(struct doc *doc, const struct letter *l, bool bodies)
{
	struct mail_head head = { str_cut(l->head, 0, MAIL_HEAD_MAX), l->line };
	struct mail_field f;
	bool open = false;
	while (mail_head_next(&head, &f)) {
		if (!is_shown(f.name, bodies))
			continue;
		if (!open)
			doc_block(doc, BLOCK_META, 0, S(""));
		else
			doc_text(doc, S("\n"), (struct place){ PLACE_LINE, f.line, 1 });
		put_field(doc, &f);
		open = true;
	}
	struct scratch scratch = { .arena = doc->arena };
	if (bodies)
		mail_body_put(doc, l, sender_of(l->head, &scratch));
}

// What a single message is as a whole.
static void put_metas(struct doc *doc, const struct letter *l, bool bodies)
{
	struct scratch scratch = { .arena = doc->arena };
	struct mail_head head = { str_cut(l->head, 0, MAIL_HEAD_MAX), l->line };
	struct mail_field f;
	int64_t ms = 0;
	while (mail_head_next(&head, &f)) {
		struct place place = { PLACE_LINE, f.line, 1 };
		struct str value = { 0 };
		if (str_eq_nocase(f.name, S("From"))) {
			value = mail_address_first(f.value, &scratch);
		} else if (str_eq_nocase(f.name, S("Date")) && mail_date(f.value, &ms)) {
			struct date day = date_of(1970, 1, 1);
			day.days += (int32_t)(ms / 86400000);
			value = date_str(doc->arena, day);
		} else if (bodies && str_eq_nocase(f.name, S("Subject"))) {
			value = mail_words(doc->arena, f.value);
		}
		bool title = str_eq_nocase(f.name, S("Subject"));
		if (value.len)
			doc_meta(doc, title ? S("title") : f.name, value, place);
	}
}

static bool mail_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	struct mail_box box;
	struct letter letter;
	struct buf draft;
	if (!mail_box_open(&box, bytes, doc->arena, err))
		return false;
	doc_begin(doc, &draft);
	while (doc->block_count < BLOCKS_MAX && mail_box_next(&box, &letter)) {
		put_letter(doc, &letter, how->mail_bodies);
		if (!box.many)
			put_metas(doc, &letter, how->mail_bodies);
	}
	bool cut = doc->block_count >= BLOCKS_MAX;
	if (!doc_finish(doc, err))
		return false;
	return !cut ||
	       error_set(err, ERROR_LIMIT, "holds more than a million paragraphs");
}

const struct reader reader_mail = {
	.name = "mail",
	.title = "Mail and mailboxes",
	.suffixes = ".eml .mbox .mbx .txt",
	.gives = "From, Sender, To, Cc and Date of every message with their lines; "
		 "subjects "
		 "and text only if the workspace allows mail bodies, then without quoted "
		 "replies, signatures and attachments",
	.sniff = mail_box_like,
	.read = mail_read,
};
