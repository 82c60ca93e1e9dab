import { markRadius, type HoursStep, type MarkShape } from '#domain/site-mark.ts';
import { MAP_COLOURS, type Theme } from './theme.ts';

/** `plain` where no moment is asked about. */
export type MarkState = 'open' | 'closed' | 'plain';

export interface SiteMark {
	readonly shape: MarkShape;
	readonly step: HoursStep;
	readonly state: MarkState;
	/** Not counted in the supply: drawn pale. */
	readonly pale: boolean;
}

/** Side of the square each mark is drawn in, CSS pixels. */
export const MARK_BOX = 32;

const MARK_SHAPES: readonly MarkShape[] = ['ringed-disc', 'disc', 'diamond', 'triangle', 'cross'];
const HOURS_STEPS: readonly HoursStep[] = [0, 1, 2, 3, 'unknown'];
const STATES: readonly MarkState[] = ['open', 'closed', 'plain'];

/** Zooms between which marks grow from `FAR_SCALE` to their full size. */
export const FAR_ZOOM = 8.5;
export const NEAR_ZOOM = 11.5;
export const FAR_SCALE = 0.6;

/** How much of its size a mark has at a zoom. */
export function markScale(zoom: number): number {
	const along = Math.min(Math.max((zoom - FAR_ZOOM) / (NEAR_ZOOM - FAR_ZOOM), 0), 1);
	return FAR_SCALE + (1 - FAR_SCALE) * along;
}

export const markKey = ({ shape, step, state, pale }: SiteMark): string => `${shape} ${step} ${state} ${pale}`;

/** Where each mark lies in the atlas, in atlas pixels, as deck.gl's IconLayer reads it. */
export type MarkMapping = Readonly<Record<string, { x: number; y: number; width: number; height: number }>>;

/** Every mark there can be, laid in a grid. */
export function markLayout(scale: number): { marks: readonly SiteMark[]; mapping: MarkMapping; columns: number } {
	const marks: SiteMark[] = [];
	for (const shape of MARK_SHAPES)
		for (const step of HOURS_STEPS)
			for (const state of STATES) for (const pale of [false, true]) marks.push({ shape, step, state, pale });
	const columns = Math.ceil(Math.sqrt(marks.length));
	const side = MARK_BOX * scale;
	const mapping: Record<string, { x: number; y: number; width: number; height: number }> = {};
	marks.forEach((mark, rank) => {
		mapping[markKey(mark)] = {
			x: (rank % columns) * side,
			y: Math.floor(rank / columns) * side,
			width: side,
			height: side
		};
	});
	return { marks, mapping, columns };
}

/** Draws every mark at `scale` device pixels per CSS pixel. */
export function markAtlas(theme: Theme, scale: number): { image: HTMLCanvasElement; mapping: MarkMapping } {
	const { marks, mapping, columns } = markLayout(scale);
	const image = document.createElement('canvas');
	image.width = columns * MARK_BOX * scale;
	image.height = Math.ceil(marks.length / columns) * MARK_BOX * scale;
	const context = image.getContext('2d');
	if (context)
		for (const mark of marks) {
			const { x, y } = mapping[markKey(mark)];
			context.setTransform(scale, 0, 0, scale, x + (MARK_BOX * scale) / 2, y + (MARK_BOX * scale) / 2);
			drawSiteMark(context, mark, theme);
		}
	return { image, mapping };
}

/** Draws one mark around the context's origin, in CSS pixels: for the atlas and for a legend. */
export function drawSiteMark(context: CanvasRenderingContext2D, mark: SiteMark, theme: Theme): void {
	const colours = MAP_COLOURS[theme];
	const unknown = mark.step === 'unknown';
	const radius = markRadius(mark.step);
	const ink = mark.state === 'open' ? colours.open : mark.state === 'closed' || unknown ? colours.closed : colours.ink;
	const filled = !unknown && mark.state !== 'closed';
	context.save();
	context.globalAlpha = mark.pale ? 0.45 : 1;
	context.lineJoin = 'round';
	trace(context, mark.shape, radius);
	context.lineWidth = 4.5;
	context.strokeStyle = colours.paper;
	context.stroke();
	context.fillStyle = filled && mark.shape !== 'cross' ? ink : colours.paper;
	context.fill();
	context.lineWidth = mark.shape === 'cross' && filled ? 2.5 : 1.75;
	context.strokeStyle = ink;
	if (unknown) context.setLineDash([2.5, 2]);
	context.stroke();
	context.setLineDash([]);
	if (mark.shape === 'ringed-disc' && !unknown) drawInnerRing(context, radius, filled ? colours.paper : ink);
	if (unknown && mark.shape !== 'cross') drawQuestionMark(context, mark.shape, ink);
	context.restore();
}

function drawInnerRing(context: CanvasRenderingContext2D, radius: number, colour: string): void {
	context.beginPath();
	context.arc(0, 0, radius * 0.5, 0, 2 * Math.PI);
	context.lineWidth = 1.5;
	context.strokeStyle = colour;
	context.stroke();
}

function drawQuestionMark(context: CanvasRenderingContext2D, shape: MarkShape, colour: string): void {
	context.fillStyle = colour;
	context.font = '700 9px "Source Sans 3 Variable", sans-serif';
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.fillText('?', 0, shape === 'triangle' ? 1.5 : 0.5);
}

function trace(context: CanvasRenderingContext2D, shape: MarkShape, radius: number): void {
	context.beginPath();
	if (shape === 'ringed-disc' || shape === 'disc') context.arc(0, 0, radius, 0, 2 * Math.PI);
	else if (shape === 'diamond') polygon(context, [0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0], radius);
	else if (shape === 'triangle') polygon(context, [0, -1.2, 1.15, 0.85, -1.15, 0.85], radius);
	else {
		const arm = Math.min(radius, 5);
		context.moveTo(-arm, -arm);
		context.lineTo(arm, arm);
		context.moveTo(arm, -arm);
		context.lineTo(-arm, arm);
	}
}

function polygon(context: CanvasRenderingContext2D, xy: readonly number[], radius: number): void {
	for (let i = 0; i < xy.length; i += 2) context.lineTo(xy[i] * radius, xy[i + 1] * radius);
	context.closePath();
}
