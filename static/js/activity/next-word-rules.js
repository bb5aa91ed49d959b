// The rules of the next word as plain functions, the same as in app/domain/activities/next_word.py.

export const END = ".";
const MOST_WORDS = 10;

export function wordsOf(text) {
  return text.split(END).join(` ${END}`).split(" ").filter(Boolean);
}

// What follows a word and how often: [{ word, count }], the most frequent first, else in the order of the texts.
export function followers(texts, word) {
  const found = [];
  for (const text of texts) {
    const read = wordsOf(text);
    read.forEach((here, at) => {
      const after = read[at + 1];
      if (here !== word || after === undefined) return;
      const known = found.find((one) => one.word === after);
      if (known) known.count += 1; else found.push({ word: after, count: 1 });
    });
  }
  return found.sort((one, other) => other.count - one.count);
}

// A sentence is a list of words. The first has a choice or is at its end: what only one word can follow goes on by itself.
export function goOn(texts, sentence) {
  const grown = sentence.slice();
  while (grown[grown.length - 1] !== END && grown.length <= MOST_WORDS) {
    const found = followers(texts, grown[grown.length - 1]);
    if (found.length !== 1) break;
    grown.push(found[0].word);
  }
  return grown;
}

// The whole sentence that the machine makes: always the most frequent word.
export function grow(texts, start) {
  let sentence = goOn(texts, wordsOf(start));
  while (sentence[sentence.length - 1] !== END && sentence.length <= MOST_WORDS) {
    const found = followers(texts, sentence[sentence.length - 1]);
    if (!found.length || (found[1] && found[1].count === found[0].count)) break;
    sentence = goOn(texts, sentence.concat(found[0].word));
  }
  return sentence;
}

export function written(sentence) {
  return sentence.join(" ").split(` ${END}`).join(END);
}

// In an order that tells nothing: by the alphabet.
export function shuffled(found) {
  return found.slice().sort((one, other) => one.word.localeCompare(other.word, "de"));
}
