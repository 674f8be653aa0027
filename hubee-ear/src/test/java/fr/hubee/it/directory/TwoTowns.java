package fr.hubee.it.directory;

import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.people.account.AccountService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Tests of a merge, in which a village joins a town. */
abstract class TwoTowns extends InServer {
    static final Caller NINA = new Caller(
                    "nina@hubee.example",
                    Organizations.HUB,
                    Set.of(RoleNames.ADMIN, RoleNames.PERSON, RoleNames.MANAGE_USERS, RoleNames.READ_USERS),
                    Set.of(),
                    "192.0.2.7")
            .proven(Instant.MAX);

    final Partner admin = Partner.of("demo-admin").atReferential();
    final NewTown village = NewTown.fresh().registered();
    final NewTown town = NewTown.fresh().registered();
    final OrganizationKey from = village.organizationKey();
    final OrganizationKey to = town.organizationKey();

    @Inject
    MergeService merges;

    @Inject
    MergeUndoService undoing;

    @Inject
    CredentialService credentials;

    @Inject
    AccountService accounts;

    @Inject
    AuditService audit;

    /** Returns the credentials of a subscription in API mode, in service for some days. */
    ShownCredentials software(NewTown of, String processCode) throws Exception {
        var id = UUID.fromString(of.inService(processCode, "API"));
        var local = of.localAdministrator();
        return AsCaller.call(local, () -> credentials.create(local, id, NewSecret.random()));
    }

    static Answer ask(ShownCredentials pair) {
        return Partner.askToken(pair.clientId(), pair.clientSecret());
    }

    static Partner signedIn(ShownCredentials pair) {
        return Partner.holding(ask(pair));
    }

    /** Returns the first answer that is not 403: a change of a token's rights takes effect within five seconds. */
    static Answer firstAllowed(Partner software, String path) {
        Wait.untilForgotten(() -> software.get(path).status() != 403);
        return software.get(path).expect(200);
    }

    Deposit deposit(NewTown recipient) {
        return Deposit.announce(dila, recipient).upload().complete();
    }
}
