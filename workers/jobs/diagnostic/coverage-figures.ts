import { toldCutoffs } from '#domain/diagnostic.ts';
import type { Message } from '#domain/notes.ts';
import type { Question } from '#domain/question.ts';
import type { Mode } from '#domain/travel.ts';
import { coverageByGroup } from '#core/access/coverage.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { viewOf, type View } from '../atlas/view.ts';
import type { Area } from './area.ts';
import { figure, ratio, say, type Figures } from './figure.ts';

/**
 * Coverage of the people asked about, in every mode with times, at each cutoff of the document: as the question counts neighbours, and
 * without them where the territory has some.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function coverageFigures(area: Area, steps: TravelSteps): Promise<Figures> {
	const { session, view } = area;
	const figures: Figures[] = [];
	const { modes } = session.travel;
	for (const [rank, mode] of modes.entries()) {
		const onProgress = (share: number) => steps.onProgress?.((rank + share) / modes.length);
		const asked = { ...view.question, mode };
		const ofMode = await viewOf(session, asked, { ...steps, onProgress });
		steps.signal?.throwIfAborted();
		figures.push(ofCutoffs(area, ofMode, mode));
		if (!session.territory.sites.some(({ margin }) => margin)) continue;
		figures.push(withoutNeighbours(area, await viewOf(session, { ...asked, withNeighbours: false }, steps), mode));
	}
	return figures.flat();
}

/** People within a cutoff of a counted site, of those on the network. */
function within({ access, weights, times, scopeGroup }: View, minutes: number) {
	const { within: people, attached } = coverageByGroup(
		access.nearest,
		weights,
		times.attached,
		scopeGroup,
		1,
		minutes * 60
	);
	return { people: people[0], of: attached[0] };
}

/** How coverage is made: of poor households where they are asked about. */
export function coverageFormula({ who }: Question, minutes: number, part: number, of: number): Message {
	const code =
		who.kind === 'poor-households' ? 'diagnostic_formula_coverage_households' : 'diagnostic_formula_coverage';
	return say(code, { minutes, part: Math.round(part), of: Math.round(of) });
}

function ofCutoffs(area: Area, view: View, mode: Mode): Figures {
	return toldCutoffs(area.view.question).flatMap((minutes) => {
		const { people, of } = within(view, minutes);
		const making = {
			formula: coverageFormula(view.question, minutes, people, of),
			method: 'couverture',
			inputs: ['population', 'sites', ...area.timesInputs],
			estimated: area.estimatedTimes
		} as const;
		return [
			figure(ratio(people, of), area.whyNobody, {
				...making,
				id: `coverage.${mode}.${minutes}.share`,
				unit: 'share'
			}),
			figure(of > 0 ? people : null, area.whyNobody, {
				...making,
				id: `coverage.${mode}.${minutes}.people`,
				unit: 'people'
			})
		];
	});
}

function withoutNeighbours(area: Area, view: View, mode: Mode): Figures {
	return toldCutoffs(area.view.question).map((minutes) => {
		const { people, of } = within(view, minutes);
		return figure(ratio(people, of), area.whyNobody, {
			id: `coverage.${mode}.${minutes}.without-neighbours.share`,
			unit: 'share',
			formula: say('diagnostic_formula_coverage_inside', { minutes, part: Math.round(people), of: Math.round(of) }),
			method: 'perimetre',
			inputs: ['population', 'sites', ...area.timesInputs],
			estimated: area.estimatedTimes
		});
	});
}
