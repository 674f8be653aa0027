package fr.hubee.people.account;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Defines which démarches a person can access, and which she may be habilitated for (specification §1.2, §1.3). */
@Dependent
class Habilitations {
    @Inject
    SubscriptionService subscriptions;

    @Inject
    ProcessService processes;

    /** The national administrator needs none: see {@link fr.hubee.kernel.security.Caller#covers}. */
    Set<String> covered(OrganizationKey organization, Rights rights) {
        return switch (rights.actorType()) {
            case AGENT -> rights.processCodes();
            case LOCAL_ADMINISTRATOR -> rights.showFolders() ? subscribed(organization) : Set.of();
            case BUSINESS_ADMINISTRATOR -> Set.copyOf(processes.codesOf(organization));
            case EDITOR, NATIONAL_ADMINISTRATOR -> Set.of();
        };
    }

    Set<String> subscribed(OrganizationKey organization) {
        return Set.copyOf(subscriptions.codesOf(organization));
    }

    /** The same, with the name of each; a démarche that no longer exists is shown by its code. */
    Map<String, String> subscribedByName(OrganizationKey organization) {
        var names = new TreeMap<String, String>(FrenchOrder.words());
        for (var code : subscribed(organization)) {
            names.put(code, processes.find(code).map(ProcessDetails::title).orElse(code));
        }
        return Collections.unmodifiableMap(names);
    }

    void requireSubscribed(OrganizationKey organization, Set<String> processCodes) {
        if (processCodes.isEmpty()) {
            return;
        }
        var others = new TreeSet<>(processCodes);
        others.removeAll(subscribed(organization));
        if (!others.isEmpty()) {
            throw new InvalidRequest(Words.text("people.rights.notSubscribed", String.join(", ", others)));
        }
    }
}
