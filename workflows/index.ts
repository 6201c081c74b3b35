export { default } from './case.ts';
export { sentinel } from './sentinel.ts';
