#include "tests/test.h"

#include "report/sha256.h"

#include <stdio.h>
#include <string.h>

static void is(struct str bytes, const char *want)
{
	uint8_t digest[32];
	char got[65];
	sha256(bytes, digest);
	for (size_t i = 0; i < 32; i++)
		(void)snprintf(got + 2 * i, 3, "%02x", digest[i]); // two digits fit
	assert_string_equal(got, want);
}

// FIPS 180-4 examples, and the long message of NIST's SHA-256 example page.
TEST(the_examples_of_the_standard)
{
	is(S("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	is(S(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	is(S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// sha256sum of that many letters a: around the ends of blocks.
TEST(messages_around_the_end_of_a_block)
{
	static char letters[1000000];
	memset(letters, 'a', sizeof letters);
	is((struct str){ letters, 55 },
		"9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
	is((struct str){ letters, 56 },
		"b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
	is((struct str){ letters, 63 },
		"7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
	is((struct str){ letters, 64 },
		"ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
	is((struct str){ letters, 1000000 },
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(the_source_of_a_policy)
{
	struct arena a = { 0 };
	const struct str s = sha256_source(&a, S("abc"));
	assert_true(str_eq(s, S("sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")));
	arena_free(&a);
}

MAIN(RUN(the_examples_of_the_standard), RUN(messages_around_the_end_of_a_block),
	RUN(the_source_of_a_policy))
