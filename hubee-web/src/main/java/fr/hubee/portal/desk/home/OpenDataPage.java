package fr.hubee.portal.desk.home;

import fr.hubee.desk.statistics.OpenFigures;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import fr.hubee.desk.statistics.OpenStatisticsService;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** The public figures of one démarche, as a drawing and as a table. */
@Named
@RequestScoped
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

    /** Returns the code and the name of a démarche. */
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

    /** Returns the chart in the format of Chart.js. */
    public String getChart() {
        var lines = new LinkedHashMap<String, List<Long>>();
        lines.put("Reçus", inOrder(OpenMonth::received));
        lines.put("Pris en charge par un agent", inOrder(OpenMonth::byPerson));
        lines.put("Pris en charge par un logiciel", inOrder(OpenMonth::bySoftware));
        lines.put("Traités", inOrder(OpenMonth::finished));
        return FigureChart.of(inOrder(month -> dates.month(month.month())), lines);
    }

    private <T> List<T> inOrder(Function<OpenMonth, T> value) {
        var values = new ArrayList<T>();
        months.forEach(month -> values.add(value.apply(month)));
        Collections.reverse(values);
        return values;
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
