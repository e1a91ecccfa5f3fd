#include "model/deals_field.h"

#define WORDS SHAPE_WORDS

/*
 * Header names: Salesforce reports and API, HubSpot, Pipedrive, Dynamics, Maven, Olist,
 * in English and German.  docs/formats.md prints the table for people.
 */
const struct deals_column_names deals_columns[FIELDS] = {
	[FIELD_ID] = { "deal_id", "deal id", WORDS,
		{ "dealid opportunityid verkaufschanceid verkaufschancenid",
			"oppid opportunitynumber dealnumber verkaufschancennummer "
			"recordid "
			"objectid salesforceid mqlid leadid",
			"id key nummer" } },
	[FIELD_NAME] = { "name", "deal name", WORDS,
		{ "dealname opportunityname verkaufschance verkaufschancenname "
		  "opportunity dealtitle",
			"deal name title titel bezeichnung" } },
	[FIELD_ACCOUNT] = { "account", "account", WORDS,
		{ "account accountname kunde firma",
			"associatedcompany primaryassociatedcompany company companyname "
			"organization organisation orgname customer customername client "
			"clientname unternehmen kundenname firmenname",
			"accountid orgid companyid customerid" } },
	[FIELD_SEGMENT] = { "segment", "segment", WORDS,
		{ "segment customersegment marketsegment accountsegment kundensegment",
			"companysize sizeband unternehmensgröße",
			"industry sector branche vertical accountindustry" } },
	[FIELD_EMPLOYEES] = { "employees", "number of employees", SHAPE_MONEY,
		{ "employeecount employees numberofemployees mitarbeiter mitarbeiterzahl "
		  "anzahlmitarbeiter" } },
	[FIELD_OWNER] = { "owner", "owner", WORDS,
		{ "owner dealowner opportunityowner inhaber verkaufschanceninhaber "
		  "opportunityinhaber",
			"ownername owneralias opportunityowneralias salesrep rep seller "
			"salesagent accountexecutive ae salesperson assignedto "
			"zuständig zuständiger vertriebsmitarbeiter verkäufer "
			"betreuer",
			"ownerid hubspotownerid srid" } },
	[FIELD_STAGE] = { "stage", "stage", WORDS,
		{ "stage stagename dealstage opportunitystage salesstage phase",
			"pipelinestage vertriebsphase verkaufsphase",
			"dealpipelinestageid stageid dealstageid" } },
	[FIELD_OUTCOME] = { "outcome", "outcome", WORDS,
		{ "outcome dealoutcome wonlost wonorlost closedwonlost",
			"result dealresult opportunityresult ergebnis dealstatus "
			"opportunitystatus",
			"status wonclosed" } },
	[FIELD_IS_WON] = { "is_won", "won", SHAPE_YESNO,
		{ "iswon isclosedwon", "won closedwon dealwon gewonnen" } },
	[FIELD_IS_CLOSED] = { "is_closed", "closed", SHAPE_YESNO,
		{ "isclosed isdealclosed", "closed geschlossen abgeschlossen" } },
	[FIELD_AMOUNT] = { "amount", "amount", SHAPE_MONEY,
		{ "amount dealamount opportunityamount betrag",
			"value dealvalue closevalue dealsize dealsizearr acv arr tcv "
			"wert "
			"auftragswert auftragssumme volumen umsatz annualcontractvalue",
			"amountconverted amountincompanycurrency" } },
	[FIELD_CURRENCY] = { "currency", "currency", WORDS,
		{ "currency currencyisocode currencycode dealcurrencycode dealcurrency "
		  "amountcurrency währung waehrung" } },
	[FIELD_CREATED] = { "created", "created", SHAPE_DATE,
		{ "created createddate createdate createdon createdat creationdate "
		  "dealcreated erstelltam erstelldatum angelegtam",
			"opened openeddate opendate dateopened addtime engagedate "
			"firstcontactdate entrydate eröffnetam" } },
	[FIELD_CLOSED] = { "closed", "closed", SHAPE_DATE,
		{ "closed closedate closeddate closedon closedat actualclosedate "
		  "abschlussdatum geschlossenam abgeschlossenam schlusstermin "
		  "dealclosedon" } },
	[FIELD_WON_ON] = { "won_on", "won on", SHAPE_DATE,
		{ "wontime wondate dealwontime wonon wonat gewonnenam" } },
	[FIELD_LOST_ON] = { "lost_on", "lost on", SHAPE_DATE,
		{ "losttime lostdate deallosttime loston lostat verlorenam" } },
	[FIELD_EXPECTED] = { "expected", "expected close", SHAPE_DATE,
		{ "expectedclosedate expectedclose estimatedclosedate estclosedate "
		  "forecastclosedate forecastdate erwartetesabschlussdatum "
		  "voraussichtlichesabschlussdatum erwarteterabschluss" } },
	[FIELD_MODIFIED] = { "modified", "last modified", SHAPE_DATE,
		{ "lastmodifieddate lastmodified lastmodifiedon modified modifiedon "
		  "updated updatedat updatetime updateddate lastupdated "
		  "zuletztgeändert zuletztgeändertam geändertam letzteänderung",
			"systemmodstamp" } },
	[FIELD_DELETED] = { "deleted", "deleted", SHAPE_YESNO,
		{ "isdeleted deleted fivetrandeleted gelöscht" } },
	[FIELD_LOSS_REASON] = { "loss_reason", "loss reason", WORDS,
		{ "lossreason lostreason closedlostreason closelostreason lossreasons "
		  "reasonlost reasonforloss lossreasonwinfactor verlustgrund "
		  "grundfürverlust verlustgründe",
			"lostreasonname primarylossreason closedlostcategory "
			"lossreasoncode",
			"lossreasonid lostreasonid closedlostnotes reason grund" } },
	[FIELD_VENDORS] = { "competitors", "competitors", SHAPE_NAMES,
		{ "competitor competitors competitorname competitornames "
		  "primarycompetitor maincompetitor maincompetitors secondarycompetitor "
		  "othercompetitors winner competitorslist wettbewerber mitbewerber "
		  "konkurrent konkurrenten konkurrenz hauptwettbewerber "
		  "hauptkonkurrent" } },
	[FIELD_TYPE] = { "type", "type", WORDS,
		{ "type dealtype opportunitytype typ verkaufschancentyp", "recordtype",
			"recordtypeid label" } },
	[FIELD_ORIGIN] = { "source", "origin", WORDS,
		{ "source leadsource originalsource dealsource origin quelle leadquelle "
		  "herkunft",
			"analyticssource originalsourcetype sourcechannel sourceorigin "
			"howdidyouhear howdidyouhearaboutus channel kanal",
			"primarycampaignsource campaign" } },
	[FIELD_PRODUCT] = { "product", "product", WORDS,
		{ "product productname products produkt produktname",
			"productline productfamily primaryproduct productinterest "
			"produktlinie" } },
	[FIELD_REGION] = { "region", "region", WORDS,
		{ "region territory salesregion regionaloffice geo gebiet",
			"country billingcountry land", "market markt" } },
};

static bool listed(const char *names, struct str key)
{
	struct str rest = str_of(names), one;
	while (str_split(&rest, ' ', &one))
		if (str_eq(one, key))
			return true;
	return false;
}

unsigned field_rank(enum deals_field field, struct str key)
{
	for (unsigned rank = 0; rank < FIELD_RANKS; rank++)
		if (key.len && listed(deals_columns[field].names[rank], key))
			return rank;
	return FIELD_RANKS;
}

enum deals_field field_find(struct str key)
{
	enum deals_field best = FIELDS;
	unsigned best_rank = FIELD_RANKS;
	for (unsigned f = 0; f < FIELDS; f++) {
		unsigned rank = field_rank((enum deals_field)f, key);
		if (rank < best_rank) {
			best_rank = rank;
			best = (enum deals_field)f;
		}
	}
	return best;
}

static bool has_any(struct str key, const char *parts)
{
	struct str rest = str_of(parts), one;
	while (str_split(&rest, ' ', &one))
		if (str_find(key, one, 0) != STR_NONE)
			return true;
	return false;
}

bool field_leaks(struct str key)
{
	return has_any(key,
		"probab forecast wahrscheinlichkeit prognose expectedrevenue weighted "
		"fiscal iswon isclosed lastactivity laststage daysin dateentered "
		"dateexited pushcount synced quote nextstep stagechange "
		"entered winreason closedwonreason lastreferenced lastviewed");
}

bool field_is_people(struct str key)
{
	static const char EXACT[] = "ae sdr bdr csm rep se";
	return listed(EXACT, key) ||
	       has_any(key,
		       "manager salesrep salesagent seller createdby modifiedby "
		       "assignedto "
		       "teamlead owner inhaber verkäufer vertriebsmitarbeiter betreuer "
		       "engineer executive contactname ansprechpartner email sdrid "
		       "bdrid");
}
