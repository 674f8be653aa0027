package fr.hubee.lifetime.retention;

import static java.util.stream.Collectors.toMap;

import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Informs a service how long the files of its cases stay. */
@Stateless
@RolesAllowed(Roles.READ_FOLDERS)
public class FilesKeptService {
    @Inject
    RuleBook rules;

    @Inject
    RetentionCalendar calendar;

    public FilesKept today() {
        return new FilesKept(
                rules.plans(calendar.today()).all().stream().collect(toMap(PurgePlan::processCode, each -> each)));
    }
}
