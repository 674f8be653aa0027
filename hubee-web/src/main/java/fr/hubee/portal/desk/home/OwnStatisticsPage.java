package fr.hubee.portal.desk.home;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseScope.CaseMilestone;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.caselist.Days;
import fr.hubee.desk.statistics.Counted;
import fr.hubee.desk.statistics.OwnMonth;
import fr.hubee.desk.statistics.OwnMonth.OwnMeasure;
import fr.hubee.desk.statistics.OwnStatistics;
import fr.hubee.desk.statistics.OwnStatisticsService;
import fr.hubee.desk.statistics.PeerGroup;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.desk.caselist.ListAddress;
import fr.hubee.portal.desk.home.FigureChart.Point;
import fr.hubee.portal.field.CsvAnswer;
import fr.hubee.portal.field.ExportFormat;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.FrenchDurations;
import fr.hubee.portal.field.FrenchNumbers;
import fr.hubee.portal.field.ListExport;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.frame.MenuEntry;
import fr.hubee.portal.page.Address;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The statistics of the user's organisation, for one démarche. */
@Model
public class OwnStatisticsPage extends PersonPage {
    @Inject
    OwnStatisticsService statistics;

    @Inject
    CaseListService cases;

    @Inject
    FrenchDates dates;

    private List<String> processes;
    private String process;
    private OwnStatistics figures;
    private LocalDate until;
    private YearMonth oldest;

    public void opened() throws IOException {
        var caller = caller();
        until = statistics.until().orElse(null);
        processes = statistics.processes(caller);
        var asked = QueryParameter.text(request(), "demarche");
        process = processes.contains(asked)
                ? asked
                : processes.stream().findFirst().orElse(null);
        if (process != null) {
            figures = statistics.of(caller, process);
            oldest = oldest();
            if (ListExport.asked() == ExportFormat.CSV) {
                sendFile();
            }
        }
    }

    private void sendFile() throws IOException {
        CsvAnswer.send(
                "nos-statistiques.csv",
                file -> {
                    for (var month : figures.months()) {
                        file.line(cells(month).toArray());
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

    private List<Object> cells(OwnMonth month) {
        var cells = new ArrayList<Object>(List.of(process, month.month(), month.received()));
        for (var measure : EnumSet.complementOf(EnumSet.of(OwnMeasure.RECEIVED))) {
            var counted = month.of(measure);
            cells.add(counted.cases());
            cells.add(FrenchDurations.minutes(counted.median()));
        }
        return cells;
    }

    public List<String> getProcesses() {
        return processes;
    }

    /** Returns the code of the shown démarche; null when nothing is counted. */
    public String getProcess() {
        return process;
    }

    /** Returns the months, the newest first. */
    public List<OwnMonth> getMonths() {
        var newest = new ArrayList<>(figures.months());
        Collections.reverse(newest);
        return newest;
    }

    public Counted counted(OwnMonth month, String measure) {
        return month.of(OwnMeasure.valueOf(measure));
    }

    public String getChart() {
        var points = figures.months().stream()
                .map(month -> new Point(
                        dates.month(month.month()),
                        month.received(),
                        month.of(OwnMeasure.PERSON).cases(),
                        month.of(OwnMeasure.SOFTWARE).cases(),
                        month.ended()))
                .toList();
        return FigureChart.of(points, "Traités ou refusés");
    }

    public List<ComparedLine> getCompared() {
        return ComparedLine.of(figures);
    }

    /** Returns « de 500 à 1 999 habitants »; null when nothing was received in twelve months. */
    public String getPeerGroup() {
        return figures.group().map(PeerGroup::label).orElse(null);
    }

    public String getFile() {
        return new Address("/nos-statistiques")
                .with("demarche", process)
                .with(ListTable.FORMAT, "csv")
                .toString();
    }

    /** Whether the user sees télédossiers, and this month may have some left: figures stay when télédossiers are deleted. */
    public boolean isListed(OwnMonth month) {
        return oldest != null && !month.month().isBefore(oldest);
    }

    /** Returns the month of the oldest télédossier that the user sees; null for none. */
    private YearMonth oldest() {
        var caller = caller();
        if (!MenuEntry.FOLDERS.isFor(caller) || !caller.covers(process)) {
            return null;
        }
        var first =
                new CaseFilter(CaseTab.ALL, Set.of(process), null, null, null, CaseSort.TRANSMITTED, false, 1, null);
        return cases.page(caller, first).lines().stream()
                .findFirst()
                .map(line -> YearMonth.from(line.transmittedAt().atZone(Paris.ZONE)))
                .orElse(null);
    }

    public String list(OwnMonth month) {
        var days = counted(month.month(), until);
        return new Address("/teledossiers")
                .with("statut", "tous")
                .with("demarche", process)
                .with("du", days.from())
                .with("au", days.to())
                .toString();
    }

    public String list(OwnMonth month, CaseMilestone milestone) {
        return ListAddress.of(process, milestone, counted(month.month(), until));
    }

    static Days counted(YearMonth month, LocalDate until) {
        boolean isRunning = until != null && YearMonth.from(until).equals(month);
        return new Days(month.atDay(1), isRunning ? until : month.atEndOfMonth());
    }

    /** Returns the last counted day; null before the first night. */
    public LocalDate getUntil() {
        return until;
    }

    /** Returns the first counted day, when it is later than the first shown month; else null. */
    public LocalDate getSince() {
        return statistics
                .since()
                .filter(day -> figures == null
                        || day.isAfter(figures.months().get(0).month().atDay(1)))
                .orElse(null);
    }

    /**
     * One line of a comparison, in words.
     *
     * @param peers null when fewer than five organisations can be compared
     * @param organizations number of compared ones; zero when there are too few
     */
    public record ComparedLine(String label, String own, String peers, int organizations) {
        private static final FrenchNumbers NUMBERS = new FrenchNumbers();
        private static final FrenchDurations DURATIONS = new FrenchDurations();

        static List<ComparedLine> of(OwnStatistics figures) {
            return Stream.of(OwnMeasure.values())
                    .filter(measure -> figures.twelve().of(measure).cases() > 0)
                    .map(measure -> of(measure, figures))
                    .toList();
        }

        private static ComparedLine of(OwnMeasure measure, OwnStatistics figures) {
            var own = figures.twelve().of(measure);
            var peers = figures.peers().get(measure);
            boolean number = measure == OwnMeasure.RECEIVED;
            return new ComparedLine(
                    label(measure),
                    number ? NUMBERS.of(own.cases()) : DURATIONS.of(own.median()),
                    peers == null ? null : number ? NUMBERS.of(peers.received()) : DURATIONS.of(peers.delay()),
                    peers == null ? 0 : peers.organizations());
        }

        private static String label(OwnMeasure measure) {
            return switch (measure) {
                case RECEIVED -> "Télédossiers reçus en douze mois";
                case PERSON -> "La moitié sont pris en charge par un agent en moins de";
                case SOFTWARE -> "La moitié sont pris en charge par un logiciel en moins de";
                case ENDED_BY_PERSON -> "La moitié sont traités dans le portail en moins de";
                case ENDED_BY_SOFTWARE -> "La moitié sont traités dans un logiciel en moins de";
            };
        }
    }
}
