import type { DiagnosticData, FigureId } from '#domain/diagnostic.ts';
import type { Sector } from '#domain/sector.ts';
import { causeText } from '#i18n/sector-words.ts';
import { areaWords } from './area-words.ts';
import type { KeyFigure, Words } from './document.ts';
import { figureNumber } from './figure-text.ts';
import { capital, momentTime, profileWords, questionWords, whoCompared, whoNoun } from './place-words.ts';
import type { ReportContext } from './report-context.ts';
import { hoursSituation, usableFiguresOf } from './usable-words.ts';
import { isKnown, joinSentences, plainWords } from './words.ts';
import { SectionWriter, sentence } from './writer.ts';

const MOMENT = 'saturday-afternoon';

/**
 * The sentences of the elected officials' page: the network and who lives near it, the hours that one can use, the Saturday afternoon, the
 * priority areas, the scenario and its cost where there is one. What is not known says so, and why.
 */
export function electedSentences(data: DiagnosticData, context: ReportContext): readonly Words[] {
	const writer = new SectionWriter(data, { texts: {} }, context);
	const scenario = context.scenario === null ? [] : [scenarioSentence(writer, context.scenario.name)];
	return [
		networkSentence(writer),
		usableSentence(writer),
		momentSentence(writer),
		sectorsSentence(writer),
		...scenario
	];
}

/** The three figures that the page shows large; fewer where one is not known. */
export function electedFigures(data: DiagnosticData, context: ReportContext): readonly KeyFigure[] {
	const { question } = data;
	const writer = new SectionWriter(data, { texts: {} }, context);
	const ids: FigureId[] = [
		`coverage.${question.mode}.${question.cutoffMinutes}.share`,
		`usable.${question.profile}.median`,
		`moment.${MOMENT}.share`
	];
	return writer.keyFigures(ids).flatMap((block) => (block.kind === 'key-figures' ? block.figures : []));
}

/** The title of the page. */
export function electedTitle(data: DiagnosticData, context: ReportContext): string {
	return new SectionWriter(data, { texts: {} }, context).text('elected_title', { area: data.area.name });
}

/** Why a figure of the sentence is not known; nothing where all are. */
function why(writer: SectionWriter, ids: readonly FigureId[]): Words {
	const reasons = ids.flatMap((id) => {
		const figure = writer.data.figures[id];
		return figure?.why ? [sentence(writer.message(figure.why), writer.locale)] : [];
	});
	return joinSentences([...new Set(reasons)].map(plainWords));
}

function networkSentence(writer: SectionWriter): Words {
	const { data, locale } = writer;
	const { mode, cutoffMinutes } = data.question;
	const { Area, areaIs } = areaWords(data.area.name, locale);
	const share: FigureId = `coverage.${mode}.${cutoffMinutes}.share`;
	return joinSentences([
		writer.sayEither('elected_sites', { sites: 'sites', population: 'population.municipale' }, { area: Area, areaIs }),
		writer.sayEither('elected_coverage', { share }, questionWords(data.question, locale)),
		why(writer, [share])
	]);
}

function usableSentence(writer: SectionWriter): Words {
	const { data, locale } = writer;
	const { question } = data;
	const ids = usableFiguresOf(question.profile);
	const [hours, none] = [writer.known(ids.hours), writer.known(ids.none)];
	const situation = hoursSituation(hours, none);
	const words = {
		...questionWords(question, locale),
		...profileWords(question.profile, question, locale, data.figures),
		situation
	};
	return joinSentences([writer.sayEither('elected_usable', ids, words), why(writer, [ids.hours, ids.none])]);
}

function momentSentence(writer: SectionWriter): Words {
	const { data, locale } = writer;
	const open: FigureId = `moment.${MOMENT}.sites-open`;
	const share: FigureId = `moment.${MOMENT}.share`;
	const Moment = capital(momentTime(data.momentMinutes[MOMENT], locale), locale);
	const known = data.figures[open]?.respondents?.known ?? 0;
	return joinSentences([
		writer.sayEither('elected_moment_sites', { open }, { Moment, known }),
		writer.sayEither('elected_moment_share', { share }, questionWords(data.question, locale)),
		// Of two that are not known, one reason is enough: the sites of the area are within reach too.
		why(writer, [isKnown(data.figures[open]) ? share : open])
	]);
}

function sectorsSentence(writer: SectionWriter): Words {
	const { data, locale } = writer;
	const largest = data.sectors.reduce<Sector | null>(
		(best, one) => (best === null || one.people > best.people ? one : best),
		null
	);
	const cause = largest?.mainCause ?? null;
	const people = data.figures['sectors.people'];
	const figures = { sectors: 'sectors', ...(isKnown(people) ? { people: 'sectors.people' } : {}) } as const;
	const said = isKnown(people) ? figures : {};
	return joinSentences([
		writer.sayEither('elected_sectors', said, {
			...(isKnown(people) ? {} : { sectorsIs: 'unknown' }),
			name: largest?.name ?? '',
			cause: causeText(cause, locale),
			causeIs: cause === null ? 'unknown' : 'known'
		}),
		why(writer, ['sectors', 'sectors.people'])
	]);
}

function scenarioSentence(writer: SectionWriter, name: string): Words {
	const { figures } = writer.data;
	const who = whoCompared(writer.data);
	const noun = (id: FigureId) => {
		const figure = figures[id];
		return whoNoun(isKnown(figure) ? figureNumber(figure.value, figure.unit) : 0, who, writer.locale);
	};
	const changes = { improved: 'scenario.improved', reduced: 'scenario.reduced' } as const;
	const words = { name, improvedWho: noun(changes.improved), reducedWho: noun(changes.reduced) };
	return joinSentences([
		writer.sayEither('elected_scenario', changes, words),
		why(writer, Object.values(changes)),
		costSentence(writer)
	]);
}

/** What the scenario costs a year, and who pays for it. */
export function costSentence(writer: SectionWriter): Words {
	const { figures } = writer.data;
	const euros = figures['scenario.yearly-euros'];
	if (!isKnown(euros))
		return joinSentences([writer.words('elected_cost', { aidIs: 'unknown' }), why(writer, ['scenario.yearly-euros'])]);
	const yearly = { euros: 'scenario.yearly-euros' } as const;
	if (euros.value <= 0) return writer.say('elected_cost', yearly, { aidIs: euros.value < 0 ? 'saving' : 'plain' });
	const aid = figures['scenario.state-euros'];
	const own = { own: 'scenario.own-euros-first-year', after: 'scenario.own-euros-without-aid' } as const;
	if (!isKnown(aid) || aid.value === 0 || !isKnown(figures[own.own]) || !isKnown(figures[own.after]))
		return writer.say('elected_cost', yearly, { aidIs: 'plain' });
	return writer.say('elected_cost', { ...yearly, ...own }, { aidIs: 'aided' });
}
