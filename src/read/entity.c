#include "read/entity.h"

#include <string.h>

// Codes with this bit are understood without their semicolon, as in the oldest pages.
enum { BARE = 0x1000000, BARE_LONGEST = 6, NAME_LONGEST = 21 };

struct name {
	char text[NAME_LONGEST + 1];
	uint32_t code;
};

/*
 * The names of HTML 4 and those of HTML 5 that prose meets: letters, arrows, marks,
 * boxes, punctuation.  Sorted bytewise.
 * https://html.spec.whatwg.org/multipage/named-characters.html
 */
// clang-format off
static const struct name NAMES[] = {
	{ "AElig", 0x10000c6 }, { "AMP", 0x1000026 }, { "Aacute", 0x10000c1 },
	{ "Abreve", 0x102 }, { "Acirc", 0x10000c2 }, { "Agrave", 0x10000c0 },
	{ "Alpha", 0x391 }, { "Amacr", 0x100 }, { "Aogon", 0x104 },
	{ "Aring", 0x10000c5 }, { "Atilde", 0x10000c3 }, { "Auml", 0x10000c4 },
	{ "Beta", 0x392 }, { "COPY", 0x10000a9 }, { "Cacute", 0x106 },
	{ "Ccaron", 0x10c }, { "Ccedil", 0x10000c7 }, { "Ccirc", 0x108 },
	{ "Cdot", 0x10a }, { "CenterDot", 0xb7 }, { "Chi", 0x3a7 },
	{ "CloseCurlyDoubleQuote", 0x201d }, { "CloseCurlyQuote", 0x2019 },
	{ "Dagger", 0x2021 }, { "Dcaron", 0x10e }, { "Delta", 0x394 },
	{ "Dstrok", 0x110 }, { "ETH", 0x10000d0 }, { "Eacute", 0x10000c9 },
	{ "Ecaron", 0x11a }, { "Ecirc", 0x10000ca }, { "Edot", 0x116 },
	{ "Egrave", 0x10000c8 }, { "Emacr", 0x112 }, { "Eogon", 0x118 },
	{ "Epsilon", 0x395 }, { "Eta", 0x397 }, { "Euml", 0x10000cb },
	{ "GT", 0x100003e }, { "Gamma", 0x393 }, { "Gbreve", 0x11e }, { "Gcirc", 0x11c },
	{ "Gdot", 0x120 }, { "Hat", 0x5e }, { "Hcirc", 0x124 }, { "Hstrok", 0x126 },
	{ "Iacute", 0x10000cd }, { "Icirc", 0x10000ce }, { "Idot", 0x130 },
	{ "Igrave", 0x10000cc }, { "Imacr", 0x12a }, { "Iogon", 0x12e },
	{ "Iota", 0x399 }, { "Itilde", 0x128 }, { "Iuml", 0x10000cf },
	{ "Jcirc", 0x134 }, { "Kappa", 0x39a }, { "Kcedil", 0x136 }, { "LT", 0x100003c },
	{ "Lacute", 0x139 }, { "Lambda", 0x39b }, { "Lcaron", 0x13d },
	{ "Lcedil", 0x13b }, { "Lstrok", 0x141 }, { "MediumSpace", 0x205f },
	{ "Mu", 0x39c }, { "Nacute", 0x143 }, { "Ncaron", 0x147 }, { "Ncedil", 0x145 },
	{ "NewLine", 0xa }, { "NoBreak", 0x2060 }, { "NonBreakingSpace", 0xa0 },
	{ "Ntilde", 0x10000d1 }, { "Nu", 0x39d }, { "OElig", 0x152 },
	{ "Oacute", 0x10000d3 }, { "Ocirc", 0x10000d4 }, { "Odblac", 0x150 },
	{ "Ograve", 0x10000d2 }, { "Omacr", 0x14c }, { "Omega", 0x3a9 },
	{ "Omicron", 0x39f }, { "OpenCurlyDoubleQuote", 0x201c },
	{ "OpenCurlyQuote", 0x2018 }, { "Oslash", 0x10000d8 }, { "Otilde", 0x10000d5 },
	{ "Ouml", 0x10000d6 }, { "Phi", 0x3a6 }, { "Pi", 0x3a0 }, { "PlusMinus", 0xb1 },
	{ "Prime", 0x2033 }, { "Psi", 0x3a8 }, { "QUOT", 0x1000022 },
	{ "REG", 0x10000ae }, { "Racute", 0x154 }, { "Rcaron", 0x158 },
	{ "Rcedil", 0x156 }, { "Rho", 0x3a1 }, { "Sacute", 0x15a }, { "Scaron", 0x160 },
	{ "Scedil", 0x15e }, { "Scirc", 0x15c }, { "Sigma", 0x3a3 },
	{ "THORN", 0x10000de }, { "TRADE", 0x2122 }, { "Tab", 0x9 }, { "Tau", 0x3a4 },
	{ "Tcaron", 0x164 }, { "Tcedil", 0x162 }, { "Theta", 0x398 },
	{ "ThinSpace", 0x2009 }, { "Tstrok", 0x166 }, { "Uacute", 0x10000da },
	{ "Ubreve", 0x16c }, { "Ucirc", 0x10000db }, { "Udblac", 0x170 },
	{ "Ugrave", 0x10000d9 }, { "Umacr", 0x16a }, { "Uogon", 0x172 },
	{ "Upsilon", 0x3a5 }, { "Uring", 0x16e }, { "Utilde", 0x168 },
	{ "Uuml", 0x10000dc }, { "Wcirc", 0x174 }, { "Xi", 0x39e },
	{ "Yacute", 0x10000dd }, { "Ycirc", 0x176 }, { "Yuml", 0x178 },
	{ "Zacute", 0x179 }, { "Zcaron", 0x17d }, { "Zdot", 0x17b },
	{ "ZeroWidthSpace", 0x200b }, { "Zeta", 0x396 }, { "aacute", 0x10000e1 },
	{ "abreve", 0x103 }, { "acirc", 0x10000e2 }, { "acute", 0x10000b4 },
	{ "aelig", 0x10000e6 }, { "agrave", 0x10000e0 }, { "alefsym", 0x2135 },
	{ "alpha", 0x3b1 }, { "amacr", 0x101 }, { "amp", 0x1000026 }, { "and", 0x2227 },
	{ "ang", 0x2220 }, { "aogon", 0x105 }, { "apos", 0x27 }, { "approx", 0x2248 },
	{ "aring", 0x10000e5 }, { "ast", 0x2a }, { "asymp", 0x2248 },
	{ "atilde", 0x10000e3 }, { "auml", 0x10000e4 }, { "bdquo", 0x201e },
	{ "beta", 0x3b2 }, { "bigcirc", 0x25ef }, { "bigstar", 0x2605 },
	{ "blk12", 0x2592 }, { "blk14", 0x2591 }, { "blk34", 0x2593 },
	{ "block", 0x2588 }, { "brvbar", 0x10000a6 }, { "bsol", 0x5c },
	{ "bull", 0x2022 }, { "bullet", 0x2022 }, { "cacute", 0x107 }, { "cap", 0x2229 },
	{ "ccaron", 0x10d }, { "ccedil", 0x10000e7 }, { "ccirc", 0x109 },
	{ "cdot", 0x10b }, { "cedil", 0x10000b8 }, { "cent", 0x10000a2 },
	{ "centerdot", 0xb7 }, { "check", 0x2713 }, { "checkmark", 0x2713 },
	{ "chi", 0x3c7 }, { "cir", 0x25cb }, { "circ", 0x2c6 }, { "clubs", 0x2663 },
	{ "colon", 0x3a }, { "comma", 0x2c }, { "commat", 0x40 }, { "cong", 0x2245 },
	{ "copy", 0x10000a9 }, { "copysr", 0x2117 }, { "crarr", 0x21b5 },
	{ "cross", 0x2717 }, { "cup", 0x222a }, { "curren", 0x10000a4 },
	{ "dArr", 0x21d3 }, { "dagger", 0x2020 }, { "darr", 0x2193 }, { "dash", 0x2010 },
	{ "dcaron", 0x10f }, { "deg", 0x10000b0 }, { "delta", 0x3b4 },
	{ "diams", 0x2666 }, { "div", 0xf7 }, { "divide", 0x10000f7 },
	{ "dollar", 0x24 }, { "downarrow", 0x2193 }, { "dstrok", 0x111 },
	{ "dtri", 0x25bf }, { "dtrif", 0x25be }, { "eacute", 0x10000e9 },
	{ "ecaron", 0x11b }, { "ecirc", 0x10000ea }, { "edot", 0x117 },
	{ "egrave", 0x10000e8 }, { "emacr", 0x113 }, { "empty", 0x2205 },
	{ "emsp", 0x2003 }, { "emsp13", 0x2004 }, { "emsp14", 0x2005 },
	{ "ensp", 0x2002 }, { "eogon", 0x119 }, { "epsilon", 0x3b5 }, { "equals", 0x3d },
	{ "equiv", 0x2261 }, { "eta", 0x3b7 }, { "eth", 0x10000f0 },
	{ "euml", 0x10000eb }, { "euro", 0x20ac }, { "excl", 0x21 }, { "exist", 0x2203 },
	{ "female", 0x2640 }, { "flat", 0x266d }, { "fnof", 0x192 },
	{ "forall", 0x2200 }, { "frac12", 0x10000bd }, { "frac13", 0x2153 },
	{ "frac14", 0x10000bc }, { "frac15", 0x2155 }, { "frac16", 0x2159 },
	{ "frac18", 0x215b }, { "frac23", 0x2154 }, { "frac25", 0x2156 },
	{ "frac34", 0x10000be }, { "frac38", 0x215c }, { "frac58", 0x215d },
	{ "frac78", 0x215e }, { "frasl", 0x2044 }, { "gamma", 0x3b3 },
	{ "gbreve", 0x11f }, { "gcirc", 0x11d }, { "gdot", 0x121 }, { "ge", 0x2265 },
	{ "geq", 0x2265 }, { "geqslant", 0x2a7e }, { "grave", 0x60 },
	{ "gt", 0x100003e }, { "hArr", 0x21d4 }, { "hairsp", 0x200a }, { "half", 0xbd },
	{ "harr", 0x2194 }, { "hcirc", 0x125 }, { "hearts", 0x2665 },
	{ "hellip", 0x2026 }, { "horbar", 0x2015 }, { "hstrok", 0x127 },
	{ "hyphen", 0x2010 }, { "iacute", 0x10000ed }, { "icirc", 0x10000ee },
	{ "iexcl", 0x10000a1 }, { "igrave", 0x10000ec }, { "imacr", 0x12b },
	{ "image", 0x2111 }, { "imath", 0x131 }, { "incare", 0x2105 },
	{ "infin", 0x221e }, { "infintie", 0x29dd }, { "inodot", 0x131 },
	{ "int", 0x222b }, { "iogon", 0x12f }, { "iota", 0x3b9 },
	{ "iquest", 0x10000bf }, { "isin", 0x2208 }, { "itilde", 0x129 },
	{ "iuml", 0x10000ef }, { "jcirc", 0x135 }, { "kappa", 0x3ba },
	{ "kcedil", 0x137 }, { "lArr", 0x21d0 }, { "lacute", 0x13a },
	{ "lambda", 0x3bb }, { "lang", 0x2329 }, { "laquo", 0x10000ab },
	{ "larr", 0x2190 }, { "lbrace", 0x7b }, { "lbrack", 0x5b }, { "lcaron", 0x13e },
	{ "lcedil", 0x13c }, { "lceil", 0x2308 }, { "lcub", 0x7b }, { "ldquo", 0x201c },
	{ "ldquor", 0x201e }, { "le", 0x2264 }, { "leftarrow", 0x2190 },
	{ "leq", 0x2264 }, { "leqslant", 0x2a7d }, { "lfloor", 0x230a },
	{ "longleftarrow", 0x27f5 }, { "longrightarrow", 0x27f6 }, { "lowast", 0x2217 },
	{ "lowbar", 0x5f }, { "loz", 0x25ca }, { "lpar", 0x28 }, { "lrm", 0x200e },
	{ "lsaquo", 0x2039 }, { "lsqb", 0x5b }, { "lsquo", 0x2018 },
	{ "lsquor", 0x201a }, { "lstrok", 0x142 }, { "lt", 0x100003c },
	{ "ltri", 0x25c3 }, { "ltrif", 0x25c2 }, { "macr", 0x10000af },
	{ "male", 0x2642 }, { "map", 0x21a6 }, { "mdash", 0x2014 },
	{ "micro", 0x10000b5 }, { "middot", 0x10000b7 }, { "minus", 0x2212 },
	{ "mldr", 0x2026 }, { "mu", 0x3bc }, { "nabla", 0x2207 }, { "nacute", 0x144 },
	{ "natural", 0x266e }, { "nbsp", 0x10000a0 }, { "ncaron", 0x148 },
	{ "ncedil", 0x146 }, { "ndash", 0x2013 }, { "ne", 0x2260 }, { "nearr", 0x2197 },
	{ "ni", 0x220b }, { "nldr", 0x2025 }, { "not", 0x10000ac }, { "notin", 0x2209 },
	{ "nsub", 0x2284 }, { "ntilde", 0x10000f1 }, { "nu", 0x3bd }, { "num", 0x23 },
	{ "numsp", 0x2007 }, { "nwarr", 0x2196 }, { "oacute", 0x10000f3 },
	{ "ocirc", 0x10000f4 }, { "odblac", 0x151 }, { "oelig", 0x153 },
	{ "ograve", 0x10000f2 }, { "oline", 0x203e }, { "omacr", 0x14d },
	{ "omega", 0x3c9 }, { "omicron", 0x3bf }, { "oplus", 0x2295 }, { "or", 0x2228 },
	{ "ordf", 0x10000aa }, { "ordm", 0x10000ba }, { "oslash", 0x10000f8 },
	{ "otilde", 0x10000f5 }, { "otimes", 0x2297 }, { "ouml", 0x10000f6 },
	{ "para", 0x10000b6 }, { "part", 0x2202 }, { "percnt", 0x25 },
	{ "period", 0x2e }, { "permil", 0x2030 }, { "perp", 0x22a5 }, { "phi", 0x3c6 },
	{ "phone", 0x260e }, { "pi", 0x3c0 }, { "piv", 0x3d6 }, { "plus", 0x2b },
	{ "plusmn", 0x10000b1 }, { "pm", 0xb1 }, { "pound", 0x10000a3 },
	{ "prime", 0x2032 }, { "prod", 0x220f }, { "prop", 0x221d }, { "psi", 0x3c8 },
	{ "puncsp", 0x2008 }, { "quest", 0x3f }, { "quot", 0x1000022 },
	{ "rArr", 0x21d2 }, { "racute", 0x155 }, { "radic", 0x221a }, { "rang", 0x232a },
	{ "raquo", 0x10000bb }, { "rarr", 0x2192 }, { "rarrw", 0x219d },
	{ "rbrace", 0x7d }, { "rbrack", 0x5d }, { "rcaron", 0x159 }, { "rcedil", 0x157 },
	{ "rceil", 0x2309 }, { "rcub", 0x7d }, { "rdquo", 0x201d }, { "rdquor", 0x201d },
	{ "real", 0x211c }, { "reg", 0x10000ae }, { "rfloor", 0x230b }, { "rho", 0x3c1 },
	{ "rightarrow", 0x2192 }, { "rlm", 0x200f }, { "rpar", 0x29 },
	{ "rsaquo", 0x203a }, { "rsqb", 0x5d }, { "rsquo", 0x2019 },
	{ "rsquor", 0x2019 }, { "rtri", 0x25b9 }, { "rtrif", 0x25b8 },
	{ "sacute", 0x15b }, { "sbquo", 0x201a }, { "scaron", 0x161 },
	{ "scedil", 0x15f }, { "scirc", 0x15d }, { "sdot", 0x22c5 }, { "searr", 0x2198 },
	{ "sect", 0x10000a7 }, { "semi", 0x3b }, { "sharp", 0x266f },
	{ "shy", 0x10000ad }, { "sigma", 0x3c3 }, { "sigmaf", 0x3c2 }, { "sim", 0x223c },
	{ "sol", 0x2f }, { "spades", 0x2660 }, { "squ", 0x25a1 }, { "square", 0x25a1 },
	{ "star", 0x2606 }, { "starf", 0x2605 }, { "sub", 0x2282 }, { "sube", 0x2286 },
	{ "sum", 0x2211 }, { "sung", 0x266a }, { "sup", 0x2283 }, { "sup1", 0x10000b9 },
	{ "sup2", 0x10000b2 }, { "sup3", 0x10000b3 }, { "supe", 0x2287 },
	{ "swarr", 0x2199 }, { "szlig", 0x10000df }, { "target", 0x2316 },
	{ "tau", 0x3c4 }, { "tcaron", 0x165 }, { "tcedil", 0x163 }, { "telrec", 0x2315 },
	{ "there4", 0x2234 }, { "theta", 0x3b8 }, { "thetasym", 0x3d1 },
	{ "thickapprox", 0x2248 }, { "thinsp", 0x2009 }, { "thorn", 0x10000fe },
	{ "tilde", 0x2dc }, { "times", 0x10000d7 }, { "trade", 0x2122 },
	{ "tstrok", 0x167 }, { "uArr", 0x21d1 }, { "uacute", 0x10000fa },
	{ "uarr", 0x2191 }, { "ubreve", 0x16d }, { "ucirc", 0x10000fb },
	{ "udblac", 0x171 }, { "ugrave", 0x10000f9 }, { "umacr", 0x16b },
	{ "uml", 0x10000a8 }, { "uogon", 0x173 }, { "uparrow", 0x2191 },
	{ "upsih", 0x3d2 }, { "upsilon", 0x3c5 }, { "uring", 0x16f },
	{ "utilde", 0x169 }, { "utri", 0x25b5 }, { "utrif", 0x25b4 },
	{ "uuml", 0x10000fc }, { "verbar", 0x7c }, { "vert", 0x7c }, { "wcirc", 0x175 },
	{ "weierp", 0x2118 }, { "xi", 0x3be }, { "yacute", 0x10000fd },
	{ "ycirc", 0x177 }, { "yen", 0x10000a5 }, { "yuml", 0x10000ff },
	{ "zacute", 0x17a }, { "zcaron", 0x17e }, { "zdot", 0x17c }, { "zeta", 0x3b6 },
	{ "zwj", 0x200d }, { "zwnj", 0x200c },
};
// clang-format on

static const struct name *name_find(struct str text)
{
	size_t low = 0, high = sizeof NAMES / sizeof NAMES[0];
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_cmp(text, str_of(NAMES[middle].text));
		if (!order)
			return &NAMES[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static int digit_of(char c, bool hex)
{
	if (byte_is_digit(c))
		return c - '0';
	char lower = byte_lower(c);
	return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static uint32_t code_of_number(uint32_t n)
{
	if (n >= 0x80 && n < 0xa0)
		return utf8_of_cp1252((unsigned char)n);
	if (!n || n > 0x10ffff || (n >= 0xd800 && n < 0xe000))
		return UTF8_BAD;
	return n;
}

// "&#8364;" "&#x20AC;", the semicolon may be missing.
static size_t number_read(struct str s, uint32_t *code)
{
	bool hex = s.len > 2 && byte_lower(s.at[2]) == 'x';
	size_t from = hex ? 3 : 2, at = from;
	uint32_t n = 0;
	for (int digit = 0; at < s.len && (digit = digit_of(s.at[at], hex)) >= 0; at++)
		if (n <= 0x10ffff)
			n = n * (hex ? 16 : 10) + (uint32_t)digit;
	if (at == from)
		return 0;
	*code = code_of_number(n);
	return at + (at < s.len && s.at[at] == ';');
}

// The longest name that may go without a semicolon; in an attribute a letter, a digit or
// '=' behind it makes it a piece of an address: "?a=1&copy=2".
static size_t bare_read(struct str name, bool attribute, uint32_t *code)
{
	size_t len = name.len < BARE_LONGEST ? name.len : BARE_LONGEST;
	for (; len > 1; len--) {
		const struct name *n = name_find(str_cut(name, 0, len));
		if (!n || !(n->code & BARE))
			continue;
		if (attribute && len < name.len)
			return 0;
		*code = n->code & ~(uint32_t)BARE;
		return len;
	}
	return 0;
}

static size_t name_read(struct str s, bool attribute, uint32_t *code)
{
	size_t at = 1;
	while (at < s.len && at <= NAME_LONGEST + 1 &&
		(byte_is_alpha(s.at[at]) || byte_is_digit(s.at[at])))
		at++;
	struct str name = str_cut(s, 1, at - 1);
	bool closed = at < s.len && s.at[at] == ';';
	const struct name *n = closed ? name_find(name) : NULL;
	if (n) {
		*code = n->code & ~(uint32_t)BARE;
		return at + 1;
	}
	if (attribute && at < s.len && s.at[at] == '=')
		return 0;
	size_t bare = bare_read(name, attribute, code);
	return bare ? bare + 1 : 0;
}

size_t entity_read(struct str s, bool attribute, uint32_t *code)
{
	if (s.len < 3 || s.at[0] != '&')
		return 0;
	if (s.at[1] == '#')
		return number_read(s, code);
	return name_read(s, attribute, code);
}

struct str entity_decode(struct arena *a, struct str s)
{
	size_t next = str_find_byte(s, '&', 0), from = 0, used = 0;
	if (next == STR_NONE)
		return s;
	char *out =
		arena_alloc(a, s.len + 1, 1); // no entity is shorter than its character
	while (next != STR_NONE) {
		uint32_t code = 0;
		size_t len = entity_read(str_from(s, next), true, &code);
		memcpy(out + used, s.at + from, next - from);
		used += next - from;
		if (len)
			used += utf8_put(code, out + used);
		else
			out[used++] = '&';
		from = next + (len ? len : 1);
		next = str_find_byte(s, '&', from);
	}
	memcpy(out + used, s.at + from, s.len - from);
	return (struct str){ out, used + s.len - from };
}
