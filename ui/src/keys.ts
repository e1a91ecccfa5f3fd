// j and k move between findings; Enter opens, because a summary does that by itself.
import { all } from './dom';

export function addKeys(): void {
	addEventListener('keydown', event => {
		const target = event.target;
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		if (target instanceof Element && target.closest('input, textarea, select')) return;
		if (event.key !== 'j' && event.key !== 'k') return;
		const rows = all<HTMLElement>('.finding:not([hidden]) summary');
		const at = rows.findIndex(row => row === document.activeElement);
		const next = event.key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0);
		rows[next]?.focus();
	});
}
