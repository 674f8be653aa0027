package fr.hubee.portal.people;

import fr.hubee.people.account.AccountService;
import fr.hubee.portal.field.SeveralActs;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Actions on the accounts that are ticked in the list. */
@Named
@RequestScoped
public class AccountBatch {
    @Inject
    AccountService accounts;

    @Inject
    AccountsPage list;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    /** Whether the page offers actions. */
    public boolean isOpen() {
        return list.isManager()
                && (SeveralActs.isSent(request) || list.getTable().getShown().total() > 0);
    }

    public void deactivate() {
        run(
                (id, version) -> accounts.deactivate(currentCaller.get(), id, version),
                "ne peut plus se connecter : le compte est désactivé");
    }

    /** Sends each one a link to choose a password. */
    public void invite() {
        run((id, version) -> accounts.sendLink(currentCaller.get(), id), "reçoit un courriel : le lien vaut 48 heures");
    }

    private void run(SeveralActs.OneAct act, String done) {
        if (SeveralActs.run(request, this::name, act, done)) {
            Pages.goTo(list.getTable().getHere());
        }
    }

    private String name(UUID id) {
        return accounts.read(currentCaller.get(), id).name();
    }
}
