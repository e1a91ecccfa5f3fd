#include "net/url.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "net/address.h"

static bool wrong(struct error *err, struct str text, const char *why)
{
	return error_set(err, ERROR_USAGE, "'%" PRI_STR "' %s",
		ARG_STR(str_cut(text, 0, 200)), why);
}

static bool has_control(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f)
			return true;
	return false;
}

// Whether "scheme:" stands in front: a letter, then letters, digits, + - and dots.
static size_t scheme_length(struct str s)
{
	size_t i = 0;
	while (i < s.len && (byte_is_alpha(s.at[i]) ||
				    (i && (byte_is_digit(s.at[i]) || s.at[i] == '+' ||
						  s.at[i] == '-' || s.at[i] == '.'))))
		i++;
	return i && i < s.len && s.at[i] == ':' ? i : 0;
}

static bool is_host_byte(char c)
{
	return byte_is_word(c) || c == '-' || c == '.' || c == '_';
}

static bool is_host(struct str host)
{
	if (!host.len || host.len > 253)
		return false;
	if (host.at[0] != '[') {
		for (size_t i = 0; i < host.len; i++)
			if (!is_host_byte(host.at[i]))
				return false;
		return host.at[0] != '.' && host.at[0] != '-';
	}
	for (size_t i = 1; i + 1 < host.len; i++)
		if (!byte_is_digit(host.at[i]) && host.at[i] != ':' &&
			host.at[i] != '.' &&
			!(byte_lower(host.at[i]) >= 'a' && byte_lower(host.at[i]) <= 'f'))
			return false;
	return host.len > 2 && host.at[host.len - 1] == ']';
}

// "host:8080" into its two parts; port 0 when none is written.
static bool split_authority(struct str authority, struct str *host, int64_t *port)
{
	size_t bracket = str_find_byte(authority, ']', 0);
	size_t colon = str_find_byte(authority, ':', bracket == STR_NONE ? 0 : bracket);
	*host = str_cut(authority, 0, colon);
	*port = 0;
	if (colon == STR_NONE || colon + 1 == authority.len)
		return true;
	for (size_t i = colon + 1; i < authority.len; i++)
		if (!byte_is_digit(authority.at[i]))
			return false;
	return str_to_int(str_from(authority, colon + 1), port) && *port >= 1 &&
	       *port <= 65535;
}

static bool is_path_byte(char c)
{
	return (byte_is_alpha(c) || byte_is_digit(c)) ||
	       (c && strchr("-._~:/?@!$&'()*+,;=%[]", c) != NULL);
}

static void put_path(struct str path, struct buf *out)
{
	if (!path.len || path.at[0] != '/')
		buf_byte(out, '/');
	for (size_t i = 0; i < path.len; i++) {
		if (is_path_byte(path.at[i]))
			buf_byte(out, path.at[i]);
		else
			buf_fmt(out, "%%%02X", (unsigned char)path.at[i]);
	}
}

// Everything is checked: write it in our way and say where its parts lie.
static void put_whole(struct url *u, struct str host, struct str path, struct arena *a)
{
	struct buf text = { 0 };
	buf_add(&text, u->secure ? S("https://") : S("http://"));
	const size_t from = text.len;
	for (size_t i = 0; i < host.len; i++)
		buf_byte(&text, byte_lower(host.at[i]));
	const size_t host_end = text.len;
	if (u->port != (u->secure ? 443 : 80))
		buf_fmt(&text, ":%u", u->port);
	const size_t site_end = text.len;
	put_path(path, &text);
	u->whole = arena_str(a, buf_str(&text));
	u->site = str_cut(u->whole, 0, site_end);
	u->host = str_cut(u->whole, from, host_end - from);
	u->path = str_from(u->whole, site_end);
	buf_done(&text);
}

static struct str without_fragment(struct str text)
{
	return str_cut(text, 0, str_find_byte(text, '#', 0));
}

bool url_read(struct str text, struct arena *a, struct url *out, struct error *err)
{
	*out = (struct url){ 0 };
	struct str said = str_trim(text), host;
	int64_t port = 0;
	if (said.len > URL_MAX)
		return wrong(err, text, "... is longer than 4096 bytes");
	if (has_control(said) || !utf8_valid(said))
		return wrong(err, S("the address"), "has characters that belong in none");
	out->secure = str_starts_nocase(said, S("https://"));
	if (!out->secure && !str_starts_nocase(said, S("http://")))
		return wrong(err, said,
			"is no address of a page: it must begin with https:// or "
			"http://");
	struct str rest = without_fragment(str_from(said, out->secure ? 8 : 7));
	size_t end = 0;
	while (end < rest.len && !strchr("/?\\", rest.at[end]))
		end++;
	const struct str authority = str_cut(rest, 0, end);
	if (str_find_byte(authority, '@', 0) != STR_NONE)
		return wrong(err, S("the address"),
			"names a user or a password; leave out what stands before the @");
	if (!split_authority(authority, &host, &port))
		return wrong(err, said, "has a port that is no number from 1 to 65535");
	if (!is_host(host))
		return wrong(err, said, "has no host name that could be looked up");
	out->port = (uint16_t)(port ? port : out->secure ? 443 : 80);
	put_whole(out, host, str_from(rest, end), a);
	return out->whole.len <= URL_MAX ||
	       wrong(err, said, "is longer than 4096 bytes when it is written out");
}

// RFC 3986, section 5.2.4, for a path that begins with '/'.
static void put_without_dots(struct str path, struct buf *out)
{
	const size_t from = out->len;
	struct str rest = str_from(path, 1), part;
	bool open = false; // ends in a folder
	while (str_split(&rest, '/', &part)) {
		const bool up = str_eq(part, S(".."));
		open = up || str_eq(part, S("."));
		if (!open) {
			buf_byte(out, '/');
			buf_add(out, part);
		}
		while (up && out->len > from && out->at[--out->len] != '/')
			;
	}
	if (open || str_ends(path, S("/")))
		buf_byte(out, '/');
}

static void put_resolved(const struct url *base, struct str text, struct buf *out)
{
	const struct str base_path =
		str_cut(base->path, 0, str_find_byte(base->path, '?', 0));
	struct buf merged = { 0 };
	buf_add(out, base->site);
	if (!text.len) {
		buf_add(out, base->path);
	} else if (text.at[0] == '?') {
		buf_add(out, base_path);
		buf_add(out, text);
	} else {
		const size_t query = str_find_byte(text, '?', 0);
		if (text.at[0] != '/') {
			buf_add(&merged, path_folder(base_path));
			buf_byte(&merged, '/');
		}
		buf_add(&merged, str_cut(text, 0, query));
		put_without_dots(buf_str(&merged), out);
		if (query != STR_NONE)
			buf_add(out, str_from(text, query));
	}
	buf_done(&merged);
}

bool url_resolve(const struct url *base, struct str text, struct arena *a,
	struct url *out, struct error *err)
{
	struct str said = without_fragment(str_trim(text));
	struct buf whole = { .max = (size_t)URL_MAX * 2 };
	if (said.len > URL_MAX)
		return wrong(err, said, "... is longer than 4096 bytes");
	if (scheme_length(said))
		return url_read(said, a, out, err);
	if (str_starts(said, S("//"))) {
		buf_add(&whole, base->secure ? S("https:") : S("http:"));
		buf_add(&whole, said);
	} else {
		put_resolved(base, said, &whole);
	}
	const bool ok = url_read(buf_str(&whole), a, out, err);
	buf_done(&whole);
	return ok;
}

static struct str bare_host(struct str host)
{
	return str_starts(host, S("www.")) ? str_from(host, 4) : host;
}

bool url_same_host(const struct url *x, const struct url *y)
{
	const bool usual =
		(x->port == 80 || x->port == 443) && (y->port == 80 || y->port == 443);
	return str_eq(bare_host(x->host), bare_host(y->host)) &&
	       (usual || x->port == y->port);
}

bool url_is_local(const struct url *u)
{
	struct str host = str_strip(u->host, "[].");
	char name[64] = { 0 };
	if (str_eq(host, S("localhost")) || str_ends(host, S(".localhost")))
		return true;
	if (!host.len || host.len >= sizeof name)
		return false;
	memcpy(name, host.at, host.len);
	struct sockaddr_in v4 = { .sin_family = AF_INET };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
	if (inet_aton(name, &v4.sin_addr)) // also 127.1 and 0x7f000001
		return !address_is_public((const struct sockaddr *)&v4);
	return inet_pton(AF_INET6, name, &v6.sin6_addr) == 1 &&
	       !address_is_public((const struct sockaddr *)&v6);
}
