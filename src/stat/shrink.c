#include "stat/shrink.h"

#include <math.h>

#include "stat/nodes.h"
#include "stat/special.h"

/*
 * loglik(mu, phi) = constant + sum_{k<w} log(mu + k phi) + sum_{k<n-w} log(1 - mu + k
 * phi) - sum_{k<n} log(1 + k phi) over all groups.
 */
struct likelihood {
	struct nodes won, lost, all;
	double constant; // sum of log binomial coefficients
	double k, n;	 // totals
};

// Value, gradient and second derivatives at one point.
struct point {
	double mu, phi;
	double value;
	double by_mu, by_phi;
	double mu_mu, mu_phi, phi_phi;
};

static void add_won(struct point *p, const struct nodes *n)
{
	for (size_t i = 0; i < n->count; i++) {
		double k = n->at[i], w = n->weight[i], u = 1 / (p->mu + k * p->phi);
		p->value -= w * log(u);
		p->by_mu += w * u;
		p->by_phi += w * k * u;
		p->mu_mu -= w * u * u;
		p->mu_phi -= w * k * u * u;
		p->phi_phi -= w * k * k * u * u;
	}
}

static void add_lost(struct point *p, const struct nodes *n)
{
	for (size_t i = 0; i < n->count; i++) {
		double k = n->at[i], w = n->weight[i], u = 1 / (1 - p->mu + k * p->phi);
		p->value -= w * log(u);
		p->by_mu -= w * u;
		p->by_phi += w * k * u;
		p->mu_mu -= w * u * u;
		p->mu_phi += w * k * u * u;
		p->phi_phi -= w * k * k * u * u;
	}
}

static void add_all(struct point *p, const struct nodes *n)
{
	for (size_t i = 0; i < n->count; i++) {
		double k = n->at[i], w = n->weight[i], u = 1 / (1 + k * p->phi);
		p->value -= w * log1p(k * p->phi);
		p->by_phi -= w * k * u;
		p->phi_phi += w * k * k * u * u;
	}
}

static struct point evaluate(const struct likelihood *l, double mu, double phi)
{
	struct point p = { .mu = mu, .phi = phi, .value = l->constant };
	add_won(&p, &l->won);
	add_lost(&p, &l->lost);
	add_all(&p, &l->all);
	return p;
}

// The best mu for a given phi: in mu alone the likelihood is concave.
static struct point best_mu(const struct likelihood *l, double mu, double phi)
{
	double low = 0, high = 1;
	struct point p = { 0 };
	for (int i = 0; i < 100; i++) {
		p = evaluate(l, mu, phi);
		if (p.by_mu > 0)
			low = mu;
		else
			high = mu;
		double next = mu - p.by_mu / p.mu_mu;
		if (!(next > low && next < high))
			next = low + (high - low) / 2;
		if (fabs(next - mu) <= 1e-12 * mu)
			break;
		mu = next;
	}
	return p;
}

#define PHI_LARGEST 50.0

// The best of a grid over phi, four points a decade, with mu at its best for each.
static struct point search(const struct likelihood *l, double *below, double *above)
{
	const double ratio = pow(10, 0.25);
	double mu = l->k / l->n;
	struct point best = { .value = -INFINITY };
	for (double phi = 1e-9;; phi *= ratio) {
		phi = fmin(phi, PHI_LARGEST);
		struct point p = best_mu(l, mu, phi);
		mu = p.mu;
		if (p.value > best.value) {
			best = p;
			*below = phi / ratio;
			*above = fmin(phi * ratio, PHI_LARGEST);
		}
		if (phi >= PHI_LARGEST)
			return best;
	}
}

// Golden section on log phi, until Newton can take over.
static struct point narrow(
	const struct likelihood *l, struct point best, double below, double above)
{
	const double golden = 0.6180339887498949;
	double low = log(below), high = log(above);
	double x1 = high - golden * (high - low), x2 = low + golden * (high - low);
	struct point p1 = best_mu(l, best.mu, exp(x1)), p2 = best_mu(l, best.mu, exp(x2));
	for (int i = 0; i < 24; i++) {
		if (p1.value > p2.value) {
			high = x2, x2 = x1, p2 = p1;
			x1 = high - golden * (high - low);
			p1 = best_mu(l, p1.mu, exp(x1));
		} else {
			low = x1, x1 = x2, p1 = p2;
			x2 = low + golden * (high - low);
			p2 = best_mu(l, p2.mu, exp(x2));
		}
	}
	return p1.value > p2.value ? p1 : p2;
}

// Newton in both, which doubles the digits each time.
static struct point polish(const struct likelihood *l, struct point p)
{
	for (int i = 0; i < 50; i++) {
		double det = p.mu_mu * p.phi_phi - p.mu_phi * p.mu_phi;
		double step_mu = (p.phi_phi * p.by_mu - p.mu_phi * p.by_phi) / det;
		double step_phi = (p.mu_mu * p.by_phi - p.mu_phi * p.by_mu) / det;
		double mu = p.mu - step_mu, phi = p.phi - step_phi;
		if (!(mu > 0 && mu < 1 && phi > 0 && fabs(step_phi) < p.phi / 2))
			break;
		p = evaluate(l, mu, phi);
		if (fabs(step_mu) < 1e-15 && fabs(step_phi) < 1e-15 * phi)
			break;
	}
	return p;
}

static double log_choose(double n, double k)
{
	return -log(n + 1) - log_beta(n - k + 1, k + 1);
}

static size_t prepare(
	const struct tally *groups, size_t count, struct likelihood *l, struct arena *a)
{
	uint64_t *won = ARENA_ARRAY(a, uint64_t, count);
	uint64_t *lost = ARENA_ARRAY(a, uint64_t, count);
	uint64_t *all = ARENA_ARRAY(a, uint64_t, count);
	size_t used = 0;
	for (size_t i = 0; i < count; i++) {
		if (!groups[i].n)
			continue;
		won[used] = groups[i].k;
		lost[used] = groups[i].n - groups[i].k;
		all[used++] = groups[i].n;
		l->k += (double)groups[i].k;
		l->n += (double)groups[i].n;
		l->constant += log_choose((double)groups[i].n, (double)groups[i].k);
	}
	nodes_make(&l->won, won, used, a);
	nodes_make(&l->lost, lost, used, a);
	nodes_make(&l->all, all, used, a);
	return used;
}

static void moments(
	const struct tally *groups, size_t count, double used, struct shrink *s)
{
	double n = 0, k = 0, squares = 0, sum = 0;
	for (size_t i = 0; i < count; i++) {
		n += (double)groups[i].n;
		k += (double)groups[i].k;
		squares += (double)groups[i].n * (double)groups[i].n;
	}
	double p = k / n;
	for (size_t i = 0; i < count; i++)
		if (groups[i].n) {
			double size = (double)groups[i].n;
			double off = (double)groups[i].k / size - p;
			sum += size * off * off;
		}
	s->moment_variance =
		(sum - p * (1 - p) * (used - 1)) / (n - squares / n - (used - 1));
	s->moment_strength = p * (1 - p) / s->moment_variance - 1;
}

static void settle(struct shrink *s, const struct point *p)
{
	double det = p->mu_mu * p->phi_phi - p->mu_phi * p->mu_phi;
	s->mu = p->mu;
	s->phi = p->phi;
	s->strength = 1 / p->phi;
	s->loglik = p->value;
	s->mu_error = sqrt(-p->phi_phi / det);
	s->phi_error = sqrt(-p->mu_mu / det);
	s->settled = p->phi < PHI_LARGEST * 0.999;
	s->ratio = 2 * (s->loglik - s->binomial_loglik);
	s->p = s->ratio > 0 ? 0.5 * chi2_tails(s->ratio, 1).above : 1;
}

bool shrink_fit(
	const struct tally *groups, size_t count, struct arena *a, struct shrink *out)
{
	struct likelihood l = { 0 };
	size_t used = prepare(groups, count, &l, a);
	*out = (struct shrink){ .boundary = true, .settled = true, .p = 1 };
	if (used < 2 || l.k == 0 || l.k == l.n)
		return false;
	struct point zero = evaluate(&l, l.k / l.n, 0);
	out->mu = zero.mu;
	out->strength = INFINITY;
	out->mu_error = out->phi_error = NAN;
	out->slope_at_zero = zero.by_phi;
	out->loglik = out->binomial_loglik = zero.value;
	moments(groups, count, (double)used, out);
	if (zero.by_phi <= 0)
		return true;
	double below = 0, above = 0;
	struct point best = search(&l, &below, &above);
	struct point fit = polish(&l, narrow(&l, best, below, above));
	out->boundary = false;
	settle(out, &fit);
	return true;
}

struct estimate shrink_rate(const struct shrink *s, struct tally group)
{
	struct estimate e = { .value = s->mu,
		.low = s->mu,
		.high = s->mu,
		.n = group.n,
		.k = group.k,
		.unit = UNIT_SHARE,
		.method = "beta95" };
	if (s->boundary)
		return e;
	double a = (double)group.k + s->mu * s->strength;
	double b = (double)(group.n - group.k) + (1 - s->mu) * s->strength;
	e.value = a / (a + b);
	e.low = beta_quantile(0.025, a, b);
	e.high = beta_quantile(0.975, a, b);
	return e;
}

double shrink_above(const struct shrink *s, struct tally group)
{
	if (s->boundary)
		return 0.5;
	double a = (double)group.k + s->mu * s->strength;
	double b = (double)(group.n - group.k) + (1 - s->mu) * s->strength;
	return beta_tails(s->mu, a, b).above;
}
