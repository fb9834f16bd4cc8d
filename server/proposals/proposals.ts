/** The door of proposals: what other areas, routes and pages may use of it. */
export { startAnswerClock } from './answers/answer-clock.ts'
export { appealDecision } from './answers/author-moves.ts'
export { dueInWorkingDays } from './answer-terms.ts'
export {
  changeProposal,
  changeProposalIn,
  type ProposalAtHand,
  type ProposalChange,
} from './change-proposal.ts'
export { chooseAnswerer } from './choose-answerer.ts'
export { addFile } from './evidence/add-evidence.ts'
export { getFile, openPicture } from './evidence/get-file.ts'
export { insideSql, listMergedInto } from './queries/merged-into.ts'
export { coveredIdsSql, isCovered } from './queries/covered.ts'
export { redactAbout } from './redact-about.ts'
export { listProposals } from './queries/list-proposals.ts'
export { saveAnswer } from './story/save-answer.ts'
export { startDraft } from './story/start-draft.ts'
export { submitStory } from './story/submit-story.ts'
