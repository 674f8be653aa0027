package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.directory.process.ProcessForm;
import fr.hubee.directory.process.ProcessService;
import java.util.List;
import java.util.Map;

/** Rights on démarches, for the national administrator. */
final class ProcessRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final ProcessForm EMPTY = new ProcessForm(Map.of());
    private static final long UNREAD = -1;

    private ProcessRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "ProcessService.open",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ProcessService.class).open(caller, side.processCode())),
                Right.of(
                        "ProcessService.register",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ProcessService.class).register(caller, EMPTY)),
                Right.of(
                        "ProcessService.amend",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(ProcessService.class).amend(caller, side.processCode(), UNREAD, EMPTY)));
    }
}
