// The public names of @giaoban/reader.
export * from './findings.ts'
export { foldPhrase, plain } from './fold.ts'
export { type Indicator, indicatorCatalogue, indicatorCode } from './indicators.ts'
export { read, version } from './read.ts'
export { type NormalText, normalise, originalOffset } from './text.ts'
export { type Topic, topicCatalogue } from './topics.ts'
