import { defineThing } from '../../../platform/things/thing.ts'

/**
 * A need. `enterprise` said it, `college` = those it was given to, `recorder` = the organisation that wrote it down.
 * `reader` = whoever asks, where the enterprise opened it. Nobody else reads it; what the region may read is the agreed outcome.
 */
export const needThing = defineThing({
  kind: 'need',
  numberPrefix: 'N',
  urlOf: (id) => `/needs/${id}`,
  station: 'need',
  rights: {
    read: ['enterprise:any', 'enterprise:link', 'college:any', 'reader:any'],
    add: [
      'at enterprise:hr', 'at enterprise:owner', 'at enterprise:administrator', 'at enterprise:mentor', 'at college:office', 'at college:lead', 'at college:teacher', 'at college:administrator',
    ],
    change: ['enterprise:hr', 'enterprise:owner', 'college:office', 'college:lead', 'college:teacher'],
    give: ['enterprise:hr', 'enterprise:owner', 'enterprise:administrator'],
    translate: ['college:teacher', 'college:lead'],
    'set-aside': ['college:teacher', 'college:lead', 'college:office'],
    join: ['enterprise:hr', 'enterprise:owner', 'college:teacher', 'college:lead', 'college:office'],
    ask: ['college:teacher', 'college:lead', 'college:office'],
    answer: ['enterprise:hr', 'enterprise:owner', 'enterprise:mentor', 'enterprise:administrator', 'enterprise:link'],
    withdraw: ['enterprise:hr', 'enterprise:owner', 'recorder:office', 'recorder:lead', 'recorder:teacher'],
  },
})
