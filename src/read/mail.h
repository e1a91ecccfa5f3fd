// mail: who wrote to whom and when, from mailboxes, never what.
#ifndef READ_MAIL_H
#define READ_MAIL_H

#include "base/base.h"

/*
 * The header of one message.  Addresses are in lower case and without names; there is no
 * subject and no body.  Everything is borrowed until the next one.
 */
struct mail {
	struct str id;	 // Message-ID without its brackets; empty if missing
	struct str from; // else Sender; empty if neither has an address
	struct str sender, reply_to;
	struct str list_id; // of the mailing list it came over
	struct str *to;	    // To and Cc, each address once
	size_t to_count;
	struct str *references; // ids it answers, oldest first, In-Reply-To among them
	size_t reference_count;
	int64_t time_ms; // since 1970 in UTC, from Date, else from the first Received,
			 // else from the "From " line of an mbox
	bool has_time;
	bool automatic; // written by a program: Auto-Submitted, Precedence, bounces,
			// no-reply addresses
	bool list;	// came over a mailing list: its address is no person
	uint32_t line;	// of the file, where the header begins
};

enum { MAIL_TO_MAX = 1000, MAIL_REFERENCES_MAX = 1000, MAIL_HEAD_MAX = 256 * 1024 };

struct mail_file;

/*
 * An mbox in any of its dialects, or a single message.  ERROR_FORMAT when the bytes do
 * not begin like either.  The bytes must stay valid; everything allocated lives in `a`.
 * Addresses and references beyond the limits above, and what stands in a header behind
 * MAIL_HEAD_MAX bytes, are left out.
 */
bool mail_open(
	struct str bytes, struct arena *a, struct mail_file **out, struct error *err);
bool mail_next(struct mail_file *f, struct mail *m); // false at the end
// The next one's time alone, as mail_next() would tell it, at a third of the cost.
bool mail_next_time(struct mail_file *f, bool *has_time, int64_t *time_ms);

#endif
