// The printed sheet on a screen: a button for the printer.

const print = document.getElementById("print");
print.hidden = false;
print.addEventListener("click", () => window.print());
