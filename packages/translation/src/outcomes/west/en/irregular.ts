/** Past and participle of English verbs that do not take -ed; one form stands for both. */
export const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `take took taken|make made|write wrote written|read read|set set|put put|cut cut|shut shut|hold held|keep kept|find found|build built|rebuild rebuilt
bend bent|send sent|grind ground|regrind reground|wind wound|drive drove driven|feed fed|lead led|teach taught|catch caught|buy bought|sell sold
pay paid|give gave given|get got gotten|go went gone|bring brought|draw drew drawn|weave wove woven|freeze froze frozen|choose chose chosen
speak spoke spoken|know knew known|understand understood|tell told|run ran run|spin spun|lay laid|see saw seen|hear heard|do did done|ride rode ridden
hang hung|stick stuck|show showed shown|throw threw thrown|wear wore worn|sling slung|strike struck|meet met|light lit|shoot shot|bleed bled
dig dug|deal dealt|let let|oversee oversaw overseen|upsell upsold|cross-sell cross-sold|sweep swept|break broke broken|prove proved proven|forecast forecast|sow sowed sown`
    .split(/[|\n]/)
    .map((line) => line.split(' '))
    .map(([base, past, participle]) => [base, `${past} ${participle ?? past}`]),
)

/** Verbs of more than one syllable that double their last letter. */
export const doubling = /(?:program|refer|transfer|commit|submit|permit|label|level|model|cancel|fuel|refuel|travel|equip|input|format|unplug|retrofit)$/

/** Nouns made of English verbs, by the verb that they are read as. */
export const verbalNouns: Readonly<Record<string, string>> = {
  maintenance: 'maintain', upkeep: 'maintain', servicing: 'service', installation: 'install', inspection: 'inspect', assembly: 'assemble', disassembly: 'disassemble',
  replacement: 'replace', adjustment: 'adjust', readjustment: 'readjust', alignment: 'align', calibration: 'calibrate', documentation: 'document',
  preparation: 'prepare', analysis: 'analyse', diagnosis: 'diagnose', diagnostics: 'diagnose', operation: 'operate', supervision: 'supervise',
  instruction: 'instruct', development: 'develop', production: 'produce', fabrication: 'fabricate', manufacture: 'manufacture', management: 'manage',
  coordination: 'coordinate', organisation: 'organise', organization: 'organise', evaluation: 'evaluate', assessment: 'assess', optimisation: 'optimise',
  optimization: 'optimise', improvement: 'improve', configuration: 'configure', deployment: 'deploy', modification: 'modify', translation: 'translate',
  calculation: 'calculate', reconciliation: 'reconcile', verification: 'verify', detection: 'detect', identification: 'identify', measurement: 'measure',
  removal: 'remove', delivery: 'deliver', storage: 'store', collection: 'collect', administration: 'administer', distribution: 'distribute',
  negotiation: 'negotiate', procurement: 'procure', recruitment: 'recruit', selection: 'select', comparison: 'compare', estimation: 'estimate',
  implementation: 'implement', integration: 'integrate', migration: 'migrate', restoration: 'restore', recovery: 'recover', disinfection: 'disinfect',
  sterilisation: 'sterilise', sterilization: 'sterilise', lubrication: 'lubricate', ventilation: 'ventilate', insulation: 'insulate', submission: 'submit',
  creation: 'create', construction: 'construct', compilation: 'compile', execution: 'execute', completion: 'complete', prevention: 'prevent',
  conversion: 'convert', protection: 'protect', isolation: 'isolate', optimising: 'optimise', observation: 'observe', registration: 'register',
  presentation: 'present', promotion: 'promote', participation: 'participate', provision: 'provide', rectification: 'rectify', elimination: 'eliminate',
  classification: 'classify', stocktaking: 'stocktake', 'fault-finding': 'fault-find', instructing: 'instruct', invoicing: 'invoice', mobilisation: 'mobilise',
  guidance: 'guide', mediation: 'mediate', simulation: 'simulate', validation: 'validate', investigation: 'investigate', introduction: 'introduce',
  communication: 'communicate', consultation: 'advise', advice: 'advise', treatment: 'treat', standardisation: 'standardise', retrieval: 'retrieve',
  repairs: 'repair', upgrades: 'upgrade', checks: 'check', tests: 'test', audit: 'audit', stocktake: 'stocktake', reviews: 'review', dispatch: 'dispatch', repair: 'repair',
  design: 'design', control: 'control', care: 'care for', review: 'review', purchase: 'purchase', support: 'support', overhaul: 'overhaul', change: 'change',
}
