// On every page with a way out: forget this device's answers first.

import { forgetBefore } from "./forget.js";

for (const form of document.querySelectorAll('form[action="/logout"]')) forgetBefore(form);
