package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.lifetime.retention.FilesKeptService;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Rights to see télédossiers in the lists of the portal. */
final class CaseListRights {
    private static final String READERS = "ADMIN NATIONAL BUSINESS AGENT";
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private CaseListRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "CaseListService.page",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseListService.class).page(caller, newest(side)).lines().stream()
                                        .anyMatch(line -> line.id().equals(side.theCase()))),
                Right.of("CaseListService.neighbours", READERS, ADMINISTRATORS, (world, side, caller) -> {
                    var afterAll = new CaseCursor(false, false, Instant.EPOCH, side.theCase());
                    return service(CaseListService.class)
                                    .neighbours(caller, newest(side), afterAll)
                                    .previous()
                            != null;
                }),
                Right.of("CaseListService.counts", READERS, ADMINISTRATORS, (world, side, caller) -> {
                    var counts = service(CaseListService.class).counts(caller, newest(side));
                    return counts.of(CaseTab.ALL) > 0;
                }),
                Right.of(
                        "CaseListService.processes",
                        READERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(CaseListService.class).processes(caller).stream()
                                .anyMatch(process -> process.code().equals(side.processCode()))),
                Right.of(
                        "CaseListService.serviceName",
                        "ADMIN NATIONAL BUSINESS",
                        (world, side, caller) -> service(CaseListService.class)
                                .serviceName(caller, side.town())
                                .isPresent()),
                Right.of("WaitingCaseService.page", "NATIONAL AGENT", (world, side, caller) -> {
                    service(WaitingCaseService.class).page(caller, 0, 1);
                    return true;
                }),
                Right.of("WatchDelayService.legal", "NATIONAL AGENT", (world, side, caller) -> {
                    service(WatchDelayService.class).legal(caller);
                    return true;
                }),
                Right.of("FilesKeptService.today", "NATIONAL AGENT", (world, side, caller) -> {
                    service(FilesKeptService.class).today();
                    return true;
                }),
                Right.of("WaitingCaseService.neighbours", "NATIONAL AGENT", (world, side, caller) -> {
                    service(WaitingCaseService.class).neighbours(caller, Instant.EPOCH, side.theCase());
                    return true;
                }),
                Right.of("CaseListService.beginExport", READERS, (world, side, caller) -> {
                    service(CaseListService.class).beginExport(caller, CaseFilter.ALL, "csv");
                    return true;
                }));
    }

    private static CaseFilter newest(Side side) {
        return new CaseFilter(
                CaseTab.ALL, Set.of(side.processCode()), null, null, null, CaseSort.TRANSMITTED, true, 1000, null);
    }
}
