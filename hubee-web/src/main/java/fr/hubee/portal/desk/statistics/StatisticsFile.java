package fr.hubee.portal.desk.statistics;

import fr.hubee.desk.statistics.Counted;
import fr.hubee.desk.statistics.Figures;
import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.portal.field.CsvAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The export of the statistics. */
final class StatisticsFile {
    private static final String UNMEASURED = "non mesuré";

    private StatisticsFile() {}

    static void send(StatisticsQuery query, List<Figures> lines) throws IOException {
        CsvAnswer.send(
                "statistiques.csv",
                file -> {
                    for (var line : lines) {
                        file.line(cells(query, line));
                    }
                },
                "Démarche",
                "Type d’organisation",
                "Du",
                "Au",
                "Reçus",
                "Pris en charge par un agent",
                "Par un agent : médiane (minutes)",
                "Par un agent : 95 % en moins de (minutes)",
                "Pris en charge par un logiciel",
                "Par un logiciel : médiane (minutes)",
                "Par un logiciel : 95 % en moins de (minutes)",
                "Traités",
                "Traitement : médiane (minutes)",
                "Traitement : 95 % en moins de (minutes)",
                "Refusés",
                "Refus : médiane (minutes)",
                "Refus : 95 % en moins de (minutes)");
    }

    private static Object[] cells(StatisticsQuery query, Figures line) {
        var cells = new ArrayList<Object>();
        cells.add(line.processCode());
        cells.add(line.organizationType().label());
        cells.add(query.from());
        cells.add(query.to());
        cells.add(line.received().cases());
        for (var counted : new Counted[] {line.byPerson(), line.bySoftware(), line.finished(), line.refused()}) {
            cells.add(counted == null ? UNMEASURED : counted.cases());
            cells.add(counted == null ? null : minutes(counted.median()));
            cells.add(counted == null ? null : minutes(counted.p95()));
        }
        return cells.toArray();
    }

    private static Long minutes(Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }
}
