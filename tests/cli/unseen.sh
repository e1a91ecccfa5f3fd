#!/bin/sh
# unseen.sh CANDOR EXAMPLE: what no output of `candor web` may depend on or hold.
# 1 a function of four people is named nowhere; 2 what was written changes no byte;
# 3 neither do names and places of files, nor the order of rows.
set -eu
candor=$1 example=$2
export LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1 COLUMNS=80
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
day="--as-of 2025-11-30"
fail() { echo "$*"; exit 1; }

# 1. Support gets a name that no other word has, and one of its five people another team.
cp -r "$example" "$work/w"
chmod -R u+w "$work/w"
cd "$work/w"
awk -F, -v OFS=, '$3 == "support" { $3 = ++n > 4 ? "customer-success" : team } { print }
	END { exit n != 5 }' team=quarkology people.csv >p && mv p people.csv || fail "no five people in support"
sed -i '/^O-/s/support/quarkology/g' objectives.csv
sed -i 's/,support,/,quarkology,/' requests.csv
sed -i 's/\bsupport\b/quarkology/g' web/relationships.yaml
sed -i '/^functions:/s/support/quarkology/' candor.yaml
test "$(grep -c quarkology people.csv)" = 4
grep -q quarkology objectives.csv && grep -q quarkology requests.csv && grep -q quarkology web/relationships.yaml
printf 'date,from,to,what,evidence,objective,request\n%s\n%s\n' \
	'2025-06-01,product-marketing,quarkology,A page,RM-14,,' '2025-06-02,quarkology,product,Tickets,RM-14,,R-018' >web/ledger.csv
rm -rf .candor
"$candor" web $day --write >write.out
"$candor" web $day --draw -o drawing.out >draw.out
for format in text json svg mermaid html; do
	"$candor" web $day --format $format >web-$format.out
	"$candor" web $day --format $format --all >web-all-$format.out
done
"$candor" web $day --format svg --matrix >matrix.out
for format in text json html; do "$candor" brief $day --format $format >brief-$format.out; done
for format in text json; do "$candor" web ledger $day --format $format >ledger-$format.out; done
"$candor" web product sales $day >pair.out
"$candor" web who product sales $day >who.out
test -s ledger-text.out && grep -q 'small function' ledger-text.out
seen=$(grep -il quark ./*.out outputs/* || true)
test -z "$seen" || fail "a function of four people stands in:" $seen
# It would be found if it stood there: five people are named.
sed -i '0,/,customer-success,\(.*\)support/s//,quarkology,\1support/' people.csv
sed -i 's/^\(t.wright,[^,]*,\)customer-success/\1quarkology/;s/^\(c.lopez,[^,]*,\)customer-success/\1quarkology/' people.csv
awk -F, '$3 == "customer-success" && $5 ~ /@/ && !done { $3 = "quarkology"; done = 1 } { print }' OFS=, people.csv >p && mv p people.csv
"$candor" web $day --format json | grep -qi quarkology || fail "a function of five people is not named"

# 2. and 3.
make() { # FOLDER WORDS: all kinds of traffic, with WORDS wherever somebody wrote
	mkdir -p "$1/m" "$1/s/general" "$1/z"
	awk -v words="$2" -v root="$1" 'BEGIN {
		split("sales product support engineering finance", team, " ")
		print "person,function,email" >(root "/people.csv")
		for (p = 1; p <= 30; p++) print "p" p "," team[p % 5 + 1] ",p" p "@acme.example" >(root "/people.csv")
		for (n = 1; n <= 90; n++) {
			a = n % 30 + 1; b = (n * 7 + 3) % 30 + 1; d = n % 28 + 1
			printf "From x Mon Nov  3 10:00:00 2025\nFrom: p%d@acme.example\nTo: p%d@acme.example\nDate: %d Nov 2025 10:00:00 +0000\nMessage-ID: <%d@acme.example>\nSubject: %s\n\n%s\n\n", a, b, d, n, words, words >(root "/m/all.mbox")
			printf "%s{\"type\":\"message\",\"user\":\"U%d\",\"ts\":\"17621604%02d.000100\",\"text\":\"%s <@U%d>\"}", (n > 1 ? "," : "["), a, n, words, b >(root "/s/general/2025-11-03.json")
			printf "%s{\"id\":\"U%d\",\"profile\":{\"email\":\"p%d@acme.example\"}}", (n > 1 ? "," : "["), n, (n <= 30 ? n : 99) >(root "/s/users.json")
		}
		printf "]" >(root "/s/general/2025-11-03.json"); printf "]" >(root "/s/users.json")
		printf "From: p1@acme.example\nTo: p2@acme.example\nDate: 3 Nov 2025 10:00:00 +0000\nMessage-ID: <e@acme.example>\nSubject: %s\n\n%s\n", words, words >(root "/one.eml")
		print "BEGIN:VCALENDAR" >(root "/all.ics")
		for (n = 1; n <= 20; n++)
			printf "BEGIN:VEVENT\nUID:u%d\nDTSTART:202511%02dT100000Z\nDURATION:PT1H\nSUMMARY:%s\nDESCRIPTION:%s\nORGANIZER:mailto:p%d@acme.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:p%d@acme.example\nEND:VEVENT\n", n, n, words, words, n, n + 9 >(root "/all.ics")
		print "END:VCALENDAR" >(root "/all.ics")
		print "id,ticket_id,user_id,public,created,body" >(root "/z/comments.csv")
		print "Issue key,Summary,Assignee,Reporter,Created,Description,Comment" >(root "/z/jira.csv")
		print "date,from,to,channel" >(root "/interactions.csv")
		for (n = 1; n <= 30; n++) {
			printf "%d,%d,p%d@acme.example,false,2025-11-%02d,%s\n", n, int(n / 3), n * 11 % 30 + 1, n % 28 + 1, words >(root "/z/comments.csv")
			printf "AB-%d,%s,p%d@acme.example,p%d@acme.example,2025-11-%02d,%s,2025-11-%02d;p%d@acme.example;%s\n", n, words, n, n * 13 % 30 + 1, n % 28 + 1, words, n % 28 + 1, n * 17 % 30 + 1, words >(root "/z/jira.csv")
			printf "2025-11-%02d,p%d,p%d,meeting\n", n % 28 + 1, n, n * 19 % 30 + 1 >(root "/interactions.csv")
		}
	}'
	printf 'company: Acme\nobjectives:\n  - {id: one, name: One, value: 5, path: [sales, product, support, engineering]}\n' >"$1/candor.yaml"
}
say() { # FOLDER NAME
	for format in json text html svg; do
		(cd "$1" && rm -rf .candor web && "$candor" web $day --all --format $format) >"$work/$2.$format"
	done
}
same() { # NAME WHY
	for format in json text html svg; do
		cmp "$work/plain.$format" "$work/$1.$format" || fail "$2 changes the $format"
	done
}
make "$work/plain" "plain words"
say "$work/plain" plain
grep -q '"basis": "strength"' "$work/plain.json" || fail "nothing is measured"
read=$(sed -n 's/.*"exchanges": \([0-9]*\),.*/\1/p' "$work/plain.json" | sed 1q)
test "$read" -ge 300 || fail "only $read exchanges are read"
n=0
for noise in '' 'ülk €uro — 7' 'To: p3@acme.example' 'p4@acme.example p5@acme.example 9' 'END:VEVENT ATTENDEE:mailto:p6@acme.example' '=?utf-8?q?=41?= %s %n <b>'; do
	n=$((n + 1))
	make "$work/noise$n" "$noise"
	say "$work/noise$n" noise$n
	same noise$n "noise ($noise)"
done
make "$work/other" "plain words"
cd "$work/other"
for table in interactions.csv z/comments.csv z/jira.csv; do
	{ sed 1q $table; sed 1d $table | sort -t, -k2 -r; } >shuffled && mv shuffled $table
	if cmp -s $table ../plain/$table; then fail "$table is not shuffled"; fi
done
say "$work/other" other
same other "the order of rows"
mkdir -p deep/er
mv interactions.csv 00.csv
mv z/jira.csv deep/er/a.csv
mv z/comments.csv zz.csv
mv m/all.mbox deep/Sent.mbox
mv all.ics 0.ics
mv one.eml deep/er/two.eml
mv s deep/chat
mv people.csv everybody.csv
say "$work/other" moved
# What was read is said by name; nothing else may know it.
for name in plain moved; do grep -v '^  "seen":\|^  "svg":' "$work/$name.json" >"$work/$name.figures"; done
test "$(wc -l <"$work/plain.figures")" -ge 300 || fail "no figures"
cmp "$work/plain.figures" "$work/moved.figures" || fail "names of files change a figure"
echo "nothing unseen: $n kinds of noise, $read exchanges"
