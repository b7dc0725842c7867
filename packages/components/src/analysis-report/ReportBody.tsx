import type { ReportSection } from './report-sections.ts'

/** Sections of a report, each under its heading. Plain text throughout. */
export function ReportBody({ sections, level = 3 }: { sections: readonly ReportSection[]; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return sections.map((section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sections keep their places while a report grows
    <div key={index} className="sm-report-section">
      {section.title !== '' && <Heading>{section.title}</Heading>}
      {section.kind === 'sentences' &&
        section.sentences.map((sentence, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences keep their places, too
          <p key={place} className="sm-report-sentence">
            {sentence}
          </p>
        ))}
      {section.kind === 'facts' && (
        <dl className="sm-report-facts">
          {section.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {section.kind === 'group' && <ReportBody sections={section.sections} level={4} />}
    </div>
  ))
}
