// A page in Debian's Chromium: offline, from file://, with a profile of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { chromium } from 'playwright-core';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export const shots = process.env.CANDOR_SHOTS;

// Opens pages/<name>.html; `log` collects whatever the page says or asks for.
export async function open(name, options = {}) {
	const profile = mkdtempSync(`${tmpdir()}/candor-ui-`);
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: process.env.CHROMIUM, headless: true, args: ARGS, offline: true,
		viewport: { width: 1280, height: 900 }, ...options,
	});
	const page = await context.newPage();
	const log = [];
	page.on('console', message => log.push(message.text()));
	page.on('pageerror', error => log.push(String(error)));
	page.on('request', request => {
		if (!/^(file|data):/.test(request.url())) log.push(`network: ${request.url()}`);
	});
	await page.goto(`file://${process.env.CANDOR_PAGES}/${name}.html`);
	await page.evaluate(() => document.fonts.ready);
	return {
		page, log,
		close: async () => {
			await context.close();
			rmSync(profile, { recursive: true, force: true });
		},
	};
}
