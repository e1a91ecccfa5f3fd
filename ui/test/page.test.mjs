import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import test from 'node:test';
import { open, shots } from './browser.mjs';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { viewport: { width: 360, height: 780 } };

const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// The example company's pages and made-up webs, as the program itself writes them.
const WEBS = ['example-brief', 'example-web', 'fourteen', 'longer', 'hostile-web'];

for (const name of ['brief', 'empty', 'hostile', ...WEBS])
	for (const [how, options] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }], ['phone', PHONE]])
		test(`axe finds nothing: ${name}, ${how}`, async () => {
			// bypassCSP is for axe itself, which is not of the page.
			const s = await open(name, { ...options, bypassCSP: true });
			await openAll(s.page);
			await s.page.evaluate(AXE);
			const found = await s.page.evaluate(only => axe.run(document, { runOnly: only }), RULES);
			const beyond = await overflow(s.page);
			await s.close();
			assert.deepEqual(found.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary.slice(0, 240)]), []);
			assert.ok(found.passes.length > 15, 'axe looked at the page');
			assert.ok(beyond <= 0, `${beyond} px wider than the window`);
		});

for (const name of ['brief', 'hostile', 'example-brief', 'hostile-web'])
	test(`nothing runs, loads or complains: ${name}`, async () => {
		const s = await open(name);
		await openAll(s.page);
		assert.equal(await s.page.evaluate(() => window.__xss), undefined);
		assert.equal(await s.page.locator('img, iframe, a[href^="http"]').count(), 0);
		assert.deepEqual(s.log, []);
		await s.close();
	});

test('the policy stops what would be injected', async () => {
	const s = await open('brief');
	const result = await s.page.evaluate(() => {
		const found = {};
		const div = document.createElement('div');
		document.body.append(div);
		try { div.innerHTML = '<img src=x onerror="window.__xss=1">'; } catch { found.html = true; }
		const script = document.createElement('script');
		try { script.text = 'window.__xss=2'; document.body.append(script); } catch { found.script = true; }
		return { ...found, ran: window.__xss !== undefined };
	});
	await s.close();
	assert.deepEqual(result, { html: true, script: true, ran: false });
});

test('keys: skip link first, j and k move, Enter opens', async () => {
	const s = await open('brief');
	const focused = () => s.page.evaluate(() => document.activeElement.closest('.finding')?.id ?? document.activeElement.textContent);
	await s.page.keyboard.press('Tab');
	assert.equal(await focused(), 'Skip to the brief');
	await s.page.keyboard.press('j');
	assert.equal(await focused(), 't1');
	await s.page.keyboard.press('j');
	await s.page.keyboard.press('j');
	await s.page.keyboard.press('k');
	assert.equal(await focused(), 't2');
	const details = s.page.locator('#t2 details');
	assert.equal(await details.getAttribute('open'), null);
	await s.page.keyboard.press('Enter');
	assert.notEqual(await details.getAttribute('open'), null);
	await s.close();
});

test('filters show one severity, say how many, and are pressed', async () => {
	const s = await open('brief');
	const all = await s.page.locator('.finding').count();
	const serious = await s.page.locator('.finding[data-severity="serious"]').count();
	await s.page.getByRole('button', { name: /Serious/ }).click();
	assert.equal(await s.page.getByRole('status').textContent(), `${serious} of ${all} shown`);
	assert.equal(await s.page.locator('.finding:visible').count(), serious);
	assert.equal(await s.page.locator('button[aria-pressed="true"]').count(), 1);
	await s.page.getByRole('button', { name: /All/ }).click();
	assert.equal(await s.page.locator('.finding:visible').count(), all);
	await s.close();
});

test('the theme can be turned, and back', async () => {
	const s = await open('brief', { colorScheme: 'light' });
	const paper = () => s.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	assert.equal(await paper(), 'rgb(251, 250, 247)');
	await s.page.getByRole('button', { name: 'Light / dark' }).click();
	assert.equal(await paper(), 'rgb(20, 22, 26)');
	await s.page.getByRole('button', { name: 'Light / dark' }).click();
	assert.equal(await paper(), 'rgb(251, 250, 247)');
	await s.close();
});

test('without script every word is there and nothing waits for it', async () => {
	const s = await open('brief', { javaScriptEnabled: false });
	const truths = await s.page.locator('.finding').count();
	assert.ok(truths >= 4);
	assert.equal(await s.page.locator('.filters, .tools').count(), 0);
	assert.ok(await s.page.locator('h1').isVisible());
	assert.equal(await s.page.locator('#t1 details[open]').count(), 1);
	await s.close();
});

test('the mailed brief stays small: 300 KB, 1,500 elements on opening', async () => {
	const s = await open('example-brief');
	const elements = await s.page.evaluate(() => document.querySelectorAll('*').length);
	await s.close();
	const bytes = statSync(`${process.env.CANDOR_PAGES}/example-brief.html`).size;
	console.log(`example-brief: ${elements} elements, ${bytes} bytes`);
	assert.ok(elements > 500 && elements <= 1500, `${elements} elements`);
	assert.ok(bytes <= 300_000, `${bytes} bytes`);
});

test('the web in the brief: numbers match, the ring fits the window, every pair is one step away', async () => {
	const s = await open('example-brief');
	const badges = () => s.page.locator('#web figure svg:visible text.bo, #web figure svg:visible text.bt').allTextContents();
	const cards = await s.page.locator('.picks > li > svg text').allTextContents();
	assert.ok(cards.length >= 1 && cards.length <= 3);
	assert.deepEqual((await badges()).sort(), cards);
	assert.equal(await s.page.locator('#web figure svg:visible').count(), 1);
	const needed = await s.page.locator('#web tbody tr').count();
	const functions = (await s.page.locator('#web figure .wide text.b').allTextContents()).filter(t => /[a-z]/.test(t)).length;
	await s.page.locator('.pairs-of > summary').focus();
	await s.page.keyboard.press('Enter');
	await s.page.waitForFunction(() => !document.getElementById('web-pairs'));
	const all = await s.page.locator('#web tbody tr').count();
	assert.equal(await s.page.locator('#web table').count(), 1);
	assert.equal(all, functions * (functions - 1) / 2);
	assert.ok(needed > 0 && needed < all);
	await s.page.setViewportSize({ width: 360, height: 780 });
	await s.page.waitForFunction(() => !document.getElementById('web-narrow'));
	assert.equal(await s.page.locator('#web figure svg:visible').count(), 1);
	assert.deepEqual((await badges()).sort(), cards);
	assert.ok(await overflow(s.page) <= 0);
	await s.page.setViewportSize({ width: 1280, height: 900 });
	assert.equal(await s.page.locator('#web figure .wide svg:visible').count(), 1);
	await s.close();
});

for (const name of ['example-brief', 'example-web'])
	for (const [how, options] of [['a desk', {}], ['a phone', PHONE]])
		test(`without script the web is all there: ${name} on ${how}`, async () => {
			const s = await open(name, { javaScriptEnabled: false, ...options });
			const web = s.page.locator('#web');
			assert.equal(await web.locator('figure svg:visible:not(.key)').count(), 1);
			for (const text of ['One way to help.', 'Seen: ', 'Not seen: ', 'This describes teams, not people'])
				assert.ok((await web.textContent()).includes(text), text);
			assert.ok(await web.locator('.picks > li').first().isVisible());
			const details = s.page.locator('.pairs-of');
			if (await details.count()) await details.locator('summary').click();
			assert.ok(await s.page.locator('.pairs tbody tr').first().isVisible());
			await s.close();
		});

test('words that a pointer shows stand in the page as well', async () => {
	const s = await open('example-web');
	const unsaid = await s.page.evaluate(() => {
		const said = document.querySelector('main').innerText.replace(/\s+/g, ' ');
		const rows = [...document.querySelectorAll('.pairs tbody th')].map(th => th.textContent);
		return [...document.querySelectorAll('#web .wide .ties title')].map(t => t.textContent.split(':')[0]).filter(t => !rows.includes(t) || !said.includes(t));
	});
	await s.close();
	assert.deepEqual(unsaid, []);
});

for (const javaScriptEnabled of [true, false])
	test(`paper shows every finding open, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
		const s = await open('brief', { javaScriptEnabled });
		const pdf = await s.page.pdf({ preferCSSPageSize: true, printBackground: true, ...(shots ? { path: `${shots}/print.pdf` } : {}) });
		const pages = (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
		await s.page.emulateMedia({ media: 'print' });
		assert.equal(await s.page.locator('nav').isVisible(), false);
		await s.close();
		assert.ok(pages >= 5 && pages <= 9, `${pages} pages`);
	});

test('screenshots to look at', { skip: shots ? false : 'CANDOR_SHOTS is not set' }, async () => {
	for (const [name, options, full] of [
		['first', {}, false], ['light', { colorScheme: 'light' }, true], ['dark', { colorScheme: 'dark' }, true],
		['phone', PHONE, true], ['tablet', { viewport: { width: 900, height: 1100 } }, true],
	]) {
		for (const which of ['brief', 'example-brief', 'example-web']) {
			const s = await open(which, { viewport: { width: 1360, height: 900 }, ...options });
			await s.page.screenshot({ path: `${shots}/${which}-${name}.png`, fullPage: full });
			await s.close();
		}
	}
});
