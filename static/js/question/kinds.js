// Every kind of question. Each offers
//
//   start(field)            make the plain fields handier
//   read(form)              the response in them, {"option": "id"} and so on, as the server wants it
//   write(form, response)   show a response that was given before
//   open(form)              how much is still missing before it can be handed in
//   places(response)        its pieces and where each lies: {"item": "group"}, an empty place for what is only chosen
//   written(response)       only where something is written: that text
//   isEmpty(form)           only where nothing at all is an answer too

import * as choice from "./choice.js";
import * as cloud from "./cloud.js";
import * as free from "./free.js";
import * as gap from "./gap.js";
import * as groups from "./groups.js";
import * as highlight from "./highlight.js";
import * as mark from "./mark.js";
import * as match from "./match.js";
import * as multiple from "./multiple.js";
import * as number from "./number.js";
import * as order from "./order.js";
import * as poll from "./poll.js";
import * as short from "./short.js";
import * as spots from "./spots.js";
import * as truth from "./truth.js";

export const KINDS = {
  choice,
  multiple,
  truth,
  number,
  short,
  poll,
  free,
  cloud,
  order,
  groups,
  match,
  gap,
  mark,
  highlight,
  spots,
};
