import { StarkMatterError } from '../../errors/index.ts'
import { budgetTooSmall } from '../budget/createBudget.ts'
import type { LlmResponse } from '../llm/port.ts'
import { missingPart } from '../report/missingPart.ts'
import type { MissingPart, StoredReport } from '../report/storedReport.ts'
import { late } from './callModel.ts'
import { type Conversation, requestOf, say, sayText, textOf } from './conversation.ts'
import { debate, presentDebate } from './debate.ts'
import { finishReport } from './finishReport.ts'
import { type Judgement, judgeDraft } from './judgeDraft.ts'
import { isWholeJson, parseLoosely } from './parseLoosely.ts'
import { research } from './researchTurns.ts'
import type { Session } from './session.ts'
import { createDraftStream, type DraftStream } from './streamDraft.ts'

/** What is kept of a run as it goes on, so that its end finds the best there is. */
type Progress = { best: Judgement; debate: StoredReport['debate'] }

/**
 * The whole of a run after its checks: research, an optional debate, the report, and one repair of what cannot stand.
 *
 * @throws {StarkMatterError} the run was cancelled, or failed before anything could be verified
 */
export async function writeReport(
  session: Session,
  start: Conversation,
  { withDebate }: { withDebate: boolean },
): Promise<StoredReport<object>> {
  const progress: Progress = { best: judgeEmpty(session), debate: undefined }
  const stream = createDraftStream(session)
  try {
    await write(session, start, stream, withDebate, progress)
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
    session.limitedBy = error.code === 'TIMEOUT' ? 'timeout' : (session.limitedBy ?? 'model')
    // What was on its way when the run failed is verified like any other draft.
    keepBetter(progress, judge(session, stream.whole, session.limitedBy))
    if (progress.best.claims === 0) throw error
  }
  return finishReport(session, progress.best, progress.debate)
}

async function write(
  session: Session,
  start: Conversation,
  stream: DraftStream,
  withDebate: boolean,
  progress: Progress,
): Promise<void> {
  session.emit({ type: 'status', status: 'researching' })
  const researched = await research(session, start, stream)
  let { conversation, draft } = researched
  if (withDebate && !session.limitedBy) {
    if (draft) {
      keepBetter(progress, judgeAnswer(session, draft))
      conversation = say(conversation, 'assistant', draft.content)
    }
    stream.reset('debate')
    session.emit({ type: 'status', status: 'debating' })
    progress.debate = await debate(session, researched.conversation)
    conversation = sayText(conversation, presentDebate(progress.debate))
    draft = undefined
  }
  if (!draft) {
    session.emit({ type: 'status', status: 'writing' })
    const asked = sayText(conversation, 'Look nothing more up. Write the report now, from what there is.')
    conversation = asked
    draft = await ask(session, asked, stream)
    if (!draft && researched.turns === 0 && session.limitedBy === 'budget')
      throw budgetTooSmall(session.llm.id)
    if (!draft) return
  }
  const first = judgeAnswer(session, draft)
  keepBetter(progress, first)
  if (first.problems.length === 0) return
  session.emit({ type: 'status', status: 'repairing' })
  stream.reset('repair')
  const mended = await ask(session, askForRepair(conversation, draft, first), stream)
  if (mended) keepBetter(progress, judgeAnswer(session, mended))
}

async function ask(
  session: Session,
  conversation: Conversation,
  stream: DraftStream,
): Promise<LlmResponse | undefined> {
  const { reportTokens } = session
  const need = { wantedOutputTokens: reportTokens, minimumOutputTokens: Math.min(300, reportTokens) }
  const response = await stream.ask(requestOf(conversation, 'none'), need)
  if (response && response !== late) return response
  session.limitedBy ??= 'budget'
  return undefined
}

function askForRepair(conversation: Conversation, draft: LlmResponse, { problems }: Judgement): Conversation {
  const most = 20
  const listed = problems.slice(0, most).map((problem) => `- ${problem.slice(0, 240)}`)
  const rest = problems.length > most ? `\n- and ${problems.length - most} more like these` : ''
  const cut = draft.stop === 'max-tokens' ? 'It was cut off at its longest allowed length: be shorter.\n' : ''
  const text =
    textOf(draft.content).trim() === '' ? [] : draft.content.filter(({ type }) => type !== 'tool-call')
  const said = text.length > 0 ? say(conversation, 'assistant', text) : conversation
  return sayText(
    said,
    `The report cannot stand as it is.\n${cut}${listed.join('\n')}${rest}\nWrite the whole report again, with these mended, or leave out what cannot be mended. Only JSON.`,
  )
}

function judgeAnswer(session: Session, response: LlmResponse): Judgement {
  const text = textOf(response.content)
  const value = parseLoosely(text)
  const judgement = judge(session, value, session.limitedBy ?? 'model')
  if (isWholeJson(text) && response.stop !== 'max-tokens' && response.stop !== 'refusal') return judgement
  const reason = session.limitedBy ?? 'model'
  return {
    ...judgement,
    missing: [missingPart('', reason), ...judgement.missing.filter(({ path }) => path !== '')],
    problems: ['The answer is not one whole JSON value.', ...judgement.problems],
  }
}

function judge(session: Session, value: unknown, absentFor: MissingPart['reason']): Judgement {
  return judgeDraft({ ...session, evidence: session.ledger.list() }, value, absentFor)
}

/** A report without a word in it, where the schema allows one: what a run ends with that was limited before it wrote. */
function judgeEmpty(session: Session): Judgement {
  return { ...judge(session, {}, 'budget'), missing: [] }
}

/** The draft with more verified claims stands; of equal ones the one that misses less. */
function keepBetter(progress: Progress, judgement: Judgement): void {
  const { best } = progress
  const isBetter =
    judgement.claims === best.claims
      ? judgement.missing.length <= best.missing.length || best.claims === 0
      : judgement.claims > best.claims
  if (judgement.body && isBetter) progress.best = judgement
}
