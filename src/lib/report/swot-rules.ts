import type { DiagnosticReference, FigureId } from '#domain/diagnostic.ts';
import { figureText } from './figure-text.ts';
import { capital, MOMENTS_IN_ORDER, momentTime, profileWords, questionWords } from './place-words.ts';
import { isComparable, referenceSource } from './references.ts';
import type { Words } from './document.ts';
import { isStaffTold } from './staff.ts';
import { SWOT_THRESHOLDS } from './swot-thresholds.ts';
import { isKnown } from './words.ts';
import type { SectionWriter } from './writer.ts';

/** Moments that people who are free outside working hours wait for. */
const LATE_MOMENTS = [
	'weekday-evening',
	'saturday-afternoon',
	'sunday'
] as const satisfies readonly (typeof MOMENTS_IN_ORDER)[number][];
/** Figures that many sites leave blank. */
const ASKED_OF_SITES: readonly FigureId[] = ['sites.surface', 'staff.fte', 'activity.entries', 'hours.mean-weekly'];

/** Points to argue, each a sentence with its figure and its rule; an empty one was not met. */
export interface SwotPoints {
	readonly strengths: readonly Words[];
	readonly weaknesses: readonly Words[];
	readonly opportunities: readonly Words[];
	readonly threats: readonly Words[];
}

export function swotPoints(writer: SectionWriter): SwotPoints {
	return {
		strengths: [
			coverage(writer, true),
			everywhere(writer),
			...references(writer, true),
			usable(writer, true),
			volunteers(writer)
		],
		weaknesses: [
			coverage(writer, false),
			sectors(writer),
			...references(writer, false),
			usable(writer, false),
			...answers(writer)
		],
		opportunities: [
			...LATE_MOMENTS.map((moment) => moments(writer, moment)),
			hoursSectors(writer),
			neighbours(writer, false)
		],
		threats: [withoutPaid(writer), neighbours(writer, true), summer(writer), older(writer)]
	};
}

/** The number of a figure; null where it is not known. */
function valueOf(writer: SectionWriter, id: FigureId): number | null {
	return writer.data.figures[id]?.value ?? null;
}

const percentOf = (writer: SectionWriter, share: number) => figureText(share, 'share', writer.locale);

function coverageId(writer: SectionWriter): FigureId {
	const { question } = writer.data;
	return `coverage.${question.mode}.${question.cutoffMinutes}.share`;
}

const coverageWords = (writer: SectionWriter) => questionWords(writer.data.question, writer.locale);

function coverage(writer: SectionWriter, isStrength: boolean): Words {
	const id = coverageId(writer);
	const share = valueOf(writer, id);
	if (share === null || (isStrength ? share < SWOT_THRESHOLDS.coveredWell : share >= SWOT_THRESHOLDS.coveredBadly))
		return [];
	const code = isStrength ? 'report_swot_coverage_high' : 'report_swot_coverage_low';
	const rule = percentOf(writer, isStrength ? SWOT_THRESHOLDS.coveredWell : SWOT_THRESHOLDS.coveredBadly);
	return writer.say(code, { share: id }, { ...coverageWords(writer), rule });
}

function everywhere(writer: SectionWriter): Words {
	return valueOf(writer, 'communes.without-site') === 0 && (valueOf(writer, 'communes') ?? 0) > 1
		? writer.words('report_swot_everywhere')
		: [];
}

/** Figures beside the published value that they can be compared with. */
function references(writer: SectionWriter, isStrength: boolean): Words[] {
	const code = isStrength ? 'report_swot_above' : 'report_swot_below';
	const compared = writer.data.references.filter((one) => isComparable(one, writer));
	// Of several for one figure, the one that its publisher itself states; none where that does not decide.
	const isChosen = (one: DiagnosticReference) => {
		const ofFigure = compared.filter(({ figure }) => figure === one.figure);
		const published = ofFigure.filter(({ certainty }) => certainty === 'published');
		return ofFigure.length === 1 || (published.length === 1 && published[0] === one);
	};
	return compared.map((one) => {
		const here = valueOf(writer, one.figure);
		if (here === null || here >= one.value !== isStrength || !isChosen(one)) return [];
		return writer.say(
			code,
			{ here: one.figure },
			{
				Name: capital(writer.name(one.figure), writer.locale),
				reference: figureText(one.value, one.unit, writer.locale),
				source: referenceSource(writer, one)
			}
		);
	});
}

function usable(writer: SectionWriter, isStrength: boolean): Words {
	const { question } = writer.data;
	const id: FigureId = `usable.${question.profile}.none.share`;
	const share = valueOf(writer, id);
	if (
		share === null ||
		(isStrength ? share > SWOT_THRESHOLDS.fewWithoutUsable : share <= SWOT_THRESHOLDS.manyWithoutUsable)
	)
		return [];
	const code = isStrength ? 'report_swot_usable_high' : 'report_swot_usable_low';
	const rule = percentOf(writer, isStrength ? SWOT_THRESHOLDS.fewWithoutUsable : SWOT_THRESHOLDS.manyWithoutUsable);
	return writer.say(
		code,
		{ none: id },
		{ ...profileWords(question.profile, question, writer.locale, writer.data.figures), rule }
	);
}

function volunteers(writer: SectionWriter): Words {
	return (valueOf(writer, 'staff.volunteers') ?? 0) > 0 && isStaffTold(writer, 'staff.volunteers')
		? writer.say('report_swot_volunteers', { volunteers: 'staff.volunteers' })
		: [];
}

function sectors(writer: SectionWriter): Words {
	return (valueOf(writer, 'sectors') ?? 0) > 0
		? writer.say('report_swot_sectors', { sectors: 'sectors', people: 'sectors.people' })
		: [];
}

/** What fewer than half of the sites tell; what none does is said in one. */
function answers(writer: SectionWriter): Words[] {
	const asked = ASKED_OF_SITES.flatMap((id) => {
		const { known, of } = writer.data.figures[id]?.respondents ?? { known: 0, of: 0 };
		return of === 0 || known / of >= SWOT_THRESHOLDS.fewAnswers ? [] : [{ ids: [id], known, of }];
	});
	const told = asked.filter(({ known }) => known > 0);
	const untold = new Map<number, FigureId[]>();
	for (const { ids, known, of } of asked) if (known === 0) untold.set(of, [...(untold.get(of) ?? []), ...ids]);
	const together = [...untold].map(([of, ids]) => ({ ids, known: 0, of }));
	return [...told, ...together].map(({ ids, known, of }) =>
		writer.words('report_swot_answers', { Name: capital(writer.names(ids), writer.locale), known, of })
	);
}

function moments(writer: SectionWriter, moment: (typeof LATE_MOMENTS)[number]): Words {
	const id: FigureId = `moment.${moment}.sites-open`;
	const open = writer.data.figures[id];
	const known = open?.respondents?.known ?? 0;
	if (!isKnown(open) || known === 0 || open.value / known > SWOT_THRESHOLDS.fewSitesOpen) return [];
	const Moment = capital(momentTime(writer.data.momentMinutes[moment], writer.locale), writer.locale);
	return writer.say('report_swot_moment', { open: id }, { Moment, known });
}

function hoursSectors(writer: SectionWriter): Words {
	const count = writer.data.sectors.filter(({ mainCause }) => mainCause === 'hours').length;
	return count === 0 ? [] : writer.words('report_swot_hours_sectors', { sectors: count });
}

function neighbours(writer: SectionWriter, isThreat: boolean): Words {
	const { question } = writer.data;
	const [share, without] = [
		coverageId(writer),
		`coverage.${question.mode}.${question.cutoffMinutes}.without-neighbours.share` as const
	];
	const [all, alone] = [valueOf(writer, share), valueOf(writer, without)];
	if (!question.withNeighbours || all === null || alone === null || all - alone < SWOT_THRESHOLDS.neighboursMatter)
		return [];
	const code = isThreat ? 'report_swot_neighbours_threat' : 'report_swot_neighbours';
	return writer.say(code, { share, without }, coverageWords(writer));
}

function withoutPaid(writer: SectionWriter): Words {
	const figure = writer.data.figures['staff.sites-without-paid'];
	const of = figure?.respondents?.known ?? 0;
	if (!isKnown(figure) || of === 0 || figure.value / of < SWOT_THRESHOLDS.mostlyWithoutPaid) return [];
	if (!isStaffTold(writer, 'staff.sites-without-paid')) return [];
	return writer.say('report_swot_without_paid', { sites: 'staff.sites-without-paid' }, { of });
}

function summer(writer: SectionWriter): Words {
	const [term, hours] = [valueOf(writer, 'hours.weekly.term'), valueOf(writer, 'hours.weekly.summer')];
	if (term === null || hours === null || hours >= term * SWOT_THRESHOLDS.muchLessInSummer) return [];
	return writer.say('report_swot_summer', { term: 'hours.weekly.term', summer: 'hours.weekly.summer' });
}

function older(writer: SectionWriter): Words {
	return (valueOf(writer, 'population.ages.65+.share') ?? 0) > SWOT_THRESHOLDS.manyOlder
		? writer.say('report_swot_older', { share: 'population.ages.65+.share' })
		: [];
}
