import { deflateSync, Inflate } from 'fflate';
import { MaillageError } from '#domain/notes.ts';
import type { Scenario } from '#domain/scenario.ts';
import { crc32 } from '#io/bytes/crc32.ts';
import { readScenarioFile, type ScenarioRead } from '#io/scenario/scenario-json.ts';

/** `#scenario=…` */
const NAME = '#scenario=';
/** What messengers and e-mail programmes carry without cutting it. */
export const MOST_LINK_LETTERS = 6000;
/** A scenario of so few letters is not longer, unless it was made to fill the memory. */
const MOST_BYTES = 500_000;
/** Opened at a time: a byte becomes a thousand at most. */
const PIECE = 64;

/**
 * The file of a scenario as the fragment of an address, which browsers send to nobody: compressed, in the letters of an address, with a checksum.
 * Null where it is longer than a link may be.
 */
export function scenarioFragment(file: Uint8Array): string | null {
	const compact = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(file))));
	const letters = btoa(String.fromCharCode(...deflateSync(compact, { level: 9 })));
	const word = letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
	const fragment = `${NAME}${word}.${crc32(compact).toString(36)}`;
	return fragment.length > MOST_LINK_LETTERS ? null : fragment;
}

/**
 * The scenario of a fragment, read as a file of it is; null of a fragment that carries none.
 * @throws MaillageError `error_scenario_link` where it is cut, damaged or too long; as `readScenarioFile`
 */
export function scenarioOfFragment(fragment: string): ScenarioRead | null {
	if (!fragment.startsWith(NAME)) return null;
	const [, letters, checksum] = /^([\w-]+)\.([\da-z]{1,7})$/.exec(fragment.slice(NAME.length)) ?? [];
	const bytes = letters === undefined || fragment.length > MOST_LINK_LETTERS ? null : opened(letters);
	if (bytes === null || crc32(bytes).toString(36) !== checksum) throw new MaillageError('error_scenario_link');
	return readScenarioFile(bytes, '');
}

/** Null where it is not what `scenarioFragment` makes. */
function opened(letters: string): Uint8Array | null {
	const pieces: Uint8Array[] = [];
	let size = 0;
	try {
		const packed = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
		const inflate = new Inflate((piece) => {
			pieces.push(piece);
			size += piece.length;
		});
		for (let from = 0; from < packed.length && size <= MOST_BYTES; from += PIECE) {
			inflate.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
		}
	} catch {
		return null;
	}
	if (size > MOST_BYTES) return null;
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}

/**
 * A list with the scenario of a link, and the identifier that it has there. One that the reader has and edited since stays as it is: that of the
 * link then stands beside it under another identifier.
 */
export function withLinked(
	list: readonly Scenario[],
	linked: Scenario,
	isSame: (one: Scenario, other: Scenario) => boolean,
	newId: () => string
): { readonly list: readonly Scenario[]; readonly id: string } {
	const own = list.find(({ id }) => id === linked.id);
	if (own !== undefined && isSame(own, linked)) return { list, id: own.id };
	const taken = own === undefined ? linked : { ...linked, id: newId() };
	return { list: [...list, taken], id: taken.id };
}
