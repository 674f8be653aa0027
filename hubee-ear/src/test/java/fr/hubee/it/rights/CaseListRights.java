package fr.hubee.it.rights;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.caselist.CaseSort;
import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.desk.watch.WaitingPlace;
import fr.hubee.desk.watch.WatchDelayService;
import fr.hubee.lifetime.retention.FilesKeptService;
import java.time.Instant;
import java.util.Set;

/** Rights to see télédossiers in the lists of the portal. */
final class CaseListRights {
    private static final String READERS = "ADMIN NATIONAL BUSINESS AGENT";
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private CaseListRights() {}

    static void add(RightsTable rights) {
        var caseList = rights.to(CaseListService.class);
        caseList.method("page", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.page(caller, newest(side)).lines().stream()
                        .anyMatch(line -> line.id().equals(side.theCase())));
        caseList.method("pageWithPlaces", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.pageWithPlaces(caller, newest(side)).lines().stream()
                        .anyMatch(line -> line.id().equals(side.theCase())));
        caseList.method("neighbours", READERS, ADMINISTRATORS).returns((it, caller, side) -> {
            var afterAll = new CaseCursor(false, false, Instant.EPOCH, side.theCase());
            return it.neighbours(caller, newest(side), afterAll).previous() != null;
        });
        caseList.method("counts", READERS, ADMINISTRATORS).returns((it, caller, side) -> {
            var counts = it.counts(caller, newest(side));
            return counts.of(CaseTab.ALL) > 0;
        });
        caseList.method("processes", READERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.processes(caller).stream()
                        .anyMatch(process -> process.code().equals(side.processCode())));
        caseList.method("serviceName", "ADMIN NATIONAL BUSINESS")
                .returns((it, caller, side) ->
                        it.serviceName(caller, side.town()).isPresent());
        caseList.method("beginExport", READERS)
                .runs((it, caller, side) -> it.beginExport(caller, CaseFilter.ALL, "csv"));

        var waiting = rights.to(WaitingCaseService.class);
        waiting.method("page", "NATIONAL AGENT").runs((it, caller, side) -> it.page(caller, 0, 1));
        waiting.method("whyEmpty", "NATIONAL AGENT").runs((it, caller, side) -> it.whyEmpty(caller));
        waiting.method("countAnswered", "NATIONAL AGENT").runs((it, caller, side) -> it.countAnswered(caller));
        waiting.method("neighbours", "NATIONAL AGENT")
                .runs((it, caller, side) -> it.neighbours(
                        caller,
                        new WaitingPlace(true, Instant.EPOCH, side.processCode(), Instant.EPOCH, side.theCase())));

        rights.to(WatchDelayService.class)
                .method("legal", "NATIONAL AGENT")
                .runs((it, caller, side) -> it.legal(caller));

        rights.to(FilesKeptService.class).method("today", "NATIONAL AGENT").runs((it, caller, side) -> it.today());
    }

    private static CaseFilter newest(Side side) {
        return new CaseFilter(
                CaseTab.ALL, Set.of(side.processCode()), null, null, null, CaseSort.TRANSMITTED, true, 1000, null);
    }
}
