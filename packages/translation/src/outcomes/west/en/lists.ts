import { listOf } from '../words.ts'

/** Closed classes of English: words that never are a verb, a noun or an object by themselves. */
export const determiners = listOf("a an the this that these those my your our his her its their all any each every some both several many few no another such what's t' 'em tha thy")
export const pronounSubjects = listOf("i you he she we they it who what somebody someone anybody anyone everybody everyone nobody none no-one ya tha ye y'all")
export const pronounObjects = listOf('it them him her me us you this that these those one ones everything something anything things themselves itself himself herself nothing everyone everybody someone somebody each')
export const prepositions = listOf(
  'about above across after against along among around as at before behind below beneath beside besides between beyond by despite down during except for from in inside into like near off on onto out outside over past per since through throughout till to towards toward under underneath until up upon using via with within without following including regarding concerning according than acording',
)
export const conjunctions = listOf("and or but then so because when whenever if while where unless although though whether as than nor plus an' n' & till until once whereas otherwise")
export const relatives = listOf('who whom whose which that what how why where when whoever whichever')
export const particles = listOf('up off out down on in away back over together through')
export const adverbs = listOf(
  "always also then first next finally just only again now here there properly correctly safely independently carefully quickly promptly immediately straight regularly daily weekly monthly too still even ever yet well once twice alone together personally usually simply actually really already soon later please first-time reliably cleanly right afterwards herself himself yourself themselves itself myself straightaway hourly quarterly annually online onsite on-site in-house instead either overnight everywhere politley like friendly home anyway maybe perhaps backwards forwards sideways upright upside-down blindfolded early late mostly mainly largely quietly never not",
)
export const modals = listOf("can could must should shall will would may might cannot mun gotta 'll you'll he'll she'll they'll we'll i'll needs need dares dare ought")
export const auxiliaries = listOf("be is are was were been being am have has had having do does did get gets got isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't cannot couldn't won't wouldn't shouldn't mustn't needn't ain't i'm you're we're they're he's she's it's i've you've we've they've that's there's let's who's what's let")

/** Who works: an English noun for a person by its ending or by itself. */
export const isPerson = (low: string): boolean =>
  /(?:operator|worker|fitter|welder|driver|technician|electrician|engineer|apprentice|trainee|student|graduate|candidate|applicant|colleague|nurse|carer|cook|chef|waiter|waitress|cashier|accountant|bookkeeper|clerk|assistant|manager|supervisor|foreman|planner|programmer|developer|designer|tester|buyer|picker|packer|mechanic|inspector|host|receptionist|housekeeper|cleaner|helper|intern|lad|lass|lads|guy|guys|girl|girls|boy|boys|man|woman|men|women|person|people|staff|team|crew|employee|recruit|newcomer|joiner|setter|machinist|toolmaker|admin|administrator|storeman|salesperson|streamer|presenter|specialist|controller|auditor|physiotherapist|caregiver|youngster|successor)s?$/.test(low)

/** Whom one serves, tells or works with: never a tool. */
export const isPartner = (low: string): boolean =>
  isPerson(low) || /^(?:customer|client|guest|visitor|patient|resident|supplier|vendor|relative|relatives|child|children|partner|authorit(?:y|ies)|department|departments|insurer|bank|other|others|office|doctor|parents?|family|families|caller|dementia|disabilit(?:y|ies)|needs|diabetes)(?:s|'s|s')?$/.test(low)
