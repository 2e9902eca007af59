/** Words typed for a Vietnamese keyboard that was off: "hooij nghij", "ho65i nghi5" → "hội nghị". */

const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI = { 1: "s", 2: "f", 3: "r", 4: "x", 5: "j", 7: "w", 8: "w", 9: "d" };
const VOWEL = /[aeiouyăâêôơư]/;

/** Return a word as it was meant, or as it is where it holds nothing of these. */
export function decodeTyping(word) {
  const keys = /\p{L}\d/u.test(word) ? spellVni(word) : word;
  return decodeTelex(keys);
}

/** Return the Telex keys of a word in VNI: 6 puts a hat, so it doubles the vowel. */
function spellVni(word) {
  return word.replace(/\d/g, (digit, place) => {
    const vowel = word.slice(0, place).match(/[aeo](?=[^aeo]*$)/);
    return digit === "6" ? vowel?.[0] ?? "" : VNI[digit] ?? digit;
  });
}

function decodeTelex(keys) {
  let letters = "";
  let tone = "";
  for (const key of keys) {
    if (key in TONES && VOWEL.test(letters)) {
      tone = TONES[key];
    } else {
      letters = addKey(letters, key);
    }
  }
  return putTone(letters, tone);
}

function addKey(letters, key) {
  if (key === "w") {
    return addHorn(letters);
  }
  if (key === "d" && /^d(?!d)/.test(letters)) {
    return `đ${letters.slice(1)}`;
  }
  const hatted = { a: "â", e: "ê", o: "ô" }[key];
  const place = letters.lastIndexOf(key);
  const canMeet = place >= 0 && !/[aeiouy][^aeiouy]+[aeiouy]/.test(letters.slice(place));
  return hatted && canMeet ? letters.slice(0, place) + hatted + letters.slice(place + 1) : letters + key;
}

function addHorn(letters) {
  if (/uo[^aeiouy]*$/.test(letters)) {
    return letters.replace(/uo([^aeiouy]*)$/, "ươ$1");
  }
  const found = letters.match(/[aou](?=[^aou]*$)/);
  if (!found) {
    return `${letters}ư`;
  }
  return letters.slice(0, found.index) + { a: "ă", o: "ơ", u: "ư" }[found[0]] + letters.slice(found.index + 1);
}

/** Put a tone where it is written: on a vowel with a hat or horn, else by the syllable's end. */
function putTone(letters, tone) {
  const parts = letters.match(/^(qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư]*)([aeiouyăâêôơư]+)(.*)$/);
  if (!tone || !parts) {
    return letters;
  }
  const [, head, vowels, tail] = parts;
  const place = tonePlace(vowels, tail);
  return (head + vowels.slice(0, place + 1) + tone + vowels.slice(place + 1) + tail).normalize("NFC");
}

function tonePlace(vowels, tail) {
  const marked = vowels.search(/[ăâêôơư](?!.*[ăâêôơư])/);
  if (marked >= 0) {
    return marked;
  }
  if (tail) {
    return vowels.length - 1;
  }
  return vowels.length > 1 ? vowels.length - 2 : 0;
}
