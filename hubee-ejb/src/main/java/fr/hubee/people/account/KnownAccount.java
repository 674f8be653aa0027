package fr.hubee.people.account;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An account as other features see it.
 *
 * @param email the login, in lower case
 * @param processCodes the démarches that the person can access: for an agent, her habilitations; for an administrator,
 *     those of her organisation, see {@link Habilitations}
 * @param replaced the colleagues whom she replaces today
 */
public record KnownAccount(
        UUID id,
        String email,
        ActorType actorType,
        OrganizationKey organization,
        String firstName,
        String lastName,
        Set<Role> roles,
        Set<String> processCodes,
        boolean active,
        List<Replaced> replaced) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** The démarches whose télédossiers she may handle, by her own rights or those of a colleague. */
    public Set<String> managedProcesses() {
        var managed = new HashSet<String>();
        if (roles.contains(Role.MANAGE_FOLDERS)) {
            managed.addAll(processCodes);
        }
        replaced.stream().filter(Replaced::manages).forEach(colleague -> managed.addAll(colleague.processCodes()));
        return managed;
    }

    /** The démarches that she can access, by her own rights or those of a colleague. */
    Set<String> reachedProcesses() {
        var reached = new HashSet<>(processCodes);
        replaced.forEach(colleague -> reached.addAll(colleague.processCodes()));
        return reached;
    }

    /** Whether a second factor is required, by the person's type or by a démarche that she can access. */
    public boolean needsSecondFactor(Set<String> sensitive) {
        return actorType.needsSecondFactor() || !Collections.disjoint(reachedProcesses(), sensitive);
    }

    /** The person as a caller, once authenticated, with her current rights. */
    public Caller caller(String address) {
        var granted = new HashSet<String>();
        granted.add(RoleNames.PERSON);
        granted.add(actorType.brings());
        roles.forEach(role -> granted.addAll(role.asCallerRoles()));
        return new Caller(email, organization, Set.copyOf(granted), Set.copyOf(processCodes), address)
                .replacing(replaced);
    }
}
