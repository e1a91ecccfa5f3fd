// corpus: the vendor messaging of ../shared/data/swap, when it is there.
#ifndef TESTS_SWAP_CORPUS_H
#define TESTS_SWAP_CORPUS_H

#include "base/base.h"

struct corpus_claim {
	struct str category, vendor, source, section, text;
};

struct corpus_label {
	struct str category, vendor, label, text;
};

struct corpus_pair {
	struct str category, vendor_a, vendor_b, text_a, text_b;
};

struct corpus_vendor {
	struct str id, category;
	struct str names[16];
	size_t name_count;
};

struct corpus {
	struct arena arena;
	struct corpus_claim *claims;
	struct corpus_label *labels;
	struct corpus_pair *pairs;
	struct corpus_vendor *vendors; // in order of appearance
	struct str *categories;
	size_t claim_count, claim_room, label_count, label_room, pair_count, pair_room;
	size_t vendor_count, vendor_room, category_count, category_room;
};

// False if the folder is not there; then nothing was read.
bool corpus_read(const char *folder, struct corpus *c);
void corpus_done(struct corpus *c);
const struct corpus_vendor *corpus_vendor(const struct corpus *c, struct str id);

#define CORPUS_FOLDER "../shared/data/swap"

#endif
