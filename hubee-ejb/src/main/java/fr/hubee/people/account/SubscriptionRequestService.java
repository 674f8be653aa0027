package fr.hubee.people.account;

import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.SubscriptionRequest.Field;
import fr.hubee.people.identity.Identity.AccountField;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The subscriptions that the national administrator creates where no DataPass requests them. They are those of the API; but her form refuses
 * an administrator who could have no account, since she can correct it.
 */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class SubscriptionRequestService {
    @Inject
    SubscriptionService subscriptions;

    @Inject
    ProcessService processes;

    @Inject
    AccountRepository accounts;

    /** All that {@link #create} refuses, for its form. */
    public List<FieldProblem<Field>> problems(Caller caller, SubscriptionRequest wanted) {
        return new FieldChecks<Field>()
                .check(Field.PROCESS, () -> requireFree(wanted))
                .and(wanted.settings().problems().stream()
                        .map(each ->
                                new FieldProblem<>(Field.valueOf(each.field().name()), each.sentence()))
                        .toList())
                .check(Field.ADMINISTRATOR_EMAIL, () -> requirePossible(wanted))
                .and(ofName(wanted, AccountField.FIRST_NAME, Field.ADMINISTRATOR_FIRST_NAME))
                .and(ofName(wanted, AccountField.LAST_NAME, Field.ADMINISTRATOR_LAST_NAME))
                .problems();
    }

    private void requireFree(SubscriptionRequest wanted) {
        var code = wanted.processCode();
        if (code == null || code.isBlank()) {
            throw new InvalidRequest(Words.text("people.subscription.noProcess"));
        }
        var process =
                processes.find(code).orElseThrow(() -> new InvalidRequest(Words.text("people.subscription.noProcess")));
        if (!process.activated()) {
            throw new InvalidRequest(Words.text("people.subscription.closed", code));
        }
        if (subscriptions.idOf(code, wanted.subscriber()).isPresent()) {
            throw new InvalidRequest(Words.text("people.subscription.exists", code));
        }
    }

    private void requirePossible(SubscriptionRequest wanted) {
        accounts.findByEmail(wanted.administratorLogin())
                .flatMap(known -> AdministratorFromSubscription.hindrance(known, wanted.subscriber()))
                .ifPresent(reason -> {
                    throw new InvalidRequest(Words.text("people.subscription.another", reason));
                });
    }

    private static List<FieldProblem<Field>> ofName(SubscriptionRequest wanted, AccountField name, Field field) {
        return wanted.administrator().problems().stream()
                .filter(each -> each.field() == name)
                .map(each -> new FieldProblem<>(field, each.sentence()))
                .toList();
    }

    /** Whether the administrator of a request without problems gets a new account, and a mail to choose a password. */
    public boolean invites(Caller caller, SubscriptionRequest wanted) {
        return problems(caller, wanted).isEmpty()
                && accounts.findByEmail(wanted.administratorLogin()).isEmpty();
    }

    /**
     * Creates the subscription, with all that follows one of DataPass.
     *
     * @throws InvalidRequest with the messages of {@link #problems}
     */
    @RecentSecondFactor
    public UUID create(Caller caller, SubscriptionRequest wanted) {
        RightsPolicy.requireFit(ActorType.LOCAL_ADMINISTRATOR, wanted.subscriber());
        FieldProblem.requireNone(problems(caller, wanted));
        return subscriptions
                .create(caller, wanted.processCode(), wanted.subscriber(), wanted.details())
                .id();
    }
}
