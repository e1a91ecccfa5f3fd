// YAML from outside: the tree is whole, or the refusal says why and where.
#include <stdlib.h>
#include <string.h>

#include "model/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

// Every node has a place, children are counted, keys of a map differ from their
// neighbours.
static void check_tree(const struct yaml *node, size_t depth)
{
	size_t children = 0;
	if (!node->line || !node->column || depth > YAML_DEPTH_MAX)
		abort();
	if (node->first && node->kind != YAML_LIST && node->kind != YAML_MAP)
		abort();
	for (const struct yaml *n = node->first; n; n = n->next) {
		if (node->kind == YAML_MAP && (!n->key.at || !n->key_line))
			abort();
		if (node->kind == YAML_MAP && yaml_find(node, n->key) != n)
			abort();
		check_tree(n, depth + 1);
		children++;
	}
	if (children != node->count)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct yaml *root = NULL;
	struct yaml_text in = { .path = S("candor.yaml"),
		.bytes = { (const char *)bytes, len },
		.first_line = 1 };
	if (yaml_read(&in, &a, &root, &err))
		check_tree(root, 0);
	else if (!err.code || strncmp(err.text, "candor.yaml:", 12) != 0)
		abort(); // a refusal says why and where
	arena_free(&a);
	return 0;
}
