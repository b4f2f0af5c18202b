// Which strings of letters can be a Vietnamese syllable: onset × rhyme × tone. Derived from the rules of
// the orthography, not from a word list.

const onsets = new Set(
  'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '),
)

const rhymes = new Set(
  (
    'a ai ao au ay ac ach am an ang anh ap at ă ăc ăm ăn ăng ăp ăt â âu ây âc âm ân âng âp ât ' +
    'e eo ec em en eng enh ep et ê êu êch êm ên ênh êp êt êc êng i ia iu ich im in inh ip it iêc iêm iên iêng ' +
    'iêp iêt iêu o oi oc om on ong op ot oa oai oao oay oac oach oam oan oang oanh oap oat oă oăc ' +
    'oăm oăn oăng oăt oe oeo oem oen oet oong ooc ô ôi ôc ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt ơng u ' +
    'ua ui uc um un ung up ut uê uêch uênh uên uơ uy uya uyu uych uyên uyêt uynh uyt uyn uân uâng uât uây ' +
    'uôc uôi uôm uôn uông uôt uôp ư ưa ưi ưu ưc ưm ưn ưng ưt ưp ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng ' +
    'yêt yêu yt yn ynh ych yp ym yng yu ya yêc'
  ).split(' '),
)

const stopped = /(c|ch|p|t)$/

/** True where the word could be a syllable of the language; case and tone placement do not matter. */
export function isSyllable(word: string): boolean {
  const lower = word.toLowerCase().normalize('NFD')
  let tone = ''
  let letters = ''
  for (const mark of lower) {
    if ('\u0300\u0301\u0303\u0309\u0323'.includes(mark)) {
      if (tone !== '') return false
      tone = mark
    } else letters += mark
  }
  const plain = letters.normalize('NFC')
  for (let length = Math.min(3, plain.length - 1); length >= 0; length--) {
    const onset = plain.slice(0, length)
    if (length > 0 && !onsets.has(onset)) continue
    const rhyme = plain.slice(length)
    const full = onset === 'gi' && !rhymes.has(rhyme) ? `i${rhyme}` : rhyme
    if (!rhymes.has(full) && !rhymes.has(rhyme)) continue
    // Syllables that end in a stop carry only the sharp or the heavy tone.
    if (stopped.test(rhyme) && !(tone === '\u0301' || tone === '\u0323')) continue
    return true
  }
  return /^gi$/.test(plain)
}
