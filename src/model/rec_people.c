#include "model/list.h"

static const struct cell_word KIND[] = {
	{ "shared",
		"shared mailbox;mailbox;SharedMailbox;group mailbox;Funktionspostfach" },
	{ "bot", "service account;system;integration;app;robot" },
	{ "contractor", "external;freelancer;agency;vendor;Externer;extern" },
	{ "person", "employee;regular;UserMailbox;Mitarbeiter;intern" },
	{ NULL, NULL },
};

static const struct record_field FIELDS[] = {
	{ .name = "person",
		.aliases = "person_id;employee_id;username;login;user;employee;Kürzel;"
			   "Mitarbeiter",
		.type = CELL_TEXT,
		.distinct = true,
		.key = true,
		RECORD_FIELD(person, id),
		.doc = "how other files call the person" },
	{ .name = "name",
		.aliases = "full_name;display_name;employee_name;Vollname",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(person, name),
		.doc = "the full name" },
	{ .name = "function",
		.aliases = "department;dept;team;org_unit;Abteilung;Bereich;Funktion",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(person, function),
		.doc = "the function" },
	{ .name = "role",
		.aliases = "job_title;title;position;Rolle;Stelle",
		.type = CELL_TEXT,
		RECORD_FIELD(person, role),
		.doc = "the job title" },
	{ .name = "email",
		.aliases = "email_address;work_email;mail;E-Mail-Adresse",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(person, email),
		.doc = "the address" },
	{ .name = "aliases",
		.aliases = "other_emails;email_aliases;proxy_addresses;secondary_email;"
			   "alias;weitere_Adressen",
		.type = CELL_TEXT,
		RECORD_FIELD(person, aliases),
		.doc = "other addresses of the same person, ; between" },
	{ .name = "kind",
		.aliases = "account_type;worker_type;employment_type;"
			   "RecipientTypeDetails;Kontoart",
		.type = CELL_WORD,
		RECORD_FIELD(person, kind),
		.words = KIND,
		.doc = "person, contractor, shared (a mailbox of many) or bot" },
	{ .name = "since",
		.aliases = "from;start_date;hire_date;hired;joined;member_since;seit;von;"
			   "Eintritt",
		.type = CELL_DATE,
		.part = true,
		RECORD_FIELD(person, since),
		.doc = "first day in that function; who moves has a row for each" },
	{ .name = "until",
		.aliases = "to;end_date;left;termination_date;leave_date;bis;Austritt",
		.type = CELL_UNTIL,
		RECORD_FIELD(person, until),
		.doc = "last day in it" },
	{ .name = "manager",
		.aliases =
			"reports_to;manager_name;manager_email;supervisor;Führungskraft;"
			"Vorgesetzter",
		.type = CELL_TEXT,
		RECORD_FIELD(person, manager),
		.doc = "whom the person reports to" },
	{ 0 },
};

// A directory without short names knows people by their address, else by their name.
static const char *check_people(const struct records *records, void *row, bool *drop)
{
	(void)records;
	struct person *p = row;
	if (!p->id.len)
		p->id = p->email.len ? p->email : p->name;
	*drop = !p->id.len;
	return *drop ? "nobody is named" : NULL;
}

const struct record_kind record_people = {
	.name = "people",
	.title = "People and functions",
	.file = "people.csv",
	.gives = "which function a person belongs to: an HR or directory export",
	.fields = FIELDS,
	.size = sizeof(struct person),
	.list = offsetof(struct records, people),
	.unlocks = "F20",
	.template_rows = "person,name,function,role,email,manager\n"
			 "ines,Ines Duarte,product-marketing,Head of PMM,"
			 "ines@fernhollow.example,cmo\n"
			 "s.nagy,Sara Nagy,customer-success,CS lead,"
			 "s.nagy@fernhollow.example,coo\n"
			 "j.park,Jun Park,product,Product manager,"
			 "j.park@fernhollow.example,cpo\n",
	.like = "role;job_title;title;position;manager;reports_to;manager_email;"
		"supervisor;F\xc3\xbchrungskraft;Vorgesetzter;Stelle",
	.check = check_people,
};
