// The 32 symbols of an hour's key: digits and letters without I, L, O, U.

export const KEY_LENGTH = 8;
const ALIKE = { I: "1", L: "1", O: "0", U: "V" };

// What can be meant by `text`: capitals, look-alikes mended as the server mends them, anything else left out.
export function clean(text) {
  return Array.from(text.toUpperCase())
    .map((one) => ALIKE[one] || one)
    .filter((one) => /^[0-9A-HJKMNP-TV-Z]$/.test(one))
    .join("");
}
