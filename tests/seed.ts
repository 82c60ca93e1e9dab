import fc from 'fast-check';

// The same cases on every machine and every run, so that a failure is a change's and not chance's. MAILLAGE_SEED=random, or a
// number, looks further.
const asked = process.env.MAILLAGE_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20_261_121 : Number(asked) });
