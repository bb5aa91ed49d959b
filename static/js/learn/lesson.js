// A step to read: "Vorlesen" where the device has a German voice of its own.

import { start } from "./speak.js";

start(document);
