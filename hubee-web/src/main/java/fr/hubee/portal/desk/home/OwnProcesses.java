package fr.hubee.portal.desk.home;

import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** The démarches whose statistics a person may see: all, or her operator's. */
@Model
public class OwnProcesses extends PersonPage {
    @Inject
    ProcessService processes;

    private final Once<Map<String, String>> names = new Once<>(this::read);

    public Map<String, String> getNames() {
        return names.get();
    }

    private Map<String, String> read() {
        var found = new TreeMap<String, String>(FrenchOrder.words());
        if (caller().is(RoleNames.ADMIN)) {
            processes
                    .list(ProcessColumn.CODE, null)
                    .forEach(each -> found.put(each.code(), each.details().title()));
        } else {
            caller().processCodes()
                    .forEach(code -> processes.find(code).ifPresent(details -> found.put(code, details.title())));
        }
        return found;
    }
}
