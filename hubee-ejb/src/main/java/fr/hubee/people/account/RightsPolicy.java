package fr.hubee.people.account;

import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.Identity.AccountField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Defines who may give which rights to whom (specification §1.3). */
final class RightsPolicy {

    private RightsPolicy() {}

    static void requireFit(ActorType type, OrganizationKey organization) {
        if (type.organizationType() != organization.type()) {
            throw new InvalidRequest(Words.text("people.rights.type", type.label()));
        }
    }

    static void requireMayMake(Actor actor, NewAccount wanted) {
        actor.requireReach(wanted.organization());
        requireConsistent(wanted);
        actor.requireManages(wanted.actorType());
    }

    /** Checks that such an account may exist, for any requester. */
    static void requireConsistent(NewAccount wanted) {
        requireFit(wanted.actorType(), wanted.organization());
        requireHabilitations(wanted.actorType(), wanted.processCodes());
    }

    static void requireHabilitations(ActorType type, Set<String> processCodes) {
        if (type == ActorType.AGENT && processCodes.isEmpty()) {
            throw new InvalidRequest(Words.text("people.rights.noProcess"));
        }
        refuseNeedless(type, processCodes);
    }

    static void requireMayChange(Actor actor, Account account, Rights wanted) {
        if (actor.owns(account)) {
            requireOwnWay(account.rights(), wanted);
        }
        actor.requireManages(account.actorType());
        actor.requireManages(wanted.actorType());
        FieldProblem.requireNone(problems(account, wanted));
        for (var role : added(account.rights().roles(), wanted.roles())) {
            requireGiven(actor, role);
        }
    }

    /** Returns the rights that such an account cannot have, for any requester. */
    static List<FieldProblem<AccountField>> problems(Account account, Rights wanted) {
        return new FieldChecks<AccountField>()
                .check(AccountField.TYPE, () -> requireFit(wanted.actorType(), account.organization()))
                .check(AccountField.PROCESSES, () -> refuseNeedless(wanted.actorType(), wanted.processCodes()))
                .check(
                        AccountField.ROLES,
                        () -> wanted.roles().forEach(role -> requirePossible(wanted.actorType(), role)))
                .problems();
    }

    /**
     * Refuses a change of one's own rights, with one exception: the only administrator of a village must be able to see its télédossiers,
     * see ADR 20.
     */
    private static void requireOwnWay(Rights present, Rights wanted) {
        boolean administrator = present.actorType() == ActorType.LOCAL_ADMINISTRATOR;
        boolean sameType = present.actorType() == wanted.actorType();
        boolean sameCodes = present.processCodes().equals(wanted.processCodes());
        var roles = added(present.roles(), wanted.roles());
        roles.addAll(added(wanted.roles(), present.roles()));
        if (administrator && sameType && roles.stream().allMatch(Role::isOfFolders)) {
            return;
        }
        if (!sameType || !sameCodes || !roles.isEmpty()) {
            throw new NotAllowed(
                    administrator ? Words.text("people.rights.ownOthers") : Words.text("people.rights.own"));
        }
    }

    private static void requirePossible(ActorType type, Role role) {
        if (!type.possibleRoles().contains(role)) {
            throw new InvalidRequest(Words.text("people.rights.impossible", role.label(), type.label()));
        }
    }

    private static void requireGiven(Actor actor, Role role) {
        if (!actor.mayGive(role)) {
            throw new NotAllowed(Words.text("people.rights.notHeld", role.label()));
        }
    }

    private static void refuseNeedless(ActorType type, Set<String> processCodes) {
        if (!type.takesHabilitations() && !processCodes.isEmpty()) {
            throw new InvalidRequest(Words.text("people.rights.needless", type.label()));
        }
    }

    static <T> Set<T> added(Set<T> before, Set<T> after) {
        var more = new HashSet<>(after);
        more.removeAll(before);
        return more;
    }

    static void requireOther(Actor actor, Account account) {
        if (actor.owns(account)) {
            throw new NotAllowed(Words.text("people.account.own"));
        }
    }
}
