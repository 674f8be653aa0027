package fr.hubee.portal.desk.home;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Function;

/** The chart of a period, as Chart.js reads it; {@code chart.js} adds the colours of the skin. */
final class FigureChart {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Beyond so many points they are not marked. */
    private static final int MOST_MARKED = 31;

    private static final String OPTIONS = """
            {"animation":false,"maintainAspectRatio":false,"locale":"fr-FR",\
            "interaction":{"mode":"index","intersect":false},\
            "plugins":{"legend":{"position":"bottom","labels":{"boxWidth":40,"boxHeight":0}}},\
            "scales":{"y":{"beginAtZero":true,"ticks":{"precision":0}},\
            "x":{"ticks":{"maxRotation":0,"autoSkipPadding":16}}}}""";

    private FigureChart() {}

    /** The numbers of a day, of a month or of several; null is a gap. */
    record Point(String label, Long received, Long byPerson, Long bySoftware, Long ended) {}

    /** A line; it differs from the others by its dashes and points, not by its colour only. */
    private record Line(
            String label,
            List<Long> data,
            List<Integer> borderDash,
            String pointStyle,
            int borderWidth,
            int pointRadius) {}

    private record Data(List<String> labels, List<Line> datasets) {}

    private record Chart(
            String type, Data data, @JsonRawValue String options) {}

    /** @param ended the name of the last line */
    static String of(List<Point> points, String ended) {
        var labels = points.stream().map(Point::label).toList();
        var lines = List.of(
                line(points, "Reçus", Point::received, "circle"),
                line(points, "Pris en charge par un agent", Point::byPerson, "rect", 6, 3),
                line(points, "Pris en charge par un logiciel", Point::bySoftware, "triangle", 10, 3, 2, 3),
                line(points, ended, Point::ended, "crossRot", 2, 3));
        try {
            return JSON.writeValueAsString(new Chart("line", new Data(labels, lines), OPTIONS));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Line line(
            List<Point> points, String label, Function<Point, Long> number, String style, Integer... dashes) {
        int radius = points.size() > MOST_MARKED ? 0 : 3;
        return new Line(label, points.stream().map(number).toList(), List.of(dashes), style, 2, radius);
    }
}
