import type { Paint } from '#domain/atlas-answers.ts';
import { PICTURES, type PictureId } from '../../report/document.ts';
import {
	paintsAsked,
	type PaintAsked,
	type PaintedPicture,
	type Picture,
	type PictureInput
} from '../../report/pictures/picture-input.ts';

/** Each picture as SVG; null while it is on its way; absent where it cannot be drawn. */
export type Drawn = ReadonlyMap<PictureId, string | null>;

export interface PictureMakers {
	readonly paint: (picture: PaintedPicture, asked: PaintAsked) => Promise<Paint>;
	readonly draw: (id: PictureId, input: PictureInput) => Promise<Picture | null>;
	/** Told each time that one more is there, or known not to be drawn. */
	readonly ondrawn: (drawn: Drawn) => void;
}

/**
 * Has every picture of a document drawn, one after the other: first those that need no colour of the territory's worker.
 * @returns what every output draws them from
 * @throws what the makers throw
 */
export async function drawPictures(of: PictureInput, { paint, draw, ondrawn }: PictureMakers): Promise<PictureInput> {
	const asked = paintsAsked(of.summary, of.data);
	const painted = new Map<PictureId, (typeof asked)[number]>(asked.map((one) => [one.picture, one]));
	const ids = [...PICTURES.filter((id) => !painted.has(id)), ...painted.keys()];
	const drawn = new Map<PictureId, string | null>(ids.map((id) => [id, null]));
	let input = of;
	ondrawn(new Map(drawn));
	for (const id of ids) {
		const one = painted.get(id);
		if (one !== undefined) {
			input = { ...input, paints: { ...input.paints, [one.picture]: await paint(one.picture, one.asked) } };
		}
		const picture = await draw(id, input);
		if (picture === null) drawn.delete(id);
		else drawn.set(id, picture.svg);
		ondrawn(new Map(drawn));
	}
	return input;
}
