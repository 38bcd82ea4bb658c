// Names for the fields of Datasette's own pages that have none, and a way by keyboard into tables that scroll.
const NAMES = {
  "select[name^=_filter_column]": "Column",
  "select[name^=_filter_op]": "Comparison",
  "input[name^=_filter_value]": "Value",
  ".CodeMirror textarea": "SQL",
};
window.addEventListener("load", () => {
  for (const [fields, name] of Object.entries(NAMES)) {
    document.querySelectorAll(fields).forEach((field) => field.setAttribute("aria-label", name));
  }
  document.querySelectorAll(".table-wrapper, .facet-results").forEach((scrolled) => (scrolled.tabIndex = 0));
});
