import { anyOf } from './any-of.ts';
import type { DefinitionLanguage } from './definition-pattern.ts';
import { appositionPatterns } from './english-appositions.ts';
import { namingPatterns } from './english-names.ts';
import { roundaboutPatterns } from './english-roundabout.ts';
import { verbPatterns } from './english-verbs.ts';

export const english: DefinitionLanguage = {
  patterns: { ...verbPatterns, ...namingPatterns, ...appositionPatterns, ...roundaboutPatterns },
  noSubject:
    /^(?:generally|typically|usually|originally|historically|traditionally|it|its|this|that|these|those|they|them|their|there|he|his|she|her|hers|we|our|us|you|your|i|my|one|here|what|which|who|whose|where|when|why|how|whether|if|such|some|many|most|all|both|each|every|another|other|others|several|few|much|any|no|none|nothing|something|anything|everything|someone|anyone|everyone|either|neither|(?:first|second|third)(?!\s\p{Ll}[\p{L}-]+$)|next|last|finally|because|since|although|while|though|after|before|as|to|by|with|at|unlike|like|instead|note|see|example|now|not|only|perhaps|once|until|unless|are|is|do|does|did|can|will|should|let|make|sure|more|less|half|part|yes|so|yet|but|and|or|in|on|of|for|from|during|among|between|into|under|over|within|without|through|throughout|against|about|around|across|along|near|beyond|despite|upon|per|via|based|according|due|given|named|unique|notable|compared|contrary|regarding|however|therefore|thus|also|then|today|often|sometimes|usually|mr|mrs|ms|dr|warning|caution|helpful|disclaimer|tip|important|attention|hint|danger|info|todo|please)(?:[\s'’]|$)/iu,
  vagueSubject: anyOf(
    /\bbest\s+practices?$/iu,
    /\b(?:popular|notable|common|typical|main|important|famous|largest|smallest|biggest|oldest|best|greatest|most|claimed|recent|latest|aforementioned)\s/iu,
    /^an?\s+(?:\w+\s+)?(?:example|reason|result|way|goal|challenge|problem|case|difference|advantage|disadvantage|alternative|step|thing|part|question)\b/iu,
    /^(?:(?:the|following|main|first|second|third|next|last|only|other|same|latter|former|most|best|key|primary|ultimate|final|basic|important|common|major|simplest|one|two|three|\w+est)\s+)*(?:reason|goal|purpose|result|results|example|examples|difference|differences|problem|problems|issue|issues|advantage|advantages|disadvantage|disadvantages|aim|idea|question|answer|explanation|point|fact|case|cases|way|ways|thing|things|part|parts|step|steps|time|times|number|number of|rest|following|latter|former|section|chapter|page|document|guide|tutorial|figure|table|figures|value|default|default value|output|number|total|focus|effect|cause|outcome|evidence|other|others|conclusion|consequence|solution|note|choice|alternative|challenge|trick|catch|point here|key|bottom line|sum|amount|exception)(?:\s+(?:of|for|to|here|is|in|why|behind|that|with|between)\b.*)?$/iu,
  ),
  clauseInSubject: anyOf(
    /\s(?:is|are|was|were|has|have|had|that|which|who|whom|whose|where|when|while|because|if|does|do|did|will|would|can|could|may|might|must|should|shall|than|said|says|be|been|being|not|there|this|these|it|they|he|she|we|you|how|what|why|whether|but|as)(?:\s|$)/iu,
    /(?<!\s(?:of|in|to|for|with|by|on|from|or|and))\s(?:an?)\s/iu,
  ),
  noName:
    /^(?:using|installing|configuring|creating|enabling|deploying|upgrading|choosing)\s|^(?:option|step|case|example|method|phase|scenario|part)\s?(?:\p{N}+|[a-z])$/iu,
  articles: /^(?:an?|the)\s+/iu,
  noGenus: anyOf(
    /^\p{Ll}+\sbut\s/iu,
    /^an?\s+(?:sufficiently|so)\s+\p{L}+\s+\p{L}+\s+that\s|^the\s+(?:first|next|last)\s.*\bwe\s/iu,
    // "A larger sail", without saying than what, and "a name, not an acronym" say nothing of the thing.
    /^(?:an?\s+)?(?:much\s+|slightly\s+|somewhat\s+)?(?:broad|larg|small|bigg|short|long|strong|weak|fast|slow|simpl|light|wid|narrow|deep|rich|saf|clean|cheap|old|young|easi|soft)er\s(?!level|order|weight|than)/iu,
    /^an?\s(?:name|word|term|acronym|abbreviation)\s?(?:,\s(?:not|but)\s|[.;]|$)/iu,
    /^an?\s+(?:fundamental|valuable|essential)\s+(?:tool|skill|part|aspect|concept|idea|element|feature)\b(?!\s(?:that|which|for|used)\b)/iu,
    /^an?\s+(?:\p{L}+ly\s+)?(?:powerful|flexible|complex|simple|robust|versatile)\s+(?:tool|feature|concept|mechanism|technology|technique)\b(?!\s(?:that|which|for|to|used|of|with|in)\b)/iu,
    /^(?:an?|the)\s+(?:(?:most\s+)?(?:main|primary|principal|preferred|recommended|standard|usual|typical|common|easiest|simplest|only)\s+(?:ways?|methods?|approach(?:es)?|means|choices?|options?|mechanisms?)|(?:highly\s+|strongly\s+)?recommended|(?:special|particular|specific|edge|corner|rare)\s+(?:case|situation|example)|(?:complex|complicated|difficult|hard|broad|large|big|advanced)\s+(?:topics?|subjects?|problems?|issues?|areas?|tasks?)|(?:common|normal|typical|popular|usual|well-known|natural|regular)\s+(?:patterns?|parts?|practices?|features?|techniques?|concepts?|scenarios?|requirements?)(?!.*\b(?:that|which|where|for|to|used)\b))\b/iu,
    /^(?:an?|the)\s+(?:first-class citizen|(?:\p{L}[\p{L}-]*\s+){0,3}?examples?\b|(?:list|names?|number|value|set) of (?:an?|the)?\s?\p{L}+\s?(?:to|for|in) which)\b/iu,
    /^(?:(?:an?|the|any)\s+)?(?:(?:very|most|more|quite|rather|really|also|extremely|particularly|especially|so|too|such|entirely|completely|perhaps|probably)\s+)*(?:good|bad|best|worst|better|worse|great|greatest|important|key|critical|crucial|essential|vital|useful|helpful|handy|nice|perfect|ideal|excellent|popular|famous|fantastic|wonderful|amazing|awesome|brilliant|terrific|iconic|favou?rite|likely|unlikely|(?:easy|hard|difficult)(?=\s+to\b)|easiest|hardest|clear|obvious|necessary|similar|(?:stable|unstable|experimental|beta(?:-level)?|alpha(?:-level)?)(?=\s+(?:features?|releases?|versions?|APIs?|parts?|fields?)\b)|(?:optional|required|mandatory)(?=\s+(?:\p{L}+\s+)?(?:fields?|parameters?|arguments?|propert(?:y|ies)|attributes?|settings?|values?|flags?|keys?|options?)\b)|(?:common|core|integral|central|major|big)(?=\s+(?:part|element|aspect|feature|piece)s?\s+of\b)|different|same|example|examples|instance of|one (?:part|aspect|element) of|reason|reasons|fact|(?:case|result|results|matter|issue|problem|question)(?!\s+of\s+\p{L}+ing)|lot|part of(?!\s.*\s(?:that|which|where|in which|on which|between|above|below|under|over)\s)|must|few|bit|second|third|next|last|only|other|another|latter|former|day|thing|following|opposite|exactly|factor|major factor|alternative|replacement|successor|(?:focus|heart|centre|center|backbone|cornerstone|foundation)(?=\s+of\b)|(?:match|prerequisite|requirement|candidate)(?=\s+for\b)|next-generation|newer|newest|new|updated|improved)(?=[\s,.;:]|$)/iu,
    /^(?:true|false|required|optional|available|possible|impossible|able|unable|due|responsible|equal|equivalent|identical|least|less|two|three|now|not|no longer|still|already|well|here|there|about|like|just|based|composed|made|found|located|situated|caused|affected|related|associated|involved|included|used|known|called|named|termed|considered|seen|given|said|born|expected|needed|supported|deprecated|installed|enabled|disabled|set|written|created|done|being|going|trying|becoming|home|subject|native|how|why|what|who|whether|because|if|that|to|in|on|at|of|for|from|by|with|under|within|between|through|his|her|its|their|our|your|my|this|these|those|he|she|it|they|we|you|all|both|each|many|some|several|every)(?=[\s,.;:]|$)/iu,
  ),
  differentia:
    /\b(?:that|which|who|whose|where|when|by which|in which|used|using|designed|intended|consisting|containing|composed|made|based|developed|created|responsible|caused|characteri[sz]ed|produced|formed|found|located|native|between|of|for|in|from|with|without|to|by|on)\b/iu,
  strongDifferentia:
    /\b(?:that|which|who|whose|where|used|designed|intended|consisting|containing|composed|responsible|characteri[sz]ed|produced|formed|of \p{L}+ing|for \p{L}+ing|to \p{L}+|made (?:of|up|from|by))\b/iu,
  clauseStart:
    /^(?:added|changed|fixed|improved|enhanced|removed|introduced|renamed|reduced|increased|preferred|recommended|needs?|wants?|which|what|how|who|where|why|if|when|you|we|it|they|he|she|there|this|these|that|use|see|set|run|add|make|do|not|yes|no|please|in|on|for|to|by|with|at|from|as|whether|must|should|can|may|will|all|each|every|\p{L}+ing)\b/iu,
  anaphora:
    /^(?:It|They|He|She|You|Such)\s|\b[Ii]n\s(?:our|this|that)\s(?:case|example|setting)\b|\byou\s(?:should|must|have to|need to)\b|\bis\srequired\sto\b|\binterchangeably\b|\b(?:thus|so)\s\p{Ll}+ed\b|\balso\s(?:refers?|means?|denotes?)\b|\brespectively\b|\b(?:the\s)(?:former|latter)\b|\b(?:to|of|in|for|with|by|on|call|term)\ssuch\s(?!as\b|that\b|an?\s)|\b(?:the|left|right)\s(?:figure|diagram|picture|listing)\b|\b(?:explained|described|discussed|mentioned|introduced|shown)\s(?:later|earlier|before)\b|\bas\s(?:we\s)?(?:described|discussed|mentioned|shown|explained|saw|introduced)\b|\b(?:(?:at|in|of|for|with|by|to|on|from) that|this|these|those|(?:above|below)(?!\s(?:\p{N}|an?\s|the\s|zero))|aforementioned|previous|previously|preceding|(?<=the )following|following(?=\s*(?:[:.]|$))|here)\b/iu,
  clause:
    /^(?:(?!(?:that|which|who|whose|where|when|how|what)\b)[^\s,;:]+\s+){1,11}?(?:is|are|was|were|will|has|have|can|must|should|may|contains?|provides?|communicates?|enables?|allows?|requires?|includes?)\s|^\p{Ll}+\s(?:the|an?|your|its|this|all)\s/u,
  remark:
    /\b(?:several|various|in some cases|sometimes|named|but|also|only|however|may|might|must|should|if|then|now|always|never|not|no|n[’']t|you|your)\b|\bFor example\b|\bplays?\s(?:an?|the)\s|\bused by \p{L}+ing\b|\btakes? its name\b|\bbehaves? like\b/iu,
  opensClause:
    /^[*\s]*(?:Upon|In|To|When|If|For|With|By|After|Before|As|While|Because|Once|On|At|From|During|Although|Since|Until|Under|Over|Through|Among|Without|Unlike|Like|Despite|Based|Given|Using|Depending)\b/u,
  noDefinition: anyOf(
    /\bone of (?:the|our|its|their) (?:most|best|main|major|key|many)\b/u,
    /\blike any other\b/u,
    /\?\s*$/u,
    /^(?:To\s+\p{Ll}|By default\b|As (?:you|we)\b)/u,
    /\byou['’](?:ve|ll)\b/u,
    /^(?:The|This|That|These|Those|It)\s(?:\p{L}+\s){0,2}(?:is|are)\s(?:called|named|known)\b/u,
    /^(?:Examples?|Other examples|Suppose|Imagine|Consider|Let|Assume|For example|For instance|Because|Since|Although|While|See|Unlike|Figure|Table|Learn|How|Why|Try|Make|Use|Click|Run|Note:|Warning)\b/u,
    /\b(?:I|my|me)\b/u,
    /\b(?:example|reason|instance) (?:of|for|is)\b/u,
  ),
  brokenEnd:
    /\s(?:an?|the|and|or|of|its|their|your|our|every|each|than|(?:is|are|was|were|be|as)\s(?:defined|described|specified|explained|discussed|documented|shown|given)\s(?:in|by|at|under))\s*[.:]?$/u,
  pointerStart:
    /^(?:see|refer to|(?:as )?(?:defined|described|specified|explained|documented|discussed|listed)\s(?:in|at|under))\s/iu,
  parameterIntro:
    /\b(?:fields?|parameters?|arguments?|options?|attributes?|propert(?:y|ies)|flags?|keys?|keywords?|columns?|settings?|members?|variables?)\b[^.:]{0,80}:$/iu,
  discourse:
    /^(?:(?:However|Therefore|Thus|Hence|Also|Generally|Typically|Basically|Essentially|Simply put|In other words|That is|Similarly|Conversely|Specifically|In general(?: terms)?|In (?:broad|simple) terms|In contrast|By contrast|And|But|So|Then|Finally|Moreover|Furthermore|Additionally|In addition|In short|In a nutshell|As such|As a result|First(?:ly)?|Second(?:ly)?|Last(?:ly)?),(?!\s+there)\s+|(?:And|But|So|Then|Also|Thus|Therefore|Hence|Recall that|Note that|Remember that)\s+)/u,
  overviewHeading:
    /^(?:overview|introduction|intro|about|summary|background|description|definition|abstract|general|basics|what is it\??)$/iu,
  topicHeading:
    /^(?:(?:what\s+(?:is|are)\s+(?:an?\s+|the\s+)?|about\s+(?:the\s+)?|understanding\s+(?:the\s+)?|introduction\s+to\s+(?:the\s+)?|introducing\s+(?:the\s+)?|overview\s+of\s+(?:the\s+)?|the\s+|an?\s+)(?<a>.+?)\s*\??|(?<b>.+?)\s+(?:overview|basics|concepts?|explained|definition|introduction|in a nutshell))$/iu,
  parameterHeading:
    /^(?:.*\s)?(?:param(?:eter)?s?|arguments?|options?|props|propert(?:y|ies)|returns?|return values?|fields?|attributes?|flags?|inputs?|outputs?|default|required|type)s?(?:\s+(?:of|for)\s.+)?$/iu,
  glossaryHeading: /^(?:key\s+)?(?:terminology|glossary|terms|definitions|vocabulary|nomenclature)(?:\s+used.*)?$/iu,
  pronounSubject: /^(?:This|It|These|They)\s+(?:is|are)\s+/u,
  ofTheText:
    /^the (?:first|current|latest|final)\s|^(?:an?|the)\s(?:\S+\s){0,3}?(?:overview|documentation (?:of|for)|summary|outline|introduction|guide|tutorial|document|page|section|list)\b/u,
  descriptionHeader: /^(?:description|definition|meaning|explanation|purpose|role|what it (?:is|does)|details?)$/iu,
  meaningHeader: /^(?:meanings?|definitions?|what it means|what (?:this|that) means)$/iu,
  termHeader:
    /^(?:(?:the\s+)?(?:terms?|words?|expressions?|abbreviations?|acronyms?|concepts?|vocabulary|jargon)(?:\s+(?:we|you)\s+use)?)$/iu,
};
