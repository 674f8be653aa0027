package fr.hubee.portal.frame;

import fr.hubee.desk.watch.WaitingCaseService;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.http.ContentPolicy;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.session.SessionSettings;
import fr.hubee.portal.field.Elision;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.inject.Model;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.primefaces.context.PrimeFacesContext;

/** The content security policy and the signed-in person, for the header of every page. */
@Model
public class Frame {
    private static final Set<ActorType> ADMINISTRATORS =
            Set.of(ActorType.NATIONAL_ADMINISTRATOR, ActorType.BUSINESS_ADMINISTRATOR, ActorType.LOCAL_ADMINISTRATOR);

    @Inject
    CurrentCaller currentCaller;

    @Inject
    AccountService accounts;

    @Inject
    SessionSettings sessions;

    @Inject
    AntivirusSettings antivirus;

    @Inject
    MasterKeySettings masterKey;

    @Inject
    HttpServletRequest request;

    @Inject
    WaitingCaseService waiting;

    private AccountDetail account;
    private Long answered;

    /** Returns the policy; PrimeFaces calls this, makes the nonce and appends it for scripts. */
    public String getPolicy() {
        return ContentPolicy.page(getNonce(), isInside());
    }

    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    public boolean isSignedIn() {
        return currentCaller.isKnown();
    }

    /** Whether this page is public: then the server keeps no state, which strangers could use to fill its memory. */
    public boolean isOpen() {
        return Pages.isOpen(Pages.path(request));
    }

    /** Whether it is a page of a signed-in person: public pages load nothing of PrimeFaces. */
    public boolean isInside() {
        return isSignedIn() && !isOpen();
    }

    public AccountDetail getAccount() {
        if (account == null) {
            account = accounts.readProfile(currentCaller.get());
        }
        return account;
    }

    /** Whether files are served without an antivirus scan: administrators must know. */
    public boolean isUnscanned() {
        return antivirus.isOff() && isAdministrator();
    }

    public boolean isScanned() {
        return !antivirus.isOff();
    }

    public boolean isUnencrypted() {
        return !masterKey.isOn() && isAdministrator();
    }

    /** Returns « la commune de Valbourg », for a sentence. */
    public String getOrganization() {
        return Elision.the(getAccount().organizationName());
    }

    private boolean isAdministrator() {
        return isSignedIn() && ADMINISTRATORS.contains(getAccount().rights().actorType());
    }

    /** Returns the number of télédossiers of her service with an answer that no agent has seen. */
    public long getAnswered() {
        if (answered == null) {
            answered = isAgent() ? waiting.countAnswered(currentCaller.get()) : 0L;
        }
        return answered;
    }

    private boolean isAgent() {
        return isSignedIn()
                && currentCaller.get().is(RoleNames.READ_FOLDERS)
                && currentCaller.get().organization().type() == OrganizationType.SI;
    }

    /** Returns the idle timeout of a session, in seconds. */
    public long getIdle() {
        return sessions.idle().toSeconds();
    }

    public List<MenuEntry> getMenu() {
        return MenuEntry.of(currentCaller.get());
    }

    public List<MenuEntry.Group> getMenuGroups() {
        return MenuEntry.groups(currentCaller.get());
    }

    public boolean isIn(MenuEntry.Group group) {
        return group.entries().stream().anyMatch(entry -> !current(entry).equals("false"));
    }

    /** Returns the value of {@code aria-current}: « page » on the page of the menu and those below it, « true » on a detail of its list. */
    public String current(MenuEntry entry) {
        var path = request.getServletPath();
        if (MenuEntry.at(path).filter(entry::equals).isPresent()) {
            return "page";
        }
        return String.valueOf(MenuEntry.listing(path).filter(entry::equals).isPresent());
    }

    public boolean isSearching() {
        return isSignedIn() && getMenu().contains(MenuEntry.FOLDERS);
    }

    /** Whether she has no télédossiers to search, but the calls of software. */
    public boolean isSearchingCalls() {
        return isSignedIn() && !isSearching() && getMenu().contains(MenuEntry.CALLS);
    }
}
