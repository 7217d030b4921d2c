import { type GlossaryRow, glossary, glossaryVerdicts, rejectReasons, workbench } from '@guildhall/contract/needs'
import { contentLanguages } from '@guildhall/kernel'
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useText, useWords } from '../../../ui/language.tsx'
import type { Column, Filter } from '../../../ui/list-types.ts'
import { useNotice } from '../../../ui/notices.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/needs.module.css'

/** What the college decided about the words of enterprises: the memory of the engine, with how often, by whom, and the way back. */
export function GlossaryPage() {
  const w = useWords()
  const read = useText()
  const code = useCodeWords()
  const formats = useFormats()
  const notice = useNotice()
  usePageTitle(w('needs.glossary'))
  const undo = useAct(workbench.undo, { refresh: ['/api/v1/glossary', '/api/v1/needs', '/api/v1/outcomes'], onDone: () => notice({ text: w('needs.glossary-undone') }) })
  const columns = useMemo((): readonly Column<GlossaryRow>[] => {
    const reason = (row: GlossaryRow) => (rejectReasons.some((one) => one === row.reason) ? code(`needs.reject.${row.reason}`) : (row.reason ?? ''))
    const became = (row: GlossaryRow) => (row.outcome ? `${row.outcome.number} ${read(row.outcome.text)?.text ?? ''}` : reason(row))
    const times = (row: GlossaryRow) => glossaryVerdicts.filter((one) => row.times[one] > 0).map((one) => `${w(`needs.verdict.${one}`)} ${row.times[one]}`).join(' · ')
    return [
      { name: 'phrase', head: w('needs.glossary-phrase'), width: '28%', phone: 'title', cell: (row) => (row.needId ? <To url={`/needs/${row.needId}/workbench`}><span lang={row.language}>{row.phrase}</span></To> : row.phrase), text: (row) => row.phrase },
      { name: 'became', head: w('needs.glossary-became'), width: '28%', phone: 'line', cell: (row) => (row.outcome ? <><To url={`/outcomes/${row.outcome.id}`}>{row.outcome.number}</To> <ContentText text={row.outcome.text} /></> : reason(row)), text: became },
      { name: 'verdict', head: w('needs.glossary-verdict'), width: '96px', phone: 'state', cell: (row) => w(`needs.verdict.${row.verdict}`), text: (row) => w(`needs.verdict.${row.verdict}`) },
      { name: 'times', head: w('needs.glossary-how-often'), width: '120px', phone: 'line', cell: (row) => <>{times(row)}{row.shared ? <><br /><small>{w('needs.glossary-shared')}</small></> : null}</>, text: times },
      { name: 'enterprise', head: w('needs.enterprise'), cell: (row) => <ContentText text={row.enterprise.name} />, text: (row) => read(row.enterprise.name)?.text ?? '' },
      { name: 'concepts', head: w('needs.competence'), optional: true, cell: (row) => row.concepts.join('、'), text: (row) => row.concepts.join('; ') },
      { name: 'at', head: w('needs.glossary-when'), sort: true, cell: (row) => `${row.person ?? ''} · ${formats.day(row.at)}`, text: (row) => `${row.person ?? ''} ${row.at}` },
      { name: 'undo', head: w('web.undo'), width: '96px', phone: 'line', acts: true, cell: (row) => (row.mayUndo && row.needId ? <Button size="compact-sm" variant="default" loading={undo.isPending && undo.variables?.params?.decisionId === row.id} onClick={() => undo.mutate({ params: { id: row.needId ?? '', decisionId: row.id } })}>{w('web.undo')}</Button> : null), text: () => '' },
    ]
  }, [w, read, code, formats, undo])
  const filters: readonly Filter[] = [
    { name: 'verdict', label: w('needs.glossary-verdict'), choices: glossaryVerdicts.map((value) => ({ value, label: w(`needs.verdict.${value}`) })) },
    { name: 'language', label: w('needs.language'), choices: contentLanguages.map((value) => ({ value, label: w(`language.${value}`) })) },
  ]
  return (
    <>
      <PageHead title={w('needs.glossary')} />
      <p className={classes['hint']} style={{ marginTop: 0 }}>{w('needs.glossary-what')}</p>
      <FormProblem problem={undo.error?.problem} wrong={[]} />
      <ThingTable endpoint={glossary.list} name="glossary" caption={w('needs.glossary')} wordsLabel={w('needs.glossary-search')} columns={columns} filters={filters} usualSort="-at" nameOf={(row) => row.phrase} nothingYet={{ title: w('needs.glossary-none'), text: w('needs.glossary-none-how') }} />
    </>
  )
}
