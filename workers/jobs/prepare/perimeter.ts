import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import { MaillageError, type Note } from '#domain/notes.ts';
import { ADMIN_VINTAGE, completeCommunes, findEpci, type AdminDivision } from '#io/communes/admin-division.ts';
import { communeCentre } from '#io/communes/commune-centre.ts';
import { metresToPolygons, preparePolygons } from '#io/geo/polygon-distance.ts';
import { headingKey } from '#io/tables/table.ts';

export interface CompletedCommunes {
	readonly communes: readonly Commune[];
	readonly notes: readonly Note[];
	/** Year of the populations municipales; null where their file does not tell. */
	readonly vintage: string | null;
	/** Where they come from: the file, the national list, or both. */
	readonly populationSource: string;
}

/** What the file of communes does not say, from the national list; the file goes first. */
export function completeFromDivision(
	communes: readonly Commune[],
	division: AdminDivision,
	file: string,
	fileVintage: string | null
): CompletedCommunes {
	const completed = completeCommunes(communes, division, file);
	const fromFile = communes.some(({ municipalPopulation }) => municipalPopulation !== null);
	const filled = completed.communes.some(
		(commune, rank) => commune.municipalPopulation !== communes[rank].municipalPopulation
	);
	const sources = [...(fromFile ? [file] : []), ...(filled || !fromFile ? [ADMIN_VINTAGE.attribution] : [])];
	// Of a file and the list together, no one year can be said unless both have it.
	const vintages = new Set([
		...(fromFile ? [fileVintage] : []),
		...(filled || !fromFile ? [ADMIN_VINTAGE.population] : [])
	]);
	const [vintage] = vintages;
	return { ...completed, vintage: vintages.size === 1 ? vintage : null, populationSource: sources.join(' + ') };
}

/**
 * The communes of an EPCI, by its SIREN or its name; the others of the file become margin.
 * @throws MaillageError `error_epci_unknown` listing the EPCI that the file has, when none of its communes is a member
 */
export function markEpci(
	communes: readonly Commune[],
	codeOrName: string,
	division: AdminDivision,
	file: string
): Commune[] {
	const named = communes.find(({ epciName }) => epciName !== null && headingKey(epciName) === headingKey(codeOrName));
	const code = named?.epciCode ?? findEpci(division, codeOrName)?.code ?? codeOrName.trim();
	if (!communes.some((commune) => commune.epciCode === code)) {
		const known = new Map(communes.map(({ epciCode, epciName }) => [epciCode, epciName]));
		const list = [...known].flatMap(([siren, name]) =>
			siren === null ? [] : [name === null ? siren : `${siren} (${name})`]
		);
		const most = 12;
		const shown = list.slice(0, most).join(', ') + (list.length > most ? ', …' : '');
		throw new MaillageError('error_epci_unknown', { read: codeOrName, known: shown || '–' }, file);
	}
	return communes.map((commune) => ({ ...commune, margin: commune.epciCode !== code }));
}

/**
 * The communes that stand in a drawn perimeter; the others become margin.
 * @throws MaillageError `error_perimeter_without_commune` when none does
 */
export function markPerimeter(communes: readonly Commune[], perimeter: MultiPolygonRings, file: string): Commune[] {
	const outline = preparePolygons(perimeter);
	const marked = communes.map((commune) => {
		const centre = communeCentre(commune);
		return { ...commune, margin: centre === null || metresToPolygons(outline, centre, 0) !== 0 };
	});
	if (marked.every(({ margin }) => margin))
		throw new MaillageError('error_perimeter_without_commune', { communes: communes.length }, file);
	return marked;
}
