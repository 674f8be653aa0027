package fr.hubee.portal.profile;

import fr.hubee.portal.message.PageMessages;
import fr.hubee.signin.secondfactor.CodeCheck;
import fr.hubee.signin.secondfactor.TotpEnrolment;
import fr.hubee.signin.secondfactor.TotpService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** Associates an application for one-time codes with the account, and removes it. */
@Named
@RequestScoped
public class AuthenticatorPage {
    @Inject
    TotpService authenticator;

    @Inject
    CurrentCaller currentCaller;

    /** The secret that the page showed: it comes back with the code, and is shown again when that one is wrong. */
    @Inject
    @Param(name = "shown")
    String shown;

    private TotpEnrolment enrolment;
    private String password;
    private String code;

    @PostConstruct
    void read() {
        if (shown != null) {
            enrolment = authenticator.again(currentCaller.get(), shown).orElse(null);
            if (enrolment == null) {
                PageMessages.refusal("La clé affichée ne vaut plus : recommencez pour en avoir une autre.");
            }
        }
    }

    public boolean isOffered() {
        return authenticator.isOffered();
    }

    public boolean isThere() {
        return authenticator.isEnrolled(currentCaller.get());
    }

    /** Shows the secret until the user leaves the page. */
    public void begin() {
        enrolment = authenticator.begin(currentCaller.get(), password);
    }

    public String confirm() {
        return after(
                authenticator.confirm(currentCaller.get(), code),
                "Votre application est associée : c’est elle qui donnera vos codes de connexion.");
    }

    public String remove() {
        return after(
                authenticator.remove(currentCaller.get(), password, code),
                "Votre application est dissociée : vos codes de connexion arriveront par courriel.");
    }

    private static String after(CodeCheck check, String done) {
        return switch (check) {
            case ACCEPTED -> {
                PageMessages.success(done);
                yield "/profil?faces-redirect=true";
            }
            case WRONG -> {
                PageMessages.refusal(
                        "Ce code n’est pas le bon. Attendez que l’application en affiche un nouveau, puis recopiez-le.");
                yield null;
            }
            case LOCKED -> {
                PageMessages.refusal("Trop d’essais ont échoué : attendez un quart d’heure au moins, puis réessayez.");
                yield null;
            }
        };
    }

    public boolean isBegun() {
        return enrolment != null;
    }

    public TotpEnrolment getEnrolment() {
        return enrolment;
    }

    /** For manual entry, in groups of four characters. */
    public String getSecret() {
        return enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public QrPicture getPicture() {
        return QrPicture.of(enrolment.uri());
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
