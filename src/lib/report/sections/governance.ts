import type { ReportBlock } from '../document.ts';
import type { SectionWriter } from '../writer.ts';

/** Nothing of it is in any data: the author's own words, point by point. */
export function governance(writer: SectionWriter): ReportBlock[] {
	return [
		...writer.toWrite('report_governance_not_computed', 'governance'),
		writer.heading('report_heading_competence'),
		writer.own('governance.competence', 'report_own_governance_competence'),
		writer.heading('report_heading_plan'),
		writer.own('governance.plan', 'report_own_governance_plan'),
		writer.heading('report_heading_ctl'),
		writer.own('governance.ctl', 'report_own_governance_ctl'),
		writer.heading('report_heading_agreements'),
		writer.own('governance.agreements', 'report_own_governance_agreements'),
		writer.heading('report_heading_prices'),
		writer.own('governance.prices', 'report_own_governance_prices')
	];
}
