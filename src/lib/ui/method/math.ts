/** A formula as a tree of MathML elements: leaves hold text, the others hold elements. */
export type MathNode =
	| { readonly tag: 'mi' | 'mn' | 'mo'; readonly text: string }
	| {
			readonly tag: 'mrow' | 'msub' | 'msup' | 'mfrac' | 'munder';
			readonly children: readonly MathNode[];
	  };

/** A node, or a text: letters and arrows are an identifier, figures a number, the rest operators. */
export type Term = MathNode | string;

const node = (term: Term): MathNode => (typeof term === 'string' ? leaf(term) : term);

function leaf(text: string): MathNode {
	if (/^[\p{L}→←]/u.test(text)) return { tag: 'mi', text };
	return { tag: /^\d/.test(text) ? 'mn' : 'mo', text };
}

const branch =
	(tag: Extract<MathNode, { children: unknown }>['tag']) =>
	(...terms: readonly Term[]): MathNode => ({ tag, children: terms.map(node) });

export const row = branch('mrow');
/** Base, then what stands under or over it. */
export const sub = branch('msub');
export const sup = branch('msup');
export const fraction = branch('mfrac');

/** A large operator over an index, then what it is applied to. */
export function over(operator: '∑' | '⋃', index: Term, ...terms: readonly Term[]): MathNode {
	return row({ tag: 'munder', children: [leaf(operator), node(index)] }, ...terms);
}

/** Terms between two fences. */
export const fenced = (open: string, close: string, ...terms: readonly Term[]): MathNode => row(open, ...terms, close);
