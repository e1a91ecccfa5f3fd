#include "model/formats.h"

// The examples are of one invented company, so that together they are a workspace.
const struct workspace_file workspace_files[] = {
	{ .path = "candor.yaml",
		.gives = "names, objectives, freshness, privacy, silenced truths; every "
			 "key is "
			 "optional",
		.unlocks = "names, aliases, objectives",
		.example = "company: Fernhollow\n"
			   "aliases: [FernHollow, fernhollow.example]\n"
			   "competitors: [{id: shiftly, name: Shiftly}]\n" },
	{ .path = "positioning/positioning.md",
		.gives = "the positioning canvas: five headings, [evidence: ...] behind "
			 "each "
			 "line; older versions in positioning/history/",
		.unlocks = "F01 F04 F05 F08",
		.example =
			"---\n"
			"version: 1\n"
			"effective: 2025-09-01\n"
			"---\n"
			"## Competitive alternatives\n"
			"- Paper logbook [evidence: deals:status-quo]\n"
			"## Unique attributes\n"
			"- A-1 Written from machine events [proof: C-1]\n"
			"## Value\n"
			"- V-1 Nothing is lost between shifts [from: A-1] [pain: PN-1]\n"
			"## Best-fit segment\n"
			"- Plants with three shifts, 150 to 2,000 staff\n"
			"## Market category\n"
			"- Shift handover software\n" },
	{ .path = "messages/pillars.csv", .kind = "pillars" },
	{ .path = "messages/claims.csv", .kind = "claims" },
	{ .path = "messages/pains.csv", .kind = "pains" },
	{ .path = "rules/styles/Fernhollow/Words.yml",
		.gives = "guardrail rules: Vale style files, unchanged",
		.unlocks = "check",
		.example = "extends: substitution\n"
			   "message: \"Say '%s', not '%s'\"\n"
			   "level: error\n"
			   "swap:\n"
			   "  digital logbook: shift handover software\n" },
	{ .path = "competitors/shiftly/battlecard.md",
		.gives = "our card about a competitor, with the day it was reviewed",
		.unlocks = "F09, stale and contradicting cards",
		.example =
			"---\n"
			"competitor: shiftly\n"
			"reviewed: 2025-07-14\n"
			"---\n"
			"## They say\n"
			"- \"Never lose a handover again\" (home page, seen 2025-07-10)\n"
			"## Facts\n"
			"- F-1 No offline mode [source: shiftly docs, 2025-07-10]\n"
			"## Why we win\n"
			"- Written from machine events (A-1)\n"
			"## Why we lose\n"
			"- Price under 50 users\n"
			"## Talk tracks\n"
			"- \"Shiftly is cheaper\": ask how long the night shift "
			"types\n" },
	{ .path = "competitors/opsgrid/2025-11-home.html",
		.gives = "anything else below competitors/<id>/ is what they say; the "
			 "date in "
			 "the name is the day it was saved; candor capture writes "
			 "them",
		.unlocks = "F01",
		.example =
			"<h1>Nothing gets lost between shifts</h1>\n"
			"<p>The connected worker platform for regulated plants.</p>\n" },
	{ .path = "deals.csv",
		.gives = "the CRM's opportunities; several competitors are split at ; + "
			 ", / &",
		.unlocks = "F10 F11 F12 F21",
		.example = "deal_id,account,segment,owner,created,closed,stage,outcome,"
			   "amount,"
			   "competitors,loss_reason,product,source\n"
			   "D-17,Marlow "
			   "Pharma,enterprise,a.lindt,2025-05-11,2025-11-28,Closed "
			   "Lost,lost,210000,opsgrid; sharepoint,Price,Handover,inbound\n"
			   "D-18,Brandt "
			   "Dairy,mid-market,r.osei,2025-10-07,,Proposal,open,46000,"
			   "None,,Handover,partner\n"
			   "D-19,Kestrel "
			   "Foods,mid-market,r.osei,2025-06-02,2025-09-19,Closed "
			   "Won,won,84000,shiftly,,Handover,outbound\n" },
	{ .path = "deal_history.csv", .kind = "history" },
	{ .path = "deal_snapshots.csv", .kind = "snapshots" },
	{ .path = "touches.csv", .kind = "touches" },
	{ .path = "calls/2025-10-21-brandt.vtt",
		.gives = "transcripts: .vtt, .srt, .txt, .json; a NOTE line or "
			 "calls/index.csv "
			 "ties a call to its deal",
		.unlocks = "F07 F08 F09",
		.example = "WEBVTT\n\n"
			   "NOTE deal: D-18  us: r.osei  them: Petra Brandt (plant "
			   "manager)\n\n"
			   "00:03:10.000 --> 00:03:19.000\n"
			   "<v Petra Brandt>We looked at Shiftly too. What is the "
			   "difference?\n" },
	{ .path = "calls/index.csv", .kind = "calls" },
	{ .path = "interviews/INT-07.md",
		.gives = "a win-loss interview: front matter, and the buyer's words "
			 "behind >",
		.unlocks = "F03 F11",
		.example = "---\n"
			   "deal_id: D-19\n"
			   "date: 2025-10-03\n"
			   "interviewer: ines (not in sales)\n"
			   "interviewee: Plant manager\n"
			   "outcome: won\n"
			   "reasons: [works-offline]\n"
			   "decided_against: [shiftly]\n"
			   "---\n"
			   "> \"We used to carry binders for half a day.\"\n" },
	{ .path = "requests.csv", .kind = "requests" },
	{ .path = "roadmap.csv", .kind = "roadmap" },
	{ .path = "usage.csv", .kind = "usage" },
	{ .path = "reviews.csv", .kind = "reviews" },
	{ .path = "market/survey.csv", .kind = "survey" },
	{ .path = "launches/insights-alerts.yaml",
		.gives = "a launch: tier, date, goal, gates with evidence or a rule",
		.unlocks = "F15",
		.example =
			"launch: Insights alerts\n"
			"tier: 1\n"
			"date: 2025-12-01\n"
			"roadmap: [RM-2]\n"
			"goal: {metric: adoption, feature: RM-2, target: 0.30, within: "
			"90d}\n"
			"gates:\n"
			"  - {id: proof, owner: ines, rule: \"approved proof points >= "
			"3\"}\n"
			"  - {id: support, owner: s.nagy, evidence: assets/runbook.md}\n"
			"decision: {by: CPO, due: 2025-11-24}\n" },
	{ .path = "enablement.csv", .kind = "enablement" },
	{ .path = "objectives.csv", .kind = "objectives" },
	{ .path = "metrics.csv", .kind = "metrics" },
	{ .path = "people.csv", .kind = "people" },
	{ .path = "interactions.csv", .kind = "interactions" },
	{ .path = "web/relationships.yaml",
		.gives = "the team's own drawing of who needs whom; Candor overlays what "
			 "it "
			 "observes",
		.unlocks = "F20",
		.example = "- {a: customer-success, b: product, need: high, why: \"O-1 "
			   "needs SSO\"}\n"
			   "- {a: product-marketing, b: support, need: medium}\n"
			   "- {a: sales, b: product-marketing, need: high}\n" },
	{ .path = "assets.csv", .kind = "assets" },
	{ .path = "decisions.csv", .kind = "decisions" },
	{ .path = "web/ledger.csv", .kind = "ledger" },
	{ .path = NULL },
};

struct workspace_file workspace_file_whole(const struct workspace_file *file)
{
	struct workspace_file whole = *file;
	const struct record_kind *kind =
		file->kind ? record_find(str_of(file->kind)) : NULL;
	if (kind) {
		whole.gives = kind->gives;
		whole.unlocks = kind->unlocks;
		whole.example = kind->template_rows;
	}
	return whole;
}

const struct workspace_file *workspace_file_find(struct str name)
{
	for (const struct workspace_file *f = workspace_files; f->path; f++) {
		struct str path = str_of(f->path), file = path_name(path);
		struct str stem = str_cut(file, 0, file.len - path_suffix(file).len);
		if (str_eq_nocase(name, path) || str_eq_nocase(name, file) ||
			str_eq_nocase(name, stem) ||
			(f->kind && str_eq_nocase(name, str_of(f->kind))))
			return f;
	}
	return NULL;
}
