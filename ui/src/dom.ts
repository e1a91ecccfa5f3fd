// An element with its attributes and children; strings become text nodes, never markup.
export function make<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Record<string, string> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	element.append(...children);
	return element;
}

export const button = (label: (Node | string)[], attributes: Record<string, string>, click: () => void): HTMLButtonElement => {
	const element = make('button', { type: 'button', ...attributes }, ...label);
	element.addEventListener('click', click);
	return element;
};

export const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
