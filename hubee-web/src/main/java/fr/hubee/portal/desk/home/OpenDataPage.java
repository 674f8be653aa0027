package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.OpenFigures;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import fr.hubee.desk.statistics.OpenStatisticsService;
import fr.hubee.portal.desk.home.FigureChart.Point;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The public figures of one démarche, as a drawing and as a table. */
@Model
public class OpenDataPage {
    /** Number of months in the chart; the file has all. */
    private static final int MONTHS = 24;

    @Inject
    OpenStatisticsService statistics;

    @Inject
    HttpServletRequest request;

    @Inject
    FrenchDates dates;

    private OpenFigures figures;
    private List<String> processes;
    private String process;
    private List<OpenMonth> months = List.of();

    @PostConstruct
    void read() {
        figures = statistics.read();
        processes = figures.months().stream()
                .map(OpenMonth::processCode)
                .distinct()
                .sorted()
                .toList();
        var asked = QueryParameter.text(request, "demarche");
        process = processes.contains(asked)
                ? asked
                : processes.stream().findFirst().orElse(null);
        months = figures.months().stream()
                .filter(month -> month.processCode().equals(process))
                .limit(MONTHS)
                .toList();
    }

    /** Returns the last day of the newest month; null before the first. */
    public LocalDate getUntil() {
        return figures.until();
    }

    public List<String> getProcesses() {
        return processes;
    }

    public String name(String code) {
        return code + " – " + figures.names().get(code);
    }

    /** Returns the code of the shown démarche; null when nothing is published. */
    public String getProcess() {
        return process;
    }

    /** Returns the months, the newest first. */
    public List<OpenMonth> getMonths() {
        return months;
    }

    public String getChart() {
        var points = months.stream()
                .map(month -> new Point(
                        dates.month(month.month()),
                        month.received(),
                        month.byPerson(),
                        month.bySoftware(),
                        month.finished()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(points);
        return FigureChart.of(points, "Traités");
    }

    /** Returns « non publié » for an empty cell. */
    public String number(Long number) {
        return number == null ? "non publié" : String.valueOf(number);
    }

    /** Returns the same for pick-ups, which were not always measured. */
    public String pickUps(OpenMonth month, Long number) {
        return month.pickUpsMeasured() ? number(number) : "non mesuré";
    }
}
