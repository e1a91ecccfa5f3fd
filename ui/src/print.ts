// On paper every finding is open; afterwards each is as it was.  (Without script the print
// style does it where the browser knows ::details-content.)
import { all } from './dom';

export function addPrint(): void {
	const was = new Map<HTMLDetailsElement, boolean>();
	addEventListener('beforeprint', () => {
		for (const d of all<HTMLDetailsElement>('.finding details')) {
			was.set(d, d.open);
			d.open = true;
		}
	});
	addEventListener('afterprint', () => {
		for (const [d, open] of was) d.open = open;
		was.clear();
	});
}
