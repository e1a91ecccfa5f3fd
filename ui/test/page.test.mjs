import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { open, shots } from './browser.mjs';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PHONE = { viewport: { width: 360, height: 780 } };

const openAll = page => page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const name of ['brief', 'empty', 'hostile'])
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

for (const name of ['brief', 'hostile'])
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
		const s = await open('brief', { viewport: { width: 1360, height: 900 }, ...options });
		await s.page.screenshot({ path: `${shots}/${name}.png`, fullPage: full });
		await s.close();
	}
});
