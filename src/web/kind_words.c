// The words by which a topic tells what kind of work it was.
#include "web/kind.h"

/*
 * Words of the trade, no words of one company; each once, its forms by stem.  In German a
 * word also counts where it ends a longer one: "Kundenbefragung".
 */
const struct kind_words KIND_WORDS[KIND_COUNT] = {
	[KIND_UNKNOWN] = { KIND_UNKNOWN, "other", "something else", "", "" },
	[KIND_ASK] = { KIND_ASK, "ask", "requests and answers",
		"request;question;ask;answer;inquiry;enquiry;query;clarification;"
		"escalation;"
		"approval;sign off;problem;bug;complaint;ticket;urgent;asap;permission;"
		"quick help;favor;favour",
		"anfrage;rückfrage;frage;antwort;bitte;nachfrage;klärung;eskalation;"
		"freigabe;genehmigung;problem;fehler;beschwerde;reklamation;dringend;"
		"ticket;zuarbeit" },
	[KIND_LEARN] = { KIND_LEARN, "learn", "win-loss and research",
		"win loss;win rate;loss reason;lost reason;churn reason;loss;research;"
		"interview;feedback;survey;usability;user test;study;pilot;customer "
		"visit;"
		"site visit;voice of;nps;focus group;analyst;market intelligence;"
		"competitive intelligence;usage;adoption;findings;persona;buyer;"
		"retrospective",
		"befragung;umfrage;interview;rückmeldung;feedback;marktforschung;"
		"forschung;"
		"studie;nutzertest;pilot;kundenbesuch;verlustgründe;"
		"verluste;absagegründe;abwanderung;nutzung;erkenntnisse;"
		"marktbeobachtung;gewinnquote" },
	[KIND_LAUNCH] = { KIND_LAUNCH, "launch", "launches and the roadmap",
		"launch;release;rollout;roll out;go live;gtm;general availability;"
		"early access;beta;roadmap;changelog;ship;shipping;announcement;"
		"announce;version;preview",
		"markteinführung;einführung;veröffentlichung;freischaltung;ankündigung;"
		"produktstart;start;roadmap;fahrplan;version;release;beta" },
	[KIND_ENABLE] = { KIND_ENABLE, "enable", "material and training",
		"training;enablement;coaching;certification;workshop;battlecard;"
		"battle card;deck;slide;one pager;pitch;playbook;script;talk track;"
		"objection;case study;customer story;success story;reference;proof;"
		"price list;pricing;template;collateral;datasheet;data sheet;brochure;"
		"comparison;demo script;faq;message;messaging;narrative;calculator;guide;"
		"cheat sheet;help page;documentation;sales kit",
		"schulung;training;befähigung;zertifizierung;workshop;unterlagen;folien;"
		"präsentation;foliensatz;leitfaden;argumente;argumentation;einwand;"
		"fallstudie;referenz;nachweis;preisliste;vorlage;broschüre;datenblatt;"
		"vergleich;botschaft;anleitung;handbuch;hilfeseite;vertriebskarte" },
	[KIND_DRIVE] = { KIND_DRIVE, "drive", "campaigns and events",
		"campaign;webinar;event;fair;trade show;tradeshow;booth;newsletter;lead;"
		"demand;inbound;outbound;advertising;ad;ads;seo;blog;post;social;podcast;"
		"press;pr;e book;ebook;whitepaper;white paper;landing page;home page;"
		"homepage;website;brand;sponsor;sponsorship;nurture;sequence;funnel;mql;"
		"attribution;editorial;abm;conference;video",
		"kampagne;webinar;webseminar;veranstaltung;messe;messestand;newsletter;"
		"nachfrage;anzeige;werbung;beitrag;presse;pressemitteilung;whitepaper;"
		"startseite;webseite;website;webauftritt;marke;sponsoring;konferenz;"
		"rundschreiben;kontakte" },
	[KIND_RUN] = { KIND_RUN, "run", "everyday work",
		"weekly;daily;monthly;standup;stand up;sync;meeting;planning;plan;agenda;"
		"minutes;all hands;status;forecast;budget;sprint;retro;hiring;recruiting;"
		"headcount;staffing;capacity;payroll;vacation;travel;expense;invoice;"
		"contract;renewal;term;legal;clause;liability;quarter;goal;okr;board;"
		"pipeline;deal;discount;commission;territory;quota;booking;cash;credit;"
		"bill;"
		"cost;crm;hygiene;report;reporting;incident;outage;handover;hand over;"
		"hand off;schedule;procurement;purchase;tooling;licence;license;"
		"payment;admin;shift;review",
		"wochenrunde;besprechung;sitzung;abstimmung;termin;planung;plan;"
		"tagesordnung;protokoll;stand;prognose;haushalt;budget;sprint;"
		"einstellung;"
		"bewerbung;personal;kapazität;urlaub;reise;spesen;rechnung;vertrag;"
		"verlängerung;klausel;haftung;quartal;ziel;vorstand;pipeline;abschluss;"
		"rabatt;provision;gebiet;buchung;kosten;bericht;störung;ausfall;übergabe;"
		"einkauf;lizenz;zahlung;verwaltung;schicht" },
};
