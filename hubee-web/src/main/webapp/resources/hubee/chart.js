// The colours of a chart are those of the skin, again when it turns light or dark; its lines differ by their dashes too.
{
  const lines = [
    { colour: "--accent", dash: [], point: "circle" },
    { colour: "--focus", dash: [6, 3], point: "rect" },
    { colour: "--success", dash: [10, 3, 2, 3], point: "triangle" },
    { colour: "--text", dash: [2, 3], point: "crossRot" },
  ];

  const paint = (config) => {
    const skin = getComputedStyle(document.documentElement);
    const colour = (name) => skin.getPropertyValue(name).trim();
    config.data.datasets.forEach((data, each) => {
      const line = lines[each % lines.length];
      Object.assign(data, {
        borderColor: colour(line.colour),
        backgroundColor: colour(line.colour),
        borderDash: line.dash,
        borderWidth: 2,
        pointStyle: line.point,
        pointRadius: config.data.labels.length > 31 ? 0 : 3,
      });
    });
    const { scales, plugins } = config.options;
    for (const axis of Object.values(scales)) {
      axis.grid = { color: colour("--line") };
      axis.border = { color: colour("--line") };
      axis.ticks.color = colour("--text");
    }
    plugins.legend.labels = { color: colour("--text"), boxWidth: 40, boxHeight: 0 }; // drawn as its line
  };

  // PrimeFaces calls it for its chart, before it draws
  globalThis.hubeeChart = function () {
    const { config } = this.cfg;
    const { labels } = config.data;
    // of a day 03/02, of several 03/02/26, of a month its name
    config.options.scales.x.ticks.callback = (each) =>
      labels[each].replace(/^(\d\d\/\d\d)\/\d\d(\d\d)( .*)?$/, (all, day, year, more) => (more ? `${day}/${year}` : day));
    paint(config);
    const repaint = () => {
      paint(config);
      this.chart?.update();
    };
    new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  };
}
