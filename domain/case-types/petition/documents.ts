import type { DocumentSpec } from '../../definition/documents.ts';
import type { Role } from './stages.ts';

/** The documents of a petition, each with who signs it. */
// biome-ignore format: a register reads row by row
export const documents: Readonly<Record<string, DocumentSpec<Role>>> = {
  forwardLetter:   { label: '转送函', series: '青信转', signer: 'petitionOffice' },
  assignLetter:    { label: '交办函', series: '青信交', signer: 'petitionOffice' },
  rejection:       { label: '不予受理告知书', series: '青信不受', signer: 'petitionOffice' },
  unitRejection:   { label: '不予受理告知书(办理机关)', series: '青信办不受', signer: 'unitLead' },
  acceptance:      { label: '受理告知书', series: '青信受', signer: 'coordinator' },
  extensionNotice: { label: '延期告知书', series: '青信延', signer: 'unitLead' },
  opinion:         { label: '处理意见书', series: '青信意', signer: 'unitLead' },
  reviewOpinion:   { label: '复查意见书', series: '青信查', signer: 'reviewLead' },
  recheckOpinion:  { label: '复核意见书', series: '青信核', signer: 'recheckLead' },
};
