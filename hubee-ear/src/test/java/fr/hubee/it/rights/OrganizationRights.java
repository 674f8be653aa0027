package fr.hubee.it.rights;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationForm;
import fr.hubee.directory.organization.OrganizationImportService;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.lifetime.merge.MergeUndoService;
import java.util.Map;
import java.util.UUID;

/** Rights on organisations, for the national administrator. */
final class OrganizationRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final OrganizationForm EMPTY = new OrganizationForm(Map.of());
    private static final long UNREAD = -1;

    private OrganizationRights() {}

    static void add(RightsTable rights) {
        var registry = rights.to(OrganizationService.class);
        registry.method("page", ADMINISTRATORS)
                .returns((it, caller, side) -> it.page(
                        caller, new OrganizationSearch(null, null, null, OrganizationColumn.NAME, false, 0, 1)));
        registry.method("editors", "NATIONAL BUSINESS LOCAL AGENT EDITOR").returns((it, caller, side) -> it.editors());
        registry.method("open", ADMINISTRATORS).returns((it, caller, side) -> it.open(caller, side.town()));
        registry.method("problems", ADMINISTRATORS).returns((it, caller, side) -> it.problems(caller, EMPTY));
        registry.method("register", ADMINISTRATORS).returns((it, caller, side) -> it.register(caller, EMPTY));
        registry.method("amend", ADMINISTRATORS)
                .returns((it, caller, side) -> it.amend(caller, side.town(), UNREAD, EMPTY));

        var imports = rights.to(OrganizationImportService.class);
        imports.method("check", ADMINISTRATORS).returns((it, caller, side) -> it.check(caller, "no file", new byte[0]));
        imports.method("read", ADMINISTRATORS).returns((it, caller, side) -> it.read(caller, UUID.randomUUID()));
        imports.method("run", ADMINISTRATORS).returns((it, caller, side) -> it.run(caller, UUID.randomUUID()));
        imports.method("report", ADMINISTRATORS).returns((it, caller, side) -> it.report(caller, UUID.randomUUID()));
        imports.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());

        var merge = rights.to(MergeService.class);
        merge.method("preview", ADMINISTRATORS)
                .returns((it, caller, side, world) ->
                        it.preview(caller, side.town(), world.other(side).town()));
        merge.method("merge", ADMINISTRATORS)
                .returns((it, caller, side, world) ->
                        it.merge(caller, side.town(), world.other(side).town(), "another"));

        var undo = rights.to(MergeUndoService.class);
        undo.method("list", ADMINISTRATORS).returns((it, caller, side) -> it.list(caller));
        undo.method("preview", ADMINISTRATORS).returns((it, caller, side, world) -> it.preview(caller, world.merge()));
        undo.method("undo", ADMINISTRATORS)
                .returns((it, caller, side, world) -> it.undo(caller, world.merge(), "another"));
        undo.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());
    }
}
