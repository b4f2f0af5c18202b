// The public names of @giaoban/reader.
export {
  decodeBytes,
  decodeLegacy,
  type LegacyEncoding,
  repairEncoding,
} from './encodings.ts'
export {
  allowedPayloads,
  checkLexicon,
  type ExtensionClass,
  type ExtensionLine,
  type ExtensionProblem,
  extendLexicon,
  extensionClasses,
} from './extension.ts'
export * from './findings.ts'
export { foldPhrase, plain } from './fold.ts'
export { type Indicator, indicatorCatalogue, indicatorCode } from './indicators.ts'
export { packLexicon, unpackLexicon } from './lexicon/packed.ts'
export type { Lexicon } from './lexicon/tables.ts'
export { builtInLexicon, read, version } from './read.ts'
export { type RuleText, ruleText } from './rules.ts'
export { type NormalText, normalise, originalOffset } from './text.ts'
export { type Topic, topicCatalogue, topicsOf } from './topics.ts'
