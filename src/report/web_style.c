#include "report/web_style.h"

// Blue and vermillion are Okabe and Ito's (2008), which people with any kind of colour
// blindness tell apart; the test computes it (tests/report/test_web_style.c).
const struct web_colour WEB_PALETTE[HUE_COUNT] = {
	[HUE_PAPER] = { "paper", "#ffffff", "#14161a" },
	[HUE_INK] = { "ink", "#1a1d21", "#eceae4" },
	[HUE_INK2] = { "ink2", "#4a4f57", "#bdbcb6" },
	[HUE_FAINT] = { "faint", "#686d75", "#9a9a97" },
	[HUE_SEEN] = { "seen", "#0072b2", "#56b4e9" },
	[HUE_NEED] = { "need", "#f5b48a", "#7a4220" },
	[HUE_EDGE] = { "edge", "#d55e00", "#f28c45" },
	[HUE_SPARE] = { "spare", "#dfe5ea", "#30363e" },
	[HUE_RULE] = { "rule", "#e2dfd6", "#2c3036" },
	[HUE_BADGE] = { "badge", "#a84300", "#f0a36b" },
	[HUE_ON_BADGE] = { "on-badge", "#ffffff", "#14161a" },
	[HUE_SEEN_0] = { "s0", "#f1f6fa", "#1c252d" },
	[HUE_SEEN_1] = { "s1", "#d3e6f2", "#22394b" },
	[HUE_SEEN_2] = { "s2", "#a3cce4", "#295471" },
	[HUE_SEEN_3] = { "s3", "#68acd5", "#2f6c94" },
	[HUE_SEEN_4] = { "s4", "#0072b2", "#7cc4ee" },
	[HUE_GAP_0] = { "g0", "#fdf0e6", "#2a211b" },
	[HUE_GAP_1] = { "g1", "#f9d3b8", "#4a2f1e" },
	[HUE_GAP_2] = { "g2", "#f0a36b", "#7a4a24" },
	[HUE_GAP_3] = { "g3", "#a84300", "#f0a36b" },
	[HUE_ON_LIGHT] = { "on-light", "#1a1d21", "#eceae4" },
	[HUE_ON_SEEN_4] = { "on-s4", "#ffffff", "#14161a" },
	[HUE_ON_GAP_3] = { "on-g3", "#ffffff", "#14161a" },
};

static void put_variables(struct buf *out, bool dark)
{
	buf_byte(out, '{');
	for (size_t i = 0; i < HUE_COUNT; i++) {
		const struct web_colour *c = &WEB_PALETTE[i];
		// A page around the picture has its own paper.
		buf_fmt(out, i == HUE_PAPER ? "--w-%s:var(--paper,%s);" : "--w-%s:%s;",
			c->name, dark ? c->dark : c->light);
	}
	buf_byte(out, '}');
}

static const char RULES[] =
	".web text{font-family:\"Candor Sans\",Inter,system-ui,\"Segoe UI\",Roboto,"
	"\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif;"
	"font-variant-numeric:tabular-nums;fill:var(--w-ink)}"
	".web .b{font-weight:600}.web .h{font-weight:600;letter-spacing:-.01em}"
	".web .q{fill:var(--w-ink2)}"
	".web path{fill:none}"
	".web .paper{fill:var(--w-paper)}"
	".web .rule{stroke:var(--w-rule)}"
	".web .seen{stroke:var(--w-seen)}"
	".web .need{stroke:var(--w-need)}"
	".web .edge{stroke:var(--w-edge)}"
	".web .spare{stroke:var(--w-spare)}"
	".web .faint{stroke:var(--w-faint)}"
	".web .ink{stroke:var(--w-ink)}"
	".web .sf{fill:var(--w-spare)}.web .nf{fill:var(--w-need)}"
	".web .of{fill:var(--w-seen)}"
	".web .halo{paint-order:stroke;stroke:var(--w-paper);stroke-width:4px}"
	".web "
	".pe{stroke:var(--w-paper)}.web:root{background:var(--w-paper);max-width:100%;"
	"height:auto}"
	".web .bf{fill:var(--w-badge)}.web .bs{stroke:var(--w-badge)}"
	".web text.bt{fill:var(--w-badge)}.web text.bo{fill:var(--w-on-badge)}"
	"@media (hover:hover){.web .ties:hover>g:not(:hover){opacity:.22}}";

static const char CELLS[] =
	".web .s0{fill:var(--w-s0)}.web .s1{fill:var(--w-s1)}.web .s2{fill:var(--w-s2)}"
	".web .s3{fill:var(--w-s3)}.web .s4{fill:var(--w-s4)}"
	".web .g0{fill:var(--w-g0)}.web .g1{fill:var(--w-g1)}.web .g2{fill:var(--w-g2)}"
	".web .g3{fill:var(--w-g3)}"
	".web text.ol{fill:var(--w-on-light)}.web text.os{fill:var(--w-on-s4)}"
	".web text.og{fill:var(--w-on-g3)}";

void web_style(struct buf *out)
{
	buf_add(out, S(".web"));
	put_variables(out, false);
	buf_add(out, S("@media screen and (prefers-color-scheme:dark){"
		       ":root:not([data-theme=\"light\"]) .web,.web:root"));
	put_variables(out, true);
	buf_add(out, S("}@media screen{:root[data-theme=\"dark\"] .web"));
	put_variables(out, true);
	buf_byte(out, '}');
	buf_add(out, str_of(RULES));
	buf_add(out, str_of(CELLS));
}

static const char PAGE[] =
	".webs{display:grid;grid-template-columns:minmax(0,1.75fr) minmax(0,1fr);"
	"gap:var(--s6);align-items:start}"
	".webs figure svg,.cells svg{display:block;width:100%;height:auto}"
	".webs .narrow{display:none}"
	".webs svg.key{max-width:20rem;margin:var(--s5) auto 0 0}"
	".webs p.key,.webs figcaption{font-size:var(--t-xs);color:var(--ink-2);"
	"margin-top:var(--s3);max-width:44em;text-wrap:pretty}"
	".picks details{margin-top:var(--s1)}"
	".picks summary,.pairs-of summary{font-size:var(--t-s);color:var(--accent)}"
	".picks summary:hover,.pairs-of summary:hover{text-decoration:underline}"
	".webs summary::before,.pairs-of summary::before{content:\"\\25b8\\a0\" / \"\"}"
	".webs [open]>summary::before,.pairs-of[open]>summary::before{content:\"\\25be"
	"\\a0\" / \"\"}"
	".pairs-of{margin-top:var(--s5)}.pairs-of .pairs{margin-top:var(--s4)}"
	".picks>li{border-top:1px solid var(--rule-2);padding:var(--s3) 0 var(--s4);"
	"display:grid;grid-template-columns:28px minmax(0,1fr);gap:0 var(--s2)}"
	".picks>li>svg{width:24px;margin-top:-1px}"
	".picks h3{font:600 var(--t-m)/1.4 var(--sans)}"
	".picks>li>div>p{font-size:var(--t-s);color:var(--ink-2);margin-top:var(--s1);"
	"text-wrap:pretty}"
	".picks>li>div>.bring{color:var(--ink)}"
	".cells{max-width:832px}"
	".pairs{font-size:var(--t-s);font-variant-numeric:tabular-nums;"
	"margin-top:var(--s5)}"
	".pairs caption{font-weight:600;padding-bottom:var(--s2)}"
	".pairs th,.pairs td{padding:5px var(--s3) 5px 0;vertical-align:baseline;"
	"border-top:1px solid var(--rule)}"
	".pairs thead th{font-size:var(--t-xs);color:var(--ink-3);border-top:0}"
	".pairs .num{white-space:nowrap}"
	".plain li{padding:var(--s2) 0;border-top:1px solid var(--rule);max-width:44em}"
	"@media(max-width:720px){.webs{grid-template-columns:minmax(0,1fr)}"
	".webs .narrow{display:block;max-width:420px;margin:0 auto}"
	".webs .narrow~.wide{display:none}.webs .wide{overflow-x:auto}"
	".webs .wide svg{min-width:560px}.pairs .less{display:none}"
	".cells{overflow-x:auto}"
	".cells svg{min-width:560px}}"
	"@media print{.webs .narrow~.wide{display:block}.webs .narrow{display:none}"
	".webs .wide{max-width:500px}.webs .wide svg{min-width:0}"
	".webs{display:block}.webs>div{margin-top:var(--s4)}"
	".picks summary::before{content:none}.pairs-of summary{display:none}"
	".webs .wide,.webs svg.key,figcaption,.cells,.picks p,.pairs tr,"
	".plain li{break-inside:avoid}.picks h3{break-after:avoid}"
	".pairs thead{display:table-header-group}}";

struct str web_page_style(struct arena *a)
{
	struct buf css = { 0 };
	web_style(&css);
	buf_add(&css, str_of(PAGE));
	const struct str style = arena_str(a, buf_str(&css));
	buf_done(&css);
	return style;
}
