import type { DiagnosticAges } from '#domain/diagnostic.ts';
import { bandsBetween } from '../atlas/view.ts';
import { areaKm2 } from '../perimeter-figures.ts';
import type { Area } from './area.ts';
import { countFigure, figure, ratio, say, sumOf, type Figures } from './figure.ts';

const AGES: readonly { readonly id: DiagnosticAges; readonly fromAge: number; readonly toAge: number | null }[] = [
	{ id: '0-10', fromAge: 0, toAge: 10 },
	{ id: '11-17', fromAge: 11, toAge: 17 },
	{ id: '18-24', fromAge: 18, toAge: 24 },
	{ id: '25-64', fromAge: 25, toAge: 64 },
	{ id: '65+', fromAge: 65, toAge: null }
];
/** Under this many people shares of ages or of poor households are not told: they would tell of a few homes. */
const FEWEST_PEOPLE_FOR_SHARES = 200;

/** Communes and people of an area. */
export function peopleFigures(area: Area): Figures {
	return [...communeFigures(area), ...populationFigures(area), ...ageFigures(area), poorHouseholds(area)];
}

function communeFigures({ session, view, communes, people, peopled, whyNobody }: Area): Figures {
	const { population, sites } = session.territory;
	const served = new Set(sites.flatMap(({ communeCode }, rank) => (view.counted[rank] === 1 ? [communeCode] : [])));
	const without = communes.filter(({ code }) => !served.has(code)).length;
	const equipped = population.people.reduce((sum, one, point) => {
		const code = population.communeCodes[point];
		return view.inScope[point] === 1 && code !== null && served.has(code) ? sum + one : sum;
	}, 0);
	return [
		countFigure(communes.length, {
			id: 'communes',
			unit: 'communes',
			formula: say('diagnostic_formula_communes', { count: communes.length }),
			method: 'perimetre',
			inputs: ['communes']
		}),
		countFigure(without, {
			id: 'communes.without-site',
			unit: 'communes',
			formula: say('diagnostic_formula_communes_without_site', { count: without, of: communes.length }),
			method: 'perimetre',
			inputs: ['communes', 'sites']
		}),
		figure(ratio(equipped, people), peopled.known === 0 ? whyNobody : say('diagnostic_why_nobody_lives'), {
			id: 'population.in-equipped-communes.share',
			unit: 'share',
			formula: say('diagnostic_formula_equipped', { part: Math.round(equipped), of: Math.round(people) }),
			method: 'couverture',
			inputs: ['population', 'communes', 'sites']
		})
	];
}

function populationFigures(area: Area): Figures {
	const { session, view, communes, people, municipale, whyNoMunicipale, peopled, whyNobody } = area;
	const isTold = peopled.known > 0;
	const { imputed, people: peopleOf } = session.territory.population;
	const points = view.inScope.reduce((sum, one) => sum + one, 0);
	const imputedPeople =
		imputed === null ? null : peopleOf.reduce((sum, one, point) => sum + one * imputed[point] * view.inScope[point], 0);
	const known = communes.filter(({ municipalPopulation }) => municipalPopulation !== null).length;
	const hasGround = communes.every(({ geometry }) => geometry !== null);
	// People of some communes over the ground of all would be too few.
	const km2 = hasGround && peopled.known === peopled.of ? sumOf(communes.map(areaKm2)) : null;
	const whyNoDensity = !area.ofWholeCommunes
		? say('diagnostic_why_drawn')
		: hasGround
			? say('diagnostic_why_communes_without_people', { count: peopled.of - peopled.known })
			: say('diagnostic_why_no_area');
	return [
		figure(municipale, whyNoMunicipale, {
			id: 'population.municipale',
			unit: 'people',
			respondents: { known, of: communes.length, what: 'communes' },
			formula: say('diagnostic_formula_municipale', { count: communes.length }),
			method: 'populations',
			inputs: ['communes']
		}),
		figure(isTold ? people : null, whyNobody, {
			id: 'population.grid',
			unit: 'people',
			respondents: peopled.known < peopled.of ? peopled : null,
			formula: say('diagnostic_formula_grid_people', { count: points }),
			method: 'populations',
			inputs: ['population']
		}),
		figure(
			ratio(imputedPeople, people),
			say(imputed === null ? 'diagnostic_why_no_imputed' : 'diagnostic_why_nobody_lives'),
			{
				id: 'population.imputed-share',
				unit: 'share',
				formula: say('diagnostic_formula_imputed', { part: Math.round(imputedPeople ?? 0), of: Math.round(people) }),
				method: 'populations',
				inputs: ['population']
			}
		),
		figure(area.ofWholeCommunes ? ratio(people, km2) : null, whyNoDensity, {
			id: 'population.density',
			unit: 'people-per-km2',
			formula: say('diagnostic_formula_density', {
				people: Math.round(people),
				area: Math.round((km2 ?? 0) * 10) / 10
			}),
			method: 'populations',
			inputs: ['population', 'communes']
		})
	];
}

/** Of the people whose ages are given. */
function ageFigures({ session, view, people }: Area): Figures {
	const { population } = session.territory;
	const every = (population.ageBands ?? []).map((band) => band.people);
	return AGES.map(({ id, fromAge, toAge }) => {
		const bands = bandsBetween(population, fromAge, toAge);
		const { part, whole } = sumsOf(bands ?? [], every, view.inScope);
		const why =
			population.ageBands === null
				? say('diagnostic_why_no_ages')
				: bands === null
					? say('diagnostic_why_age_bands')
					: say('diagnostic_why_few_people', { fewest: FEWEST_PEOPLE_FOR_SHARES });
		return figure(bands !== null && people >= FEWEST_PEOPLE_FOR_SHARES ? ratio(part, whole) : null, why, {
			id: `population.ages.${id}.share`,
			unit: 'share',
			formula: say('diagnostic_formula_ages', { part: Math.round(part), of: Math.round(whole) }),
			method: 'populations',
			inputs: ['population'],
			estimated: hasImputed(session.territory.population.imputed, view.inScope)
		});
	});
}

function poorHouseholds({ session, view, people }: Area) {
	const { households, poorHouseholds: poor, imputed } = session.territory.population;
	const isGiven = households !== null && poor !== null;
	const { part, whole } = isGiven ? sumsOf([poor], [households], view.inScope) : { part: 0, whole: 0 };
	return figure(
		isGiven && people >= FEWEST_PEOPLE_FOR_SHARES ? ratio(part, whole) : null,
		isGiven ? say('diagnostic_why_few_people', { fewest: FEWEST_PEOPLE_FOR_SHARES }) : say('diagnostic_why_no_poverty'),
		{
			id: 'population.poor-households.share',
			unit: 'share',
			formula: say('diagnostic_formula_poor', { part: Math.round(part), of: Math.round(whole) }),
			method: 'populations',
			inputs: ['population'],
			estimated: hasImputed(imputed, view.inScope)
		}
	);
}

const hasImputed = (imputed: Uint8Array | null, inScope: Uint8Array) =>
	imputed !== null && imputed.some((one, point) => one === 1 && inScope[point] === 1);

/** Sums of parts and of wholes over the demand points of the scope that give both. */
function sumsOf(parts: readonly Float64Array[], wholes: readonly Float64Array[], inScope: Uint8Array) {
	let [part, whole] = [0, 0];
	for (let point = 0; point < inScope.length; point++) {
		if (inScope[point] === 0) continue;
		const is = sumOf(parts.map((values) => values[point]));
		const of = sumOf(wholes.map((values) => values[point]));
		if (Number.isNaN(is) || Number.isNaN(of)) continue;
		part += is;
		whole += of;
	}
	return { part, whole };
}
