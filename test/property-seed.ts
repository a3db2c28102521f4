// Property tests try the same cases in every run, so that a change is judged by what it changes. To look for more:
// `PROPERTY_SEED=random npm run test:unit`, or with the seed of a failure to see it again.
import fc from 'fast-check';

const seed = process.env['PROPERTY_SEED'] ?? '1';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
