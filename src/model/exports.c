#include "model/exports.h"

#include "model/header.h"

#define FROM "from;source;sender;src;i;ego;actor;from_id;sender_id;von"
#define TO "to;target;recipient;recipients;dst;j;alter;to_id;receiver;receiver_id;an"
#define ACCOUNT "id;account_id;accountId;user_id"

const struct export_kind export_kinds[] = {
	{ .name = "message-trace",
		.reader = "trace",
		.title = "Exchange message traces",
		.gives =
			"Exchange enhanced message trace: sender and all recipients of a "
			"message; the rows into which a group was expanded are one "
			"message; subjects are not read",
		.needs = { "sender_address", "recipient_status", "origin_timestamp" },
		.also = { "message_id", "network_message_id" } },
	{ .name = "message-trace-rows",
		.reader = "trace",
		.title = "Exchange message traces",
		.gives = "Exchange message trace with a row for each recipient",
		.needs = { "SenderAddress", "RecipientAddress", "Received" },
		.also = { "MessageId", "MessageTraceId", "Status" } },
	{ .name = "gmail-log",
		.reader = "gmail",
		.title = "Gmail logs",
		.gives = "Gmail logs from BigQuery: the event in which a message was "
			 "sent; the stages of its delivery are left out",
		.needs = { "event_info.timestamp_usec;timestamp_usec",
			"message_info.rfc2822_message_id;rfc2822_message_id",
			"message_info.source.address;source.address;"
			"message_info.source.from_header_address",
			"message_info.destination.address;destination.address;"
			"message_info.flattened_destinations;flattened_destinations" },
		.also = { "event_info.mail_event_type;mail_event_type",
			"event_info.success;success" } },
	{ .name = "viva-pairs",
		.reader = "viva",
		.title = "Viva Insights, pairs",
		.gives =
			"Viva Insights person-to-person query: a tie score for each pair "
			"and the organisation of both",
		.needs = { "PrimaryCollaborator_PersonId",
			"SecondaryCollaborator_PersonId", "MetricDate" },
		.also = { "PrimaryCollaborator_Organization",
			"SecondaryCollaborator_Organization", "Strong_tie_score",
			"Diverse_tie_score" } },
	{ .name = "viva-groups",
		.reader = "viva",
		.title = "Viva Insights, groups",
		.gives = "Viva Insights group-to-group query: hours between "
			 "organisations; it has no persons, so that nothing can be said "
			 "of pairs, of who bridges, or of how sure a strength is",
		.needs = { "PrimaryCollaborator_Organization",
			"SecondaryCollaborator_Organization", "MetricDate" },
		.also = { "PrimaryCollaborator_GroupSize",
			"SecondaryCollaborator_GroupSize",
			"Group_collaboration_time_invested",
			"Group_meeting_time_invested", "Group_email_time_invested" } },
	{ .name = "wpa-groups",
		.reader = "viva",
		.title = "Workplace Analytics, groups",
		.gives = "Workplace Analytics group-to-group query: as above, under its "
			 "older names",
		.needs = { "TimeInvestors_Organization", "Collaborators_Organization" },
		.also = { "Date", "Meeting_hours", "Email_hours",
			"Collaboration_hours" } },
	{ .name = "zendesk-tickets",
		.reader = "zendesk",
		.title = "Support tickets",
		.gives = "Zendesk tickets: who is assigned to which; no subject, no "
			 "description",
		.needs = { "id;ticket_id", "requester_id", "assignee_id", "group_id" },
		.also = { "status", "created_at" },
		.beside = true },
	{ .name = "zendesk-comments",
		.reader = "zendesk",
		.title = "Comments on support tickets",
		.gives = "Zendesk ticket comments: internal comments of people on one "
			 "ticket tie them; comments to customers and the text are left "
			 "out",
		.needs = { "ticket_id", "user_id;author_id", "public",
			"created;created_at" },
		.also = { "id" } },
	{ .name = "zendesk-history",
		.reader = "zendesk",
		.title = "History of support tickets",
		.gives = "Zendesk ticket field history: a ticket that passes from one "
			 "group to another was handed over",
		.needs = { "ticket_id", "field_name", "value", "updated;created_at" },
		.also = { "user_id" } },
	{ .name = "zendesk-users",
		.reader = "zendesk",
		.title = "Accounts of the help desk",
		.gives = "Zendesk users: which account is whose; end users are customers",
		.needs = { "id", "email", "role",
			"ticket_restriction;restricted_agent;only_private_comments" },
		.also = { "name" } },
	{ .name = "zendesk-groups",
		.reader = "zendesk",
		.title = "Groups of the help desk",
		.gives = "Zendesk groups: a group belongs to the function whose name it "
			 "bears, or to the one that names it in candor.yaml",
		.needs = { "id", "name", "created_at", "updated_at", "url" },
		.also = { "_fivetran_deleted", "_fivetran_synced", "default", "deleted",
			"description", "is_public" },
		.only = true },
	{ .name = "jira-issues",
		.reader = "jira",
		.title = "Issues",
		.gives = "Jira issues as CSV with all fields: reporter to assignee, and "
			 "those who comment; every column of a repeated header counts; "
			 "summaries and comments are not read",
		.needs = { "Issue key;key", "Reporter;Reporter Id",
			"Assignee;Assignee Id", "Created" },
		.also = { "Reporter Id", "Assignee Id", "Creator", "Comment",
			"id;Issue id" },
		.beside = true },
	{ .name = "jira-comments",
		.reader = "jira",
		.title = "Comments on issues",
		.gives = "Jira comments as rows: who commented on which issue",
		.needs = { "issue_id", "author_id", "created" },
		.also = { "id" },
		.sign = "update_author_id" },
	{ .name = "accounts",
		.reader = "jira",
		.title = "Accounts of the issue tracker",
		.gives = "users of Jira: which account is whose",
		.needs = { ACCOUNT, "email;emailAddress;User e-mail",
			"name;displayName;User name" },
		.also = { "username", "locale", "time_zone;timeZone", "is_active;active",
			"_fivetran_synced", "User status", "accountType" },
		.only = true },
	{ .name = "edges",
		.reader = "edges",
		.title = "Edge lists",
		.gives =
			"who turned to whom: from, to, and if it is known when, how, how "
			"often or how long; nothing else may stand in it",
		.needs = { FROM, TO },
		.also = { "date;time;timestamp;day;when;sent_at;Datum",
			"weight;count;n;messages;value;strength;Gewicht;Anzahl",
			"minutes;mins;duration;Minuten", "hours;Stunden",
			"channel;medium;Kanal", "thread;conversation_id;thread_id" },
		.only = true,
		.beside = true },
	{ .name = "pairs",
		.reader = "edges",
		.title = "Edge lists",
		.gives = "the same as words in lines, blanks, commas or semicolons "
			 "between, with a header or without: two columns of numbers or "
			 "of addresses, then a time or a weight, or a weight and a "
			 "time; where each name of the first column stands once, the "
			 "second is its function" },
	{ .name = "members",
		.reader = "edges",
		.title = "Who belongs to which function",
		.gives =
			"beside an edge list: a name and its function, and nothing else; "
			"with a header or without",
		.needs = { "id;node;vertex;member;person;person_id;email;name",
			"function;department;dept;team;group;class;label;Abteilung" },
		.only = true,
		.beside = true },
	{ .name = NULL },
};

static size_t count_in(const struct headers *h, const char *const *columns)
{
	size_t found = 0;
	for (size_t i = 0; i < EXPORT_COLUMNS_MAX && columns[i]; i++)
		found += headers_find(h, str_of(columns[i]), NULL) >= 0;
	return found;
}

static size_t length_of(const char *const *columns)
{
	size_t n = 0;
	while (n < EXPORT_COLUMNS_MAX && columns[n])
		n++;
	return n;
}

static bool fits(const struct export_kind *kind, const struct headers *h)
{
	size_t needs = count_in(h, kind->needs);
	if (!needs || needs < length_of(kind->needs))
		return false;
	if (kind->sign && headers_find(h, str_of(kind->sign), NULL) < 0)
		return false;
	return !kind->only || needs + count_in(h, kind->also) == h->columns;
}

const struct export_kind *export_recognise(const struct str *header, size_t columns)
{
	struct arena scratch = { 0 };
	struct headers headers;
	const struct export_kind *found = NULL;
	headers_of(&scratch, header, columns, &headers);
	for (const struct export_kind *k = export_kinds; k->name && !found; k++)
		found = fits(k, &headers) ? k : NULL;
	arena_free(&scratch);
	return found;
}

const struct export_kind *export_find(struct str name)
{
	for (const struct export_kind *k = export_kinds; k->name; k++)
		if (str_eq(name, str_of(k->name)))
			return k;
	return NULL;
}
