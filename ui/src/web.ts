// What the program drew and the page need not hold from the start: the ring for a narrow
// window, the table of every pair.  Without script the page has what matters of both.

const narrow = '(max-width: 720px)';

// The content of a template takes its place; what `instead` is, goes.
function adopt(id: string, instead?: Element | null): void {
	const template = document.getElementById(id);
	if (!(template instanceof HTMLTemplateElement)) return;
	template.replaceWith(template.content);
	instead?.remove();
}

export function addWeb(): void {
	const window = matchMedia(narrow);
	const fit = (): void => {
		if (window.matches) adopt('web-narrow');
	};
	fit();
	window.addEventListener('change', fit);
	const list = document.querySelector('details.pairs-of');
	list?.addEventListener('toggle', () => adopt('web-pairs', list.querySelector('table')), { once: true });
}
