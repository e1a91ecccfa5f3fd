#include "traffic/identity_words.h"

static const struct str PROGRAMS[] = { STR_INIT("noreply"), STR_INIT("no-reply"),
	STR_INIT("no_reply"), STR_INIT("do-not-reply"), STR_INIT("donotreply"),
	STR_INIT("do_not_reply"), STR_INIT("mailer-daemon"), STR_INIT("postmaster"),
	STR_INIT("bounce"), STR_INIT("notification"), STR_INIT("alerts"),
	STR_INIT("calendar-notification"), STR_INIT("microsoftexchange"),
	STR_INIT("jira@"), STR_INIT("confluence@"), STR_INIT("zendesk@"),
	STR_INIT("slack@"), STR_INIT("github@"), STR_INIT("gitlab@"),
	STR_INIT("jenkins@"), STR_INIT("cron@"), STR_INIT("root@"), STR_INIT("daemon@"),
	STR_INIT("healthmailbox"), STR_INIT("systemmailbox") };

// Bare names of programs, as chats and trackers show them.
static const struct str BARE_PROGRAMS[] = { STR_INIT("slackbot"), STR_INIT("uslackbot"),
	STR_INIT("automation for jira"), STR_INIT("system"), STR_INIT("zendesk"),
	STR_INIT("bot") };

static const struct str RESOURCES[] = { STR_INIT("@resource.calendar.google.com"),
	STR_INIT("@group.calendar.google.com"), STR_INIT("@group.v.calendar.google.com"),
	STR_INIT("@import.calendar.google.com"), STR_INIT("@virtual") };

static const struct str EVERYBODY[] = { STR_INIT("all"), STR_INIT("everyone"),
	STR_INIT("everybody"), STR_INIT("team"), STR_INIT("staff"), STR_INIT("company"),
	STR_INIT("announce"), STR_INIT("announcements"), STR_INIT("list"),
	STR_INIT("office"), STR_INIT("info"), STR_INIT("hello"), STR_INIT("contact"),
	STR_INIT("mail"), STR_INIT("alle"), STR_INIT("kontakt") };

static const struct {
	struct str local, functions;
} MAILBOXES[] = {
	{ STR_INIT("support"), STR_INIT("support;customer-support;customer-success") },
	{ STR_INIT("help"), STR_INIT("support;customer-support;customer-success") },
	{ STR_INIT("helpdesk"), STR_INIT("support;customer-support;it") },
	{ STR_INIT("service"), STR_INIT("support;customer-support") },
	{ STR_INIT("cs"), STR_INIT("cs;customer-success;support") },
	{ STR_INIT("csm"), STR_INIT("customer-success;cs") },
	{ STR_INIT("success"), STR_INIT("customer-success;cs") },
	{ STR_INIT("customersuccess"), STR_INIT("customer-success;cs") },
	{ STR_INIT("sales"), STR_INIT("sales") },
	{ STR_INIT("deals"), STR_INIT("sales") },
	{ STR_INIT("vertrieb"), STR_INIT("sales;vertrieb") },
	{ STR_INIT("sdr"), STR_INIT("sdr;sales") },
	{ STR_INIT("marketing"), STR_INIT("marketing") },
	{ STR_INIT("press"), STR_INIT("marketing;communications") },
	{ STR_INIT("events"), STR_INIT("marketing") },
	{ STR_INIT("pmm"), STR_INIT("product-marketing;pmm;marketing") },
	{ STR_INIT("product"), STR_INIT("product;product-management") },
	{ STR_INIT("dev"), STR_INIT("engineering;development") },
	{ STR_INIT("engineering"), STR_INIT("engineering;development") },
	{ STR_INIT("security"), STR_INIT("security;engineering") },
	{ STR_INIT("ops"), STR_INIT("ops;operations;revops") },
	{ STR_INIT("revops"), STR_INIT("revops;ops;operations") },
	{ STR_INIT("billing"), STR_INIT("finance;billing") },
	{ STR_INIT("invoices"), STR_INIT("finance;billing") },
	{ STR_INIT("accounting"), STR_INIT("finance;accounting") },
	{ STR_INIT("buchhaltung"), STR_INIT("finance;buchhaltung") },
	{ STR_INIT("hr"), STR_INIT("hr;people") },
	{ STR_INIT("jobs"), STR_INIT("hr;people") },
	{ STR_INIT("careers"), STR_INIT("hr;people") },
	{ STR_INIT("legal"), STR_INIT("legal") },
	{ STR_INIT("partners"), STR_INIT("partner;partners;partnerships") },
};

static const struct str PUBLIC_DOMAINS[] = { STR_INIT("gmail.com"),
	STR_INIT("googlemail.com"), STR_INIT("outlook.com"), STR_INIT("hotmail.com"),
	STR_INIT("live.com"), STR_INIT("msn.com"), STR_INIT("yahoo.com"),
	STR_INIT("ymail.com"), STR_INIT("icloud.com"), STR_INIT("me.com"),
	STR_INIT("aol.com"), STR_INIT("gmx.de"), STR_INIT("gmx.net"), STR_INIT("gmx.com"),
	STR_INIT("web.de"), STR_INIT("t-online.de"), STR_INIT("proton.me"),
	STR_INIT("protonmail.com"), STR_INIT("fastmail.com"), STR_INIT("zoho.com") };

static bool is_in(const struct str *list, size_t count, struct str word)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i], word))
			return true;
	return false;
}

bool names_program(struct str plain)
{
	if (str_find_byte(plain, '@', 0) == STR_NONE)
		return str_ends(plain, S("[bot]")) ||
		       is_in(BARE_PROGRAMS, COUNT(BARE_PROGRAMS), plain);
	for (size_t i = 0; i < COUNT(PROGRAMS); i++)
		if (str_starts(plain, PROGRAMS[i]))
			return true;
	for (size_t i = 0; i < COUNT(RESOURCES); i++)
		if (str_ends(plain, RESOURCES[i]))
			return true;
	return false;
}

bool names_everybody(struct str local)
{
	return is_in(EVERYBODY, COUNT(EVERYBODY), local);
}

struct str names_functions(struct str local)
{
	for (size_t i = 0; i < COUNT(MAILBOXES); i++)
		if (str_eq(MAILBOXES[i].local, local))
			return MAILBOXES[i].functions;
	return (struct str){ 0 };
}

bool names_public_domain(struct str domain)
{
	return is_in(PUBLIC_DOMAINS, COUNT(PUBLIC_DOMAINS), domain);
}
