import type { Answers, MomentAnswer, Paint, WeekStripAnswer } from '#domain/atlas-answers.ts';
import type { CellCard, CommuneCard, HexagonCard, SiteCard } from '#domain/cards.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { CutoffMinutes, MapIndicator, MapLevel, Question } from '#domain/question.ts';
import type { TableName } from '#domain/table-columns.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';

export { TABLE_COLUMNS, type TableName } from '#domain/table-columns.ts';

/** Where a territory folder is opened from. */
export type TerritorySource =
	/** A folder of this site, whose `files.json` names what it holds; absolute: a worker's own address is elsewhere. */
	| { readonly kind: 'url'; readonly base: string }
	| { readonly kind: 'zip'; readonly file: File }
	| { readonly kind: 'folder'; readonly name: string; readonly files: readonly FolderEntry[] };

export interface FolderEntry {
	/** Within the folder, "/" between names. */
	readonly path: string;
	readonly file: File;
}

export interface PaintRequest {
	readonly question: Question;
	readonly indicator: MapIndicator;
	readonly level: MapLevel;
	/** H3 resolution wanted at level hexagons; ignored elsewhere. */
	readonly resolution: number;
}

export interface IsochroneRequest {
	readonly question: Question;
	/** Ranks of sites, or all counted ones together. */
	readonly sites: readonly number[] | 'counted';
	readonly cutoffs: readonly CutoffMinutes[];
}

export interface IsochroneAnswer {
	/** Step of the field that they are drawn from: finer detail is not to be read in them. */
	readonly resolutionMetres: number;
	/** Shortest cutoff first; each held in the next. */
	readonly isochrones: readonly {
		readonly cutoffMinutes: CutoffMinutes;
		readonly polygons: MultiPolygonRings;
		readonly areaSquareMetres: number;
	}[];
}

export interface ExportRequest {
	readonly question: Question;
	readonly table: TableName;
	readonly format: 'csv' | 'geojson';
	/** Heading of each column of the table, in its order. */
	readonly headings: readonly string[];
	/** Names of the kinds of sites and of yes and no, in the user's language. */
	readonly words: Readonly<Record<string, string>>;
	/** Lines that say of what and from where: question, sources, licences, fictional territory. The member `about` of GeoJSON; the last rows of CSV, after an empty one. */
	readonly about: readonly string[];
}

export interface ExportedFile {
	readonly bytes: Uint8Array;
	readonly type: string;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** The opened territory replaces the former one only once it is whole. */
		openTerritory: Job<TerritorySource, TerritorySummary>;
		answer: Job<Question, Answers>;
		paint: Job<PaintRequest, Paint>;
		atMoment: Job<PaintRequest, MomentAnswer>;
		weekStrip: Job<Question, WeekStripAnswer>;
		isochrones: Job<IsochroneRequest, IsochroneAnswer>;
		cellCard: Job<{ readonly question: Question; readonly cell: number }, CellCard>;
		hexagonCard: Job<
			{ readonly question: Question; readonly resolution: number; readonly hexagon: number },
			HexagonCard
		>;
		communeCard: Job<{ readonly question: Question; readonly code: InseeCode }, CommuneCard>;
		siteCard: Job<{ readonly question: Question; readonly site: number }, SiteCard>;
		exportTable: Job<ExportRequest, ExportedFile>;
	}
}
