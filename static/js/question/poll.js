// What do you think? Radio buttons, and inside the question a letter chooses.

export { start, read, write, open, places } from "./choice.js";
