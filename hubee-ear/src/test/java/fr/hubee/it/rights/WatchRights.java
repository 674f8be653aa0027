package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.RescueService;
import fr.hubee.desk.watch.AlertService;
import fr.hubee.desk.watch.EndingProofService;
import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.UnopenedService;
import fr.hubee.desk.watch.UnopenedService.UnopenedSort;
import fr.hubee.desk.watch.UnscannedFileService;
import fr.hubee.desk.watch.WatchDelay;
import fr.hubee.desk.watch.WatchDelayService;
import java.util.List;

/** Rights on the watch: the hub reports what nobody opens, those who answer for a démarche set its delays. */
final class WatchRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String READERS = "ADMIN NATIONAL BUSINESS LOCAL EDITOR";
    private static final String MANAGERS = "ADMIN NATIONAL LOCAL EDITOR";
    private static final String LOCAL = "LOCAL";
    private static final String OPERATORS = "ADMIN NATIONAL BUSINESS";

    private WatchRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "AlertService.services",
                        "BATCH",
                        (world, side, caller) -> service(AlertService.class).services(null, 1)),
                Right.of(
                        "AlertService.operators",
                        "BATCH",
                        (world, side, caller) -> service(AlertService.class).operators(null, 1)),
                Right.of("AlertService.tellService", "BATCH", (world, side, caller) -> {
                    service(AlertService.class).tellService(side.town().toString());
                    return true;
                }),
                Right.of("AlertService.tellOperator", "BATCH", (world, side, caller) -> {
                    service(AlertService.class).tellOperator(side.operator().toString());
                    return true;
                }),
                Right.of(
                        "UnopenedService.page",
                        READERS,
                        (world, side, caller) -> service(UnopenedService.class)
                                .page(caller, side.processCode(), UnopenedSort.CASES, true, 0, 1)),
                Right.of(
                        "UnopenedService.count",
                        READERS,
                        (world, side, caller) -> service(UnopenedService.class).count(caller)),
                Right.of(
                        "SilentSoftwareService.oldest",
                        READERS,
                        (world, side, caller) ->
                                service(SilentSoftwareService.class).oldest(caller, 1)),
                Right.of(
                        "SilentSoftwareService.of",
                        READERS,
                        (world, side, caller) ->
                                service(SilentSoftwareService.class).of(caller, side.subscription())),
                Right.of("SilentSoftwareService.lastCalls", READERS, (world, side, caller) -> {
                    service(SilentSoftwareService.class).lastCalls(caller, List.of(side.subscription()));
                    return true;
                }),
                Right.of(
                        "EndingProofService.first",
                        MANAGERS,
                        (world, side, caller) ->
                                service(EndingProofService.class).first(caller, 1)),
                Right.of(
                        "UnscannedFileService.oldest",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(UnscannedFileService.class).oldest(caller, 1)),
                Right.of(
                        "RescueService.count",
                        LOCAL,
                        (world, side, caller) -> service(RescueService.class).count(caller)),
                Right.of(
                        "RescueService.page",
                        LOCAL,
                        (world, side, caller) -> service(RescueService.class).page(caller, 0, 1)),
                // its software has called: what is not open to the rescue is empty
                Right.of(
                        "RescueService.open",
                        LOCAL,
                        (world, side, caller) ->
                                service(RescueService.class).open(caller, side.theCase(), HistoryPart.NEWEST)),
                Right.of(
                        "RescueService.read",
                        LOCAL,
                        (world, side, caller) ->
                                service(RescueService.class).read(caller, side.theCase(), HistoryPart.NEWEST)),
                Right.of(
                        "RescueService.file",
                        LOCAL,
                        (world, side, caller) -> service(RescueService.class).file(caller, side.file())),
                Right.of(
                        "RescueService.files",
                        LOCAL,
                        (world, side, caller) -> service(RescueService.class).files(caller, side.theCase())),
                Right.of(
                        "WatchDelayService.list",
                        OPERATORS,
                        (world, side, caller) ->
                                service(WatchDelayService.class).list(caller)),
                Right.of("WatchDelayService.change", OPERATORS, ADMINISTRATORS, (world, side, caller) -> {
                    service(WatchDelayService.class).change(caller, side.processCode(), new WatchDelay(4, 8, null));
                    return true;
                }));
    }
}
