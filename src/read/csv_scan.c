#include "read/csv_scan.h"

static struct csv_marks scan_plain(const char *block, char separator)
{
	struct csv_marks m = { 0 };
	for (size_t i = 0; i < CSV_BLOCK; i++) {
		char c = block[i];
		m.cut |= (uint64_t)(c == separator || c == '\n' || c == '\r') << i;
		m.quote |= (uint64_t)(c == '"') << i;
	}
	return m;
}

#ifdef __x86_64__
#include <immintrin.h>

static struct csv_marks scan_sse2(const char *block, char separator)
{
	const __m128i sep = _mm_set1_epi8(separator), lf = _mm_set1_epi8('\n'),
		      cr = _mm_set1_epi8('\r'), quote = _mm_set1_epi8('"');
	struct csv_marks m = { 0 };
	for (unsigned i = 0; i < CSV_BLOCK; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i_u *)(block + i));
		__m128i ends = _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr));
		__m128i cut = _mm_or_si128(_mm_cmpeq_epi8(v, sep), ends);
		m.cut |= (uint64_t)(uint32_t)_mm_movemask_epi8(cut) << i;
		m.quote |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, quote))
			   << i;
	}
	return m;
}

__attribute__((target("avx2"))) static struct csv_marks scan_avx2(
	const char *block, char separator)
{
	const __m256i sep = _mm256_set1_epi8(separator), lf = _mm256_set1_epi8('\n'),
		      cr = _mm256_set1_epi8('\r'), quote = _mm256_set1_epi8('"');
	struct csv_marks m = { 0 };
	for (unsigned i = 0; i < CSV_BLOCK; i += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i_u *)(block + i));
		__m256i ends = _mm256_or_si256(
			_mm256_cmpeq_epi8(v, lf), _mm256_cmpeq_epi8(v, cr));
		__m256i cut = _mm256_or_si256(_mm256_cmpeq_epi8(v, sep), ends);
		__m256i hit = _mm256_cmpeq_epi8(v, quote);
		m.cut |= (uint64_t)(uint32_t)_mm256_movemask_epi8(cut) << i;
		m.quote |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hit) << i;
	}
	return m;
}

csv_scan_fn *csv_scan_of(enum csv_speed speed)
{
	if (speed == CSV_AVX2)
		return __builtin_cpu_supports("avx2") ? scan_avx2 : NULL;
	return speed == CSV_SSE2 ? scan_sse2 : scan_plain;
}
#else
csv_scan_fn *csv_scan_of(enum csv_speed speed)
{
	return speed == CSV_PLAIN ? scan_plain : NULL;
}
#endif

csv_scan_fn *csv_scan_best(void)
{
	for (unsigned speed = CSV_SPEEDS; speed-- > CSV_PLAIN;)
		if (csv_scan_of(speed))
			return csv_scan_of(speed);
	return scan_plain;
}
