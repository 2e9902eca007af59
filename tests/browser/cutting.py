"""Finds, in a page, text that is cut off and content that makes the page scroll sideways."""

FIND_CUT = """() => {
  const root = document.documentElement;
  const cut = root.scrollWidth > root.clientWidth
    ? [`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`] : [];
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('.visually-hidden, svg, .skip-link')) continue;
    const style = getComputedStyle(one);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (hides && style.display !== 'inline'
        && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
        && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
      cut.push(`text is cut off in ${one.tagName}.${one.className}`);
  }
  return cut;
}"""
