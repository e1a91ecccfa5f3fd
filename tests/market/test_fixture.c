#include "tests/test.h"

#include "market/listen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// backing.txt: three companies, their elements, and sentences with the elements each one
// voices.
enum { COMPANIES = 3, NEEDS_MAX = 16, LINES_MAX = 128 };

struct company {
	struct str name;
	struct str ids[NEEDS_MAX];
	struct need needs[NEEDS_MAX];
	size_t need_count;
	struct spoken lines[LINES_MAX];
	struct str keys[LINES_MAX];
	size_t line_count;
	struct terms terms;
};

struct fixture {
	struct arena arena;
	struct market_words words;
	struct company companies[COMPANIES];
	size_t count;
};

static enum need_kind kind_of(struct str word)
{
	return str_eq(word, S("pain"))	     ? NEED_PAIN
	       : str_eq(word, S("category")) ? NEED_NAME
					     : NEED_VALUE;
}

static void read_need(struct fixture *f, struct company *c, struct str line)
{
	struct str rest = line, head, id, kind;
	assert_true(str_split(&rest, '|', &head));
	head = str_trim(head);
	assert_true(str_split(&head, ' ', &id) && str_split(&head, ' ', &kind));
	c->ids[c->need_count] = id;
	need_of(str_trim(rest), kind_of(kind), &f->words, &f->arena,
		&c->needs[c->need_count++]);
}

static void read_line(struct company *c, struct str line)
{
	struct str rest = line, keys;
	enum tongue tongue;
	assert_true(str_split(&rest, '|', &keys));
	const struct str text = str_trim(rest);
	c->keys[c->line_count] = str_trim(keys);
	c->lines[c->line_count++] = (struct spoken){ .text = text,
		.terms = terms_line(&c->terms, text, TONGUE_ENGLISH, &tongue) };
}

static void fixture_open(struct fixture *f)
{
	struct file file;
	struct error err = { 0 };
	memset(f, 0, sizeof *f);
	f->words = market_words_build(&f->arena);
	if (!file_open("tests/market/backing.txt", 1 << 20, &file, &err))
		fail_msg("%s", err.text);
	struct str rest = arena_str(&f->arena, file.bytes), line;
	file_close(&file);
	while (str_line(&rest, &line)) {
		struct company *c = &f->companies[f->count ? f->count - 1 : 0];
		if (!line.len || line.at[0] == '#')
			continue;
		if (line.at[0] == '@') {
			c = &f->companies[f->count++];
			c->name = str_trim(str_from(line, 1));
			terms_init(&c->terms, &f->arena, &f->words);
		} else if (line.at[0] == '=') {
			read_need(f, c, str_trim(str_from(line, 1)));
		} else {
			read_line(c, line);
		}
	}
}

static bool keyed(struct str keys, struct str id)
{
	struct str one;
	while (str_split(&keys, ' ', &one))
		if (str_eq(one, id))
			return true;
	return false;
}

struct quality {
	size_t right, wrong, missed;
};

static void measure(
	struct fixture *f, struct company *c, double share, bool loud, struct quality *q)
{
	struct echoes_of_needs found;
	bool said[LINES_MAX][NEEDS_MAX] = { { false } };
	needs_weigh(c->needs, c->need_count, &c->terms);
	listen(&c->terms, c->lines, c->line_count, c->needs, c->need_count, share,
		&f->arena, &found);
	for (size_t i = 0; i < found.count; i++)
		if (listen_means(&f->words, &c->terms, c->lines, c->needs, &found.at[i]))
			said[found.at[i].line][found.at[i].need] = true;
	for (size_t l = 0; l < c->line_count; l++)
		for (size_t n = 0; n < c->need_count; n++) {
			const bool want = keyed(c->keys[l], c->ids[n]);
			q->right += want && said[l][n];
			q->wrong += !want && said[l][n];
			q->missed += want && !said[l][n];
			if (loud && want != said[l][n])
				print_message("%s %.*s: %.*s\n",
					want ? "missed" : "wrong ", (int)c->ids[n].len,
					c->ids[n].at, (int)c->lines[l].text.len,
					c->lines[l].text.at);
		}
}

TEST(sentences_are_matched)
{
	struct fixture f;
	fixture_open(&f);
	const bool loud = getenv("LOUD") != NULL;
	for (int s = 20; s <= 70; s += 5)
		for (size_t c = 0; c < f.count; c++) {
			struct quality q = { 0 };
			measure(&f, &f.companies[c], s / 100.0, loud && s == 40, &q);
			print_message("%d%% %.*s: right %zu wrong %zu missed %zu "
				      "precision %.2f recall %.2f\n",
				s, 5, f.companies[c].name.at, q.right, q.wrong, q.missed,
				(double)q.right / (double)(q.right + q.wrong),
				(double)q.right / (double)(q.right + q.missed));
		}
	arena_free(&f.arena);
}

MAIN(RUN(sentences_are_matched))
