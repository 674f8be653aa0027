package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.OwnMonth;
import fr.hubee.desk.statistics.OwnMonth.OwnMeasure;
import fr.hubee.desk.statistics.OwnStatistics;
import fr.hubee.portal.field.CsvAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/** The export of an organisation's statistics. */
final class OwnStatisticsFile {
    private OwnStatisticsFile() {}

    static void send(String process, OwnStatistics figures) throws IOException {
        CsvAnswer.send(
                "nos-statistiques.csv",
                file -> {
                    for (var month : figures.months()) {
                        file.line(cells(process, month));
                    }
                },
                "Démarche",
                "Mois",
                "Reçus",
                "Pris en charge par un agent",
                "Par un agent : médiane (minutes)",
                "Pris en charge par un logiciel",
                "Par un logiciel : médiane (minutes)",
                "Traités dans le portail",
                "Dans le portail : médiane (minutes)",
                "Traités dans un logiciel",
                "Dans un logiciel : médiane (minutes)");
    }

    private static Object[] cells(String process, OwnMonth month) {
        var cells = new ArrayList<Object>();
        cells.add(process);
        cells.add(month.month());
        cells.add(month.received());
        for (var measure : OwnMeasure.values()) {
            if (measure != OwnMeasure.RECEIVED) {
                var counted = month.of(measure);
                cells.add(counted.cases());
                cells.add(minutes(counted.median()));
            }
        }
        return cells.toArray();
    }

    private static Long minutes(Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }
}
