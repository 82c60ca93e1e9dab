import { describe, expect, it } from 'vitest';
import { wayUse } from '#core/roads/way-use.ts';

const bike = (tags: Record<string, string>) => wayUse('osm', tags, 'bike');
const foot = (tags: Record<string, string>) => wayUse('osm', tags, 'foot');

describe('bikes', () => {
	it('ride about 16 km/h by class and surface', () => {
		expect(bike({ highway: 'residential' })?.forward?.kmh).toBe(16);
		expect(bike({ highway: 'cycleway' })?.forward?.kmh).toBe(16);
		expect(bike({ highway: 'track' })?.forward?.kmh).toBe(12);
		expect(bike({ highway: 'residential', surface: 'cobblestone' })?.forward?.kmh).toBe(7);
	});

	it('are pushed on footways unless invited, and do not take steps', () => {
		expect(bike({ highway: 'footway' })?.forward?.kmh).toBe(4.8);
		expect(bike({ highway: 'pedestrian', bicycle: 'yes' })?.forward?.kmh).toBe(16);
		expect(bike({ highway: 'residential', bicycle: 'dismount' })?.forward?.kmh).toBe(4.8);
		expect(bike({ highway: 'steps' })).toBeNull();
		expect(bike({ highway: 'steps', 'ramp:bicycle': 'yes' })?.forward?.kmh).toBe(2);
	});

	it('stay off motorways, trunk roads and what is closed to them', () => {
		expect(bike({ highway: 'motorway' })).toBeNull();
		expect(bike({ highway: 'trunk' })).toBeNull();
		expect(bike({ highway: 'trunk', bicycle: 'yes' })).not.toBeNull();
		expect(bike({ highway: 'primary', motorroad: 'yes' })).toBeNull();
		expect(bike({ highway: 'residential', access: 'private' })).toBeNull();
		expect(bike({ highway: 'residential', access: 'no', bicycle: 'yes' })).not.toBeNull();
		expect(bike({ highway: 'primary', bicycle: 'use_sidepath' })).toBeNull();
	});

	it('ride against a one-way street only where it says so', () => {
		const againstOneway = (tags: Record<string, string>) =>
			bike({ highway: 'residential', oneway: 'yes', ...tags })?.backward != null;
		expect(againstOneway({})).toBe(false);
		expect(againstOneway({ 'oneway:bicycle': 'no' })).toBe(true);
		expect(againstOneway({ cycleway: 'opposite' })).toBe(true);
		expect(againstOneway({ 'cycleway:left': 'opposite_lane' })).toBe(true);
		expect(againstOneway({ 'cycleway:left': 'track', 'cycleway:left:oneway': 'no' })).toBe(true);
		expect(againstOneway({ cycleway: 'lane' })).toBe(false);
		expect(bike({ highway: 'residential', 'oneway:bicycle': '-1' })).toMatchObject({ forward: null });
	});
});

describe('pedestrians', () => {
	it('walk 4.8 km/h, slower on steps and sand', () => {
		expect(foot({ highway: 'residential' })?.forward?.kmh).toBe(4.8);
		expect(foot({ highway: 'steps' })?.forward?.kmh).toBe(2.4);
		expect(foot({ highway: 'path', surface: 'sand' })?.forward?.kmh).toBe(2.4);
	});

	it('walk both ways along one-way streets', () => {
		const use = foot({ highway: 'residential', oneway: 'yes' });
		expect(use?.forward).not.toBeNull();
		expect(use?.backward).not.toBeNull();
		expect(foot({ highway: 'footway', 'oneway:foot': 'yes' })?.backward).toBeNull();
	});

	it('stay off motorways, trunk roads without a pavement and what is closed to them', () => {
		expect(foot({ highway: 'motorway' })).toBeNull();
		expect(foot({ highway: 'trunk' })).toBeNull();
		expect(foot({ highway: 'trunk', foot: 'yes' })).not.toBeNull();
		expect(foot({ highway: 'footway', access: 'private' })).toBeNull();
		expect(foot({ highway: 'service', access: 'private', foot: 'yes' })).not.toBeNull();
	});
});

describe('IGN BD TOPO', () => {
	const section = {
		...{ nature: 'Route à 1 chaussée', etat_de_l_objet: 'En service', sens_de_circulation: 'Double sens' },
		...{ urbain: 'false', vitesse_moyenne_vl: '40', acces_vehicule_leger: 'Libre' }
	};
	const ign = (tags: Record<string, string>, mode: 'car' | 'bike' | 'foot' = 'car') =>
		wayUse('bdtopo', { ...section, ...tags }, mode);

	it('costs a car the mean speed, and 5 s more in town', () => {
		expect(ign({})).toMatchObject({ forward: { kmh: 40 }, backward: { kmh: 40 }, fixedSeconds: 0 });
		expect(ign({ urbain: 'true' })?.fixedSeconds).toBe(5);
		expect(ign({ urbain: 'true' }, 'foot')?.fixedSeconds).toBe(0);
	});

	it('follows the direction of traffic', () => {
		expect(ign({ sens_de_circulation: 'Sens direct' })?.backward).toBeNull();
		expect(ign({ sens_de_circulation: 'Sens inverse' })?.forward).toBeNull();
		expect(ign({ sens_de_circulation: 'Sens inverse' }, 'foot')?.forward).not.toBeNull();
	});

	it('lets bikes ride against traffic where they have a lane', () => {
		const against = { sens_de_circulation: 'Sens direct', sens_amenagement_cyclable_gauche: 'Sens inverse' };
		expect(ign(against, 'bike')?.backward).not.toBeNull();
		expect(ign(against)?.backward).toBeNull();
		const along = { sens_de_circulation: 'Sens direct', sens_amenagement_cyclable_droit: 'Sens direct' };
		expect(ign(along, 'bike')?.backward).toBeNull();
	});

	it('closes what cars cannot take', () => {
		expect(ign({ vitesse_moyenne_vl: '0' })).toBeNull();
		expect(ign({ acces_vehicule_leger: 'Physiquement impossible' })).toBeNull();
		expect(ign({ etat_de_l_objet: 'En construction' })).toBeNull();
		expect(ign({ acces_vehicule_leger: 'Restreint aux ayants droit' })?.forward?.endsOnly).toBe(true);
		expect(ign({ acces_vehicule_leger: 'A péage' })?.forward?.endsOnly).toBe(false);
	});

	it('opens paths to pedestrians, and tracks to bikes', () => {
		const path = { nature: 'Sentier', vitesse_moyenne_vl: '0', sens_de_circulation: 'Sans objet' };
		expect(ign(path)).toBeNull();
		expect(ign(path, 'foot')?.forward?.kmh).toBe(4.8);
		expect(ign({ nature: 'Escalier' }, 'foot')?.forward?.kmh).toBe(2.4);
		expect(ign({ nature: 'Escalier' }, 'bike')).toBeNull();
		expect(ign({ nature: 'Chemin', vitesse_moyenne_vl: '0' }, 'bike')?.forward?.kmh).toBe(12);
		expect(ign({ nature: 'Type autoroutier' }, 'bike')).toBeNull();
	});
});
