// Exports of other programs: Exchange, Gmail, Viva, Zendesk, Jira.
#include "four.h"

#include <unistd.h>

#define SHARED "../shared/data/web/data/"

TEST(a_message_trace_has_all_recipients_in_one_cell)
{
	put(&f, "trace.csv",
		"origin_timestamp,sender_address,Recipient_status,message_subject,"
		"message_id,network_message_id,directionality\n"
		"2025-11-03T10:00:00.123Z,ana@acme.example,\"ben@acme.example##Receive, "
		"Deliver;c@buyer.example##Receive, "
		"Deliver\",Secret,<1@x>,n1,Originating\n"
		// The copies into which a group was expanded are one message.
		"2025-11-04T10:00:00Z,ana@acme.example,ben@acme.example##Deliver,,,n2,O\n"
		"2025-11-04T10:00:01Z,ana@acme.example,cem@acme.example##Deliver,,,n2,O\n"
		"2025-11-04T10:00:01Z,<>,cem@acme.example##Deliver,,,n3,O\n");
	must_give("11-03 mail sales > product /2 w1\n"
		  "11-04 mail sales > product support /2 w1\n");
	assert_true(has_note(&f, "1 message of a program"));
}

TEST(a_trace_and_a_mailbox_tell_of_one_message)
{
	put(&f, "rows.csv",
		"Received,SenderAddress,RecipientAddress,Subject,Status,MessageId,"
		"MessageTraceId\n"
		"2025-11-03 10:00:00,ana@acme.example,ben@acme.example,x,Delivered,"
		"<1@acme.example>,t1\n"
		"2025-11-03 10:00:00,ana@acme.example,cem@acme.example,x,Delivered,"
		"<1@acme.example>,t2\n");
	put(&f, "a.eml",
		"From: ana@acme.example\nTo: ben@acme.example, cem@acme.example\n"
		"Date: Mon, 3 Nov 2025 10:00:00 +0000\nMessage-ID: <1@acme.example>\n\n");
	must_give("11-03 mail sales > product support /2 w1\n");
}

TEST(gmail_logs_have_a_row_for_each_stage)
{
	put(&f, "gmail.csv",
		"event_info.timestamp_usec,event_info.mail_event_type,event_info.success,"
		"message_info.rfc2822_message_id,message_info.source.address,"
		"message_info.destination.address\n"
		"1762160400000000,1,true,<1@acme.example>,ana@acme.example,"
		"ben@acme.example\n"
		"1762160400500000,1,true,<1@acme.example>,ana@acme.example,"
		"cem@acme.example\n"
		"1762160401000000,2,true,<1@acme.example>,ana@acme.example,"
		"ben@acme.example\n"
		"1762160401000000,1,false,<2@acme.example>,ana@acme.example,"
		"dia@acme.example\n");
	must_give("11-03 mail sales > product support /2 w1\n");
}

static const char VIVA[] =
	"PrimaryCollaborator_Organization,PrimaryCollaborator_GroupSize,"
	"SecondaryCollaborator_Organization,SecondaryCollaborator_GroupSize,MetricDate,"
	"Group_collaboration_time_invested,Group_email_time_invested,"
	"Group_meeting_time_invested\n"
	"Finance,40,Legal,9,2025-11-02,12,2,10\n"
	"Finance,40,Within Group,40,2025-11-02,90,40,50\n"
	"Finance,40,Unclassified Collaborators,21,2025-11-02,10,0,10\n"
	"Legal,9,Finance,40,2025-11-02,5,5,0\n";

TEST(groups_of_viva_have_no_persons)
{
	put(&f, "g2g.csv", VIVA);
	must_give("11-02 mail finance > legal /1 w2\n"
		  "11-02 mail legal > finance /1 w5\n"
		  "11-02 meeting finance > legal /1 w10\n");
	assert_true(has_note(&f, "names no persons"));
	size_t groups = 0;
	for (size_t i = 0; i < f.t.person_count; i++)
		groups += f.t.persons[i].group;
	assert_int_equal(groups, 2);
	// Half of the meeting hours are with nobody known, none of the mail: 1 * .5 of
	// 1 + .5.
	assert_true(web_unmapped_share(&f.t) > 0.333 && web_unmapped_share(&f.t) < 0.334);
	for (size_t i = 0; i < f.t.function_count; i++)
		if (str_eq(f.t.functions[i].id, S("finance")))
			assert_int_equal(f.t.functions[i].people, 40);
}

TEST(days_that_could_be_months_are_asked_for)
{
	put(&f, "g2g.csv",
		"TimeInvestors_Organization,Collaborators_Organization,Date,Meetings,"
		"Meeting_hours,Email_hours,Collaboration_hours\n"
		"Finance,Legal,11/3/2025,1,2,0,2\nFinance,Other_Collaborators,11/3/"
		"2025,1,"
		"1,0,1\n");
	must_give("");
	assert_true(has_note(&f, "g2g.csv: 2 dates could be read day or month first "
				 "('11/3/2025')"));
	put(&f, "candor.yaml",
		"sources: {wpa-groups: {path: g2g.csv, dates: month-first}}\n");
	must_give("11-03 meeting finance > legal /1 w2\n");
	put(&f, "candor.yaml", "");
	put(&f, "g2g.csv",
		"TimeInvestors_Organization,Collaborators_Organization,Date,Meetings,"
		"Meeting_hours,Email_hours,Collaboration_hours\n"
		"Finance,Legal,11/3/2025,1,2,0,2\nFinance,Legal,11/17/2025,1,4,0,4\n");
	must_give("11-03 meeting finance > legal /1 w2\n"
		  "11-17 meeting finance > legal /1 w4\n");
}

TEST(an_export_of_pairs_brings_its_own_functions)
{
	put(&f, "p2p.csv",
		"PrimaryCollaborator_PersonId,PrimaryCollaborator_Organization,"
		"SecondaryCollaborator_PersonId,SecondaryCollaborator_Organization,"
		"MetricDate,Diverse_tie_score,Strong_tie_score\n"
		"a1,Product,b2,Sales,2025-11-01,.1,.5\nb2,Sales,c3,Product,2025-11-01,.1,"
		"2\n");
	must_give("11-01 mail product > sales /1 w0.5\n"
		  "11-01 mail sales > product /1 w2\n");
	assert_int_equal(f.t.person_count, 4 + 3);
}

// Support (group 10) and Tier 2 of engineering (group 20); 1 and 2 are agents.
static void put_desk(void)
{
	put(&f, "candor.yaml",
		"functions:\n  engineering: {people: [Tier 2]}\n  support:\n");
	put(&f, "zd/users.csv",
		"id,email,name,role,organization_id,restricted_agent,ticket_restriction\n"
		"1,cem@acme.example,Cem,agent,,false,\n2,dia@acme.example,Dia,admin,,"
		"false,"
		"\n3,buyer@shop.example,Bo,end-user,7,true,requested\n");
	put(&f, "zd/groups.csv",
		"id,name,created_at,updated_at,url\n"
		"10,Support (EMEA),2025-01-01,2025-01-01,https://a/10\n"
		"20,Tier 2,2025-01-01,2025-01-01,https://a/20\n"
		"30,Non-Support - Billing,2025-01-01,2025-01-01,https://a/30\n");
	put(&f, "zd/tickets.csv",
		"id,created_at,requester_id,submitter_id,assignee_id,group_id,subject,"
		"status\n100,2025-11-01,3,3,1,10,Broken,open\n");
}

TEST(tickets_are_handed_over_and_worked_on_together)
{
	put_desk();
	put(&f, "zd/history.csv",
		"ticket_id,field_name,value,updated,user_id\n"
		"100,group_id,20,2025-11-04 10:00:00,1\n" // rows in no order
		"100,group_id,10,2025-11-03 09:00:00,\n"
		"100,status,open,2025-11-03 09:00:00,\n"
		"100,group_id,30,2025-11-06 10:00:00,2\n");
	put(&f, "zd/comments.csv",
		"id,ticket_id,user_id,public,created,body\n"
		"1,100,3,true,2025-11-03 09:00:00,Hello\n"
		"2,100,1,false,2025-11-04 10:00:00,\"to dia, please\"\n"
		"3,100,2,false,2025-11-05 10:00:00,done\n"
		"4,100,2,true,2025-11-05 11:00:00,Dear customer\n");
	must_give("11-04 ticket support > engineering /1 w1\n"
		  "11-05 ticket engineering > support /1 w1\n");
	// The group of which nobody says whose it is.
	assert_true(f.t.unmapped > 0 && f.t.outside <= 0);
	for (size_t i = 1; i < f.t.count; i++)
		assert_int_equal(f.t.at[i].unit, f.t.at[0].unit);
}

TEST(tickets_come_as_json_too)
{
	put_desk();
	put(&f, "zd/comments.json",
		"{\"comments\":[{\"id\":1,\"ticket_id\":100,\"author_id\":2,\"public\":"
		"false,"
		"\"created_at\":\"2025-11-05T10:00:00Z\",\"body\":\"secret\"}],"
		"\"count\":1}");
	must_give("11-05 ticket engineering > support /1 w1\n");
}

TEST(issues_tie_reporter_assignee_and_commenters)
{
	put(&f, "jira.csv",
		"Issue key,Issue id,Summary,Status,Assignee,Assignee "
		"Id,Reporter,Reporter Id,"
		"Created,Comment,Comment,Comment\n"
		"AB-1,11,Secret,Open,Dia Roy,5f2,Cem Yilmaz,5f1,03/Nov/25 3:45 PM,"
		"04/Nov/25 9:00 AM;5f3;Ben asks; twice,05/Nov/25 9:00 AM;5f2;ok,\n"
		"AB-2,12,Other,Open,,,Ben Okoro,5f3,03/Nov/25 3:45 PM,,,\n");
	must_give("11-03 ticket support > engineering /1 w1\n"
		  "11-04 ticket product > engineering support /2 w1\n"
		  "11-05 ticket engineering > support /1 w1\n");
}

TEST(issues_and_comments_may_be_tables_of_their_own)
{
	put(&f, "j/issue.csv",
		"id,key,reporter,assignee,creator,created,summary\n"
		"11,AB-1,u3,u4,u3,2025-11-03 10:00:00,x\n");
	put(&f, "j/comment.csv",
		"id,author_id,body,created,issue_id,update_author_id\n"
		"1,u2,Hello,2025-11-04 10:00:00,11,u2\n");
	put(&f, "j/user.csv",
		"id,email,name,username,is_active\nu2,ben@acme.example,Ben,,true\n"
		"u3,,Cem Yilmaz,,true\nu4,dia@acme.example,Dia,,true\n");
	must_give("11-03 ticket support > engineering /1 w1\n"
		  "11-04 ticket product > engineering support /2 w1\n");
}

/*
 * The published exports.  email-Eu-core: 25,571 rows of which 642 are loops (SOURCES.md,
 * reference/email-Eu-core.json); everybody has a department.  workfrance: 932 pairs, each
 * met in both directions.  wpa: rows of two different organisations, once for hours of
 * meetings and once for hours of mail, counted with Python's csv module; some
 * organisations stand several times in a week.
 */
TEST(published_exports_give_what_they_hold)
{
	if (access(SHARED, R_OK)) {
		print_message("skipped: no " SHARED "\n");
		skip();
	}
	put(&f, "people.csv", "person,function,email\n");
	put_file(&f, "eu/edges.txt", SHARED "email-Eu-core/email-Eu-core.txt");
	put_file(&f, "eu/departments.txt",
		SHARED "email-Eu-core/email-Eu-core-department-labels.txt");
	gather(&f);
	assert_int_equal(f.t.count, 24929);
	assert_int_equal(f.t.person_count, 1005);
	assert_int_equal(f.t.function_count, 42);
	assert_true(f.t.unmapped <= 0 && f.t.outside <= 0);
	folder_remove(&f);
	folder_make(&f);
	put_file(&f, "fr/edges.csv", SHARED "onadata/workfrance_edgelist.csv");
	put_file(&f, "fr/who.csv", SHARED "onadata/workfrance_vertices.csv");
	gather(&f);
	assert_int_equal(f.t.count, 2 * 932);
	assert_int_equal(f.t.person_count, 211);
	assert_int_equal(f.t.function_count, 12);
	folder_remove(&f);
	folder_make(&f);
	put_file(&f, "wpa.csv", SHARED "viva/wpa_g2g_data.csv");
	f.from = date_of(2019, 1, 1);
	f.to = date_of(2020, 12, 31);
	gather(&f);
	assert_int_equal(f.t.count, 1585);
	assert_int_equal(f.t.function_count, 6);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, make, drop)

MAIN(CASE(a_message_trace_has_all_recipients_in_one_cell),
	CASE(a_trace_and_a_mailbox_tell_of_one_message),
	CASE(gmail_logs_have_a_row_for_each_stage), CASE(groups_of_viva_have_no_persons),
	CASE(days_that_could_be_months_are_asked_for),
	CASE(an_export_of_pairs_brings_its_own_functions),
	CASE(tickets_are_handed_over_and_worked_on_together),
	CASE(tickets_come_as_json_too), CASE(issues_tie_reporter_assignee_and_commenters),
	CASE(issues_and_comments_may_be_tables_of_their_own),
	CASE(published_exports_give_what_they_hold))
