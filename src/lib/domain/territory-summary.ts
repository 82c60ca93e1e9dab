import type { Basemap } from './basemap.ts';
import type { IsoDate, SchoolCalendar, SchoolZone } from './calendar.ts';
import type { Bounds, LonLat, MultiPolygonRings } from './geometry.ts';
import type { Message } from './notes.ts';
import type { DemandPointKind } from './population.ts';
import type { CutoffMinutes, WeekKind, Who } from './question.ts';
import type { CountedInSupply, SiteFigures, SiteKind, SiteStatut } from './site.ts';
import type { Source } from './source.ts';
import type { InputKind } from './territory.ts';
import type { Mode, TravelTimeOrigin } from './travel.ts';
import type { InseeCode } from './units.ts';

/** An opened territory as the page needs it to draw and to offer its choices; figures are asked for apart. */
export interface TerritorySummary {
	readonly name: string;
	readonly fictional: boolean;
	readonly epciCode: string | null;
	readonly zone: SchoolZone;
	/** Box of the perimeter. */
	readonly bounds: Bounds;
	readonly communes: readonly CommuneSummary[];
	/** EPCI of the perimeter's communes; a choice of scope where there are several. */
	readonly epcis: readonly { readonly code: string; readonly name: string }[];
	readonly sites: readonly SiteSummary[];
	readonly hasMargin: boolean;
	/** Width of the margin kept around the perimeter when the territory was prepared. */
	readonly marginKm: number;
	readonly population: PopulationSummary;
	readonly travel: TravelSummary;
	/** Whom figures can be of, everyone first; age groups whose edges are those of the data's bands. */
	readonly whoChoices: readonly Who[];
	/** The outline given with the territory, else what surrounds its communes: outer rings anticlockwise. Empty where neither is known. */
	readonly outline: MultiPolygonRings;
	/** Null where no road file was read. */
	readonly basemap: Basemap | null;
	readonly sources: Readonly<Partial<Record<InputKind, Source>>>;
	readonly calendar: CalendarSummary;
	/** Rows read, kept and left out of each input, by its name. */
	readonly inputs: Readonly<Record<string, InputCount>>;
	/** Null for demand points that have no shape (communes, points). */
	readonly cells: PolygonMesh | null;
	/** Demand points gathered in H3 hexagons, finest first; empty for communes. */
	readonly hexagons: readonly HexagonLevel[];
}

/** What the abstract weeks are made of. */
export interface CalendarSummary {
	/** The year whose dates make them, for schedules with dates. */
	readonly weeksYear: number;
	/** Last date whose school holidays are known; null where none is (Corse). */
	readonly knownTo: IsoDate | null;
	/** The calendar of the zone; null where no source states one (Corse). */
	readonly school: SchoolCalendar | null;
}

export interface InputCount {
	readonly file: string;
	readonly rowsRead: number;
	readonly rowsKept: number;
	readonly rowsRejected: number;
}

export interface CommuneSummary {
	readonly code: InseeCode;
	readonly name: string;
	readonly epciCode: string | null;
	readonly epciName: string | null;
	readonly municipalPopulation: number | null;
	readonly margin: boolean;
	/** Null for communes known by name only. */
	readonly geometry: MultiPolygonRings | null;
	/** Where its name is written: the given centre, else a point inside; null without geometry. */
	readonly labelAt: LonLat | null;
	readonly bounds: Bounds | null;
}

export interface SiteSummary {
	readonly id: string;
	readonly name: string;
	readonly kind: SiteKind;
	readonly statut: SiteStatut;
	readonly openToAll: boolean | null;
	/** As the import decided; the user's choice is in the question. */
	readonly counted: CountedInSupply;
	readonly position: LonLat;
	readonly communeCode: InseeCode | null;
	readonly communeName: string | null;
	readonly serviceClass: 'A' | 'B' | 'C' | 'D' | 'E' | null;
	readonly figures: SiteFigures;
	readonly margin: boolean;
	/** Hours of each week; null where they are not known. */
	readonly weeklyHours: Readonly<Record<WeekKind, number | null>>;
}

export interface PopulationSummary {
	readonly kind: DemandPointKind;
	readonly demandPoints: number;
	readonly people: number;
	readonly marginPeople: number;
	/** Null when a commune's is missing. */
	readonly municipale: number | null;
	readonly municipaleVintage: string | null;
	readonly imputedPeople: number | null;
}

export interface TravelSummary {
	readonly origin: TravelTimeOrigin;
	readonly modes: readonly Mode[];
	readonly defaultMode: Mode;
	readonly defaultCutoffMinutes: CutoffMinutes;
	/** A place further than this from every usable road is off the network; null where times are not routed on roads. */
	readonly snapMetres: number | null;
	/** What must be said with estimated times; empty for routed ones. */
	readonly statements: readonly Message[];
	/** Whether isochrones can be drawn (not from a matrix). */
	readonly drawsIsochrones: boolean;
}

/** Polygons of one ring each, side by side, for the graphics card. */
export interface PolygonMesh {
	readonly count: number;
	/** count + 1 offsets, in vertices. */
	readonly first: Uint32Array;
	/** Pairs lon, lat in degrees; each ring closed by a repeat of its first vertex. */
	readonly lonLat: Float64Array;
}

export interface HexagonLevel {
	readonly resolution: number;
	readonly mesh: PolygonMesh;
	readonly people: Float32Array;
}
