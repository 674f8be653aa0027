package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationFileService;
import fr.hubee.directory.organization.OrganizationForm;
import fr.hubee.directory.organization.OrganizationImportService;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.lifetime.merge.MergeUndoService;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rights on organisations, for the national administrator. */
final class OrganizationRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final OrganizationForm EMPTY = new OrganizationForm(Map.of());
    private static final long UNREAD = -1;

    private OrganizationRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "OrganizationService.page",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(OrganizationService.class)
                                .page(
                                        caller,
                                        new OrganizationSearch(
                                                null, null, null, OrganizationColumn.NAME, false, 0, 1))),
                Right.of(
                        "OrganizationService.editors",
                        "NATIONAL BUSINESS LOCAL AGENT EDITOR",
                        (world, side, caller) ->
                                service(OrganizationService.class).editors()),
                Right.of(
                        "OrganizationService.open",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationService.class).open(caller, side.town())),
                Right.of(
                        "OrganizationService.problems",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationService.class).problems(caller, EMPTY)),
                Right.of(
                        "OrganizationService.register",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationService.class).register(caller, EMPTY)),
                Right.of(
                        "OrganizationService.amend",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationService.class).amend(caller, side.town(), UNREAD, EMPTY)),
                Right.of(
                        "OrganizationImportService.check",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationImportService.class).check(caller, InputStream.nullInputStream())),
                Right.of(
                        "OrganizationImportService.run",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationImportService.class).run(caller, InputStream.nullInputStream())),
                Right.of(
                        "OrganizationFileService.check",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationFileService.class).check(caller, "no file", new byte[0])),
                Right.of(
                        "OrganizationFileService.read",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationFileService.class).read(caller, UUID.randomUUID())),
                Right.of(
                        "OrganizationFileService.run",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationFileService.class).run(caller, UUID.randomUUID())),
                Right.of(
                        "OrganizationFileService.report",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationFileService.class).report(caller, UUID.randomUUID())),
                Right.of(
                        "OrganizationFileService.forgetOld",
                        "BATCH",
                        (world, side, caller) ->
                                service(OrganizationFileService.class).forgetOld()),
                Right.of(
                        "MergeService.preview",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(MergeService.class)
                                .preview(caller, side.town(), world.other(side).town())),
                Right.of(
                        "MergeService.merge",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(MergeService.class)
                                .merge(caller, side.town(), world.other(side).town(), "another")),
                Right.of(
                        "MergeUndoService.list",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(MergeUndoService.class).list(caller)),
                Right.of(
                        "MergeUndoService.preview",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(MergeUndoService.class).preview(caller, world.merge())),
                Right.of(
                        "MergeUndoService.undo",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(MergeUndoService.class).undo(caller, world.merge(), "another")),
                Right.of(
                        "MergeUndoService.forgetOld",
                        "BATCH",
                        (world, side, caller) -> service(MergeUndoService.class).forgetOld()));
    }
}
