// Fill a text from the page with values: fill("{item}: Platz {place}", {item: "Stopp", place: 1}).

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
