import { contactLinks } from '@guildhall/contract/needs'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { To } from '../../../ui/to.tsx'
import { HomeLines } from './home-lines.tsx'
import classes from './home.module.css'

/** Personal links of enterprises that end within thirty days: whoever holds one will not reach us afterwards. */
export function EndingLinksPart() {
  const w = useWords()
  const formats = useFormats()
  const asked = useAsk(contactLinks.list, { query: {} })
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString()
  const ending = (asked.data?.items ?? [])
    .filter((link) => link.state === 'open' && link.endsAt < until)
    .sort((a, b) => a.endsAt.localeCompare(b.endsAt))
  return (
    <PanelPart title={w('home.links-ending')} aside={<To url="/contact-links">{w('home.all')} ›</To>}>
      <HomeLines
        isPending={asked.isPending}
        problem={asked.isError && !asked.data ? toProblem(asked.error) : undefined}
        onRetry={() => void asked.refetch()}
        none={w('home.no-links-ending')}
      >
        {ending.slice(0, 10).map((link) => (
          <li key={link.id}>
            <span className={classes['what']}>
              {link.contactName} · <ContentText text={link.enterprise.name} tag={false} />
            </span>
            <span className={classes['note']}>{w('home.link-ends', { day: formats.day(link.endsAt) })}</span>
            <To url="/contact-links">{w('home.renew-link')}</To>
          </li>
        ))}
      </HomeLines>
    </PanelPart>
  )
}
