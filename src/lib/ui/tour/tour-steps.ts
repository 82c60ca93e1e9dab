import type { Sector } from '#domain/sector.ts';
import type { Change } from '#domain/scenario.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { AppState } from '../../state/context.ts';
import { newSiteId } from '../simulation/site-choices.ts';

type Words = typeof m.tour_sentence;
type TourApp = Pick<AppState, 'atlas' | 'scenarios'>;

/** What the reader can have done for them at a step. */
interface TourGesture {
	readonly words: Words;
	/** Null while it cannot be done yet. */
	readonly ready: (app: TourApp) => (() => void) | null;
	readonly isDone: (app: TourApp) => boolean;
}

export interface TourStep {
	readonly title: Words;
	readonly text: Words;
	/** Where it is told. */
	readonly page: '/' | '/simulation';
	/** What it is about, outlined meanwhile: the first of these that is seen, as a phone folds panels away. */
	readonly targets: readonly string[];
	/** What it is about once its gesture is done. */
	readonly outcome?: string;
	readonly gesture: TourGesture | null;
	/** It ends with the sentence, its figures in. */
	readonly answers?: true;
}

const SATURDAY = 5;

/** A stop of the bookmobile on Saturday from 14 h to 17 h, at the heart of a sector. Null where no commune of it has a place for it. */
export function stopInSector({ name, communeCodes }: Sector, summary: TerritorySummary): Change | null {
	const commune = summary.communes.find(({ code, labelAt }) => labelAt !== null && communeCodes.includes(code));
	if (!commune?.labelAt) return null;
	return {
		kind: 'bookmobile-stop',
		site: {
			id: newSiteId(new Set(summary.sites.map(({ id }) => id))),
			name,
			kind: 'bookmobile-stop',
			position: commune.labelAt,
			communeCode: commune.code,
			communeName: commune.name,
			surfaceSquareMetres: null
		},
		rounds: { weekday: SATURDAY, start: 14 * 60, end: 17 * 60, weeks: 'every', inSchoolHolidays: true }
	};
}

/** The sector of most people. */
function firstSector({ atlas }: TourApp): Sector | null {
	const sectors = atlas.sectors.value?.sectors ?? [];
	return sectors.reduce<Sector | null>((most, one) => (most === null || one.people > most.people ? one : most), null);
}

export const TOUR_STEPS: readonly TourStep[] = [
	{ title: m.tour_sentence_title, text: m.tour_sentence, page: '/', targets: ['.asked'], gesture: null },
	{
		title: m.tour_word_title,
		text: m.tour_word,
		page: '/',
		targets: ['.asked'],
		gesture: {
			words: m.tour_word_do,
			ready:
				({ atlas }) =>
				() =>
					atlas.ask({ form: 'usable' }),
			isDone: ({ atlas }) => atlas.question?.form === 'usable'
		}
	},
	{ title: m.tour_map_title, text: m.tour_map, page: '/', targets: ['main section.map'], gesture: null },
	{
		title: m.tour_sector_title,
		text: m.tour_sector,
		page: '/',
		targets: ['.panels'],
		outcome: 'aside.card',
		gesture: {
			words: m.tour_sector_do,
			ready: (app) => {
				const sector = firstSector(app);
				if (sector === null) return app.atlas.map.sectors ? null : () => app.atlas.show({ sectors: true });
				return () => app.atlas.show({ sectors: true, selection: { kind: 'sector', name: sector.name } });
			},
			isDone: ({ atlas }) => atlas.map.selection?.kind === 'sector'
		}
	},
	{
		title: m.tour_scenario_title,
		text: m.tour_scenario,
		page: '/simulation',
		targets: ['.desk > .side', 'main section.map'],
		gesture: {
			words: m.tour_scenario_do,
			ready: (app) => {
				const sector = firstSector(app);
				const change = sector && app.atlas.summary && stopInSector(sector, app.atlas.summary);
				return change && (() => app.scenarios.add([change]));
			},
			isDone: ({ scenarios }) => (scenarios.current?.modifications.length ?? 0) > 0
		}
	},
	{
		title: m.tour_result_title,
		text: m.tour_result,
		page: '/simulation',
		targets: ['.desk > .results', '.asked'],
		gesture: null,
		answers: true
	}
];

/** The element that a step is about; null where none of them is seen. */
export function targetOf({ targets, outcome }: TourStep, isDone: boolean): Element | null {
	const selectors = isDone && outcome !== undefined ? [outcome, ...targets] : targets;
	const found = selectors.map((selector) => document.querySelector(selector));
	return found.find((element) => element?.checkVisibility()) ?? null;
}
