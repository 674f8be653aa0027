package fr.hubee.portal.field;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A chart, as Chart.js reads it; {@code chart.js} adds the colours of the skin. */
public final class LineChart {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Beyond so many points they are not marked. */
    private static final int MOST_MARKED = 31;

    private static final String OPTIONS = """
            {"animation":false,"maintainAspectRatio":false,"locale":"fr-FR",\
            "interaction":{"mode":"index","intersect":false},\
            "plugins":{"legend":{"position":"bottom","labels":{"boxWidth":40,"boxHeight":0}}},\
            "scales":{"y":{"beginAtZero":true,"ticks":{"precision":0}},\
            "x":{"ticks":{"maxRotation":0,"autoSkipPadding":16}}}}""";

    private LineChart() {}

    /** A line; it differs from the others by its dashes and points, not by its colour only. */
    public record Line(
            String label,
            List<Long> data,
            List<Integer> borderDash,
            String pointStyle,
            int borderWidth,
            int pointRadius) {

        /** @param data a null is a gap */
        public static Line of(String label, List<Long> data, String pointStyle, Integer... dashes) {
            return new Line(label, data, List.of(dashes), pointStyle, 2, data.size() > MOST_MARKED ? 0 : 3);
        }
    }

    private record Data(List<String> labels, List<Line> datasets) {}

    private record Chart(
            String type, Data data, @JsonRawValue String options) {}

    public static String of(List<String> labels, Line... lines) {
        try {
            return JSON.writeValueAsString(new Chart("line", new Data(labels, List.of(lines)), OPTIONS));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
