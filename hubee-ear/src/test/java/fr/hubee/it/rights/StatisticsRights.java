package fr.hubee.it.rights;

import fr.hubee.desk.statistics.CountingService;
import fr.hubee.desk.statistics.OpenStatisticsService;
import fr.hubee.desk.statistics.OwnStatisticsService;
import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.desk.statistics.StatisticsService;
import java.time.LocalDate;

/** Rights on figures: each operator's administrator has those of its own démarches. */
final class StatisticsRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String READERS = "ADMIN NATIONAL BUSINESS";
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private StatisticsRights() {}

    static void add(RightsTable rights) {
        var figures = rights.to(StatisticsService.class);
        figures.method("figures", READERS, ADMINISTRATORS).returns((it, caller, side) -> it.figures(caller, of(side)));
        figures.method("total", READERS, ADMINISTRATORS).returns((it, caller, side) -> it.total(caller, of(side)));
        figures.method("daily", READERS, ADMINISTRATORS).returns((it, caller, side) -> it.daily(caller, of(side)));
        figures.method("until", READERS).returns((it, caller, side) -> it.until());
        figures.method("pickUpsSince", READERS).returns((it, caller, side) -> it.pickUpsSince());

        var own = rights.to(OwnStatisticsService.class);
        own.method("of", "LOCAL").returns((it, caller, side) -> it.of(caller, side.processCode()));
        own.method("processes", "LOCAL").returns((it, caller, side) -> it.processes(caller));
        own.method("until", "NATIONAL LOCAL EDITOR").returns((it, caller, side) -> it.until());
        own.method("since", "NATIONAL LOCAL EDITOR").returns((it, caller, side) -> it.since());

        var open = rights.to(OpenStatisticsService.class);
        open.method("read", "*").returns((it, caller, side) -> it.read());

        var counting = rights.to(CountingService.class);
        counting.method("countDays", "BATCH").returns((it, caller, side) -> it.countDays());
        counting.method("countOrganizations", "BATCH").returns((it, caller, side) -> it.countOrganizations());
        counting.method("publishMonths", "BATCH").returns((it, caller, side) -> it.publishMonths());
        counting.method("countedUntil", "BATCH").returns((it, caller, side) -> it.countedUntil());
    }

    private static StatisticsQuery of(Side side) {
        return new StatisticsQuery(DAY, DAY, side.processCode(), null);
    }
}
