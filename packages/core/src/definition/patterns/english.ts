import { genericStatement } from '../generic-statement.ts';
import type { DefinitionLanguage } from './definition-pattern.ts';

/** What may stand before the subject: a discourse word, the field of which the sentence speaks. */
const lead = String.raw`^(?:["“'‘]?(?:However|Therefore|Thus|Hence|Also|Generally|Typically|Basically|Essentially|Formally|Informally|Technically|Traditionally|Simply put|In other words|That is|Similarly|Conversely|Specifically|In general|In contrast|By definition|By contrast|Broadly|Broadly speaking|And|But|So|Then|Finally|Historically|Originally|Today|Now|Recall that|Note that|Remember that)\s*,?\s+)?(?:(?:In|As|Within|For|On|At|Under|Among|From|Throughout|Like|As used in|With respect to|With regard to|According to)\s(?:[^,;:.]{2,70},\s+|[^;:.]{2,100},\s+(?=(?:an?|the)\s)|\p{L}+\s+(?:\p{L}+\s+)?(?=an?\s)))?`;
const subject = String.raw`(?<subject>(?:[^,;:?!\s]+\s+){0,9}?[^,;:?!\s]+?)`;
/** Another name or an apposition between subject and verb. */
const insert = String.raw`(?:\s*[,—–]\s*[^;—–]{2,110}?\s*[,—–]|\s*,\s[^;,.]{2,60}?\sor\s[^;,.]{2,40}?|(?:\s*,\s[^;,.]{2,40}?){1,3},\s+or\s[^;,.]{2,40}?|\s*,\s+or\s[^;,.]{2,60}?|\s*,)?`;
const adverb = String.raw`(?:(?:also|either|typically|generally|usually|basically|essentially|simply|just|often|commonly|normally|therefore|thus|then|in general|in essence|really|actually|technically|traditionally|originally|primarily|mainly|mostly|formally|sometimes|best|broadly|loosely|roughly|commonly|normally|formally|informally|literally|properly|strictly|especially|principally|chiefly|usually called)[\s,]+){0,2}`;
const be = String.raw`\s+(?:is|are|was|were)(?:,\s[^,;.]{3,60},)?\s+`;
const name = String.raw`["“'‘]?(?<subject>(?:(?:an?|the)\s+)?(?:[\p{L}\p{N}][^\s,;:.?!()—]*\s+){0,4}?[\p{L}\p{N}][^\s,;:?!()—]*?)["”'’]?`;
const stop = String.raw`(?=\s*(?:[,;:.?!—–]|$|\s(?:that|which|who|where|and|is|are|was|were|in|to|by|for|with|has|have|can|because|when|as)\s))`;
const purpose = '(?:purpose|role|job|function|goal|task)';
const rest = String.raw`(?<definition>\S.*)$`;

export const english: DefinitionLanguage = {
  patterns: {
    'is-a': {
      find: new RegExp(
        `${lead}${subject}${insert}${be}${adverb}(?<definition>(?:an?|any(?:\\s+one)?(?:\\s+of(?:\\s+the)?)?(?:\\s+(?:several|various|many|numerous))?)\\s.*)$`,
        'du',
      ),
      score: 0.85,
      says: 'genus',
    },
    'is-the': {
      find: new RegExp(`${lead}${subject}${insert}${be}${adverb}(?<definition>the\\s.*)$`, 'du'),
      score: 0.68,
      says: 'genus',
    },
    'is-kind': {
      find: new RegExp(
        `${lead}${subject}${insert}${be}${adverb}(?<definition>(?!an?\\s|any\\s|the\\s)\\p{L}.*)$`,
        'du',
      ),
      score: 0.64,
      says: 'genus',
    },
    'is-one-of': {
      find: new RegExp(
        `${lead}${subject}${insert}${be}${adverb}one\\s+of\\s+(?:the\\s+)?(?:\\w+\\s+)?(?<definition>(?!(?:most|least|many|more|best|major|main|key|largest|biggest|oldest|first|few|only|greatest)\\s)\\p{L}.*)$`,
        'du',
      ),
      score: 0.56,
      says: 'genus',
    },
    'is-when': {
      find: new RegExp(`${lead}${subject}${be}(?<definition>(?:when|where|what happens when)\\s.*)$`, 'du'),
      score: 0.6,
      says: 'clause',
    },
    'we-define': {
      find: new RegExp(
        `\\b(?:define[sd]?|describe[sd]?)\\s+(?<subject>(?:[^,;:?!\\s]+\\s+){0,3}?[^,;:?!\\s]+)\\s+as\\s+${rest}`,
        'du',
      ),
      score: 0.75,
      says: 'clause',
    },
    'defined-as': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:is|are|was|were|can be|may be|could be|has been)\\s+${adverb}(?:defined|thought of|understood)\\s+(?:\\w+ly\\s+)?(?:as|by|to be|in terms of)\\s+${rest}`,
        'du',
      ),
      score: 0.85,
      says: 'clause',
    },
    'regarded-as': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:is|are|was|were|can be|may be)\\s+${adverb}(?:described|regarded|viewed|seen|considered)\\s+(?:as\\s+|to\\s+be\\s+)?(?<definition>(?:an?|any)\\s.*)$`,
        'du',
      ),
      score: 0.62,
      says: 'genus',
    },
    'refers-to': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:can\\s+|may\\s+)?${adverb}(?:refer(?:s|red)?\\s+(?:to|only\\s+to)|denote[sd]?|mean(?:s|t)?(?:\\s+that)?|designate[sd]?|signif(?:y|ies)|stands?\\s+for)\\s+${rest}`,
        'du',
      ),
      score: 0.85,
      says: 'clause',
    },
    'is-used-to-name': {
      find: new RegExp(
        `${lead}${subject}${insert}${be}${adverb}(?:used|applied|given|employed)\\s+(?:to|when|for|as)\\s+(?:describ|refer|denot|mean|nam|designat)\\w*\\s+${rest}`,
        'du',
      ),
      score: 0.85,
      says: 'clause',
    },
    'consists-of': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:consists?\\s+of|comprises?|involves?|describes?|represents?|${be.slice(3, -3)}\\s+(?:composed|made\\s+up)\\s+of)\\s+${rest}`,
        'du',
      ),
      score: 0.56,
      says: 'clause',
    },
    'occurs-when': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:occurs?|happens?|arises?|exists?|results?|takes?\\s+place)\\s+(?<definition>(?:when|whenever|if|as|because|from|in\\s+which|through)\\s.*)$`,
        'du',
      ),
      score: 0.62,
      says: 'clause',
    },
    'is-called': {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:(?:is|are|be)\\s+)(?:\\w+ly\\s+|also\\s+|often\\s+|sometimes\\s+|then\\s+)?(?:called|termed|named|known\\s+as|referred\\s+to\\s+as|dubbed|labell?ed|designated)\\s+(?:\\w+ly\\s+)?${name})${stop}`,
        'du',
      ),
      score: 0.72,
      says: 'sentence',
      naming: true,
    },
    'was-called': {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:(?:was|were|been|became|become|becomes)\\s+)(?:\\w+ly\\s+|also\\s+|often\\s+|sometimes\\s+|then\\s+)?(?:called|termed|known\\s+as|referred\\s+to\\s+as|dubbed)\\s+(?:\\w+ly\\s+)?${name})${stop}`,
        'du',
      ),
      score: 0.54,
      says: 'sentence',
      naming: true,
    },
    'we-call': {
      find: new RegExp(
        `^(?<definition>.*?\\b(?:we|they|one|people|scientists|economists|engineers|psychologists|sociologists|programmers|biologists|physicists|some)\\s+(?:also\\s+|often\\s+|sometimes\\s+)?(?:call|term|refer to)\\s+(?:(?:this|these|it|them|such\\s+[^,;:.]{2,40}?)\\s+(?:as\\s+)?)${name})${stop}`,
        'du',
      ),
      score: 0.68,
      says: 'sentence',
      naming: true,
    },
    'said-to-be': {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:is|are)\\s+(?:said\\s+to\\s+(?:be|have)|described\\s+as|considered\\s+to\\s+be)\\s+(?<subject>(?:an?\\s+)?(?:\\p{L}[\\p{L}-]*\\s+){0,2}?\\p{L}[\\p{L}-]*))[.]?$`,
        'du',
      ),
      score: 0.52,
      says: 'sentence',
    },
    'thing-called': {
      find: new RegExp(
        `^(?<definition>.*?\\p{L}[,\\s]\\s?(?:commonly\\s+|also\\s+|often\\s+|sometimes\\s+|usually\\s+|collectively\\s+)?(?:called|termed|known\\s+as|referred\\s+to\\s+as)\\s+${name})${stop}`,
        'du',
      ),
      score: 0.54,
      says: 'sentence',
      naming: true,
    },
    'by-we-mean': {
      find: new RegExp(
        `^By\\s+["“'‘]?(?<subject>[^,;:]{2,60}?)["”'’]?,?\\s+(?:we|I|one|is|are)\\s+(?:here\\s+)?(?:mean|understand|meant|understood)s?\\s+${rest}`,
        'du',
      ),
      score: 0.9,
      says: 'clause',
    },
    'the-term': {
      find: new RegExp(
        `\\b[Tt]he\\s+(?:term|word|name|phrase|expression|acronym)s?\\s+["“'‘]?(?<subject>[^,;:]{2,60}?)["”'’]?\\s+(?:is\\s+used|was\\s+used|has\\s+been\\s+used|can\\s+be\\s+used|may\\s+be\\s+used|(?:is|was)\\s+(?=an?\\s|the\\s|applied|given)|refers|describes|means|denotes|covers|applies|stands)\\s+${rest}`,
        'du',
      ),
      score: 0.74,
      says: 'clause',
    },
    'apposition-a': {
      find: new RegExp(`${lead}${subject},\\s+(?<definition>(?:an?|any|the)\\s+[^,;:]{8,}?),\\s+\\p{Ll}`, 'du'),
      score: 0.66,
      says: 'genus',
      apposition: true,
      needsDifferentia: true,
    },
    'apposition-last': {
      find: new RegExp(
        `\\s(?:the\\s+|an?\\s+)?(?<subject>(?:[\\p{L}\\p{N}][^\\s,;:()]*\\s+){0,2}[\\p{L}\\p{N}][^\\s,;:()]*),\\s+(?<definition>an?\\s+[^,;:]{12,}?)[.]?$`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
      apposition: true,
      needsDifferentia: true,
    },
    'apposition-or': {
      find: new RegExp(
        `${lead}${subject},\\s+or\\s+(?<definition>(?:(?:an?|the|any)\\s+)?[^,;:]{8,}?),\\s+\\p{Ll}`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
      needsDifferentia: true,
    },
    'apposition-bare': {
      find: new RegExp(
        `(?:^|\\s)(?:the\\s+|an?\\s+)?(?<subject>(?:[\\p{L}\\p{N}][^\\s,;:()]*\\s+){0,2}[\\p{L}\\p{N}][^\\s,;:()]*)(?:,\\s+(?:or\\s+)?|:\\s+|\\s*(?:—|–|\\s-{1,2}\\s)\\s*)(?<definition>(?!an?\\s|the\\s|is\\s|are\\s|which\\s|such\\s|some\\s|and\\s)(?:\\p{Ll}[^\\s,;:()]*\\s+){1,4}(?:that|which|who|in which|of)\\s[^,;:—–]{8,}?)(?:[,;.—–](?!\\s*(?:and|or)\\b)|$)`,
        'du',
      ),
      score: 0.54,
      says: 'genus',
      apposition: true,
      needsDifferentia: true,
    },
    'which-is': {
      find: new RegExp(
        `\\b(?:the\\s+|an?\\s+)?(?<subject>(?:[\\p{L}\\p{N}][^\\s,;:()]*\\s+){0,2}[\\p{L}\\p{N}][^\\s,;:()]*),\\s+which\\s+(?:is|are|was|were|means|refers\\s+to)\\s+${adverb}(?<definition>(?:an?|any|the)\\s+[^,;:]{8,}?)(?:[,;.]|$)`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
      apposition: true,
    },
    dash: {
      find: new RegExp(
        `(?:^|\\s)(?<subject>(?:[\\p{L}\\p{N}][^\\s,;:()—–]*\\s+){0,3}[\\p{L}\\p{N}][^\\s,;:()—–]*?)\\s*(?:—|–|\\s-{1,2}\\s)\\s*(?<definition>(?:an?|any|the)\\s[^—–;:]{10,}?)(?:—|–|\\s-{1,2}\\s|[.;]|$)`,
        'du',
      ),
      score: 0.62,
      says: 'genus',
      apposition: true,
    },
    parenthesis: {
      find: new RegExp(
        `(?:^|\\s)(?:the\\s+|an?\\s+)?(?<subject>(?:[\\p{L}\\p{N}][^\\s,;:()]*\\s+){0,2}[\\p{L}\\p{N}][^\\s,;:()]*)\\s\\((?:or\\s+)?(?<definition>(?:an?|the|any)\\s[^()]{10,}?)\\)`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
      apposition: true,
      raw: true,
    },
    'is-one': {
      find: new RegExp(
        `${lead}${subject}${insert}${be}${adverb}(?<definition>(?:one|those|someone|anyone|something|anything|a person|people)\\s+(?:in|on|for|with|by|to|from)?\\s*(?:which|that|who|whom|whose|where|when)\\s.*)$`,
        'du',
      ),
      score: 0.75,
      says: 'clause',
    },
    'exists-when': {
      find: new RegExp(
        `^(?<definition>(?:When|If|Whenever)\\s.{10,}?),\\s+(?:then\\s+)?(?<subject>an?\\s+(?:[^,;:\\s]+\\s+){0,3}?[^,;:\\s]+)\\s+(?:occurs?|exists?|arises?|results?|takes?\\s+place|has\\s+occurred)\\b`,
        'du',
      ),
      score: 0.55,
      says: 'sentence',
    },
    'states-that': {
      find: new RegExp(
        `${lead}(?<subject>(?:[^,;:?!\\s]+\\s+){0,7}?(?:laws?|principles?|theor(?:y|ies)|hypothes[ie]s|rules?|theorems?|doctrines?|axioms?|postulates?|paradox|argument|view|approach|perspective|model|belief|amendment|clause|effect)(?:\\s+of\\s+(?:[^,;:\\s]+\\s*){1,3})?)${insert}\\s+(?:states?|holds?|says?|asserts?|suggests?|proposes?|predicts?|posits?|argues?|claims?|maintains?|requires?)\\s+(?<definition>that\\s.*)$`,
        'du',
      ),
      score: 0.66,
      says: 'clause',
    },
    'is-name': {
      find: new RegExp(
        `^(?<definition>(?:The|An?)\\s+(?:\\p{L}+\\s+){1,3}?(?:of|that|which|who|in which|by which|at which|to|between|for|from|in)\\s.{25,}?)\\s+(?:is|are)\\s+(?:the\\s+)?(?<subject>(?:\\p{L}[\\p{L}-]*\\s+){0,2}\\p{L}[\\p{L}-]*)[.]?$`,
        'du',
      ),
      score: 0.52,
      says: 'sentence',
    },
    colon: {
      find: new RegExp(
        `^(?:(?:an?|the)\\s+)?(?<subject>(?:[^,;:.?!\\s]+\\s+){0,4}[^,;:.?!\\s]+):\\s+(?<definition>(?:an?|any|the|\\p{L}+)\\s.{12,})$`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
      label: true,
    },
    'or-name': {
      find: new RegExp(
        `^(?<definition>.*?\\b(?:an?|the)\\s+(?:[^,;:\\s]+\\s+){1,6}?[^,;:\\s]+),\\s+or\\s+(?:the\\s+)?(?<subject>(?:\\p{Ll}[\\p{L}-]*\\s+){0,2}\\p{Ll}[\\p{L}-]*),`,
        'du',
      ),
      score: 0.52,
      says: 'sentence',
      naming: true,
    },
    'in-which': {
      find: new RegExp(
        `(?:^|\\s)(?:the\\s+|an?\\s+)?(?<subject>(?:\\p{L}[^\\s,;:()]*\\s+){0,2}\\p{L}[^\\s,;:()]*),\\s+(?<definition>(?:in\\s+which|whereby|wherein|meaning|that\\s+is|i\\.e\\.)[,\\s].{15,})$`,
        'du',
      ),
      score: 0.54,
      says: 'clause',
    },
    'which-does': {
      find: new RegExp(
        `(?:^|\\s)(?:the\\s+|an?\\s+)?(?<subject>(?:\\p{Ll}[^\\s,;:()]*\\s+){0,1}\\p{L}[^\\s,;:()]*),\\s+which\\s+(?<definition>\\p{Ll}+(?<!was|were|had|has|is|are|have|will|would|can|could|may|might|led|made|became|began)\\s[^,;:]{12,}?)(?:[,;.]|$)`,
        'du',
      ),
      score: 0.5,
      says: 'clause',
      naming: true,
    },
    'in-a': {
      find: new RegExp(
        `^(?:In|With|Under)\\s+(?<subject>(?:an?\\s+(?:\\p{Ll}[\\p{L}-]*\\s+){0,2}\\p{Ll}[\\p{L}-]*)|(?:\\p{Ll}[\\p{L}-]*\\s+){0,2}\\p{Ll}[\\p{L}-]*(?:ing|ion|ism|ance|ence|ment|sis)),\\s+(?<definition>(?:an?|the|\\p{Ll}+s)\\s.{20,})$`,
        'du',
      ),
      score: 0.5,
      says: 'clause',
    },
    does: {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+${adverb}(?:lets?|allows?|enables?|provides?|ensures?|represents?|manages?|defines?|describes?|holds?|stores?|exposes?|controls?|maintains?|specif(?:y|ies)|determines?|serves?|acts?|combines?|groups?|links?|tracks?|handles?|implements?|gives?|offers?|creates?|connects?|collects?|protects?|separates?|limits?|constrains?|tells?|(?:is|are)\\s+(?:used|responsible|designed|intended|meant))\\s+(?<definition>\\S.*)$`,
        'du',
      ),
      score: 0.5,
      says: 'sentence',
      functional: true,
    },
    'purpose-of': {
      find: new RegExp(
        `^The\\s+(?:main\\s+|primary\\s+)?${purpose}\\s+of\\s+(?<subject>[^,;:]{2,60}?)\\s+is\\s+(?<definition>to\\s.{10,})$`,
        'du',
      ),
      score: 0.7,
      says: 'sentence',
      functional: true,
    },
    purpose: {
      find: new RegExp(
        `${lead}${subject}['’]s?\\s+(?:main\\s+|primary\\s+)?${purpose}\\s+is\\s+(?<definition>to\\s.{10,})$`,
        'du',
      ),
      score: 0.7,
      says: 'sentence',
      functional: true,
    },
    generic: { find: genericStatement, score: 0.52, says: 'sentence' },
  },
  noSubject:
    /^(?:generally|typically|usually|originally|historically|traditionally|it|its|this|that|these|those|they|them|their|there|he|his|she|her|hers|we|our|us|you|your|i|my|one|here|what|which|who|whose|where|when|why|how|whether|if|such|some|many|most|all|both|each|every|another|other|others|several|few|much|any|no|none|nothing|something|anything|everything|someone|anyone|everyone|either|neither|first|second|third|next|last|finally|because|since|although|while|though|after|before|as|to|by|with|at|unlike|like|instead|note|see|example|now|not|only|perhaps|once|until|unless|are|is|do|does|did|can|will|should|let|make|sure|more|less|half|part|yes|so|yet|but|and|or|in|on|of|for|from|during|among|between|into|under|over|within|without|through|throughout|against|about|around|across|along|near|beyond|despite|upon|per|via|based|according|due|given|named|unique|notable|compared|contrary|regarding|however|therefore|thus|also|then|today|often|sometimes|usually|mr|mrs|ms|dr|warning|caution|helpful|disclaimer|tip|important|attention|hint|danger|info|todo)(?:[\s'’]|$)/iu,
  vagueSubject:
    /\bbest\s+practices?$|\b(?:popular|notable|common|typical|main|important|famous|largest|smallest|biggest|oldest|best|greatest|most|claimed|recent|latest|aforementioned)\s|^an?\s+(?:\w+\s+)?(?:example|reason|result|way|goal|challenge|problem|case|difference|advantage|disadvantage|alternative|step|thing|part|question)\b|^(?:(?:the|following|main|first|second|third|next|last|only|other|same|latter|former|most|best|key|primary|ultimate|final|basic|important|common|major|simplest|one|two|three|\w+est)\s+)*(?:reason|goal|purpose|result|results|example|examples|difference|differences|problem|problems|issue|issues|advantage|advantages|disadvantage|disadvantages|aim|idea|question|answer|explanation|point|fact|case|cases|way|ways|thing|things|part|parts|step|steps|time|times|number|number of|rest|following|latter|former|section|chapter|page|document|guide|tutorial|figure|table|figures|value|default|default value|output|number|total|focus|effect|cause|outcome|evidence|other|others|conclusion|consequence|solution|note|choice|alternative|challenge|trick|catch|point here|key|bottom line|sum|amount|exception)(?:\s+(?:of|for|to|here|is|in|why|behind|that|with|between)\b.*)?$/iu,
  clauseInSubject:
    /\s(?:is|are|was|were|has|have|had|that|which|who|whom|whose|where|when|while|because|if|does|do|did|will|would|can|could|may|might|must|should|shall|than|said|says|be|been|being|not|there|this|these|it|they|he|she|we|you|how|what|why|whether|but|as)(?:\s|$)|(?<!\s(?:of|in|to|for|with|by|on|from|or|and))\s(?:an?)\s/iu,
  noName:
    /^(?:using|installing|configuring|creating|enabling|deploying|upgrading|choosing)\s|^(?:option|step|case|example|method|phase|scenario|part)\s?(?:\p{N}+|[a-z])$/iu,
  articles: /^(?:an?|the)\s+/iu,
  noGenus:
    /^(?:an?|the)\s+(?:(?:most\s+)?(?:main|primary|principal|preferred|recommended|standard|usual|typical|common|easiest|simplest|only)\s+(?:ways?|methods?|approach(?:es)?|means|choices?|options?|mechanisms?)|(?:highly\s+|strongly\s+)?recommended|(?:special|particular|specific|edge|corner|rare)\s+(?:case|situation|example)|(?:complex|complicated|difficult|hard|broad|large|big|advanced)\s+(?:topics?|subjects?|problems?|issues?|areas?|tasks?)|(?:common|normal|typical|popular|usual|well-known|natural|regular)\s+(?:patterns?|parts?|practices?|features?|techniques?|concepts?|scenarios?|requirements?)(?!.*\b(?:that|which|where|for|to|used)\b))\b|^(?:an?|the)\s+(?:first-class citizen|(?:list|names?|number|value|set) of (?:an?|the)?\s?\p{L}+\s?(?:to|for|in) which)\b|^(?:(?:an?|the|any)\s+)?(?:(?:very|most|more|quite|rather|really|also|extremely|particularly|especially|so|too|such|especially|perhaps|probably)\s+)*(?:good|bad|best|worst|better|worse|great|greatest|important|key|critical|crucial|essential|vital|useful|helpful|handy|nice|perfect|ideal|excellent|popular|famous|favou?rite|likely|unlikely|(?:easy|hard|difficult)(?=\s+to\b)|easiest|hardest|clear|obvious|necessary|similar|(?:stable|unstable|experimental|beta(?:-level)?|alpha(?:-level)?)(?=\s+(?:features?|releases?|versions?|APIs?|parts?|fields?)\b)|(?:optional|required|mandatory)(?=\s+(?:\p{L}+\s+)?(?:fields?|parameters?|arguments?|propert(?:y|ies)|attributes?|settings?|values?|flags?|keys?|options?)\b)|(?:common|core|integral|central|major|big)(?=\s+(?:part|element|aspect|feature|piece)s?\s+of\b)|different|same|example|examples|instance of|one (?:part|aspect|element) of|reason|reasons|fact|(?:case|result|results|matter|issue|problem|question)(?!\s+of\s+\p{L}+ing)|lot|part of|must|few|bit|second|third|next|last|only|other|another|latter|former|day|thing|following|opposite|exactly|factor|major factor|alternative|replacement|successor|(?:focus|heart|centre|center|backbone|cornerstone|foundation)(?=\s+of\b)|(?:match|prerequisite|requirement|candidate)(?=\s+for\b)|next-generation|newer|newest|new|updated|improved)(?=[\s,.;:]|$)|^(?:true|false|required|optional|available|possible|impossible|able|unable|due|responsible|equal|equivalent|identical|least|less|two|three|now|not|no longer|still|already|well|here|there|about|like|just|based|composed|made|found|located|situated|caused|affected|related|associated|involved|included|used|known|called|named|termed|considered|seen|given|said|born|expected|needed|supported|deprecated|installed|enabled|disabled|set|written|created|done|being|going|trying|becoming|home|subject|native|how|why|what|who|whether|because|if|that|to|in|on|at|of|for|from|by|with|under|within|between|through|his|her|its|their|our|your|my|this|these|those|he|she|it|they|we|you|all|both|each|many|some|several|every)(?=[\s,.;:]|$)/iu,
  differentia:
    /\b(?:that|which|who|whose|where|when|by which|in which|used|using|designed|intended|consisting|containing|composed|made|based|developed|created|responsible|caused|characteri[sz]ed|produced|formed|found|located|native|between|of|for|in|from|with|without|to|by|on)\b/iu,
  strongDifferentia:
    /\b(?:that|which|who|whose|where|used|designed|intended|consisting|containing|composed|responsible|characteri[sz]ed|produced|formed|of \p{L}+ing|for \p{L}+ing|to \p{L}+|made (?:of|up|from|by))\b/iu,
  clauseStart:
    /^(?:added|changed|fixed|improved|enhanced|removed|introduced|renamed|reduced|increased|preferred|recommended|needs?|wants?|which|what|how|who|where|why|if|when|you|we|it|they|he|she|there|this|these|that|use|see|set|run|add|make|do|not|yes|no|please|in|on|for|to|by|with|at|from|as|whether|must|should|can|may|will|all|each|every|\p{L}+ing)\b/iu,
  anaphora:
    /\b(?:(?:at|in|of|for|with|by|to|on|from) that|this|these|those|(?:above|below)(?!\s(?:\p{N}|an?\s|the\s|zero))|aforementioned|previous|previously|following|here)\b/iu,
  clause:
    /^(?:(?!(?:that|which|who|whose|where|when|how|what)\b)[^\s,;:]+\s+){1,11}?(?:is|are|was|were|will|has|have|can|must|should|may|contains?|provides?|communicates?|enables?|allows?|requires?|includes?)\s|^\p{Ll}+\s(?:the|an?|your|its|this|all)\s/u,
  remark:
    /\b(?:several|various|in some cases|sometimes|named|but|also|only|however|may|might|must|should|if|then|now|always|never|not|no|n[’']t|you|your)\b|\bFor example\b/iu,
  opensClause:
    /^[*\s]*(?:Upon|In|To|When|If|For|With|By|After|Before|As|While|Because|Once|On|At|From|During|Although|Since|Until|Under|Over|Through|Among|Without|Unlike|Like|Despite|Based|Given|Using|Depending)\b/u,
  noDefinition:
    /\bone of (?:the|our|its|their) (?:most|best|main|major|key|many)\b|\blike any other\b|\?\s*$|^(?:To\s+\p{Ll}|By default\b|As (?:you|we)\b)|\byou['’](?:ve|ll)\b|^(?:The|This|That|These|Those|It)\s(?:\p{L}+\s){0,2}(?:is|are)\s(?:called|named|known)\b|^(?:Examples?|Other examples|Suppose|Imagine|Consider|Let|Assume|For example|For instance|Because|Since|Although|While|See|Unlike|Figure|Table|Learn|How|Why|Try|Make|Use|Click|Run|Note:|Warning)\b|\b(?:I|my|me)\b|\b(?:example|reason|instance) (?:of|for|is)\b/u,
  discourse:
    /^(?:(?:However|Therefore|Thus|Hence|Also|Generally|Typically|Basically|Essentially|Simply put|In other words|That is|Similarly|Conversely|Specifically|In general(?: terms)?|In (?:broad|simple) terms|In contrast|By contrast|And|But|So|Then|Finally|Moreover|Furthermore|Additionally|In addition|In short|In a nutshell|As such|As a result|First(?:ly)?|Second(?:ly)?|Last(?:ly)?),(?!\s+there)\s+|(?:And|But|So|Then|Also|Thus|Therefore|Hence|Recall that|Note that|Remember that)\s+)/u,
  overviewHeading:
    /^(?:overview|introduction|intro|about|summary|background|description|definition|abstract|general|basics|what is it\??)$/iu,
  topicHeading:
    /^(?:(?:what\s+(?:is|are)\s+(?:an?\s+|the\s+)?|about\s+(?:the\s+)?|understanding\s+(?:the\s+)?|introduction\s+to\s+(?:the\s+)?|introducing\s+(?:the\s+)?|overview\s+of\s+(?:the\s+)?|the\s+|an?\s+)(?<a>.+?)\s*\??|(?<b>.+?)\s+(?:overview|basics|concepts?|explained|definition|introduction|in a nutshell))$/iu,
  parameterHeading:
    /^(?:.*\s)?(?:param(?:eter)?s?|arguments?|options?|props|propert(?:y|ies)|returns?|return values?|fields?|attributes?|flags?|inputs?|outputs?|default|required|type)s?$/iu,
  glossaryHeading: /^(?:key\s+)?(?:terminology|glossary|terms|definitions|vocabulary|nomenclature)(?:\s+used.*)?$/iu,
  pronounSubject: /^(?:This|It|These|They)\s+(?:is|are)\s+/u,
  descriptionHeader: /^(?:description|definition|meaning|explanation|purpose|role|what it (?:is|does)|details?)$/iu,
  meaningHeader: /^(?:meanings?|definitions?|what it means|what (?:this|that) means)$/iu,
  termHeader:
    /^(?:(?:the\s+)?(?:terms?|words?|expressions?|abbreviations?|acronyms?|concepts?|vocabulary|jargon)(?:\s+(?:we|you)\s+use)?)$/iu,
};
