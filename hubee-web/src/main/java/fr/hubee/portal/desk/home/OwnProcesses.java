package fr.hubee.portal.desk.home;

import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;

/** The démarches whose statistics a person may see: all, or her operator's. */
@Named
@RequestScoped
public class OwnProcesses {
    @Inject
    ProcessService processes;

    @Inject
    CurrentCaller currentCaller;

    private Map<String, String> names;

    /** Returns the names by their codes. */
    public Map<String, String> getNames() {
        if (names == null) {
            names = new TreeMap<>(FrenchOrder.words());
            if (currentCaller.get().is(RoleNames.ADMIN)) {
                processes
                        .list(ProcessColumn.CODE, null)
                        .forEach(each -> names.put(each.code(), each.details().name()));
            } else {
                currentCaller
                        .get()
                        .processCodes()
                        .forEach(code -> processes.find(code).ifPresent(details -> names.put(code, details.name())));
            }
        }
        return names;
    }
}
