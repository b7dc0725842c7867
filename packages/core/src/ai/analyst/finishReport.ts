import { disclaimer } from '../report/disclaimer.ts'
import { missingPart } from '../report/missingPart.ts'
import { type ReportContent, reportId } from '../report/reportId.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import type { Judgement } from './judgeDraft.ts'
import type { Session } from './session.ts'

/** What a run leaves behind. Only a report that verifies again, as stored, gets out with a body. */
export function finishReport(
  { kind, subjects, asOf, locale, limitedBy, ledger }: Session,
  judgement: Judgement,
  debate: StoredReport['debate'],
): StoredReport<object> {
  const facts = {
    format: 1,
    kind,
    subjects,
    asOf,
    locale,
    disclaimer,
    ...(debate && { debate }),
  } as const
  const missing = limitedBy
    ? [missingPart('', limitedBy), ...judgement.missing.filter(({ path }) => path !== '')]
    : judgement.missing
  if (judgement.body && (judgement.claims > 0 || limitedBy)) {
    const status = missing.length > 0 ? 'partial' : 'complete'
    const report = identified({ ...facts, status, body: judgement.body, missing })
    if (verifyReport(report, ledger.list()).ok) return report
  }
  return identified({
    ...facts,
    status: 'abstained',
    body: null,
    missing: missing.length > 0 ? missing : [missingPart('', 'model')],
  })
}

function identified(content: ReportContent<object>): StoredReport<object> {
  return { ...content, id: reportId(content) }
}
