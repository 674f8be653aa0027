package fr.hubee.people.account;

import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.ChangeStory;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.Civility;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Checks which accounts a person can access, and that the version she read is still current. */
@Dependent
class AccountAccess {
    private static final ChangeStory STORY = new ChangeStory(
            Map.of(
                    "civility", Words.text("people.field.civility"),
                    "function", Words.text("people.field.function"),
                    "firstName", Words.text("people.field.firstName"),
                    "lastName", Words.text("people.field.lastName"),
                    "phoneNumber", Words.text("people.field.phone"),
                    "mobileNumber", Words.text("people.field.mobile"),
                    "actorType", Words.text("people.field.actorType"),
                    "roles", Words.text("people.field.roles"),
                    "processCodes", Words.text("people.field.habilitations"),
                    "active", Words.text("people.field.active")),
            words());

    @Inject
    AccountRepository accounts;

    @Inject
    AuditJournal journal;

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (var role : Role.values()) {
            words.put(role.name(), role.label());
        }
        for (var type : ActorType.values()) {
            words.put(type.name(), type.label());
        }
        for (var civility : Civility.values()) {
            words.put(civility.name(), civility.label());
        }
        return words;
    }

    Actor actor(Caller caller) {
        return Actor.of(caller, accounts.findByEmail(caller.name()));
    }

    Account readable(Caller caller, UUID id) {
        var account = accounts.find(id).orElseThrow(() -> NotFound.of("Account"));
        actor(caller).requireReach(account.organization(), account.id());
        return account;
    }

    /**
     * Locks the account for a change: a concurrent change waits.
     *
     * @param version that the person has read
     */
    Account changeable(Caller caller, UUID id, long version) {
        var account = accounts.requireForUpdate(id);
        var actor = actor(caller);
        actor.requireReach(account.organization(), account.id());
        actor.requireManages(account.actorType());
        journal.requireUnchanged(id, version, account.version(), STORY);
        return account;
    }

    /** The caller's own account; the hub's software has none. */
    Account own(Caller caller) {
        return accounts.findByEmail(caller.name()).orElseThrow(() -> NotFound.of("Account"));
    }
}
