// swap_json_parts: the parts of the swap document that are not about one claim.
#ifndef REPORT_SWAP_JSON_PARTS_H
#define REPORT_SWAP_JSON_PARTS_H

#include "report/json_parts.h"
#include "report/swap_view.h"

// The vendor's id, made safe; empty for none.
struct str swap_json_vendor(const struct swap_view *v, size_t vendor);
// "words": ours, theirs, shared.
void swap_json_words(struct json *j, const struct swap_view *v);
// "material" and "our_material".
void swap_json_material(struct json *j, const struct swap_view *v);
void swap_json_drift(struct json *j, const struct swap_view *v);

#endif
