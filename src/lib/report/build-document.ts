import {
	DIAGNOSTIC_SECTIONS,
	type DiagnosticData,
	type DiagnosticEdits,
	type DiagnosticSectionId
} from '#domain/diagnostic.ts';
import { dateText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { ReportBlock, ReportDocument, ReportSection } from './document.ts';
import type { FigureOrigin } from './figure-origin.ts';
import { followUpFor } from './follow-up/follow-up-blocks.ts';
import { followUpOrigins } from './follow-up/follow-up-origins.ts';
import { questionWords } from './place-words.ts';
import type { ReportContext } from './report-context.ts';
import { access } from './sections/access.ts';
import { activity } from './sections/activity.ts';
import { annexes } from './sections/annexes.ts';
import { equipment } from './sections/equipment.ts';
import { frame } from './sections/frame.ts';
import { governance } from './sections/governance.ts';
import { hours } from './sections/hours.ts';
import { means } from './sections/means.ts';
import { circulation, partners, visits } from './sections/own-text.ts';
import { scenarios } from './sections/scenarios.ts';
import { sectors } from './sections/sectors.ts';
import { sources } from './sections/sources.ts';
import { summary } from './sections/summary.ts';
import { swot } from './sections/swot.ts';
import { territory } from './sections/territory.ts';
import { SectionWriter } from './writer.ts';

interface SectionMaker {
	readonly title: string;
	/** What the author is asked to write at the head of the section. */
	readonly prompt: string;
	readonly blocks: (writer: SectionWriter, edits: DiagnosticEdits) => readonly ReportBlock[];
}

const SECTIONS: Readonly<Record<DiagnosticSectionId, SectionMaker>> = {
	frame: { title: 'report_section_frame', prompt: 'report_own_frame', blocks: frame },
	summary: { title: 'report_section_summary', prompt: 'report_own_summary', blocks: summary },
	territory: { title: 'report_section_territory', prompt: 'report_own_territory', blocks: territory },
	governance: { title: 'report_section_governance', prompt: 'report_own_governance', blocks: governance },
	equipment: { title: 'report_section_equipment', prompt: 'report_own_equipment', blocks: equipment },
	means: { title: 'report_section_means', prompt: 'report_own_means', blocks: means },
	activity: { title: 'report_section_activity', prompt: 'report_own_activity', blocks: activity },
	access: { title: 'report_section_access', prompt: 'report_own_access', blocks: access },
	hours: { title: 'report_section_hours', prompt: 'report_own_hours', blocks: hours },
	sectors: { title: 'report_section_sectors', prompt: 'report_own_sectors', blocks: sectors },
	circulation: { title: 'report_section_circulation', prompt: 'report_own_circulation_head', blocks: circulation },
	partners: { title: 'report_section_partners', prompt: 'report_own_partners', blocks: partners },
	visits: { title: 'report_section_visits', prompt: 'report_own_visits', blocks: visits },
	swot: { title: 'report_section_swot', prompt: 'report_own_swot', blocks: swot },
	scenarios: { title: 'report_section_scenarios', prompt: 'report_own_scenarios', blocks: scenarios },
	sources: { title: 'report_section_sources', prompt: 'report_own_sources', blocks: sources },
	annexes: { title: 'report_section_annexes', prompt: 'report_own_annexes', blocks: annexes }
};

/** The title of a section, as its outline and its head say it. */
export function sectionTitle(id: DiagnosticSectionId, locale: Locale): string {
	return writeMessage({ code: SECTIONS[id].title, params: {} }, locale);
}

/**
 * The diagnostic in words: the sections that the author keeps, in their order, each with its own text, its figures and sentences, and what
 * it lacks. Whatever is missing, something is said of it: nothing here throws, and no figure that is not known has a text.
 */
export function buildDocument(data: DiagnosticData, edits: DiagnosticEdits, context: ReportContext): ReportDocument {
	const { locale } = context;
	const { Mode, cutoff, week } = questionWords(data.question, locale);
	const date = dateText(context.date, locale);
	return {
		locale,
		title: m.report_title({ area: data.area.name }, { locale }),
		subtitle: m.report_subtitle({ mode: Mode, cutoff, week }, { locale }),
		stamps: stampsOf(data, edits, context),
		imprint: edits.author === '' ? date : m.report_imprint({ author: edits.author, date }, { locale }),
		sections: sectionsKept(edits).map((id): ReportSection => {
			const writer = new SectionWriter(data, edits, context);
			const blocks = SECTIONS[id].blocks(writer, edits);
			// The sentences of the summary say why they lack a figure, the section of limits tells the reasons of all.
			return {
				id,
				title: sectionTitle(id, locale),
				blocks: [writer.own(id, SECTIONS[id].prompt), ...blocks, ...writer.missing(id !== 'summary')]
			};
		}),
		origins: originsOf(data, edits, context)
	};
}

/** Of what the section of scenarios and follow-up tells of another time. */
function originsOf(data: DiagnosticData, edits: DiagnosticEdits, context: ReportContext): FigureOrigin[] {
	const followed = followUpFor(context);
	if (followed === null || !sectionsKept(edits).includes('scenarios')) return [];
	return followUpOrigins(followed, data, context.locale);
}

/** In the author's order, each once; a section that the edits do not name (made before it was) stands in its place among the last. */
function sectionsKept({ sections }: DiagnosticEdits): DiagnosticSectionId[] {
	const named = new Set(sections.map(({ id }) => id));
	const all = [...sections, ...DIAGNOSTIC_SECTIONS.filter((id) => !named.has(id)).map((id) => ({ id, on: true }))];
	return [...new Set(all.filter(({ id, on }) => on && Object.hasOwn(SECTIONS, id)).map(({ id }) => id))];
}

/** What stands on every page: that it is invented, not validated, estimated, or not to be circulated. */
export function stampsOf(
	{ area }: Pick<DiagnosticData, 'area'>,
	{ validated }: Pick<DiagnosticEdits, 'validated'>,
	{
		summary: { travel },
		audience,
		locale
	}: Pick<ReportContext, 'audience' | 'locale'> & {
		readonly summary: Pick<ReportContext['summary'], 'travel'>;
	}
): string[] {
	const options = { locale };
	return [
		...(area.fictional ? [m.shell_fictional({}, options)] : []),
		...(validated ? [] : [m.report_stamp_draft({}, options)]),
		...(travel.origin === 'estimated' ? [m.report_stamp_estimated({}, options)] : []),
		...(audience === 'working' ? [m.report_stamp_internal({}, options)] : [])
	];
}
