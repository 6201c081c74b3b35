export { audit } from './audit.ts';
export { default } from './case.ts';
export { sentinel } from './sentinel.ts';
export { ruleChange } from './rule-change.ts';
