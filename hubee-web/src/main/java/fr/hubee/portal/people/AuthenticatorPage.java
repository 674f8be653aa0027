package fr.hubee.portal.people;

import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.secondfactor.TotpService.TotpEnrolment;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** Associates an application for one-time codes with the account, and removes it. */
@Named
@RequestScoped
public class AuthenticatorPage extends PersonPage {
    @Inject
    TotpService authenticator;

    /** The secret that the page displayed: it comes back with the code, and is displayed again when the code is wrong. */
    @Inject
    @Param(name = "shown")
    String shown;

    private TotpEnrolment enrolment;

    @PostConstruct
    void read() {
        if (shown != null) {
            enrolment = authenticator.again(caller(), shown).orElse(null);
            if (enrolment == null) {
                PageMessages.refusal("La clé affichée ne vaut plus : recommencez pour en avoir une autre.");
            }
        }
    }

    public boolean isOffered() {
        return authenticator.isOffered();
    }

    public boolean isThere() {
        return authenticator.isEnrolled(caller());
    }

    /** Shows the secret until the user leaves the page. */
    public void begin() {
        enrolment = authenticator.begin(caller(), typed("password"));
    }

    public void confirm() {
        after(
                authenticator.confirm(caller(), typed("code")),
                "Votre application est associée : c’est elle qui donnera vos codes de connexion.");
    }

    public void remove() {
        after(
                authenticator.remove(caller(), typed("password"), typed("code")),
                "Votre application est dissociée : vos codes de connexion arriveront par courriel.");
    }

    private static void after(CodeCheck check, String done) {
        switch (check) {
            case ACCEPTED -> PageMessages.success(done, "/profil");
            case WRONG ->
                PageMessages.refusal(
                        "Ce code n’est pas le bon. Attendez que l’application en affiche un nouveau, puis recopiez-le.");
            case LOCKED ->
                PageMessages.refusal("Trop d’essais ont échoué : attendez un quart d’heure au moins, puis réessayez.");
        }
    }

    public TotpEnrolment getEnrolment() {
        return enrolment;
    }

    /** Returns the secret for manual entry, in groups of four characters. */
    public String getSecret() {
        return enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public QrPicture getPicture() {
        return QrPicture.of(enrolment.uri());
    }

    /** A QR code as an SVG path, one unit for each module, with the required margin. */
    public record QrPicture(int size, String path) {
        private static final int MARGIN = 4;

        static QrPicture of(String text) {
            var code = QrCode.encodeText(text, Ecc.MEDIUM);
            var path = new StringBuilder();
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    if (code.getModule(x, y)) {
                        path.append('M')
                                .append(x + MARGIN)
                                .append(',')
                                .append(y + MARGIN)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(code.size + 2 * MARGIN, path.toString());
        }

        public String viewBox() {
            return "0 0 " + size + " " + size;
        }
    }
}
