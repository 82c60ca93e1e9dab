import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';

/** A summary of two communes, one EPCI and two sites, drawn nowhere: what the state of the page is tested on. */
export function smallSummary(patch: Partial<TerritorySummary> = {}): TerritorySummary {
	const commune = (code: string, name: string, margin: boolean) => ({
		code: code as InseeCode,
		name,
		epciCode: '240096016',
		epciName: 'CC d’Essai',
		municipalPopulation: 1200,
		margin,
		geometry: null,
		labelAt: null,
		bounds: null
	});
	const site = (id: string, name: string) => ({
		id,
		name,
		kind: 'library' as const,
		statut: 'territoriale' as const,
		openToAll: true,
		counted: { counted: true, reason: 'counted_reason_listed', byUser: false },
		position: [5.9, 48.1] as const,
		communeCode: '96001' as InseeCode,
		communeName: 'Essai-le-Haut',
		serviceClass: null,
		figures: {
			surfaceSquareMetres: null,
			declaredWeeklyHours: null,
			seats: null,
			entriesPerYear: null,
			paidStaffFte: null,
			volunteers: null,
			books: null,
			acquisitionsEuros: null
		},
		margin: false,
		weeklyHours: { term: 13.5, 'small-holidays': 13.5, summer: null }
	});
	return {
		name: 'Essai',
		fictional: true,
		epciCode: '240096016',
		zone: 'B',
		bounds: [5.8, 48, 6, 48.2],
		communes: [
			commune('96001', 'Essai-le-Haut', false),
			commune('96002', 'Essai-le-Bas', false),
			commune('96900', 'Voisine', true)
		],
		epcis: [{ code: '240096016', name: 'CC d’Essai' }],
		sites: [site('A-1', 'Médiathèque'), site('B 2', 'Annexe & Cie')],
		hasMargin: true,
		population: {
			kind: 'grid-200m',
			demandPoints: 10,
			people: 2400,
			marginPeople: 100,
			municipale: 2400,
			municipaleVintage: '2021',
			imputedPeople: 0
		},
		travel: {
			origin: 'roads',
			modes: ['car', 'foot'],
			defaultMode: 'car',
			defaultCutoffMinutes: 15,
			statements: [],
			drawsIsochrones: true
		},
		whoChoices: [
			{ kind: 'everyone' },
			{ kind: 'ages', fromAge: 25, toAge: 64 },
			{ kind: 'ages', fromAge: 65, toAge: null },
			{ kind: 'poor-households' }
		],
		outline: [],
		basemap: null,
		sources: {},
		inputs: {},
		cells: null,
		hexagons: [
			{
				resolution: 8,
				mesh: { count: 2, first: new Uint32Array(3), lonLat: new Float64Array(0) },
				people: new Float32Array(2)
			}
		],
		...patch
	};
}
