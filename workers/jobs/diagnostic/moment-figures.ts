import type { Moment } from '#domain/moments.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { momentShare, viewNow } from '../atlas/figures.ts';
import type { Area } from './area.ts';
import { figure, say, type Figures } from './figure.ts';
import { sitesInReach } from './hours-figures.ts';

const at = (day: number, hour: number) => (day * 24 + hour) * 60;
/** The time that stands for each moment, those of `indicators.json`: Tuesday 10 h and 18 h, Wednesday 15 h, Saturday 10 h and 15 h, Sunday 15 h. */
export const MOMENT_MINUTES: Readonly<Record<Moment, number>> = {
	'weekday-daytime': at(1, 10),
	'wednesday-afternoon': at(2, 15),
	'weekday-evening': at(1, 18),
	'saturday-morning': at(5, 10),
	'saturday-afternoon': at(5, 15),
	sunday: at(6, 15)
};

/** At the time that stands for each moment, who has an open site within the cutoff, and how many counted sites of the area are open. */
export function momentFigures(area: Area): Figures {
	const { view, counted } = area;
	const { known } = view.weeks;
	const inReach = sitesInReach(area);
	const [hoursUnknown] = view.access.hoursUnknownPeople(view.weights, view.scopeGroup, 1);
	const told = counted.filter((rank) => known[rank] === 1);
	const inputs = ['sites', 'hours', 'calendar'] as const;
	return MOMENT_NAMES.flatMap((moment) => {
		const minute = MOMENT_MINUTES[moment] as MinuteOfWeek;
		const now = viewNow({ ...view, question: { ...view.question, minute } });
		const { people, ofPeople, share } = momentShare(now);
		const open = told.filter((rank) => now.open[rank] === 1).length;
		const respondents = { known: told.length, of: counted.length };
		return [
			figure(share, ofPeople + hoursUnknown > 0 ? say('diagnostic_why_reach_hours') : area.whyNobody, {
				id: `moment.${moment}.share`,
				unit: 'share',
				respondents: inReach,
				formula: say('diagnostic_formula_moment', {
					minutes: view.question.cutoffMinutes,
					part: Math.round(people ?? 0),
					of: Math.round(ofPeople)
				}),
				method: 'moments',
				inputs: ['population', ...inputs, ...area.timesInputs],
				estimated: area.estimatedTimes
			}),
			figure(
				told.length === 0 ? null : open,
				say(counted.length === 0 ? 'diagnostic_why_no_site' : 'diagnostic_why_site_hours'),
				{
					id: `moment.${moment}.sites-open`,
					unit: 'sites',
					respondents: { ...respondents, what: 'sites' },
					formula: say('diagnostic_formula_moment_sites', { count: open, ...respondents }),
					method: 'moments',
					inputs
				}
			)
		];
	});
}
