import type { FigureId } from '#domain/diagnostic.ts';
import type { ReportBlock } from '../document.ts';
import { referenceBlocks } from '../references.ts';
import { isStaffTold, STAFF_FIGURES } from '../staff.ts';
import { someKnown } from '../tables.ts';
import type { SectionWriter } from '../writer.ts';

const ACQUISITIONS: FigureId = 'budget.acquisitions-per-person';

/** Staff and budgets, only in total and of the sites that tell them. */
export function means(writer: SectionWriter): ReportBlock[] {
	const { figures } = writer.data;
	const references = referenceBlocks(writer, [ACQUISITIONS], 'means-references');
	// Said in one: the section of limits tells each of them, and why.
	if (!someKnown(figures, [...STAFF_FIGURES, ACQUISITIONS]))
		return [...writer.note(writer.words('report_means_nothing')), ...references];
	const staff = STAFF_FIGURES.filter((id) => isStaffTold(writer, id));
	const heldBack = someKnown(figures, STAFF_FIGURES) && staff.length < STAFF_FIGURES.length;
	return [
		...writer.keyFigures([...staff, ACQUISITIONS]),
		...writer.list([
			...staff.map((id) => STAFF_SENTENCES[id](writer)),
			writer.sayWithRespondents('report_means_acquisitions', 'ratio', ACQUISITIONS)
		]),
		...(heldBack ? writer.note(writer.words('report_means_too_few')) : []),
		...writer.note(writer.words('report_means_network')),
		...references
	];
}

const STAFF_SENTENCES = {
	'staff.fte': (writer: SectionWriter) => writer.sayWithRespondents('report_means_staff', 'fte', 'staff.fte'),
	'staff.volunteers': (writer: SectionWriter) =>
		writer.sayWithRespondents('report_means_volunteers', 'volunteers', 'staff.volunteers'),
	'staff.sites-without-paid': (writer: SectionWriter) =>
		writer.sayWithRespondents('report_means_without_paid', 'sites', 'staff.sites-without-paid')
};
