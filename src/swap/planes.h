// planes: features so common that one bit a text is less than a posting.
#ifndef SWAP_PLANES_H
#define SWAP_PLANES_H

#include "swap/row.h"

/*
 * A plane holds PLANE_BITS features of the texts of a block: a word of so many bits a
 * text.  A bit says that the feature stands there once, with the sign most texts have;
 * whatever else there is of it stays a posting.
 */
enum {
	PLANE_BITS = 16,
	PLANE_FEATURES = 512, // at most, in one segment
	PLANE_LANES = 32,     // the texts of a plane are a multiple of it
	PLANE_BATCH = 4,
};

// A feature with planes: its bucket, and the sign in the highest bit.
#define PLANE_SIGN (UINT32_C(1) << 31)

static inline uint32_t plane_bucket(uint32_t feature)
{
	return feature & ~PLANE_SIGN;
}

// The code of a feature where its bit is set.
static inline uint32_t plane_code(uint32_t feature)
{
	return 2u | feature >> 31;
}

static inline size_t plane_stride(size_t texts)
{
	return (texts + PLANE_LANES - 1) / PLANE_LANES * PLANE_LANES;
}

// How many texts have a feature once, by bucket and sign.
struct plane_counts {
	uint32_t *once[2];
};
void planes_count(struct plane_counts *c, const struct text_row *row);
/*
 * The features worth a plane in a segment of so many texts, by bucket; their number is a
 * multiple of PLANE_BITS.  Gives the counts back.
 */
size_t planes_choose(struct plane_counts *c, size_t texts, uint32_t *out);
// The number of a bucket among `count` features, or SIZE_MAX.
size_t planes_find(const uint32_t *features, size_t count, uint32_t bucket);

// One feature of a question, in the planes of a block.
struct plane_term {
	const uint16_t *plane;
	uint16_t bit;
	int16_t weight;
};

// Adds the weight of each of PLANE_BATCH terms to the sums of the texts that have it;
// `texts` is a multiple of PLANE_LANES.
typedef void planes_add(
	int16_t *sums, const struct plane_term terms[PLANE_BATCH], size_t texts);
// The fastest this machine has; all give the same sums.
planes_add *planes_adder(void);

#endif
