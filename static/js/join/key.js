// The key of an answer: 128 random bits as 22 characters for a URL. crypto.randomUUID is not to be had on plain http.

export function newKey(fill = (bytes) => crypto.getRandomValues(bytes)) {
  const bytes = fill(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").slice(0, 22);
}
