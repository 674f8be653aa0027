package fr.hubee.api.directory;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.SubscriptionService;
import fr.hubee.exchange.folder.ScannerCheckService;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountService;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/** Loads the files of {@code HUBEE_BOOTSTRAP}, all or nothing; what exists already is not changed. */
@Startup
@Singleton
@DependsOn("hubee-ejb.jar#DatabaseMigration")
@RunAs(Roles.BATCH)
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
    ScannerCheckService scanner;

    @Inject
    Validator validator;

    @PostConstruct
    void load() {
        for (var file : BootstrapFile.filledIn(settings, validator)) {
            file.each("organizations", OrganizationJson.class, this::addOrganization);
            file.each("processes", ProcessJson.class, PortalRulesJson.class, this::addProcess);
            file.each("subscriptions", SubscriptionJson.class, this::addSubscription);
            file.each("clients", ClientJson.class, this::addClient);
            file.each("accounts", AccountJson.class, this::addAccount);
        }
        scanner.check();
    }

    private void addOrganization(OrganizationJson organization) {
        organizations.addIfAbsent(organization.toKey(), organization.toDetails());
    }

    private void addProcess(ProcessJson process, PortalRulesJson portal) {
        requireOrganization(process.osl().toKey());
        processes.addIfAbsent(process.code(), portal.over(process.toDetails()));
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
}
