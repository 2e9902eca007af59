/** The selects beside the query: which values there are, and how many results each would leave. */

const NAMES = ["category", "year", "kind"];

/** Return the hits that have all the chosen values. @param {Record<string, string>} chosen */
function applyFilters(hits, chosen, facets, except = "") {
  const wanted = NAMES.filter((name) => name !== except && chosen[name])
    .map((name) => facets.get(name)?.get(chosen[name]) ?? new Set());
  return wanted.length > 0 ? hits.filter(({ key }) => wanted.every((keys) => keys.has(key))) : hits;
}

/** Return a group of hits with those left that have all the chosen values. */
export async function filterGroup({ hits, source }, chosen) {
  return { source, hits: applyFilters(hits, chosen, await source.facets()) };
}

/** Count for each value of each filter what choosing it would leave. */
export function countValues(hits, chosen, facets) {
  const counts = new Map();
  for (const name of NAMES) {
    const left = new Set(applyFilters(hits, chosen, facets, name).map(({ key }) => key));
    const own = [...facets.get(name) ?? []].map(([value, keys]) => [value, countCommon(left, keys)]);
    counts.set(name, new Map(own));
  }
  return counts;
}

function countCommon(some, others) {
  return [...some].filter((key) => others.has(key)).length;
}

/** Add counts to others, by name and value. */
export function addCounts(all) {
  const sums = new Map(NAMES.map((name) => [name, new Map()]));
  for (const [name, values] of all.flatMap((counts) => [...counts])) {
    for (const [value, count] of values) {
      sums.get(name).set(value, (sums.get(name).get(value) ?? 0) + count);
    }
  }
  return sums;
}

/** Show the values that leave something in the selects, and the chosen ones. */
export function showOptions(fieldset, counts, chosen, texts) {
  for (const name of NAMES) {
    const select = fieldset.querySelector(`[name=${name}]`);
    const all = select.options[0];
    const options = sortValues(name, counts.get(name))
      .filter(([value, count]) => count > 0 || value === chosen[name])
      .map(([value, count]) => new Option(`${texts.kinds[value] ?? value} (${count})`, value));
    select.replaceChildren(all, ...options);
    showChoice(select, chosen[name], texts);
  }
  fieldset.querySelector("[name=sort]").value = chosen.sort;
}

/** A shared address may name a value that no document has any more. */
function showChoice(select, value, texts) {
  if (value && ![...select.options].some((option) => option.value === value)) {
    select.append(new Option(`${texts.kinds[value] ?? value} (0)`, value));
  }
  select.value = value;
}

function sortValues(name, values) {
  const rows = [...values];
  return name === "year" ? rows.sort(([one], [other]) => Number(other) - Number(one)) : rows;
}
