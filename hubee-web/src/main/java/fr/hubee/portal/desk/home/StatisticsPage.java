package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.Counted;
import fr.hubee.desk.statistics.Figures;
import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.desk.statistics.StatisticsService;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.portal.field.CsvAnswer;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** The statistics of a period. */
@Named
@RequestScoped
public class StatisticsPage {
    @Inject
    StatisticsService statistics;

    @Inject
    StatisticsFilters filters;

    @Inject
    CurrentCaller currentCaller;

    private LocalDate pickUpsSince;
    private List<Figures> lines = List.of();
    private List<Span> spans = List.of();
    private Figures total;

    /** Opens the page; an invalid query is reported at its top. */
    public void opened() throws IOException {
        var caller = currentCaller.get();
        var query = filters.getQuery();
        try {
            lines = statistics.figures(caller, query);
            total = statistics.total(caller, query);
            spans = Span.of(statistics.daily(caller, query));
        } catch (InvalidRequest wrong) {
            PageMessages.refusal(wrong.getMessage());
            return;
        }
        if (ListExport.asked() == ExportFormat.CSV) {
            StatisticsFile.send(query, lines);
        }
        pickUpsSince = statistics.pickUpsSince().orElse(null);
    }

    public List<Figures> getLines() {
        return lines;
    }

    /** Returns null when the query is invalid. */
    public Figures getTotal() {
        return total;
    }

    public List<Span> getSpans() {
        return spans;
    }

    /** Returns the chart in the format of Chart.js. */
    public String getChart() {
        var lines = new LinkedHashMap<String, List<Long>>();
        lines.put("Reçus", numbers(Span::received));
        lines.put("Pris en charge par un agent", numbers(Span::byPerson));
        lines.put("Pris en charge par un logiciel", numbers(Span::bySoftware));
        lines.put("Traités ou refusés", numbers(Span::ended));
        return FigureChart.of(spans.stream().map(Span::getLabel).toList(), lines);
    }

    private List<Long> numbers(Function<Span, Long> number) {
        var numbers = new ArrayList<Long>();
        spans.forEach(span -> numbers.add(number.apply(span)));
        return numbers;
    }

    public String getFile() {
        return filters.address().with(ListTable.FORMAT, "csv").toString();
    }

    /** Returns the last counted day; null before the first night. */
    public LocalDate getUntil() {
        return statistics.until().orElse(null);
    }

    /** Returns the first day with counted pick-ups, when it is after the beginning of the period; else null. */
    public LocalDate getPickUpsSince() {
        return pickUpsSince != null && pickUpsSince.isAfter(filters.getQuery().from()) ? pickUpsSince : null;
    }

    /** The export of the statistics. */
    static final class StatisticsFile {
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
}
