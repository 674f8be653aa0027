// The colours of a chart are those of the skin, again when it turns light or dark. PrimeFaces calls it before it draws.
globalThis.hubeeChart = function () {
  const { data, options } = this.cfg.config;
  const paint = () => {
    const skin = getComputedStyle(document.documentElement);
    const colour = (name) => skin.getPropertyValue(name).trim();
    options.color = colour("--text");
    for (const axis of Object.values(options.scales)) {
      axis.grid = axis.border = { color: colour("--line") };
      axis.ticks.color = options.color;
    }
    data.datasets.forEach((line, each) => {
      line.borderColor = line.backgroundColor = colour(["--accent", "--focus", "--success", "--text"][each]);
    });
    this.chart?.update();
  };
  // of a day 03/02, of several 03/02/26, of a month its name
  options.scales.x.ticks.callback = (each) =>
    data.labels[each].replace(/^(\d\d\/\d\d)\/\d\d(\d\d)( .*)?$/, (all, day, year, more) => (more ? `${day}/${year}` : day));
  paint();
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
};
