package fr.hubee.portal.desk.home;

import fr.hubee.portal.field.LineChart;
import fr.hubee.portal.field.LineChart.Line;
import java.util.List;
import java.util.function.Function;

/** The chart of the télédossiers of a period. */
final class FigureChart {

    private FigureChart() {}

    /** The numbers of a day, of a month or of several; null is a gap. */
    record Point(String label, Long received, Long byPerson, Long bySoftware, Long ended) {}

    /** @param ended the name of the last line */
    static String of(List<Point> points, String ended) {
        return LineChart.of(
                points.stream().map(Point::label).toList(),
                line(points, "Reçus", Point::received, "circle"),
                line(points, "Pris en charge par un agent", Point::byPerson, "rect", 6, 3),
                line(points, "Pris en charge par un logiciel", Point::bySoftware, "triangle", 10, 3, 2, 3),
                line(points, ended, Point::ended, "crossRot", 2, 3));
    }

    private static Line line(
            List<Point> points, String label, Function<Point, Long> number, String style, Integer... dashes) {
        return Line.of(label, points.stream().map(number).toList(), style, dashes);
    }
}
