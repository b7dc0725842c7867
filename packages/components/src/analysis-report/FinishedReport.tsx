import {
  type Evidence,
  explainViolation,
  renderReport,
  type StoredReport,
  verifyReport,
} from '@starkmatter/core/ai'
import { useMemo } from 'react'
import { ReportBody } from './ReportBody.tsx'
import { inWords, reportSections } from './report-sections.ts'

export type FinishedReportProps = {
  report: StoredReport
  /** What the report stands on. */
  evidence: readonly Evidence[]
  /** Whose digits and signs it is written with. @default the report's own */
  locale?: string | undefined
}

/** A finished report: verified here, offline, and written from its evidence. What does not hold is left out, and said. */
export function FinishedReport({ report, evidence, locale }: FinishedReportProps) {
  const { ok, violations, claims } = useMemo(() => verifyReport(report, evidence), [report, evidence])
  const rendered = useMemo(
    () => renderReport(report, evidence, { locale: locale ?? report.locale }),
    [report, evidence, locale],
  )
  const { body } = rendered
  const missing = report.missing.map(({ path, message }) => ({ path: placeOf(path), message }))
  return (
    <>
      {ok && body !== null && (
        <p className="sm-report-verdict" data-ok="true">
          <b>VERIFIED</b> {counted(claims, 'statement')} held to {counted(evidence.length, 'piece')} of
          evidence on this page
        </p>
      )}
      {!ok && (
        <p className="sm-report-verdict" data-ok="false" role="alert">
          <b>DOES NOT VERIFY</b> What its evidence does not bear out is left out. Do not rely on the rest.
        </p>
      )}
      {!ok && (
        <ul className="sm-report-violations">
          {violations.slice(0, 5).map((violation) => (
            <li key={`${violation.path} ${violation.kind} ${violation.detail}`}>
              {placeOf(violation.path)}: {explainViolation(violation)}
            </li>
          ))}
          {violations.length > 5 && <li>and {violations.length - 5} more</li>}
        </ul>
      )}
      {body === null ? (
        <p className="sm-panel-note">
          The analyst abstained: nothing could be said that its evidence bears out.
        </p>
      ) : (
        <div className="sm-report-body">
          <ReportBody sections={typeof body === 'object' ? reportSections(body) : []} />
        </div>
      )}
      {missing.length > 0 && (
        <div className="sm-report-missing">
          <h3>Left out</h3>
          <ul>
            {missing.map(({ path, message }) => (
              <li key={path}>
                <b>{path}</b> {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="sm-report-disclaimer">
        As of {rendered.asOf}. {rendered.disclaimer}
      </p>
    </>
  )
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

/** `trend.claims[0]` as people say it. */
function placeOf(path: string): string {
  if (path === '') return 'Report'
  return path
    .replaceAll(/\[(\d+)\]/g, (_all, index) => ` ${Number(index) + 1}`)
    .split('.')
    .map((part, index) => (index === 0 ? inWords(part) : inWords(part).toLowerCase()))
    .join(', ')
}
