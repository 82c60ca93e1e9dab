import type { Site } from './site.ts';

/** Why a site's hours are proposed to be left as they are: volunteers have not been asked. */
export interface ProposedLock {
	readonly siteId: string;
	/** `volunteers-alone`: no paid staff. `staff-not-stated`: volunteers, and nobody says whether there is paid staff: a blank is not none. */
	readonly reason: 'volunteers-alone' | 'staff-not-stated';
}

/** The sites that run on volunteers, or may do, as far as is stated: proposed as locked when hours are improved, and the user decides. */
export function proposedLocks(sites: readonly Pick<Site, 'id' | 'figures'>[]): ProposedLock[] {
	return sites.flatMap(({ id, figures: { volunteers, paidStaffFte } }): ProposedLock[] => {
		if (volunteers === null || volunteers <= 0) return [];
		if (paidStaffFte === null) return [{ siteId: id, reason: 'staff-not-stated' }];
		return paidStaffFte > 0 ? [] : [{ siteId: id, reason: 'volunteers-alone' }];
	});
}
