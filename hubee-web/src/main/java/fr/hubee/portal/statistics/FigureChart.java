package fr.hubee.portal.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** The chart of a period, as Chart.js reads it; {@code chart.js} adds the colours of the skin. */
final class FigureChart {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FigureChart() {}

    static String of(List<Span> spans) {
        var chart = JSON.createObjectNode().put("type", "line");
        var data = chart.putObject("data");
        var labels = data.putArray("labels");
        spans.forEach(span -> labels.add(span.getLabel()));
        var lines = data.putArray("datasets");
        lines.add(line("Reçus", spans, Span::received));
        lines.add(line("Pris en charge par un agent", spans, Span::byPerson));
        lines.add(line("Pris en charge par un logiciel", spans, Span::bySoftware));
        lines.add(line("Traités ou refusés", spans, Span::ended));
        options(chart.putObject("options"));
        try {
            return JSON.writeValueAsString(chart);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A day that was not counted is a gap. */
    private static ObjectNode line(String label, List<Span> spans, Function<Span, Long> value) {
        var line = JSON.createObjectNode().put("label", label);
        var points = line.putArray("data");
        spans.forEach(span -> points.add(value.apply(span)));
        return line;
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
