// Mark regions of a picture: check boxes that need nothing more; the picture shows them and can be tapped as well.

import { start as enter } from "./mark.js";
import { all } from "./fields.js";

export { isEmpty, open, places, read, write } from "./mark.js";

export function start(field) {
  const boxes = all(field, 'input[name="mark"]');
  const regions = all(field, "[data-spot]");
  const regionOf = (box) => regions.find((one) => one.dataset.spot === box.value);

  function show() {
    for (const box of boxes) {
      if (box.checked) regionOf(box).dataset.state = "marked"; else delete regionOf(box).dataset.state;
    }
  }

  field.addEventListener("click", (event) => {
    const region = event.target.closest("[data-spot]");
    if (region) boxes.find((one) => one.value === region.dataset.spot).click();
  });
  field.addEventListener("change", show);
  field.addEventListener("written", show);
  enter(field);
  show();
}
