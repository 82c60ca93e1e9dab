import { describe, expect, it } from 'vitest';
import type { Paint } from '#domain/atlas-answers.ts';
import type { Who } from '#domain/question.ts';
import type { PngLegend } from '../../src/lib/map/png-layout.ts';
import type { TerritoryMap } from '../../src/lib/map/territory-map.ts';
import { mapPicture } from '../../src/lib/ui/map/picture.ts';
import { question, summary } from '../summary-fixture.ts';

const paint: Paint = {
	level: 'cells',
	resolution: null,
	classes: {
		indicator: 'sites',
		unit: 'sites',
		method: 'fixed',
		bounds: [{ from: 1, to: null }],
		peoplePerClass: [1230],
		peopleBeyond: 40,
		peopleWithoutData: 0,
		peopleUnattached: 0
	},
	marks: Uint8Array.of(0)
};

/** The legend that is printed of a map on which a question is painted. */
async function printed(who: Who): Promise<PngLegend> {
	const legends: (PngLegend | null)[] = [];
	const map = {
		png: async ({ legend }: { legend: PngLegend | null }) => {
			legends.push(legend);
			return new Blob();
		}
	} as unknown as TerritoryMap;
	const asked = question({ who });
	const painted = { of: { question: asked }, value: paint };
	await mapPicture(map, {
		title: 'Essai',
		question: asked,
		summary: summary(),
		painted,
		isochrones: null,
		locale: 'fr'
	});
	const [legend] = legends;
	if (legend === null || legend === undefined) throw new Error('no legend');
	return legend;
}

describe('the legend of a picture', () => {
	it('says whom its numbers count, and that they are everybody where the question is of others', async () => {
		const { entries, method } = await printed({ kind: 'everyone' });
		expect(entries.map(({ label }) => label.replaceAll(/\s/g, ' '))).toEqual(['aucune (40)', '1 et plus (1 230)']);
		expect(method).toContain('entre parenthèses\u00a0: habitants ·');
		const ofChildren = await printed({ kind: 'ages', fromAge: 0, toAge: 10 });
		expect(ofChildren.method).toContain('entre parenthèses\u00a0: tous les habitants ·');
	});
});
