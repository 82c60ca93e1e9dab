import type { Commune } from '#domain/commune.ts';
import type { Bounds, LonLat } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import type { Site } from '#domain/site.ts';
import { departementOrNull } from '#io/communes/insee-code.ts';
import { simplifiedVertices } from '#io/geo/simplify.ts';
import { likelySame } from '#io/sites/likely-same.ts';
import { departementOfPostcode, normalisedName } from '#io/sites/site-names.ts';
import type { LeftOutSite } from '#io/sites/sites-import.ts';
import { prepareArea, type AreaRequest } from '../prepare/area.ts';
import { Inputs } from '../prepare/inputs.ts';
import { prepareSites, type PreparedSites, type SitesRequest } from '../prepare/sites.ts';
import type { ReviewedCommune, ReviewedPair, ReviewedSite, SitesReview } from './intake-jobs.ts';

/** What is drawn of communes on a small map: a point left out is nearer than this to their line. */
const OUTLINE_METRES = 40;
/** Places that a file without any is said to have: more are told by their number. */
const MOST_LEFT_OUT = 300;
const MOST_PAIRS = 60;
/** What an import says of a place that it keeps, and that its reader may want to put right. */
const DOUBTS: ReadonlySet<string> = new Set(['note_site_far_from_commune']);

type ReviewRequest = AreaRequest &
	Pick<SitesRequest, 'sites' | 'hours' | 'corrections'> & { readonly marginKm: number };

/**
 * The sites that a territory would have, as corrected so far, for their reader to put right: where they are, what is doubtful of them, those left
 * out that are of its communes, and those that may be one.
 * @throws MaillageError what `prepareArea` and the importers of sites and hours throw
 */
export async function reviewSites(request: ReviewRequest): Promise<SitesReview> {
	const { corrections, columns, sites: file, hours } = request;
	const { communes, perimeter } = await prepareArea(request, new Inputs(false), () => {});
	const prepared = await prepareSites({
		sites: file,
		hours,
		columns,
		corrections,
		communes,
		perimeter,
		marginMetres: request.marginKm * 1000
	});
	const keyOf = (site: Site) => prepared.imported.keys.get(site.id) ?? '';
	const leftOut = leftOutHere(prepared.imported.leftOut, communes);
	const sites = [...leftOut.slice(0, MOST_LEFT_OUT).map(refusedSite), ...keptSites(prepared, keyOf)];
	const distinct = new Set(
		corrections.flatMap((one) => (one.kind === 'distinct' ? [pairKey(one.site, one.other)] : []))
	);
	const own = prepared.sites.filter(({ margin }) => !margin);
	const pairs = likelySame(own, (site) => writtenId(keyOf(site)))
		.map(({ one, other, metres, why }): ReviewedPair => ({ one: keyOf(one), other: keyOf(other), metres, why }))
		.filter(({ one, other }) => !distinct.has(pairKey(one, other)));
	const shown = communes.flatMap(drawnCommune);
	return {
		sites,
		leftOutCount: leftOut.length,
		pairs: pairs.slice(0, MOST_PAIRS),
		communes: shown,
		bounds: boundsOf(
			shown.filter(({ margin }) => !margin),
			own
		)
	};
}

const pairKey = (one: string, other: string) => [one, other].sort().join(' ');

/** The identifier in the file, of the key of a place. */
function writtenId(key: string): string {
	if (key === '') return '';
	const [id] = JSON.parse(key) as readonly unknown[];
	return typeof id === 'string' ? id : '';
}

function keptSites({ sites, imported }: PreparedSites, keyOf: (site: Site) => string): ReviewedSite[] {
	const doubts = new Map<number, Message>();
	for (const { row, message } of imported.notes) if (row !== null && DOUBTS.has(message.code)) doubts.set(row, message);
	return sites.map((site) => ({
		key: keyOf(site),
		id: writtenId(keyOf(site)),
		name: site.name,
		communeCode: site.communeCode,
		communeName: site.communeName,
		address: site.address,
		position: site.position,
		margin: site.margin,
		counted: site.counted.counted,
		schedule: site.schedule,
		surface: site.figures.surfaceSquareMetres,
		row: site.origin.row,
		problem: doubts.get(site.origin.row) ?? null,
		isLeftOut: false
	}));
}

const refusedSite = ({ key, name, communeCode, communeName, row, message, position }: LeftOutSite): ReviewedSite => ({
	key,
	id: writtenId(key),
	name,
	communeCode: communeCode === '' ? null : communeCode,
	communeName: communeName === '' ? null : communeName,
	address: null,
	position,
	margin: false,
	counted: false,
	schedule: null,
	surface: null,
	row,
	problem: message,
	isLeftOut: true
});

/** A place met again is told by the file's notes: it needs no other position. */
const REPEATED = /^note_site_(?:id_)?again$/;
const OUTSIDE = 'note_site_outside_territory';

/**
 * Places left out whose address is in the territory: a file of the whole country has thousands of others. Where nothing says where they are,
 * all those without a position.
 */
function leftOutHere(leftOut: readonly LeftOutSite[], communes: readonly Commune[]): LeftOutSite[] {
	const inside = communes.filter(({ margin }) => !margin);
	const codes = new Set<string>(inside.map(({ code }) => code));
	/** Communes of one name are told apart by the département of the postcode. */
	const names = new Set(inside.map(({ code, name }) => `${normalisedName(name)} ${departementOrNull(code) ?? ''}`));
	const bare = new Set(inside.map(({ name }) => normalisedName(name)));
	return leftOut.filter(({ communeCode, communeName, postcode, position, message }) => {
		if (REPEATED.test(message.code)) return false;
		if (communeCode !== '') return codes.has(communeCode);
		if (communeName === '') return position === null;
		const name = normalisedName(communeName);
		const departement = departementOfPostcode(postcode);
		// Far away, a commune of that name is another one.
		if (departement === null) return bare.has(name) && message.code !== OUTSIDE;
		return names.has(`${name} ${departement}`);
	});
}

function drawnCommune({ code, name, geometry, margin, centre }: Commune): ReviewedCommune[] {
	if (geometry === null) return [];
	const rings = geometry.map((polygon) => polygon.map(drawnRing).filter((ring) => ring.length > 3));
	return [{ code, name, margin, centre, geometry: rings.filter((polygon) => polygon.length > 0) }];
}

function drawnRing(ring: readonly LonLat[]): readonly LonLat[] {
	const kept = simplifiedVertices(
		ring.map(([lon]) => lon),
		ring.map(([, lat]) => lat),
		OUTLINE_METRES
	);
	return kept.map((vertex) => ring[vertex]);
}

/** What holds the territory: its communes, else its sites; null where it has neither. */
function boundsOf(communes: readonly ReviewedCommune[], sites: readonly Site[]): Bounds | null {
	const points = communes.flatMap(({ geometry }) => geometry.flatMap(([outer]) => outer));
	const all = points.length > 0 ? points : sites.map(({ position }) => position);
	if (all.length === 0) return null;
	const [first] = all;
	return all.reduce<Bounds>(
		([west, south, east, north], [lon, lat]) => [
			Math.min(west, lon),
			Math.min(south, lat),
			Math.max(east, lon),
			Math.max(north, lat)
		],
		[first[0], first[1], first[0], first[1]]
	);
}
