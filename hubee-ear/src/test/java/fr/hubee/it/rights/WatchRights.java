package fr.hubee.it.rights;

import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.RescueService;
import fr.hubee.desk.watch.AlertService;
import fr.hubee.desk.watch.EndingProofService;
import fr.hubee.desk.watch.MissingFileAlertService;
import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.desk.watch.UnopenedService;
import fr.hubee.desk.watch.UnopenedService.UnopenedSort;
import fr.hubee.desk.watch.UnreadableFileService;
import fr.hubee.desk.watch.WatchDelay;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.directory.process.DepositGateService;
import java.util.List;

/** Rights on the watch: the hub reports what nobody opens, those who answer for a démarche set its delays. */
final class WatchRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String READERS = "ADMIN NATIONAL BUSINESS LOCAL EDITOR";
    private static final String MANAGERS = "ADMIN NATIONAL LOCAL EDITOR";
    private static final String LOCAL = "LOCAL";
    private static final String OPERATORS = "ADMIN NATIONAL BUSINESS";

    private WatchRights() {}

    static void add(RightsTable rights) {
        var alert = rights.to(AlertService.class);
        alert.method("services", "BATCH").returns((it, caller, side) -> it.services(null, 1));
        alert.method("operators", "BATCH").returns((it, caller, side) -> it.operators(null, 1));
        alert.method("tellService", "BATCH")
                .runs((it, caller, side) -> it.tellService(side.town().toString()));
        alert.method("tellOperator", "BATCH")
                .runs((it, caller, side) -> it.tellOperator(side.operator().toString()));

        var missingFiles = rights.to(MissingFileAlertService.class);
        missingFiles.method("operators", "BATCH").returns((it, caller, side) -> it.operators(null, 1));
        missingFiles
                .method("tell", "BATCH")
                .runs((it, caller, side) -> it.tell(side.operator().toString()));

        var unopened = rights.to(UnopenedService.class);
        unopened.method("page", READERS)
                .returns((it, caller, side) -> it.page(caller, side.processCode(), UnopenedSort.CASES, true, 0, 1));
        unopened.method("count", READERS).returns((it, caller, side) -> it.count(caller));

        var software = rights.to(SilentSoftwareService.class);
        software.method("oldest", READERS).returns((it, caller, side) -> it.oldest(caller, 1));
        software.method("of", READERS).returns((it, caller, side) -> it.of(caller, side.subscription()));
        software.method("lastCalls", READERS)
                .runs((it, caller, side) -> it.lastCalls(caller, List.of(side.subscription())));

        rights.to(EndingProofService.class)
                .method("first", MANAGERS)
                .returns((it, caller, side) -> it.first(caller, 1));

        rights.to(UnreadableFileService.class)
                .method("first", OPERATORS)
                .returns((it, caller, side) -> it.first(caller, 1));
        rights.to(UnreadableFileService.class)
                .method("missing", OPERATORS)
                .returns((it, caller, side) -> it.missing(caller));
        rights.to(UnreadableFileService.class)
                .method("unscanned", ADMINISTRATORS)
                .returns((it, caller, side) -> it.unscanned());

        var rescue = rights.to(RescueService.class);
        rescue.method("count", LOCAL).returns((it, caller, side) -> it.count(caller));
        rescue.method("page", LOCAL).returns((it, caller, side) -> it.page(caller, 0, 1));
        // the town's software has called: the rescue has no open cases
        rescue.method("open", LOCAL).returns((it, caller, side) -> it.open(caller, side.theCase(), HistoryPart.NEWEST));
        rescue.method("read", LOCAL).returns((it, caller, side) -> it.read(caller, side.theCase(), HistoryPart.NEWEST));
        rescue.method("file", LOCAL).returns((it, caller, side) -> it.file(caller, side.file()));
        rescue.method("files", LOCAL).returns((it, caller, side) -> it.files(caller, side.theCase()));

        var gates = rights.to(DepositGateService.class);
        gates.method("open", OPERATORS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.open(caller, side.processCode()));
        gates.method("require", OPERATORS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.require(caller, side.processCode(), List.of()));
        gates.method("attach", OPERATORS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.attach(caller, side.processCode(), "unknown", new byte[0]));
        gates.method("detach", OPERATORS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.detach(caller, side.processCode(), "unknown"));

        var delays = rights.to(WatchDelayService.class);
        delays.method("list", OPERATORS).returns((it, caller, side) -> it.list(caller));
        delays.method("change", OPERATORS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.change(caller, side.processCode(), new WatchDelay(4, 8, null)));
    }
}
