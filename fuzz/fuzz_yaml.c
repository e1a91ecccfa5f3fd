// YAML from outside: the tree is whole, or the refusal says why and where.
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
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

// What is read as settings, as a launch and as a drawing must be refused in words, too.
static void read_forms(struct str bytes, struct arena *a)
{
	static const enum role ROLES[] = { ROLE_LAUNCH, ROLE_TIES };
	struct config config;
	struct error err = { 0 };
	if (!config_read(bytes, S("candor.yaml"), a, &config, &err) &&
		strncmp(err.text, "candor.yaml:", 12) != 0)
		abort();
	for (size_t i = 0; i < COUNT(ROLES); i++) {
		struct papers papers = { 0 };
		struct source source = { .path = S("x.yaml"), .role = ROLES[i] };
		err = (struct error){ 0 };
		if (!papers_add_yaml(&papers, bytes, 0, &source, a, &err) &&
			strncmp(err.text, "x.yaml:", 7) != 0)
			abort();
		if (source.notes.count > NOTES_MAX)
			abort();
	}
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
	read_forms(in.bytes, &a);
	arena_free(&a);
	return 0;
}
