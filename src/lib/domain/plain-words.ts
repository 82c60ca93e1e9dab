/**
 * Characters that show nothing and change how the rest is read: marks and overrides of the direction of a text, which turn what follows them,
 * figures too; spaces of no width, invisible operators and tags, which make two names look the same; controls. Tabs and line ends stay, and
 * the joiners that scripts and emoji need.
 */
const UNSEEN =
	// eslint-disable-next-line no-control-regex -- controls are what is looked for
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Words of a file or of a user, without what would turn the words and figures beside them around, or hide in them. */
export function plainWords<Words extends string | null>(words: Words): Words {
	return (words === null ? null : words.replaceAll(UNSEEN, '')) as Words;
}

/** Words of a file with what French quotes hold held to them: neither of them ends a line or begins one alone. */
export function heldQuotes(words: string): string {
	return words.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');
}
