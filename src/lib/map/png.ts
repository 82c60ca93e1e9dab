import type { Locale } from '#i18n/message.ts';
import { css, MARK_OPACITY, type Swatch } from '#domain/palette.ts';
import { layoutPng, SWATCH, TEXT_SIZES, type PngText, type TextStyle } from './png-layout.ts';
import { lengthText } from '#i18n/figures.ts';
import { type ScaleBar } from '#domain/scale-bar.ts';
import { MAP_COLOURS } from './theme.ts';

const FAMILY = '"Source Sans 3 Variable", system-ui, sans-serif';
const WEIGHTS: Readonly<Record<TextStyle, number>> = {
	title: 650,
	line: 400,
	'legend-title': 650,
	legend: 400,
	source: 400
};

export interface PngMap {
	/** The map as drawn, at `scale` device pixels per CSS pixel. */
	readonly image: CanvasImageSource;
	/** CSS pixels. */
	readonly width: number;
	readonly height: number;
	readonly bar: ScaleBar;
}

/**
 * Composes a map, its title, legend, scale and sources on paper and encodes it.
 * @param scale device pixels per CSS pixel of the result
 * @throws Error when the browser cannot make a canvas of that size
 */
export async function composePng(map: PngMap, content: PngText, scale: number, locale: Locale): Promise<Blob> {
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no 2d canvas');
	const font = (style: TextStyle) => `${WEIGHTS[style]} ${TEXT_SIZES[style]}px ${FAMILY}`;
	const layout = layoutPng(map.width, map.height, content, (text, style) => {
		context.font = font(style);
		return context.measureText(text).width;
	});
	canvas.width = Math.round(layout.width * scale);
	canvas.height = Math.round(layout.height * scale);
	context.scale(scale, scale);
	const { paper, ink, inkSoft, rule } = MAP_COLOURS.light;
	context.fillStyle = paper;
	context.fillRect(0, 0, layout.width, layout.height);
	context.drawImage(map.image, layout.map.x, layout.map.y, map.width, map.height);
	context.strokeStyle = rule;
	context.lineWidth = 1;
	context.strokeRect(layout.map.x + 0.5, layout.map.y + 0.5, map.width - 1, map.height - 1);
	drawScaleBar(context, map.bar, layout.map.x + 12, layout.map.y + map.height - 14, locale);
	for (const { x, y, swatch } of layout.swatches) drawSwatch(context, swatch, x, y);
	for (const { style, text, x, y } of layout.texts) {
		context.font = font(style);
		context.fillStyle = style === 'source' ? inkSoft : ink;
		context.fillText(text, x, y);
	}
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas too large'))), 'image/png')
	);
}

/** A legend's sample: plain, hatched or dotted as the marks of the map are. */
function drawSwatch(context: CanvasRenderingContext2D, { rgb, pattern }: Swatch, x: number, y: number): void {
	const { width, height } = SWATCH;
	context.save();
	context.beginPath();
	context.rect(x, y, width, height);
	context.fillStyle = css(rgb, pattern === 'plain' ? MARK_OPACITY : 0.16);
	context.fill();
	context.clip();
	context.strokeStyle = context.fillStyle = css(rgb);
	if (pattern === 'hatched') {
		context.lineWidth = 1.25;
		context.beginPath();
		for (let at = -height; at < width; at += 7) {
			context.moveTo(x + at, y + height);
			context.lineTo(x + at + height, y);
		}
		context.stroke();
	} else if (pattern === 'dotted')
		for (let dx = 3; dx < width; dx += 6)
			for (let dy = 4; dy < height; dy += 6) {
				context.beginPath();
				context.arc(x + dx, y + dy, 1.2, 0, 2 * Math.PI);
				context.fill();
			}
	context.restore();
}

function drawScaleBar(context: CanvasRenderingContext2D, bar: ScaleBar, x: number, y: number, locale: Locale): void {
	const { ink, paper } = MAP_COLOURS.light;
	context.save();
	context.globalAlpha = 0.85;
	context.fillStyle = paper;
	context.fillRect(x - 6, y - 20, bar.pixels + 12, 26);
	context.globalAlpha = 1;
	context.strokeStyle = ink;
	context.lineWidth = 1.5;
	context.beginPath();
	context.moveTo(x, y - 5);
	context.lineTo(x, y);
	context.lineTo(x + bar.pixels, y);
	context.lineTo(x + bar.pixels, y - 5);
	context.stroke();
	context.font = `400 11px ${FAMILY}`;
	context.fillStyle = ink;
	context.textAlign = 'center';
	context.fillText(lengthText(bar.metres, locale), x + bar.pixels / 2, y - 7);
	context.restore();
}
