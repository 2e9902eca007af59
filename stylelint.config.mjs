/** What a stylesheet of the theme must hold to; each departure from the standard has its reason. */
export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // Cascade layers, not the order in a file, decide which rule wins.
    "no-descending-specificity": null,
    // Raw colours have one home, tokens.css.
    "color-named": "never",
    "color-no-hex": true,
    // BEM-like names (.article-card__title) say which component owns a rule.
    "selector-class-pattern": null,
    // A colour meant for paper and screens alike must be one that WeasyPrint reads too.
    "function-disallowed-list": ["color-mix"],
    "declaration-no-important": true,
  },
  // A table of values, in groups.
  overrides: [{ files: ["**/tokens.css"], rules: { "color-no-hex": null, "custom-property-empty-line-before": null } }],
};
