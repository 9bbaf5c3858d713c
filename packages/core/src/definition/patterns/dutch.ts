import type { DefinitionLanguage } from './definition-pattern.ts';

const lead = String.raw`^(?:(?:Echter|Dus|Daarom|Ook|Meestal|Doorgaans|Over het algemeen|Kortom|Met andere woorden),?\s+)?(?:(?:In|Bij|Voor|Op|Onder|Binnen)\s[^,;:.]{2,70},\s+)?`;
const subject = String.raw`(?<subject>(?:[^,;:?!\s]+\s+){0,8}?[^,;:?!\s]+?)`;
const insert = String.raw`(?:\s*,\s*[^;]{2,110}?\s*,)?`;
const adverb = String.raw`(?:(?:ook|meestal|doorgaans|dus|vaak|gewoonlijk|eigenlijk|in feite|simpelweg|voornamelijk|oorspronkelijk|hier)\s+){0,2}`;
const rest = String.raw`(?<definition>\S.*)$`;

export const dutch: DefinitionLanguage = {
  patterns: {
    'is-een': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:is|zijn|was|waren)\\s+${adverb}(?<definition>(?:een|elke?|alle)\\s.*)$`,
        'du',
      ),
      score: 0.85,
      says: 'genus',
    },
    'is-de': {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+(?:is|zijn|was|waren)\\s+${adverb}(?<definition>(?:de|het)\\s.*)$`,
        'du',
      ),
      score: 0.65,
      says: 'genus',
    },
    betekent: {
      find: new RegExp(
        `${lead}${subject}${insert}\\s+${adverb}(?:betekent|betekenen|verwijst\\s+naar|verwijzen\\s+naar|duidt\\s+op|staat\\s+voor|omvat|bestaat\\s+uit|wordt\\s+gedefinieerd\\s+als|houdt\\s+in)\\s+${rest}`,
        'du',
      ),
      score: 0.82,
      says: 'clause',
    },
    'verstaan-onder': {
      find: new RegExp(
        `\\b[Oo]nder\\s+[‘'"“]?(?<subject>(?:[^,;:?!\\s]+\\s+){0,4}?[^,;:?!\\s’'"”]+)[’'"”]?\\s+(?:verstaan\\s+we|verstaat\\s+men|wordt\\s+verstaan|wordt\\s+hier\\s+verstaan)\\s*:?\\s+${rest}`,
        'du',
      ),
      score: 0.88,
      says: 'clause',
    },
    'wordt-bedoeld': {
      find: new RegExp(
        `\\b[Mm]et\\s+[‘'"“]?(?<subject>(?:[^,;:?!\\s]+\\s+){0,4}?[^,;:?!\\s’'"”]+)[’'"”]?\\s+(?:(?:bedoelen\\s+(?:we|wij)|bedoelt\\s+men)\\s+(?:hier\\s+)?|(?:wordt|worden|is|zijn)\\s+(?:hier\\s+)?(?=[^.;]*\\sbedoeld\\b))${rest}`,
        'du',
      ),
      score: 0.88,
      says: 'clause',
    },
    'noemt-men': {
      find: new RegExp(
        `^[‘'"“]?(?<subject>(?:[^,;:?!\\s]+\\s+){0,3}?[^,;:?!\\s’'"”]+)[’'"”]?\\s+(?:noemt\\s+men|noemen\\s+(?:we|wij))\\s+(?<definition>(?:de|het|een)\\s.*)$`,
        'du',
      ),
      score: 0.82,
      says: 'clause',
    },
    genoemd: {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:wordt|worden)\\s+(?:(?:dan|ook\\s+wel|ook|meestal)\\s+)?(?:een\\s+|de\\s+|het\\s+)?[‘'"“]?(?<subject>(?:\\p{L}[^,;:.\\s]*\\s+){0,2}?\\p{L}[^,;:.\\s’'"”]*)[’'"”]?\\s+genoemd)(?=[,;:.]|$)`,
        'du',
      ),
      score: 0.6,
      says: 'sentence',
    },
    heet: {
      find: new RegExp(
        `^(?<definition>.*?\\s(?:heet|heten|noemt\\s+men|noemen\\s+(?:we|wij))\\s+(?:(?:dan|ook\\s+wel|ook|meestal)\\s+)?(?:een\\s+|de\\s+|het\\s+)?[‘'"“]?(?<subject>(?:\\p{L}[^,;:.\\s]*\\s+){0,2}?\\p{L}[^,;:.\\s’'"”]*)[’'"”]?)(?=[,;:.]|$)`,
        'du',
      ),
      score: 0.6,
      says: 'sentence',
    },
    colon: {
      find: new RegExp(
        `^(?:de\\s+|het\\s+|een\\s+)?(?<subject>(?:[^,;:.?!\\s]+\\s+){0,4}[^,;:.?!\\s]+):\\s+(?<definition>(?:een|de|het|\\p{L}+)\\s.{12,})$`,
        'du',
      ),
      score: 0.6,
      says: 'genus',
    },
    'apposition-een': {
      find: new RegExp(`${lead}${subject},\\s+(?<definition>een\\s+[^,;:]{12,}?),\\s+\\p{Ll}`, 'du'),
      score: 0.62,
      says: 'genus',
      needsDifferentia: true,
    },
  },
  noSubject:
    /^(?:het is|dit|dat|deze|die|hij|zij|ze|wij|we|jij|je|u|jullie|ik|er|hier|daar|men|zijn|haar|hun|mijn|jouw|uw|ons|onze|wie|wat|welke?|waar|wanneer|hoe|waarom|als|indien|omdat|hoewel|terwijl|sommige|vele|veel|alle|elke?|ieder[e]?|geen|niets|iets|iemand|niemand|andere?|beide|enkele|verschillende|in|op|aan|van|voor|met|zonder|door|bij|uit|naar|over|onder|tussen|tijdens|na|sinds|volgens|maar|en|of|want|dus|ook|dan|nu|vandaag|opmerking|let op|voorbeeld)(?:\s|$)/iu,
  vagueSubject:
    /^(?:de\s+|het\s+|een\s+)?(?:eerste\s+|enige\s+|belangrijkste\s+|voornaamste\s+|andere\s+|beste\s+)*(?:reden|doel|resultaat|voorbeeld|verschil|probleem|voordeel|nadeel|vraag|antwoord|feit|geval|ding|deel|stap|rest|figuur|tabel|hoofdstuk|sectie|pagina|waarde|aantal|idee)(?:en|s)?(?:\s+(?:van|voor|om|is)\b.*)?$/iu,
  clauseInSubject:
    /\s(?:is|zijn|was|waren|heeft|hebben|had|die|dat|wie|waar|wanneer|terwijl|omdat|als|niet|maar|worden|wordt|kan|kunnen|moet|moeten|zal|zullen|hij|zij|we|je|er)(?:\s|$)/iu,
  articles: /^(?:de|het|een)\s+/iu,
  noGenus:
    /^(?:een\s+|de\s+|het\s+)?(?:heel\s+|zeer\s+|erg\s+)?(?:goede?|slechte?|betere?|beste|belangrijke?|belangrijkste|essentiële?|handige?|nuttige?|mooie?|voorbeeld|reden|feit|deel(?!\s+van\s.*\s(?:waar|waarin|waarmee|waarop|dat|die|tussen|boven|onder|in)\s)|dezelfde|hetzelfde|enige|eerste|laatste|tweede|volgende|meest|minst|beetje|aantal|andere?)(?=[\s,.;:]|$)/iu,
  differentia:
    /\b(?:die|dat|waar\p{L}*|van|voor|om|met|zonder|in|op|tussen|uit|door|bij|tot|waarbij|gemaakt|gebruikt)\b/iu,
  strongDifferentia: /\b(?:die|dat|waar\p{L}*|om|gebruikt|gemaakt|bedoeld)\b/iu,
  clauseStart: /^(?:als|wanneer|u|je|we|het is|dit|deze|voor|in|op|om|zie|niet)\b/iu,
  anaphora: /\b(?:dit|deze|hierboven|hieronder|volgende)\b/iu,
  remark: /\b(?:maar|ook|alleen|echter|als|niet|geen|nooit|altijd|u|je)\b/iu,
  opensClause: /^(?:In|Om|Als|Voor|Met|Door|Na|Bij|Op|Wanneer|Zonder|Volgens)\b/u,
  noDefinition: /\?\s*$|^(?:Als|Wanneer|Indien|Bijvoorbeeld|Omdat|Hoewel|Zie|Hoe|Waarom)\b|\b(?:ik|mijn)\b/u,
  discourse:
    /^(?:Echter|Dus|Daarom|Ook|Meestal|Over het algemeen|Kortom|Met andere woorden|Bovendien|Daarnaast|Tevens),?\s+/u,
  overviewHeading: /^(?:inleiding|overzicht|introductie|algemeen|definitie|beschrijving)$/iu,
  topicHeading:
    /^(?:(?:wat (?:is|zijn)\s+(?:een\s+|de\s+|het\s+)?|inleiding (?:tot|in)\s+(?:de\s+|het\s+)?|over\s+|definitie van\s+)(?<a>.+?)\s*\??)$/iu,
  parameterHeading:
    /^(?:.*\s)?(?:parameters?|argument(?:en)?|opties?|eigenschap(?:pen)?|velden|veld|attribuut|attributen|standaard|verplicht|type)$/iu,
  glossaryHeading: /^(?:begrippen(?:lijst)?|terminologie|woordenlijst|definities)$/iu,
  pronounSubject: /^(?:Dit|Het) (?:is|zijn)\s*/u,
  descriptionHeader: /^(?:beschrijving|definitie|betekenis|omschrijving)$/iu,
  meaningHeader: /^(?:betekenis(?:sen)?|definities?)$/iu,
  termHeader: /^(?:termen|term|begrip(?:pen)?|woord(?:en)?|afkorting(?:en)?)$/iu,
};
