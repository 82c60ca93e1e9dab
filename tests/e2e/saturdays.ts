import type { Page } from '@playwright/test';

export const NAME = 'Samedis après-midi';

/** Three libraries open on Saturday afternoon. */
const hours = {
	LI96057: 'Tu,Fr 16:00-18:30; We 09:30-12:00,14:00-18:00; Th 16:00-18:00; Sa 09:30-12:30,14:00-17:30; PH off',
	LI96064: 'Tu 15:30-18:00; We 10:00-12:00,14:00-17:30; Fr 15:30-18:30; Sa 10:00-12:30,14:00-17:30; PH off',
	LI96092: 'We 09:00-12:00,14:00-18:00; Fr 16:00-18:30; Sa 09:30-12:30,14:00-17:30; PH off'
};
const scenario = JSON.stringify({
	format: 'maillage-scenario',
	schema_version: 1,
	territory: { name: 'Entre-Val-et-Monts', epci_code: null },
	scenario: {
		id: 'samedis',
		name: NAME,
		modifications: Object.entries(hours).map(([site_id, opening_hours], rank) => ({
			id: `m${rank}`,
			on: true,
			change: { kind: 'hours', site_id, opening_hours }
		})),
		costs: {
			paid_on_duty: 2,
			volunteers_on_duty: 0,
			euros_per_paid_hour: 24,
			preparation_share: 0,
			region_code: '44',
			rates: {},
			aid_years: 5,
			funders: []
		}
	}
});

/** The scenario is dropped on the page, as a file. */
export async function dropSaturdays(page: Page): Promise<void> {
	const data = await page.evaluateHandle((content) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([content], 'samedis.json'));
		return transfer;
	}, scenario);
	await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
	await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
