// Light or dark, print, and what the keys do; below the side list.
import { button, make } from './dom';

function switchTheme(): void {
	const root = document.documentElement;
	const dark = root.dataset['theme'] ? root.dataset['theme'] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
	root.dataset['theme'] = dark ? 'light' : 'dark';
}

export function addTools(): void {
	const nav = document.querySelector('nav');
	if (!nav) return;
	nav.append(
		make('div', { class: 'tools' }, button(['Light / dark'], { class: 'ghost' }, switchTheme), button(['Print'], { class: 'ghost' }, () => print())),
		make('p', { class: 'kbd' }, make('kbd', {}, 'j'), ' ', make('kbd', {}, 'k'), ' move, ', make('kbd', {}, 'Enter'), ' opens'),
	);
}
