import type { Camera } from '#domain/map-target.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';
import type { PngLegend } from './png-layout.ts';
import type { PointerEvents } from './pointer.ts';
import type { MarkLevel } from './camera.ts';
import type { Theme } from './theme.ts';

export interface TerritoryMapEvents extends PointerEvents {
	/** After each move; null while the whole territory is in view. */
	camera(camera: Camera | null): void;
	/** What the zoom calls for; the owner asks for the paint of it. Once at the start, then when it changes. */
	level(level: MarkLevel, resolution: number): void;
	/** No map can be drawn: the page shows the tables instead. */
	failed(reason: 'no-webgl'): void;
	/** The browser took the graphics card away: this map draws no more, and is to be destroyed and made again. */
	lost(): void;
}

export interface TerritoryMapOptions {
	readonly container: HTMLElement;
	readonly summary: TerritorySummary;
	readonly locale: Locale;
	readonly theme: Theme;
	readonly reducedMotion: boolean;
	/** Where to look at first; null is the whole territory. */
	readonly camera: Camera | null;
	readonly events: TerritoryMapEvents;
}

export interface PngRequest {
	readonly title: string;
	readonly lines: readonly string[];
	/** Sources and licences, printed at the foot. */
	readonly sources: string;
	readonly legend?: PngLegend | null;
	/** Under the legend: what numbers on the map stand for. */
	readonly notes?: readonly string[];
	/** Device pixels per CSS pixel. */
	readonly scale: number;
}
