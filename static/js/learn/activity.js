// A step with an activity: the one to play stands there instead of the one on paper.

import { enhance } from "../activity/activity.js";

for (const one of document.querySelectorAll("[data-play]")) one.hidden = false;
for (const one of document.querySelectorAll("[data-paper]")) one.hidden = true;
enhance(document);
