import { proveLevel } from './scenario-proof.ts';

proveLevel(3);
