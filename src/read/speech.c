#include "read/speech.h"

// Takes the last character off *text; 0 when nothing is left.
static uint32_t take_last(struct str *text)
{
	const struct str whole = *text;
	while (text->len && ((unsigned char)text->at[text->len - 1] & 0xc0) == 0x80)
		text->len--;
	if (!text->len)
		return 0;
	size_t at = --text->len;
	return utf8_next(whole, &at);
}

static bool ends_sentence(struct str text)
{
	uint32_t last = take_last(&text);
	if (last == '"' || last == '\'' || last == ')' || last == ']' || last == 0x201d ||
		last == 0x2019 ||
		last == 0xbb) // quotes and brackets closed behind the end
		last = take_last(&text);
	return last == '.' || last == '!' || last == '?' || last == 0x2026 ||
	       last == 0x3002 || last == 0xff01 || last == 0xff1f;
}

void speech_turn(struct speech *s, struct str speaker, const char *at)
{
	struct prose *p = &s->prose;
	struct str said = p->open ? prose_last(p) : S("");
	bool goes_on = p->open && !s->apart && str_eq(speaker, s->speaker) &&
		       said.len < SPEECH_BLOCK_MAX && !ends_sentence(said);
	if (goes_on) {
		prose_space(p, at);
	} else {
		prose_block(p, BLOCK_SPEECH, 0);
		p->speaker = s->speaker = speaker;
	}
	s->apart = false;
}

bool speech_time(struct str *rest, uint32_t *ms)
{
	uint32_t fields[3] = { 0 };
	size_t n = 0, at = 0;
	for (; n < 3; n++) {
		size_t from = at;
		while (at < rest->len && byte_is_digit(rest->at[at]) && at - from < 4)
			fields[n] = fields[n] * 10 + (uint32_t)(rest->at[at++] - '0');
		if (at == from || (n && at - from != 2))
			return false;
		if (at >= rest->len || rest->at[at] != ':') {
			n++;
			break;
		}
		at += n < 2;
	}
	if (n < 2 || fields[n - 1] > 59 || (n == 3 && fields[1] > 59))
		return false;
	uint32_t seconds = n == 3 ? fields[0] * 3600 + fields[1] * 60 + fields[2]
				  : fields[0] * 60 + fields[1];
	uint32_t fraction = 0, unit = 100;
	if (at + 1 < rest->len && (rest->at[at] == '.' || rest->at[at] == ',') &&
		byte_is_digit(rest->at[at + 1]))
		for (at++; at < rest->len && byte_is_digit(rest->at[at]);
			at++, unit /= 10)
			fraction += (uint32_t)(rest->at[at] - '0') * unit;
	if (seconds >= SPEECH_HOURS_MAX * 3600)
		return false;
	*ms = seconds * 1000 + fraction;
	*rest = str_from(*rest, at);
	return true;
}
