#include "audit/audit.h"

// Templates are examples of the shape: three rows that Candor reads as they stand.
const struct fact_kind fact_kinds[FACT_COUNT] = {
	[FACT_COPY] = { "copy", "one page or deck of your own",
		{ "site/home.md", "any .md, .html, .pptx, .docx or .pdf",
			"# One headline claim\n## A second claim below it\nA paragraph "
			"that says more." } },
	[FACT_RIVALS] = { "rivals", "one saved page of a competitor",
		{ "competitors/<id>/2025-11-home.html",
			"any saved page; the date in its name is the day it was seen",
			"competitors/shiftly/2025-11-home.html\n"
			"competitors/shiftly/2025-11-pricing.html\n"
			"competitors/opsgrid/2025-10-home.md" } },
	[FACT_LEDGER] = { "ledger", "a claims ledger",
		{ "messages/claims.csv",
			"claim_id, claim, evidence, status, approved_on, review_by",
			"claim_id,claim,evidence,status,approved_on,review_by\n"
			"C-01,Cuts handover time by "
			"40%,assets/case-brewery.pdf#p2,approved,2025-09-10,"
			"2026-03-10\n"
			"C-02,The most trusted platform,,proposed,,\n"
			"C-03,Works 72 hours without a "
			"network,assets/offline-test.pdf#p4,approved,"
			"2025-12-02,2026-06-02" } },
	[FACT_DEALS] = { "deals", "decided deals",
		{ "deals.csv",
			"deal_id, created, closed, outcome, amount, competitors, "
			"loss_reason, segment",
			"deal_id,created,closed,outcome,amount,competitors,loss_reason,"
			"segment\n"
			"D-1041,2025-06-02,2025-09-19,won,84000,shiftly,,mid-market\n"
			"D-1057,2025-05-11,2025-11-28,lost,210000,opsgrid; "
			"sharepoint,Price,enterprise\n"
			"D-1063,2025-10-07,,open,46000,None,,mid-market" } },
	[FACT_OPEN_DEALS] = { "open deals", "open deals",
		{ "deals.csv", "deal_id, created, outcome (open), amount, segment",
			"deal_id,created,closed,outcome,amount,segment\n"
			"D-1063,2025-10-07,,open,46000,mid-market\n"
			"D-1064,2025-10-09,,open,120000,enterprise\n"
			"D-1065,2025-11-02,,open,64000,mid-market" } },
	[FACT_SEGMENT_RULE] = { "segment rule", "a rule for your best-fit segment",
		{ "candor.yaml", "best_fit: the field of a deal and its values",
			"best_fit:\n  field: segment\n  values: [mid-market]" } },
	[FACT_INTERVIEWS] = { "interviews", "win-loss interviews",
		{ "interviews/INT-01.md",
			"deal_id, date, outcome, reasons, decided_against",
			"---\ndeal_id: D-1057\ndate: 2025-10-03\noutcome: lost\nreasons: "
			"[missing-sso, price]\n"
			"---\n> \"What the buyer said, word for word.\"" } },
	[FACT_BATTLECARDS] = { "battlecards", "a battlecard",
		{ "competitors/<id>/battlecard.md",
			"competitor, reviewed; They say, Facts, Why we win, Why we lose",
			"---\ncompetitor: shiftly\nreviewed: 2025-07-14\n---\n## Facts\n"
			"- From 9 EUR per user per month [source: pricing page, "
			"2025-07-10]" } },
	[FACT_CALLS] = { "calls", "transcripts of calls",
		{ "calls/2025-10-21-brandt.vtt", "vtt, srt, txt or json; one file a call",
			"WEBVTT\n\nNOTE deal: D-1063 us: r.osei them: Petra Brandt\n\n"
			"00:03:10.000 --> 00:03:19.000\n<v Petra Brandt>What is the "
			"difference?" } },
	[FACT_CANVAS] = { "canvas", "a positioning canvas",
		{ "positioning/positioning.md",
			"five headings, [evidence: ...] behind each line",
			"---\nversion: 1\neffective: 2025-09-01\n---\n## Competitive "
			"alternatives\n"
			"- Paper logbook [evidence: deals:status-quo, "
			"interview:INT-07]\n## Unique "
			"attributes\n## Value\n## Best-fit segment\n## Market category\n"
			"- Shift handover software" } },
	[FACT_VERSIONS] = { "versions", "three dated versions of your positioning",
		{ "positioning/history/2025-03-01.md",
			"the canvas as it was; the date in its name",
			"positioning/history/2024-09-01.md\npositioning/history/"
			"2025-03-01.md\n"
			"positioning/positioning.md" } },
	[FACT_MESSAGES] = { "messages", "your message house",
		{ "messages/pillars.csv", "pillar_id, pillar, message, supports, persona",
			"pillar_id,pillar,message,supports,persona\n"
			"P-1,Nothing lost between shifts,Every handover is one "
			"page,V-1,plant-manager\n"
			"P-2,Audit answers in minutes,Find any event of five "
			"years,V-2,quality-lead\n"
			"P-3,Runs without the network,72 hours "
			"offline,V-2,it-manager" } },
	[FACT_ROADMAP] = { "roadmap", "the roadmap",
		{ "roadmap.csv",
			"item_id, item, status, target, released, market_source, "
			"pmm_input_on",
			"item_id,item,status,target,released,market_source,pmm_input_on\n"
			"RM-14,SSO with plant badge,planned,2026-06-15,,tickets; "
			"D-1057,2025-10-02\n"
			"RM-15,Insights alerts,in progress,2026-01-20,,,2025-11-20\n"
			"RM-09,Offline mode "
			"72h,released,2025-10-15,2025-10-28,INT-07,2025-03-11" } },
	[FACT_USAGE] = { "usage", "product usage",
		{ "usage.csv",
			"date, account, feature, eligible_users, active_users, events",
			"date,account,feature,eligible_users,active_users,events\n"
			"2025-11-30,Kestrel Foods,RM-09,120,44,910\n"
			"2025-11-30,Aster Mills,RM-09,60,2,5\n"
			"2025-11-30,Holm Pharma,RM-09,300,0,0" } },
	[FACT_LAUNCHES] = { "launches", "a launch file",
		{ "launches/insights-alerts.yaml", "launch, tier, date, goal, gates",
			"launch: Insights alerts\ntier: 1\ndate: 2025-12-01\n"
			"goal: {metric: adoption, feature: RM-15, target: 0.30, within: "
			"90d}\n"
			"gates:\n  - {id: proof, owner: ines, rule: \"approved proof "
			"points >= 3\"}" } },
	[FACT_ASSETS] = { "assets", "a list of your assets",
		{ "assets.csv", "path, title, kind, owner, published, objective",
			"path,title,kind,owner,published,objective\n"
			"assets/handover-deck-v7.pptx,Handover deck,deck,ines,2025-05-12,"
			"O-1\n"
			"assets/one-pager-audit.pdf,Audit one-pager,page,tom,2025-08-01,"
			"O-2\n"
			"assets/marlow-deck.pptx,Marlow deck,deck,tom,2025-11-04," } },
	[FACT_TOUCHES] = { "touches", "assets used in deals",
		{ "touches.csv", "date, deal_id, asset, kind, direction",
			"touch_id,date,deal_id,asset,kind,direction\n"
			"T-501,2025-06-20,D-1041,assets/handover-deck-v7.pptx,presented,"
			"to-buyer\n"
			"T-502,2025-08-02,D-1057,competitors/opsgrid/"
			"battlecard.md,opened,internal\n"
			"T-503,2025-11-09,D-1063,assets/one-pager-audit.pdf,sent,"
			"to-buyer" } },
	[FACT_REQUESTS] = { "requests", "what was asked of you",
		{ "requests.csv",
			"request_id, date, function, ask, why, objective, due, status",
			"request_id,date,function,ask,why,objective,due,status\n"
			"R-211,2025-11-03,sales,One more deck for Marlow "
			"ASAP,,,2025-11-04,done\n"
			"R-212,2025-11-05,product,Launch copy for Insights alerts,GA on "
			"1 "
			"Dec,O-2,2025-11-28,open\n"
			"R-213,2025-11-06,customer-success,What do we say in "
			"renewals?,4 "
			"renewals ask,O-1,2025-12-15,open" } },
	[FACT_PEOPLE] = { "people", "who belongs to which function",
		{ "people.csv", "id, name, function, email",
			"id,name,function,email\nines,Ines "
			"Duarte,product-marketing,ines@fernhollow.example\n"
			"j.park,J. Park,product,j.park@fernhollow.example\n"
			"s.nagy,S. Nagy,customer-success,s.nagy@fernhollow.example" } },
	[FACT_INTERACTIONS] = { "interactions", "meetings and mail between functions",
		{ "interactions.csv", "date, from, to, channel, topic (or .mbox, .ics)",
			"date,from,to,channel,topic,minutes\n"
			"2025-11-03,ines,j.park,meeting,Insights alerts,30\n"
			"2025-11-05,s.nagy,ines,mail,renewals,\n"
			"2025-11-06,j.park,s.nagy,meeting,SSO,25" } },
	[FACT_OBJECTIVES] = { "objectives", "this period’s objectives",
		{ "objectives.csv",
			"objective_id, objective, period, metric, owner_function, "
			"depends_on",
			"objective_id,objective,period,metric,owner_function,depends_on\n"
			"O-1,Renew the regulated "
			"plants,2025H2,NRR,customer-success,product\n"
			"O-2,Launch Insights,2025H2,adoption,product,product-marketing; "
			"sales\n"
			"O-3,Win enterprise,2025H2,win rate,sales,product-marketing" } },
	[FACT_DECISIONS] = { "decisions", "which truths were told, and what came of them",
		{ "decisions.csv", "date, finding, said_to, sentence, answer, outcome",
			"date,finding,said_to,sentence,answer,outcome\n"
			"2025-09-12,unproven-claims,leadership,Two claims have no proof,"
			"\"prove or drop by October\",done\n"
			"2025-10-01,losing-to,product,We lose to Shiftly,\"not now\",\n"
			"2025-11-20,launch-not-ready,product,Alerts are not ready,," } },
	[FACT_REVIEWS] = { "reviews", "reviews by buyers",
		{ "reviews.csv", "review_id, date, site, subject, stars, likes, dislikes",
			"review_id,date,site,subject,stars,likes,dislikes\n"
			"V-88,2025-08-14,G2,Fernhollow,5,Nothing gets lost,Setup took a "
			"month\n"
			"V-91,2025-10-02,G2,Fernhollow,3,Nice digital logbook,No SSO\n"
			"V-93,2025-10-20,G2,Shiftly,4,Easy,No offline" } },
	[FACT_SURVEY] = { "survey", "a survey of the market",
		{ "market/survey.csv",
			"wave, date, respondent, in_segment, brand, attribute, "
			"associated",
			"wave,date,respondent,in_segment,brand,attribute,associated\n"
			"2025H1,2025-04-10,s001,yes,Fernhollow,nothing lost,1\n"
			"2025H1,2025-04-10,s001,yes,Shiftly,nothing lost,1\n"
			"2025H2,2025-10-12,s148,yes,Fernhollow,nothing lost,0" } },
	[FACT_HISTORY] = { "deal history", "the history of deals",
		{ "deal_history.csv", "deal_id, changed, field, old, new",
			"deal_id,changed,field,old,new\nD-1057,2025-08-20,stage,Demo,"
			"Proposal\n"
			"D-1057,2025-11-28,stage,Proposal,Closed Lost\n"
			"D-1063,2025-11-02,amount,38000,46000" } },
	[FACT_METRICS] = { "metrics", "the values of the objectives’ own measures",
		{ "metrics.csv", "date, objective, metric, value",
			"date,objective,metric,value\n"
			"2025-07-31,O-1,NRR,1.05\n"
			"2025-10-31,O-1,NRR,1.07\n"
			"2025-10-31,O-2,adoption,9%" } },
};
