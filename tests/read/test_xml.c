// Tags, values and words of XML, and what XML may not do to us.
#include "test.h"

#include <string.h>

#include "read/xml.h"

static struct arena arena;

enum { TAG_DOCUMENT = 1, TAG_P, TAGS };
static const char *const NAMES[TAGS] = { [TAG_DOCUMENT] = "w:document", [TAG_P] = "w:p" };

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

// Writes what happens: "<1 <2 a=v 'words' 2> 1>".
static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	buf_fmt(context, "<%d/%d ", tag, depth);
	static const char *const VALUES[] = { "w:val", "val", "r:id" };
	for (size_t i = 0; i < COUNT(VALUES); i++) {
		struct str value = xml_value(a, VALUES[i]);
		if (value.at)
			buf_fmt(context, "%s=%" PRI_STR " ", VALUES[i], ARG_STR(value));
	}
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	buf_fmt(context, "%d/%d> ", tag, depth);
	return true;
}

static bool on_words(void *context, struct str words)
{
	buf_fmt(context, "'%" PRI_STR "' ", ARG_STR(words));
	return true;
}

static const char *events(struct str part)
{
	struct buf out = { 0 };
	struct error err = { 0 };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { &out, on_open, on_close, on_words };
	bool ok = xml_read(part, &names, &sink, &err);
	assert_int_equal(ok, !err.code);
	const char *text = arena_str(&arena, ok ? buf_str(&out) : str_of(err.text)).at;
	buf_done(&out);
	return text;
}

TEST(tags_are_known_by_namespace_and_not_by_prefix)
{
	assert_string_equal(events(S("<w:document " W "><w:p w:val='1' val='2'/>"
				     "</w:document>")),
		"<1/1 <2/2 w:val=1 val=2 2/2> 1/1> ");
	assert_string_equal(
		events(S("<x:document "
			 "xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/"
			 "main'><x:p x:val='1'/></x:document>")),
		"<1/1 <2/2 w:val=1 2/2> 1/1> ");
	assert_string_equal(events(S("<document xmlns='http://purl.oclc.org/ooxml/"
				     "wordprocessingml/main'/>")),
		"<1/1 1/1> ");
	assert_string_equal(
		events(S("<w:document xmlns:w='urn:else' w:val='1'/>")), "<0/1 0/1> ");
	assert_string_equal(events(S("<p/>")), "<0/1 0/1> ");
}

TEST(values_and_words_come_without_their_escapes)
{
	assert_string_equal(
		events(S("<p val='R&amp;D "
			 "&lt;&quot;&#38;amp;&gt;'>a&amp;b<![CDATA[<c>]]></p>")),
		"<0/1 val=R&D <\"&amp;> 'a' '&' 'b' '<c>' 0/1> ");
}

TEST(utf16_reads_like_utf8)
{
	static const char TEXT[] = "\xff\xfe<\0?\0x\0m\0l\0 "
				   "\0v\0e\0r\0s\0i\0o\0n\0=\0'\0001\0.\0000\0'\0 \0e\0n"
				   "\0c\0o\0d\0i\0n\0g\0=\0'\0U\0T\0F\0-\0001\0006\0'\0?"
				   "\0>\0<\0p\0>\0\xe9\0<"
				   "\0/\0p\0>\0";
	assert_string_equal(
		events((struct str){ TEXT, sizeof TEXT - 1 }), "<0/1 '\xc3\xa9' 0/1> ");
}

TEST(damage_is_told_with_its_line)
{
	assert_string_equal(events(S("<p>\n<q></p>")),
		"is damaged: its XML breaks off or is wrong "
		"in line 2; save the file again");
	assert_non_null(strstr(events(S("")), "is damaged"));
	assert_non_null(strstr(events(S("<p>")), "is damaged"));
	assert_non_null(strstr(events(S("<p>\xff</p>")), "is damaged"));
	assert_non_null(strstr(events(S("<p>&nbsp;</p>")), "is damaged"));
	assert_non_null(strstr(events(S("<p a='1' a='2'/>")), "is damaged"));
	assert_non_null(strstr(events(S("<p>&#0;</p>")), "is damaged"));
}

TEST(document_types_are_refused)
{
	const char *want =
		"declares a document type, which office files never do; save it again";
	assert_string_equal(
		events(S(
			"<!DOCTYPE p [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><p>&b;</p>")),
		want);
	assert_string_equal(
		events(S("<!DOCTYPE p SYSTEM 'file:///etc/passwd'><p/>")), want);
}

static struct str repeated(const char *head, const char *piece, size_t times)
{
	struct buf out = { 0 };
	buf_add(&out, str_of(head));
	buf_repeat(&out, str_of(piece), times);
	struct str text = arena_str(&arena, buf_str(&out));
	buf_done(&out);
	return text;
}

TEST(depth_has_a_limit)
{
	assert_string_equal(events(repeated("", "<a>", XML_DEPTH_MAX + 1)),
		"nests its tags more than 256 deep");
	assert_non_null(strstr(events(repeated("", "<a>", XML_DEPTH_MAX)), "is damaged"));
	assert_string_equal(events(repeated("", "<a>", 1000000)),
		"nests its tags more than 256 deep");
}

TEST(attributes_have_a_limit_before_they_cost_anything)
{
	assert_string_equal(events(repeated("<a", " b=''", 1000000)),
		"has a tag with more than 256 attributes");
	assert_string_equal(
		events(repeated("<!-- ' --><?x '?><a b='<![CDATA[\"'", " b=''", 300)),
		"has a tag with more than 256 attributes");
	// Quotes in words are no attributes.
	struct str words = repeated("<a>", " b=''", 1000);
	assert_non_null(strstr(events(words), "is damaged"));
}

TEST(namespaces_have_a_limit)
{
	struct buf out = { 0 };
	for (int i = 0; i < 5; i++) {
		buf_add(&out, S("<a"));
		for (int j = 0; j < 60; j++)
			buf_fmt(&out, " xmlns:n%d_%d='u'", i, j);
		buf_add(&out, S(">"));
	}
	assert_string_equal(
		events(buf_str(&out)), "declares more than 128 namespaces at once");
	buf_done(&out);
	// One after the other they are fine.
	struct str text = repeated("<b>", "<a xmlns:x='u'/>", 1000);
	assert_non_null(strstr(events(text), "is damaged"));
}

static bool stop_at_p(void *context, int tag, int depth, const struct xml_attributes *a)
{
	(void)depth, (void)a; // only the tag counts
	++*(int *)context;
	return tag != TAG_P;
}

TEST(a_sink_may_stop)
{
	int count = 0;
	struct error err = { 0 };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { .context = &count, .open = stop_at_p };
	assert_false(xml_read(
		S("<w:document " W "><w:p/><w:p/></w:document>"), &names, &sink, &err));
	assert_int_equal(count, 2);
}

static bool read_numbers(
	void *context, int tag, int depth, const struct xml_attributes *a)
{
	(void)tag, (void)depth; // there is one tag
	uint32_t *out = context;
	out[0] = xml_count(a, "a", 9, 7);
	out[1] = xml_count(a, "b", 9, 7);
	out[2] = xml_count(a, "c", 9, 7);
	out[3] = xml_is_on(a, "d");
	out[4] = xml_is_on(a, "e");
	out[5] = xml_is_on(a, "f");
	return true;
}

TEST(values_are_read_as_counts_and_switches)
{
	uint32_t got[6] = { 0 };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { .context = got, .open = read_numbers };
	assert_true(xml_read(
		S("<x a='9' b='10' c='-1' d='0' e='on'/>"), &names, &sink, NULL));
	static const uint32_t WANT[] = { 9, 7, 7, 0, 1, 1 };
	assert_memory_equal(got, WANT, sizeof WANT);
}

MAIN(RUN(tags_are_known_by_namespace_and_not_by_prefix),
	RUN(values_and_words_come_without_their_escapes), RUN(utf16_reads_like_utf8),
	RUN(damage_is_told_with_its_line), RUN(document_types_are_refused),
	RUN(depth_has_a_limit), RUN(attributes_have_a_limit_before_they_cost_anything),
	RUN(namespaces_have_a_limit), RUN(a_sink_may_stop),
	RUN(values_are_read_as_counts_and_switches))
