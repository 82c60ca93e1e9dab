import type { Rgb, Theme } from '#domain/palette.ts';

export type { Theme };

/** Colours of what is not data. A canvas cannot read the page's custom properties: these follow src/app.css. */
export interface MapColours {
	readonly ground: Rgb;
	readonly veil: string;
	readonly water: string;
	readonly waterLine: string;
	readonly road: string;
	readonly roadCasing: string;
	readonly communeLine: string;
	readonly perimeterLine: string;
	readonly label: string;
	readonly labelMargin: string;
	readonly labelSmall: string;
	readonly halo: string;
	readonly accent: string;
	readonly ink: string;
	readonly inkSoft: string;
	readonly paper: string;
	readonly open: string;
	readonly closed: string;
	readonly rule: string;
}

const LIGHT: MapColours = {
	ground: [247, 245, 240],
	veil: 'rgba(247, 245, 240, 0.62)',
	water: '#d3e0e8',
	waterLine: '#b4cad8',
	road: '#fffefb',
	roadCasing: 'rgba(74, 72, 66, 0.5)',
	communeLine: 'rgba(60, 58, 54, 0.42)',
	perimeterLine: '#3a3f49',
	label: '#1d2129',
	labelMargin: '#85878c',
	labelSmall: '#4d525c',
	halo: 'rgba(255, 254, 251, 0.9)',
	accent: '#1f5a7a',
	ink: '#1d2129',
	inkSoft: '#555b66',
	paper: '#fffefb',
	open: '#1f7a54',
	closed: '#6b7079',
	rule: '#d8d3c8'
};

const DARK: MapColours = {
	ground: [38, 43, 51],
	veil: 'rgba(20, 23, 28, 0.62)',
	water: '#1d3442',
	waterLine: '#35566a',
	road: '#0f1216',
	roadCasing: 'rgba(214, 212, 206, 0.42)',
	communeLine: 'rgba(226, 224, 218, 0.26)',
	perimeterLine: '#d8d6d0',
	label: '#f4f2ec',
	labelMargin: '#8b909a',
	labelSmall: '#c3c5ca',
	halo: 'rgba(20, 23, 28, 0.88)',
	accent: '#8cc3e0',
	ink: '#eceae4',
	inkSoft: '#a9aeb8',
	paper: '#1c2027',
	open: '#5fc795',
	closed: '#9aa0ab',
	rule: '#353a44'
};

export const MAP_COLOURS: Readonly<Record<Theme, MapColours>> = { light: LIGHT, dark: DARK };
