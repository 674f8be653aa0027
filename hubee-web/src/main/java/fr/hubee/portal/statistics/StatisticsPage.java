package fr.hubee.portal.statistics;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.CsvAnswer;
import fr.hubee.portal.format.FrenchDay;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.OrganizationType;
import fr.hubee.shared.Paris;
import fr.hubee.shared.SpreadsheetCsv;
import fr.hubee.statistics.Counted;
import fr.hubee.statistics.Figures;
import fr.hubee.statistics.StatisticsQuery;
import fr.hubee.statistics.StatisticsService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The statistics of a period; all filters are in the address. */
@Named
@RequestScoped
public class StatisticsPage {
    private static final int DAYS = 30;

    @Inject
    StatisticsService statistics;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    Clock clock;

    private String from;
    private String to;
    private String process;
    private String type;
    private String format;
    private LocalDate until;
    private List<Figures> lines = List.of();
    private List<Span> spans = List.of();
    private Figures total;

    /** Before rendering: invalid parameters of the address are reported at the top. */
    public void opened() throws IOException {
        until = statistics.until().orElse(null);
        var query = query();
        try {
            lines = statistics.figures(currentCaller.get(), query);
            total = statistics.total(currentCaller.get(), query);
            spans = Span.of(statistics.daily(currentCaller.get(), query));
        } catch (InvalidRequest wrong) {
            PageMessages.refusal(wrong.getMessage());
            return;
        }
        if ("csv".equals(format)) {
            CsvAnswer.send(
                    "statistiques.csv",
                    this::writeLines,
                    "Démarche",
                    "Type d’organisation",
                    "Du",
                    "Au",
                    "Reçus",
                    "Pris en charge",
                    "Prise en charge : médiane (minutes)",
                    "Prise en charge : 95 % en moins de (minutes)",
                    "Traités",
                    "Traitement : médiane (minutes)",
                    "Traitement : 95 % en moins de (minutes)",
                    "Refusés",
                    "Refus : médiane (minutes)",
                    "Refus : 95 % en moins de (minutes)");
        }
    }

    /** By default, the last thirty days that are counted. */
    private StatisticsQuery query() {
        var last = FrenchDay.of(to).orElseGet(this::lastKnown);
        var first = FrenchDay.of(from).orElse(last.minusDays(DAYS - 1L));
        from = first.toString();
        to = last.toString();
        return new StatisticsQuery(first, last, process, QueryParameter.one(OrganizationType.class, type));
    }

    private LocalDate lastKnown() {
        return until == null ? LocalDate.ofInstant(clock.instant(), Paris.ZONE).minusDays(1) : until;
    }

    private void writeLines(SpreadsheetCsv file) throws IOException {
        for (var line : lines) {
            file.line(
                    line.processCode(),
                    line.organizationType().label(),
                    from,
                    to,
                    line.received().cases(),
                    line.pickedUp().cases(),
                    minutes(line.pickedUp().median()),
                    minutes(line.pickedUp().p95()),
                    line.finished().cases(),
                    minutes(line.finished().median()),
                    minutes(line.finished().p95()),
                    line.refused().cases(),
                    minutes(line.refused().median()),
                    minutes(line.refused().p95()));
        }
    }

    private static Long minutes(Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }

    public List<Figures> getLines() {
        return lines;
    }

    /** Null when the query is invalid. */
    public Figures getTotal() {
        return total;
    }

    public List<Span> getSpans() {
        return spans;
    }

    public LinePlot getPlot() {
        return new LinePlot(spans);
    }

    /** The length of its bar, in percent of the slowest démarche's. */
    public long bar(Counted counted) {
        long slowest = lines.stream()
                .map(line -> line.finished().median())
                .filter(each -> each != null)
                .mapToLong(Duration::toSeconds)
                .max()
                .orElse(0);
        return counted.median() == null || slowest == 0
                ? 0
                : Math.max(1, 100 * counted.median().toSeconds() / slowest);
    }

    public String getFile() {
        return new Address("/statistiques")
                .with("du", from)
                .with("au", to)
                .with("demarche", process)
                .with("type", type)
                .with("format", "csv")
                .toString();
    }

    /** The last counted day; null before the first night. */
    public LocalDate getUntil() {
        return until;
    }

    public OrganizationType[] getTypes() {
        return OrganizationType.values();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getProcess() {
        return process;
    }

    public void setProcess(String process) {
        this.process = process;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }
}
