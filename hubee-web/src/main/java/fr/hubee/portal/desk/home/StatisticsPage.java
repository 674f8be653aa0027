package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.Counted;
import fr.hubee.desk.statistics.Figures;
import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.desk.statistics.StatisticsService;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.desk.home.FigureChart.Point;
import fr.hubee.portal.field.CsvAnswer;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.FrenchDay;
import fr.hubee.portal.field.FrenchDurations;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The statistics of a period. */
@Model
public class StatisticsPage extends PersonPage {
    private static final int DAYS = 30;

    @Inject
    StatisticsService statistics;

    @Inject
    Clock clock;

    private StatisticsQuery query;
    private LocalDate pickUpsSince;
    private List<Figures> lines = List.of();
    private List<Span> spans = List.of();
    private Figures total;

    /** Reads the filters of the address; by default the last thirty counted days. */
    @PostConstruct
    void read() {
        var to = FrenchDay.of(QueryParameter.text(request(), "au")).orElseGet(this::lastKnown);
        var from = FrenchDay.of(QueryParameter.text(request(), "du")).orElse(to.minusDays(DAYS - 1L));
        query = new StatisticsQuery(
                from,
                to,
                QueryParameter.text(request(), "demarche"),
                QueryParameter.one(OrganizationType.class, QueryParameter.text(request(), "type")));
    }

    private LocalDate lastKnown() {
        return statistics
                .until()
                .orElseGet(
                        () -> LocalDate.ofInstant(clock.instant(), Paris.ZONE).minusDays(1));
    }

    /** Opens the page; an invalid query is reported at its top. */
    public void opened() throws IOException {
        var caller = caller();
        try {
            lines = statistics.figures(caller, query);
            total = statistics.total(caller, query);
            spans = Span.of(statistics.daily(caller, query));
        } catch (InvalidRequest invalid) {
            PageMessages.refusal(invalid.getMessage());
            return;
        }
        if (ListExport.asked() == ExportFormat.CSV) {
            sendFile();
        }
        pickUpsSince = statistics.pickUpsSince().orElse(null);
    }

    private void sendFile() throws IOException {
        CsvAnswer.send(
                "statistiques.csv",
                file -> {
                    for (var line : lines) {
                        file.line(cells(line).toArray());
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

    private List<Object> cells(Figures line) {
        var cells = new ArrayList<Object>();
        cells.add(line.processCode());
        cells.add(line.organizationType().label());
        cells.add(query.from());
        cells.add(query.to());
        cells.add(line.received().cases());
        for (var counted : new Counted[] {line.byPerson(), line.bySoftware(), line.finished(), line.refused()}) {
            cells.add(counted == null ? "non mesuré" : counted.cases());
            cells.add(counted == null ? null : FrenchDurations.minutes(counted.median()));
            cells.add(counted == null ? null : FrenchDurations.minutes(counted.p95()));
        }
        return cells;
    }

    public StatisticsQuery getQuery() {
        return query;
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
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

    public String getChart() {
        var points = spans.stream()
                .map(span -> new Point(
                        span.getLabel(),
                        span.sum().received(),
                        span.sum().byPerson(),
                        span.sum().bySoftware(),
                        span.sum().finished() + span.sum().refused()))
                .toList();
        return FigureChart.of(points, "Traités ou refusés");
    }

    public String getFile() {
        return new Address("/statistiques")
                .with("du", query.from())
                .with("au", query.to())
                .with("demarche", query.processCode())
                .with("type", query.organizationType())
                .with(ListTable.FORMAT, "csv")
                .toString();
    }

    /** Returns the last counted day; null before the first night. */
    public LocalDate getUntil() {
        return statistics.until().orElse(null);
    }

    /** Returns the first day with counted pick-ups, when it is after the beginning of the period; else null. */
    public LocalDate getPickUpsSince() {
        return pickUpsSince != null && pickUpsSince.isAfter(query.from()) ? pickUpsSince : null;
    }

    /**
     * Consecutive days, drawn as one point: a chart of years has no more points than one of weeks.
     *
     * @param sum of all days, with the first one; without pick-ups when they were counted on none of these days
     */
    public record Span(DayFigures sum, LocalDate last) {
        private static final int DAYS_ONE_BY_ONE = 62;
        private static final int MOST_POINTS = 60;
        private static final FrenchDates DATES = new FrenchDates();

        /** @param days consecutive days */
        static List<Span> of(List<DayFigures> days) {
            int step = days.size() <= DAYS_ONE_BY_ONE ? 1 : Math.max(7, (days.size() + MOST_POINTS - 1) / MOST_POINTS);
            var spans = new ArrayList<Span>();
            for (int start = 0; start < days.size(); start += step) {
                spans.add(sum(days.subList(start, Math.min(start + step, days.size()))));
            }
            return spans;
        }

        private static Span sum(List<DayFigures> days) {
            var sum = new DayFigures(
                    days.get(0).day(),
                    days.stream().mapToLong(DayFigures::received).sum(),
                    counted(days, DayFigures::byPerson),
                    counted(days, DayFigures::bySoftware),
                    days.stream().mapToLong(DayFigures::finished).sum(),
                    days.stream().mapToLong(DayFigures::refused).sum());
            return new Span(sum, days.get(days.size() - 1).day());
        }

        private static Long counted(List<DayFigures> days, Function<DayFigures, Long> measure) {
            return days.stream()
                    .map(measure)
                    .filter(Objects::nonNull)
                    .reduce(Long::sum)
                    .orElse(null);
        }

        /** Returns « 03/02/2026 », « 03/02/2026 au 09/02/2026 ». */
        public String getLabel() {
            var first = DATES.shortDay(sum.day());
            return sum.day().equals(last) ? first : first + " au " + DATES.shortDay(last);
        }
    }
}
