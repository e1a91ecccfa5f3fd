// Buttons that show the findings of one severity; only those that exist, with counts, and the
// result is announced.
import { all, button, make } from './dom';

export function addFilters(): void {
	const list = document.querySelector('.findings');
	const findings = all<HTMLElement>('.finding');
	const severities = [...new Set(findings.map(f => f.dataset['severity'] ?? ''))];
	if (!list || severities.length < 2) return;

	const status = make('span', { class: 'sr', role: 'status' });
	const buttons: HTMLButtonElement[] = [];
	const show = (severity: string, pressed: HTMLButtonElement): void => {
		let shown = 0;
		for (const f of findings) {
			f.hidden = severity !== '' && f.dataset['severity'] !== severity;
			if (!f.hidden) shown++;
		}
		for (const b of buttons) b.setAttribute('aria-pressed', String(b === pressed));
		status.textContent = `${shown} of ${findings.length} shown`;
	};
	const add = (severity: string, label: (Node | string)[]): void => {
		const b = button(label, { 'aria-pressed': String(severity === '') }, () => show(severity, b));
		buttons.push(b);
	};
	add('', [`All ${findings.length}`]);
	for (const severity of severities) {
		const same = findings.filter(f => f.dataset['severity'] === severity);
		const mark = same[0]?.querySelector('.sev')?.cloneNode(true);
		add(severity, [...(mark ? [mark] : [severity]), ` ${same.length}`]);
	}
	list.before(make('div', { class: 'filters', role: 'group', 'aria-label': 'Show by severity' }, ...buttons, status));
}
