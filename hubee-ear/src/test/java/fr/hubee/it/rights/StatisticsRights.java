package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.statistics.CountingService;
import fr.hubee.desk.statistics.OpenStatisticsService;
import fr.hubee.desk.statistics.OwnStatisticsService;
import fr.hubee.desk.statistics.StatisticsQuery;
import fr.hubee.desk.statistics.StatisticsService;
import java.time.LocalDate;
import java.util.List;

/** Rights on figures: each operator's administrator has those of its own démarches. */
final class StatisticsRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String READERS = "ADMIN NATIONAL BUSINESS";
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private StatisticsRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "StatisticsService.figures",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(StatisticsService.class).figures(caller, of(side))),
                Right.of(
                        "StatisticsService.total",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(StatisticsService.class).total(caller, of(side))),
                Right.of(
                        "StatisticsService.daily",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(StatisticsService.class).daily(caller, of(side))),
                Right.of(
                        "StatisticsService.until",
                        READERS,
                        (world, side, caller) ->
                                service(StatisticsService.class).until()),
                Right.of(
                        "StatisticsService.pickUpsSince",
                        READERS,
                        (world, side, caller) ->
                                service(StatisticsService.class).pickUpsSince()),
                Right.of(
                        "OwnStatisticsService.of",
                        "LOCAL",
                        (world, side, caller) ->
                                service(OwnStatisticsService.class).of(caller, side.processCode())),
                Right.of(
                        "OwnStatisticsService.processes",
                        "LOCAL",
                        (world, side, caller) ->
                                service(OwnStatisticsService.class).processes(caller)),
                Right.of(
                        "OwnStatisticsService.until",
                        "NATIONAL LOCAL EDITOR",
                        (world, side, caller) ->
                                service(OwnStatisticsService.class).until()),
                Right.of(
                        "OwnStatisticsService.since",
                        "NATIONAL LOCAL EDITOR",
                        (world, side, caller) ->
                                service(OwnStatisticsService.class).since()),
                Right.of(
                        "OpenStatisticsService.read",
                        "*",
                        (world, side, caller) ->
                                service(OpenStatisticsService.class).read()),
                Right.of(
                        "OwnStatisticsService.countMissingDays",
                        "BATCH",
                        (world, side, caller) ->
                                service(OwnStatisticsService.class).countMissingDays()),
                Right.of(
                        "OpenStatisticsService.publishMonths",
                        "BATCH",
                        (world, side, caller) ->
                                service(OpenStatisticsService.class).publishMonths()),
                Right.of(
                        "CountingService.countMissingDays",
                        "BATCH",
                        (world, side, caller) -> service(CountingService.class).countMissingDays()),
                Right.of(
                        "CountingService.countedUntil",
                        "BATCH",
                        (world, side, caller) -> service(CountingService.class).countedUntil()));
    }

    private static StatisticsQuery of(Side side) {
        return new StatisticsQuery(DAY, DAY, side.processCode(), null);
    }
}
