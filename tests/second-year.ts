// A second year of the territory of demonstration, made by editing the files of the first: what follow-up must find is known.

/** As `prepare` writes them; only what is edited is told. */
interface SitesFile {
	features: {
		properties: { id: string; name: string; opening_hours: string | null; figures: { entriesPerYear: number | null } };
		geometry: { coordinates: [number, number] };
	}[];
}

/** What becomes of the sites named. */
export const SECOND_YEAR = {
	closed: 'LI96036',
	/** Same identifier and place, another name. */
	renamed: { id: 'LI96050', name: 'Médiathèque Simone-Veil' },
	/** Same identifier, name and commune, some 450 m further north. */
	moved: 'LI96015',
	/** Same name and place, another identifier. */
	renumbered: { id: 'LI96120', as: 'N96120' },
	/** Same place, another name and another identifier: in doubt. */
	doubtful: { id: 'LI96127', as: 'N96127', name: 'Le Comptoir des histoires' },
	/** Saturday afternoon is an hour and a half longer: to 18 h 30 in the place of 17 h. */
	longer: { id: 'LI96029', before: 'Sa 09:30-12:30,13:30-17:00', after: 'Sa 09:30-12:30,13:30-18:30' },
	opened: { id: 'N99001', name: 'Médiathèque du Pont-Neuf' }
} as const;

/** sites.geojson a year later. */
export function sitesOfSecondYear(text: string): string {
	const file = JSON.parse(text) as SitesFile;
	const { closed, renamed, moved, renumbered, doubtful, longer, opened } = SECOND_YEAR;
	const of = (id: string) => {
		const found = file.features.find(({ properties }) => properties.id === id);
		if (found === undefined) throw new Error(`No site ${id} in the demonstration`);
		return found;
	};
	of(renamed.id).properties.name = renamed.name;
	of(moved).geometry.coordinates[1] += 0.004;
	Object.assign(of(doubtful.id).properties, { id: doubtful.as, name: doubtful.name });
	of(renumbered.id).properties.id = renumbered.as;
	const hours = of(longer.id).properties;
	hours.opening_hours = hours.opening_hours?.replace(longer.before, longer.after) ?? null;
	const fresh = structuredClone(of(longer.id));
	Object.assign(fresh.properties, opened);
	fresh.geometry.coordinates[0] += 0.02;
	return JSON.stringify({
		...file,
		features: [...file.features.filter(({ properties }) => properties.id !== closed), fresh]
	});
}
