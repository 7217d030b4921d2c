import { findText, type InterfaceLanguage, type LocalizedText, toContentLanguage } from '@guildhall/kernel'
import type { Need, NeedRow } from '@guildhall/contract/needs'
import { type Params, say, type WordKey } from '@guildhall/words'
import { html, type Markup, plainPage } from '../../../platform/pages/plain-page.ts'

export type ContactPage = Readonly<{
  language: InterfaceLanguage
  token: string
  college: LocalizedText
  enterprise: LocalizedText
  name: string
  needs: readonly NeedRow[]
  open: Need | undefined
  said?: 'sent' | 'answered'
  fault?: string
  draft?: string
  formKey: string
}>

/** The page of a personal link: what I said and what became of it, one question at a time, a form for the next need. No script. */
export function writeContactPage(page: ContactPage): string {
  const w = (key: WordKey, params: Params = {}) => say(key, params, page.language)
  const text = (localized: LocalizedText) => findText(localized, toContentLanguage(page.language))?.text ?? ''
  const body = page.open ? onePart(page, page.open, w, text) : listPart(page, w)
  return plainPage({ language: page.language, title: `${w('needs.contact-title')} · ${text(page.college)}`, body: html`
    <header><p class="who">${text(page.college)}</p><h1>${w('needs.contact-title')}</h1><p class="quiet">${w('needs.contact-you', { name: page.name, enterprise: text(page.enterprise) })}</p></header>
    ${page.said ? html`<p class="good" role="status">${w(page.said === 'sent' ? 'needs.contact-sent' : 'needs.contact-answered')}</p>` : ''}
    ${page.fault ? html`<p class="bad" role="alert">${page.fault}</p>` : ''}
    ${body}
    <footer><p class="quiet">${w('needs.contact-foot')}</p></footer>` })
}

type Say = (key: WordKey, params?: Params) => string
type Text = (localized: LocalizedText) => string

const listPart = (page: ContactPage, w: Say): Markup => html`
  <section><h2><label for="text">${w('needs.contact-new')}</label></h2>
    <form method="post" action="/l/${page.token}/needs">
      <input type="hidden" name="key" value="${page.formKey}">
      <textarea id="text" name="text" rows="4" maxlength="5000" required aria-describedby="hint">${page.draft ?? ''}</textarea>
      <p class="quiet" id="hint">${w('needs.contact-hint')}</p>
      <label for="post">${w('needs.contact-post')}</label><input id="post" name="post" maxlength="120">
      <button>${w('needs.contact-send')}</button>
    </form></section>
  <section><h2>${w('needs.contact-became')}</h2>
    ${page.needs.length ? html`<ol class="needs">${page.needs.map((need) => html`<li><a href="/l/${page.token}/needs/${need.id}"><q lang="${need.language}">${need.text}</q><span class="state">${w(`needs.contact-status-${need.status}`)}${need.outcomes ? ` · ${w('needs.contact-outcomes', { n: need.outcomes })}` : ''}</span></a></li>`)}</ol>` : html`<p class="quiet">${w('needs.contact-none')}</p>`}
  </section>`

const onePart = (page: ContactPage, need: Need, w: Say, text: Text): Markup => html`
  <p><a href="/l/${page.token}">${w('needs.contact-back')}</a></p>
  <section><h2>${w('needs.contact-you-said')}</h2><blockquote lang="${need.language}">${need.text}</blockquote>
    <p class="quiet">${need.number} · ${need.saidOn} · ${w(`needs.contact-status-${need.status}`)}</p>
    ${need.setAsideReason ? html`<p>${w('needs.contact-set-aside', { reason: need.setAsideReason })}</p>` : ''}
  </section>
  ${need.outcomeList.map((outcome) => html`<section class="question"><h2>${w('needs.contact-question')}</h2>
    <p class="outcome">${text(outcome.says)}</p>
    ${outcome.answer ? html`<p class="quiet">${w(`needs.contact-said-${outcome.answer}`)}${outcome.answerWords ? `: ${outcome.answerWords}` : ''}</p>` : ''}
    <form method="post" action="/l/${page.token}/answers">
      <input type="hidden" name="key" value="${page.formKey}-${outcome.id}"><input type="hidden" name="needId" value="${need.id}"><input type="hidden" name="outcomeId" value="${outcome.id}">
      <label for="words-${outcome.id}">${w('needs.contact-words')}</label><textarea id="words-${outcome.id}" name="words" rows="2" maxlength="1000"></textarea>
      <div class="three"><button name="answer" value="yes">${w('needs.contact-yes')}</button><button name="answer" value="nearly">${w('needs.contact-nearly')}</button><button name="answer" value="no">${w('needs.contact-no')}</button></div>
    </form></section>`)}
  <!--thread-->`
