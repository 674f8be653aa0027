// The colours of a chart are those of the skin, again when it turns light or dark.
{
  const paint = ({ data, options }) => {
    const skin = getComputedStyle(document.documentElement);
    const colour = (name) => skin.getPropertyValue(name).trim();
    data.datasets.forEach((line, each) => {
      line.borderColor = line.backgroundColor = colour(["--accent", "--focus", "--success", "--text"][each]);
    });
    for (const axis of Object.values(options.scales)) {
      axis.grid = { color: colour("--line") };
      axis.border = { color: colour("--line") };
      axis.ticks.color = colour("--text");
    }
    options.plugins.legend.labels = { color: colour("--text"), boxWidth: 40, boxHeight: 0 }; // drawn as its line
  };

  // PrimeFaces calls it for its chart, before it draws
  globalThis.hubeeChart = function () {
    const { config } = this.cfg;
    const { labels } = config.data;
    // of a day 03/02, of several 03/02/26, of a month its name
    config.options.scales.x.ticks.callback = (each) =>
      labels[each].replace(/^(\d\d\/\d\d)\/\d\d(\d\d)( .*)?$/, (all, day, year, more) => (more ? `${day}/${year}` : day));
    const repaint = () => {
      paint(config);
      this.chart?.update();
    };
    repaint();
    new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  };
}
