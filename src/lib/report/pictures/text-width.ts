/** Advances of Source Sans 3 from the space to the tilde, thousandths of an em: regular, then semi-bold (the fonts' hmtx tables). */
const REGULAR = advances(
	'200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497'
);
const BOLD = advances(
	'200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513'
);
/** Of characters that no letter of ASCII stands for. */
const OTHERS: ReadonlyMap<string, number> = new Map([
	['\u00a0', 200],
	['\u202f', 120],
	['\u2019', 249],
	['«', 429],
	['»', 429],
	['–', 480],
	['…', 948],
	['œ', 839],
	['Œ', 900],
	['·', 249]
]);
/** Of any other character: as wide as a wide letter, so that room is never short. */
const UNKNOWN = 700;

function advances(list: string): Uint16Array {
	return Uint16Array.from(list.split(' '), Number);
}

/** Width of a text in the typeface of the pictures, pixels; the same in a page and without one. */
export function textWidth(text: string, size: number, bold = false): number {
	const table = bold ? BOLD : REGULAR;
	let sum = 0;
	for (const character of text.normalize('NFD')) {
		const code = character.charCodeAt(0);
		// Accents of a decomposed letter take no room.
		if (code >= 0x300 && code <= 0x36f) continue;
		sum += table[code - 32] ?? OTHERS.get(character) ?? UNKNOWN;
	}
	return (sum / 1000) * size;
}
