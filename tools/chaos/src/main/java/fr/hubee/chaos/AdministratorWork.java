package fr.hubee.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.chaos.History.Span;

/** An administrator who suspends the subscription of a town, and activates it again a little later. */
final class AdministratorWork {
    private static final long LASTS_MS = 5_000;

    private final Software software;
    private final History history;
    private final Town town;
    private ObjectNode subscription;

    AdministratorWork(Software software, History history, Town town) {
        this.software = software;
        this.history = history;
        this.town = town;
    }

    void step() throws InterruptedException {
        if (become("Suspendu")) {
            long from = System.nanoTime();
            Thread.sleep(LASTS_MS);
            history.suspended(new Span(town.branchCode(), from, System.nanoTime()));
        }
        activate();
        Thread.sleep(LASTS_MS);
    }

    void activate() throws InterruptedException {
        while (!become("Actif")) {
            Thread.sleep(LASTS_MS);
        }
    }

    /** Returns whether it is surely so. */
    private boolean become(String status) throws InterruptedException {
        if (subscription == null) {
            var all = software.repeat(
                    "GET",
                    "/referential/v1/subscriptions?processCode=EtatCivil&companyRegister=" + town.companyRegister(),
                    null,
                    null);
            subscription = (ObjectNode) all.json().get(0);
        }
        subscription.put("status", status);
        var place = "/referential/v1/subscriptions/" + subscription.path("id").asText();
        software.repeat("PUT", place, subscription.toString(), null);
        var now = software.repeat("GET", place, null, null);
        return now.status() == 200 && now.json().path("status").asText().equals(status);
    }
}
