import type { ReportBlock } from '../document.ts';
import type { SectionWriter } from '../writer.ts';

/** Network, mobile and digital services: what the sites tell of them, and the author's own words. */
export function circulation(writer: SectionWriter): ReportBlock[] {
	const stops = writer.data.figures['sites.kind.bookmobile-stop'];
	return [
		...writer.toWrite('report_circulation_not_computed', 'circulation'),
		writer.heading('report_heading_documents'),
		writer.own('circulation.documents', 'report_own_circulation'),
		writer.heading('report_heading_mobile'),
		...writer.paragraph(
			stops
				? writer.say('report_circulation_stops', { stops: 'sites.kind.bookmobile-stop' })
				: writer.words('report_circulation_no_stop')
		),
		writer.own('circulation.mobile', 'report_own_circulation_mobile'),
		writer.heading('report_heading_digital'),
		writer.own('circulation.digital', 'report_own_circulation_digital')
	];
}

export function partners(writer: SectionWriter): ReportBlock[] {
	return writer.toWrite('report_partners_not_computed', 'partners');
}

export function visits(writer: SectionWriter): ReportBlock[] {
	return [
		...writer.toWrite('report_visits_not_computed', 'visits'),
		writer.heading('report_heading_interviews'),
		writer.own('visits.interviews', 'report_own_visits_interviews')
	];
}
