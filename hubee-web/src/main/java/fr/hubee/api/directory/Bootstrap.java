package fr.hubee.api.directory;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.NewApiClient;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** Loads the files of {@code HUBEE_BOOTSTRAP}, all or nothing; what exists already is not changed. */
@Startup
@Singleton
@DependsOn("hubee-ejb.jar#DatabaseMigration")
@RunAs(RoleNames.BATCH)
@DenyAll
public class Bootstrap {
    @Inject
    BootstrapSettings settings;

    @Inject
    OrganizationService organizations;

    @Inject
    ProcessService processes;

    @Inject
    SubscriptionService subscriptions;

    @Inject
    ApiClientService clients;

    @Inject
    AccountService accounts;

    @Inject
    FileScanService scans;

    @Inject
    Validator validator;

    @PostConstruct
    void load() {
        for (var file : BootstrapFile.filledIn(settings, validator)) {
            file.each("organizations", OrganizationJson.class, this::addOrganization);
            file.each("processes", ProcessJson.class, this::addProcess);
            file.each("subscriptions", SubscriptionJson.class, this::addSubscription);
            file.each("clients", ClientJson.class, this::addClient);
            file.each("accounts", AccountJson.class, this::addAccount);
        }
        scans.checkLimits();
    }

    private void addOrganization(OrganizationJson organization) {
        organizations.addIfAbsent(organization.toKey(), organization.toDetails());
    }

    private void addProcess(ProcessJson process, JsonNode entry) {
        requireOrganization(process.osl().toKey());
        processes.addIfAbsent(process.code(), process.toDetails(entry));
    }

    private void addSubscription(SubscriptionJson subscription) {
        requireOrganization(subscription.subscriber().toKey());
        requireProcess(subscription.processCode());
        subscriptions.addIfAbsent(
                subscription.processCode(), subscription.subscriber().toKey(), subscription.toDetails());
    }

    private void addClient(ClientJson client) {
        var organization = client.organization().toKey();
        requireOrganization(organization);
        client.processCodes().forEach(this::requireProcess);
        if (client.scope() == Scope.SI) {
            requireSubscriptions(organization, client);
        }
        clients.addIfAbsent(client.toNewApiClient());
    }

    private void addAccount(AccountJson account) {
        requireOrganization(account.organization().toKey());
        accounts.addIfAbsent(account.toNewAccount());
    }

    private void requireSubscriptions(OrganizationKey organization, ClientJson client) {
        if (client.processCodes().isEmpty()) {
            throw new InvalidRequest("an SI's credentials cover at least one process");
        }
        for (var code : client.processCodes()) {
            if (!subscriptions.exists(code, organization)) {
                throw new InvalidRequest("organization " + organization + " has no subscription to " + code);
            }
        }
    }

    private void requireOrganization(OrganizationKey key) {
        if (!organizations.exists(key)) {
            throw new InvalidRequest("organization " + key + " is not known");
        }
    }

    private void requireProcess(String code) {
        if (processes.find(code).isEmpty()) {
            throw new InvalidRequest("process " + code + " is not known");
        }
    }

    /** Credentials of a partner's software. */
    record ClientJson(
            @NotNull @Pattern(regexp = "[\\w.@-]{1,100}") String clientId,

            @NotNull @Size(min = 32, max = 200, message = "has 32 to 200 characters")
            String clientSecret,

            @NotNull Scope scope,
            @NotNull @Valid OrganizationIdentifierJson organization,
            @NotNull List<@NotNull @Size(max = 30) String> processCodes) {

        NewApiClient toNewApiClient() {
            return new NewApiClient(clientId, clientSecret, scope, organization.toKey(), processCodes);
        }

        @Override
        public String toString() {
            return "ClientJson[" + clientId + "]"; // never the secret
        }
    }

    /** A person's account, such as the first national administrator's. It has no password: an invitation lets her choose one. */
    record AccountJson(
            @NotNull ActorType actorType,
            @NotNull @Valid OrganizationIdentifierJson organization,
            @NotNull String email,
            @NotNull Civility civility,
            @NotNull String firstName,
            @NotNull String lastName,
            String function,
            String phoneNumber,
            String mobileNumber,
            Set<@NotNull String> processCodes) {

        NewAccount toNewAccount() {
            return new NewAccount(
                    actorType,
                    organization.toKey(),
                    email,
                    new Identity(civility, firstName, lastName, function, phoneNumber, mobileNumber),
                    processCodes == null ? Set.of() : processCodes);
        }
    }
}
