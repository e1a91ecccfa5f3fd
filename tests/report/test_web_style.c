/*
 * Contrast after WCAG 2.2 (relative luminance), and colour distance as people with
 * protanopia, deuteranopia and tritanopia see it: Machado, Oliveira and Fernandes 2009,
 * matrices of severity 1.0, in linear RGB; distance is CIE 1976 in L*a*b*, D65.
 */
#include "tests/test.h"

#include <math.h>
#include <stdio.h>

#include "report/web_style.h"

enum { NORMAL, PROTAN, DEUTAN, TRITAN, VISIONS };

static const double MACHADO[VISIONS][3][3] = {
	[NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
	[PROTAN] = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
		{ -0.003882, -0.048116, 1.051998 } },
	[DEUTAN] = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
		{ -0.011820, 0.042940, 0.968881 } },
	[TRITAN] = { { 1.255528, -0.076749, -0.178779 },
		{ -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

struct rgb {
	double at[3];
};

static double linear(double c)
{
	return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static struct rgb rgb_of(const char *hex)
{
	unsigned r = 0, g = 0, b = 0;
	assert_int_equal(sscanf(hex, "#%2x%2x%2x", &r, &g, &b), 3);
	return (struct rgb){ { linear(r / 255.), linear(g / 255.), linear(b / 255.) } };
}

static double luminance(struct rgb c)
{
	return .2126 * c.at[0] + .7152 * c.at[1] + .0722 * c.at[2];
}

static double contrast(const char *a, const char *b)
{
	const double x = luminance(rgb_of(a)), y = luminance(rgb_of(b));
	return (fmax(x, y) + .05) / (fmin(x, y) + .05);
}

static struct rgb seen(struct rgb c, int vision)
{
	struct rgb out;
	for (size_t i = 0; i < 3; i++) {
		out.at[i] = 0;
		for (size_t j = 0; j < 3; j++)
			out.at[i] += MACHADO[vision][i][j] * c.at[j];
		out.at[i] = fmin(fmax(out.at[i], 0), 1);
	}
	return out;
}

static double lab_curve(double t)
{
	return t > 216. / 24389 ? cbrt(t) : (24389. / 27 * t + 16) / 116;
}

static struct rgb lab_of(struct rgb c)
{
	const double *v = c.at;
	const double x = .4124564 * v[0] + .3575761 * v[1] + .1804375 * v[2];
	const double y = .2126729 * v[0] + .7151522 * v[1] + .0721750 * v[2];
	const double z = .0193339 * v[0] + .1191920 * v[1] + .9503041 * v[2];
	const double fx = lab_curve(x / .95047), fy = lab_curve(y),
		     fz = lab_curve(z / 1.08883);
	return (struct rgb){ { 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) } };
}

static double apart(const char *a, const char *b, int vision)
{
	const struct rgb x = lab_of(seen(rgb_of(a), vision));
	const struct rgb y = lab_of(seen(rgb_of(b), vision));
	return sqrt(pow(x.at[0] - y.at[0], 2) + pow(x.at[1] - y.at[1], 2) +
		    pow(x.at[2] - y.at[2], 2));
}

static const char *colour(enum web_hue hue, bool dark)
{
	return dark ? WEB_PALETTE[hue].dark : WEB_PALETTE[hue].light;
}

// Published with the design: blue and vermillion 115, 92, 108, 102.
TEST(the_measure_agrees_with_the_published_distances)
{
	static const double WANT[VISIONS] = { 115, 92, 108, 102 };
	for (int v = 0; v < VISIONS; v++)
		assert_true(fabs(apart("#0072b2", "#d55e00", v) - WANT[v]) < 1.5);
	assert_float_equal(contrast("#ffffff", "#000000"), 21, 1e-9);
	assert_float_equal(contrast("#ffffff", "#0072b2"), 5.2, .05);
	assert_float_equal(contrast("#ffffff", "#d55e00"), 3.9, .05);
}

// Small text needs 4.5, shapes that carry meaning 3 (WCAG 1.4.3 and 1.4.11).
TEST(text_and_shapes_stand_out)
{
	static const struct {
		enum web_hue front, back;
		double least;
	} PAIRS[] = { { HUE_INK, HUE_PAPER, 7 }, { HUE_INK2, HUE_PAPER, 4.5 },
		{ HUE_BADGE, HUE_PAPER, 4.5 }, { HUE_ON_BADGE, HUE_BADGE, 4.5 },
		{ HUE_SEEN, HUE_PAPER, 3 }, { HUE_EDGE, HUE_PAPER, 3 },
		{ HUE_FAINT, HUE_PAPER, 3 }, { HUE_INK2, HUE_SPARE, 4.5 },
		{ HUE_ON_LIGHT, HUE_SEEN_0, 4.5 }, { HUE_ON_LIGHT, HUE_SEEN_1, 4.5 },
		{ HUE_ON_LIGHT, HUE_SEEN_2, 4.5 }, { HUE_ON_LIGHT, HUE_SEEN_3, 4.5 },
		{ HUE_ON_SEEN_4, HUE_SEEN_4, 4.5 }, { HUE_ON_LIGHT, HUE_GAP_0, 4.5 },
		{ HUE_ON_LIGHT, HUE_GAP_1, 4.5 }, { HUE_ON_LIGHT, HUE_GAP_2, 4.5 },
		{ HUE_ON_GAP_3, HUE_GAP_3, 4.5 } };
	for (size_t i = 0; i < COUNT(PAIRS); i++)
		for (int dark = 0; dark < 2; dark++) {
			const double c = contrast(colour(PAIRS[i].front, dark),
				colour(PAIRS[i].back, dark));
			if (c < PAIRS[i].least)
				print_error("%s on %s%s: %.2f\n",
					WEB_PALETTE[PAIRS[i].front].name,
					WEB_PALETTE[PAIRS[i].back].name,
					dark ? ", dark" : "", c);
			assert_true(c >= PAIRS[i].least);
		}
}

// On the page's own paper, too (ui/src/style.css).
TEST(the_page_is_no_worse_a_ground)
{
	assert_true(contrast("#fbfaf7", colour(HUE_INK2, false)) >= 4.5);
	assert_true(contrast("#fbfaf7", colour(HUE_BADGE, false)) >= 4.5);
	assert_true(contrast("#fbfaf7", colour(HUE_EDGE, false)) >= 3);
}

// The dashed edge carries the meaning of a gap; the tint only helps.
TEST(colour_blind_readers_tell_observed_from_missing)
{
	static const struct {
		enum web_hue one, other;
		double least;
	} PAIRS[] = { { HUE_SEEN, HUE_EDGE, 60 }, { HUE_SEEN, HUE_NEED, 40 },
		{ HUE_NEED, HUE_SPARE, 20 }, { HUE_SEEN, HUE_SPARE, 30 },
		{ HUE_SEEN_4, HUE_GAP_3, 40 } };
	for (size_t i = 0; i < COUNT(PAIRS); i++)
		for (int dark = 0; dark < 2; dark++)
			for (int v = 0; v < VISIONS; v++) {
				const double d = apart(colour(PAIRS[i].one, dark),
					colour(PAIRS[i].other, dark), v);
				if (d < PAIRS[i].least)
					print_error("%s, %s%s, vision %d: %.1f\n",
						WEB_PALETTE[PAIRS[i].one].name,
						WEB_PALETTE[PAIRS[i].other].name,
						dark ? ", dark" : "", v, d);
				assert_true(d >= PAIRS[i].least);
			}
}

// Without any colour, on a grey printer: steps of the matrix grow darker.
TEST(steps_of_the_matrix_are_steps_in_grey)
{
	for (int dark = 0; dark < 2; dark++)
		for (enum web_hue h = HUE_SEEN_0; h < HUE_GAP_3; h++) {
			if (h == HUE_SEEN_4)
				continue; // the next is the first of the gaps
			const double c = contrast(
				colour(h, dark), colour((enum web_hue)(h + 1), dark));
			assert_true(c >= 1.15);
		}
}

MAIN(RUN(the_measure_agrees_with_the_published_distances), RUN(text_and_shapes_stand_out),
	RUN(the_page_is_no_worse_a_ground),
	RUN(colour_blind_readers_tell_observed_from_missing),
	RUN(steps_of_the_matrix_are_steps_in_grey))
