package fr.hubee.it.rights;

import fr.hubee.directory.process.ProcessForm;
import fr.hubee.directory.process.ProcessService;
import java.util.Map;

/** Rights on démarches, for the national administrator. */
final class ProcessRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final ProcessForm EMPTY = new ProcessForm(Map.of());
    private static final long UNREAD = -1;

    private ProcessRights() {}

    static void add(RightsTable rights) {
        var process = rights.to(ProcessService.class);
        process.method("open", ADMINISTRATORS).returns((it, caller, side) -> it.open(caller, side.processCode()));
        process.method("register", ADMINISTRATORS).returns((it, caller, side) -> it.register(caller, EMPTY));
        process.method("amend", ADMINISTRATORS)
                .returns((it, caller, side) -> it.amend(caller, side.processCode(), UNREAD, EMPTY));
    }
}
