// A step to read, or why an answer is right: "Vorlesen" where the device has a German voice of its own, and words that explain themselves.

import { start as speak } from "../reading/speak.js";
import { start as words } from "../reading/words.js";

speak(document);
words(document);
