// Values by mpmath 1.3.0 at 60 digits, from the positive series of each function
// (DLMF 8.17.7 and 8.11.4), not from the fractions used here.
#include "near_to.h"
#include "stat/stat.h"

TEST(incomplete_beta_keeps_the_digits_of_both_tails)
{
	static const struct {
		double x, a, b, below, above;
	} CASES[] = {
		{ 0.1, 0.5, 0.5, 0.20483276469913345754, 0.79516723530086654246 },
		{ 0.3, 2, 3, 0.34829999999999998042, 0.65170000000000001958 },
		{ 0.5, 0.1, 0.1, 0.5, 0.5 },
		{ 0.9, 0.1, 5, 0.99999973534981756654, 2.6465018243346475994e-7 },
		{ 0.631, 1935.25, 1128.5, 0.46849181028280152719,
			0.53150818971719847281 },
		{ 0.65, 1935.25, 1128.5, 0.9828507756960310205, 0.017149224303968979495 },
		{ 0.5, 10000.5, 9800.25, 0.07734925003193945721, 0.92265074996806054279 },
		{ 0.48, 10000.5, 9800.25, 8.6885922592717542485e-13,
			0.99999999999913114077 },
		{ 0.001, 1.5, 2000, 0.73880585918953964403, 0.26119414081046035597 },
		{ 0.02, 3.5, 18.25, 0.0024241313648886538638, 0.99757586863511134614 },
		{ 0.999, 40, 1.25, 0.98448892238726165971, 0.01551107761273834029 },
		{ 0.25, 1000000, 3000000, 0.50007677648068159174,
			0.49992322351931840826 },
		{ 0.2505, 1000000, 3000000, 0.98951623194287758104,
			0.010483768057122418962 },
		{ 1e-05, 0.5, 0.5, 0.0020131718394753873031, 0.9979868281605246127 },
		{ 0.08, 1.41163574778339, 16.9088880790263, 0.61642035369613620077,
			0.38357964630386379923 },
		{ 0.3, 24.5, 65.5, 0.73060885266159731671, 0.26939114733840268329 },
		{ 0.9999, 500, 0.25, 0.48353153253468487373, 0.51646846746531512627 },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct tails t = beta_tails(CASES[i].x, CASES[i].a, CASES[i].b);
		NEAR(t.below, CASES[i].below, 1e-12);
		NEAR(t.above, CASES[i].above, 1e-12);
	}
	assert_true(isnan(beta_tails(0.5, 0, 1).below));
	assert_true(beta_tails(1, 2, 3).above == 0);
}

TEST(incomplete_gamma_keeps_the_digits_of_both_tails)
{
	static const struct {
		double x, a, below, above;
	} CASES[] = {
		{ 0.1, 0.5, 0.34527915398142297956, 0.65472084601857702044 },
		{ 1, 1, 0.6321205588285576784, 0.3678794411714423216 },
		{ 3, 2.5, 0.69378108158672159912, 0.30621891841327840088 },
		{ 50, 50, 0.51880831547204328189, 0.48119168452795671811 },
		{ 45, 50, 0.24680203440017027271, 0.75319796559982972729 },
		{ 80, 50, 0.99986921602340858966, 0.00013078397659141033656 },
		{ 285.12, 4.5, 1.0, 5.0845803465633967343e-117 },
		{ 0.0001, 0.25, 0.1103240586680720405, 0.8896759413319279595 },
		{ 1000, 1000, 0.5042052441802155085, 0.4957947558197844915 },
		{ 1200, 1000, 0.99999999871183939137, 1.2881606086281432952e-9 },
		{ 500000, 500000, 0.50018806319660550048, 0.49981193680339449952 },
		{ 501000, 500000, 0.92128133861387036661, 0.078718661386129633385 },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct tails t = gamma_tails(CASES[i].x, CASES[i].a);
		NEAR(t.below, CASES[i].below, 1e-12);
		NEAR(t.above, CASES[i].above, 1e-12);
	}
	assert_true(gamma_tails(INFINITY, 3).above == 0);
	assert_true(isnan(gamma_tails(-1, 3).below));
}

TEST(normal_and_student_tails_are_right_far_out)
{
	NEAR(normal_tails(0.1).below, 0.53982783727702898367, 1e-14);
	NEAR(normal_tails(1.959963984540054).above, 0.025000000000000010876, 1e-14);
	NEAR(normal_tails(10).above, 7.619853024160526066e-24, 1e-13);
	NEAR(normal_tails(20).above, 2.7536241186062336951e-89, 1e-12);
	NEAR(normal_tails(-2.5).below, 0.006209665325776135167, 1e-14);
	static const struct {
		double t, df, above;
	} CASES[] = {
		{ 0.5, 1, 0.35241638234956672582 },
		{ 2, 3, 0.069662984279421588424 },
		{ 2.5, 17, 0.011473903493192465456 },
		{ 1.96, 1000, 0.025136592477874359217 },
		{ 12, 5, 0.000035447462585807613433 },
		{ 30, 2, 0.00055463134097982945636 },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		NEAR(student_tails(CASES[i].t, CASES[i].df).above, CASES[i].above, 1e-12);
		NEAR(student_tails(-CASES[i].t, CASES[i].df).below, CASES[i].above,
			1e-12);
	}
	assert_true(student_tails(INFINITY, 4).above == 0);
}

TEST(log_beta_does_not_cancel)
{
	NEAR(log_beta(0.5, 0.5), 1.1447298858494001741, 1e-13);
	NEAR(log_beta(0.001, 5), 6.905672657062074722, 1e-13);
	NEAR(log_beta(3000, 2000), -3367.6843821531882032, 1e-14);
	NEAR(log_beta(1e6, 3), -40.753387493330377006, 1e-13);
	NEAR(log_beta(1e7, 1e7), -13862950.404734595683, 1e-14);
	NEAR(log_beta(12.5, 0.1), 2.0037778111077599946, 1e-13);
	NEAR(log_beta(1e9, 1e9), -1386294370.2160114137, 1e-14);
}

TEST(quantiles_invert_the_tails)
{
	static const struct {
		double p, a, b, x;
	} BETA[] = {
		{ 0.025, 0.5, 3.5, 0.0001506360254365683641 },
		{ 0.975, 24.5, 65.5, 0.36815569522452911751 },
		{ 0.025, 1935.25, 1128.5, 0.61450326369331543438 },
		{ 0.975, 1.5, 300, 0.015447174741464915139 },
		{ 1e-06, 5, 2, 0.044426951969818296133 },
		{ 0.999999, 0.5, 0.5, 0.9999999999975325989 },
		{ 0.025, 208, 129, 0.5647687570543236462 },
		{ 0.5, 1e5, 2e5, 0.33333296296250571652 },
	};
	for (size_t i = 0; i < COUNT(BETA); i++)
		NEAR(beta_quantile(BETA[i].p, BETA[i].a, BETA[i].b), BETA[i].x, 1e-12);
	NEAR(normal_quantile(0.975), NORMAL_975, 1e-15);
	NEAR(normal_quantile(0.995), 2.5758293035489004539, 1e-14);
	NEAR(normal_quantile(1e-10), -6.3613409024040561991, 1e-14);
	NEAR(normal_quantile(0.3), -0.52440051270804081597, 1e-14);
	NEAR(chi2_quantile(0.95, 1), 3.8414588206941244691, 1e-12);
	NEAR(chi2_quantile(0.05, 29), 17.708366182824582375, 1e-12);
	NEAR(chi2_quantile(0.999, 3), 16.266236196238129033, 1e-12);
	NEAR(chi2_quantile(0.5, 200), 199.33372983863097749, 1e-12);
	NEAR(chi2_quantile(1e-8, 4), 0.00028285604667225767624, 1e-12);
	NEAR(student_quantile(0.975, 1), 12.706204736174693314, 1e-12);
	NEAR(student_quantile(0.975, 17), 2.1098155778333166278, 1e-12);
	NEAR(student_quantile(0.025, 39), -2.0226909200367607237, 1e-12);
	NEAR(student_quantile(0.6, 3), 0.27667066233268984701, 1e-12);
	assert_true(isnan(normal_quantile(1.5)));
	assert_true(beta_quantile(0, 2, 2) == 0);
}

MAIN(RUN(incomplete_beta_keeps_the_digits_of_both_tails),
	RUN(incomplete_gamma_keeps_the_digits_of_both_tails),
	RUN(normal_and_student_tails_are_right_far_out), RUN(log_beta_does_not_cancel),
	RUN(quantiles_invert_the_tails))
