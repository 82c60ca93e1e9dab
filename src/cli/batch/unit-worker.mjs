// A worker of Node does not inherit tsx: it is registered here.
import { register } from 'tsx/esm/api';

register();
await import('./unit-worker.ts');
