import type { Paint } from '#domain/atlas-answers.ts';
import { PICTURES, type PictureId } from '../../report/document.ts';
import {
	paintsAsked,
	type PaintAsked,
	type PaintedPicture,
	type Picture,
	type PictureInput
} from '../../report/pictures/picture-input.ts';

/** A picture in the page, as SVG. */
export interface DrawnPicture {
	readonly svg: string;
	/** Of other figures than those in sight: the newer one is on its way. */
	readonly isFormer: boolean;
}

/** Each picture; null while its first is on its way; absent where it cannot be drawn. */
export type Drawn = ReadonlyMap<PictureId, DrawnPicture | null>;

export interface PictureMakers {
	readonly paint: (picture: PaintedPicture, asked: PaintAsked) => Promise<Paint>;
	readonly draw: (id: PictureId, input: PictureInput) => Promise<Picture | null>;
	/** Told each time that one more is there, or known not to be drawn. */
	readonly ondrawn: (drawn: Drawn) => void;
	/** What stands in the page: each stays until the newer one is there. */
	readonly former: Drawn;
}

/**
 * Has every picture of a document drawn, one after the other: first those that need no colour of the territory's worker.
 * @returns what every output draws them from
 * @throws what the makers throw
 */
export async function drawPictures(
	of: PictureInput,
	{ paint, draw, ondrawn, former }: PictureMakers
): Promise<PictureInput> {
	const asked = paintsAsked(of.summary, of.data);
	const painted = new Map<PictureId, (typeof asked)[number]>(asked.map((one) => [one.picture, one]));
	const ids = [...PICTURES.filter((id) => !painted.has(id)), ...painted.keys()];
	const drawn = new Map(ids.map((id) => [id, asFormer(former.get(id))]));
	let input = of;
	ondrawn(new Map(drawn));
	for (const id of ids) {
		const one = painted.get(id);
		if (one !== undefined) {
			input = { ...input, paints: { ...input.paints, [one.picture]: await paint(one.picture, one.asked) } };
		}
		const picture = await draw(id, input);
		if (picture === null) drawn.delete(id);
		else drawn.set(id, { svg: picture.svg, isFormer: false });
		ondrawn(new Map(drawn));
	}
	return input;
}

const asFormer = (one: DrawnPicture | null | undefined): DrawnPicture | null =>
	one ? { ...one, isFormer: true } : null;

/** What is left where the newer pictures cannot be drawn. */
export const withoutFormer = (drawn: Drawn): Drawn =>
	new Map([...drawn].filter(([, one]) => one !== null && !one.isFormer));
