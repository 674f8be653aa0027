package fr.hubee.portal.desk.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The chart of a period, as Chart.js reads it; {@code chart.js} adds the colours of the skin. */
final class FigureChart {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FigureChart() {}

    /** @param lines the numbers of each line by its name, one for each label; null is a gap */
    static String of(List<String> labels, Map<String, List<Long>> lines) {
        var chart = JSON.createObjectNode().put("type", "line");
        var data = chart.putObject("data");
        labels.forEach(data.putArray("labels")::add);
        var sets = data.putArray("datasets");
        lines.forEach((label, numbers) -> {
            var points = sets.addObject().put("label", label).putArray("data");
            numbers.forEach(points::add);
        });
        options(chart.putObject("options"));
        try {
            return JSON.writeValueAsString(chart);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void options(ObjectNode options) {
        options.put("animation", false).put("maintainAspectRatio", false).put("locale", "fr-FR");
        options.putObject("interaction").put("mode", "index").put("intersect", false);
        options.putObject("plugins").putObject("legend").put("position", "bottom");
        var scales = options.putObject("scales");
        scales.putObject("y").put("beginAtZero", true).putObject("ticks").put("precision", 0);
        scales.putObject("x").putObject("ticks").put("maxRotation", 0).put("autoSkipPadding", 16);
    }
}
